"""How phrases hang on an event word: lists, prepositions, light verbs."""

from typing import Any

import pytest


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Chile and Peru held talks with Bolivia."),
        ("ar", "أجرت تشيلي وبيرو مباحثات مع بوليفيا."),
    ],
)
def test_a_light_verb_lends_its_subjects_to_the_noun(read: Any, language: str, text: str) -> None:
    (event,) = read(text, language).events
    assert set(event.participants) == {"CHL", "PER", "BOL"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Cuba said that Chile must release the sailors."),
        ("ar", "قالت كوبا إن على تشيلي الإفراج عن البحارة."),
    ],
)
def test_the_place_behind_about_takes_no_part(read: Any, language: str, text: str) -> None:
    assert all(e.kind != "concession" for e in read(text, language).events)


def test_all_members_of_a_list_undergo_the_act(read: Any) -> None:
    (event,) = read("Norway imposed sanctions on Iran, Libya and Cuba.", "en").events
    assert (event.source, event.target) == (("NOR",), ("IRN", "LBY", "CUB"))
