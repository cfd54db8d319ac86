"""What governs a phrase."""

from typing import Any

import pytest


@pytest.mark.parametrize(
    ("language", "text", "relation"),
    [
        ("en", "with the Norwegian minister", "with"),
        ("ar", "مع الوزير النرويجي", "with"),
        ("ar", "للنرويج", "to"),
        ("ar", "في العاصمة النرويجية", "in"),
        ("ar", "إلى دولة النرويج", "to"),
        ("en", "against Norway", "against"),
        ("en", "to the Norwegian capital Oslo", "to"),
    ],
)
def test_a_preposition_reaches_over_articles_styles_and_kinds_of_place(
    phrases: Any, language: str, text: str, relation: str
) -> None:
    assert phrases(text, language)[0].preposition == relation


def test_a_list_hangs_on_the_preposition_before_it(phrases: Any) -> None:
    found = phrases("بين تشيلي وبيرو", "ar")
    assert [(m.actors, m.preposition, m.joined) for m in found] == [
        (("CHL",), "between", False),
        (("PER",), "between", True),
    ]
    assert [m.preposition for m in phrases("between Chile and Peru", "en")] == ["between", "between"]
