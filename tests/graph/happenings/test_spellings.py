"""Names across spellings and scripts."""

import pytest

from graph.happenings.spellings import different, similar


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("سامر حدادين", "Samer Haddadin"),
        ("نيال كوريغان", "Niall Corrigan"),
        ("تسفاي وولدي", "Tesfaye Wolde"),
        ("رياض المالكي", "Riyad al-Maliki"),
        ("Akylbek Kamaldinov", "Akylbek Kamaldinow"),
        ("Kamaldinov", "عقيل بيك كمالدينوف"),
    ],
)
def test_one_name_is_known_in_two_spellings(one: str, other: str) -> None:
    assert similar(one, other)
    assert similar(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("سامر حدادين", "Ousmane Diatta"),
        ("Samer Haddadin", "Samer Qasem"),
        ("", "Samer"),
        ("عادل محجوب", "Adel Karim"),
    ],
)
def test_other_names_are_not(one: str, other: str) -> None:
    assert not similar(one, other)


def test_names_in_two_scripts_are_never_held_against_each_other() -> None:
    assert different("Samer Haddadin", "Ousmane Diatta")
    assert not different("سامر حدادين", "Ousmane Diatta")
