"""Whose act an event noun tells."""

from typing import Any

import pytest


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The visit of the Turkish president to Egypt ended on Monday."),
        ("en", "The Turkish president's visit to Egypt ended on Monday."),
        ("ar", "اختتمت الاثنين زيارة الرئيس التركي إلى مصر."),
        ("ar", "قام الرئيس التركي بزيارة إلى مصر."),
    ],
)
def test_owner_genitive_and_light_verb_tell_who_travels(read: Any, language: str, text: str) -> None:
    assert ("visit", ("TUR",), ("EGY",)) in [
        (e.kind, e.source, e.target) for e in read(text, language).events
    ]


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "Talks between Laos and Nepal began."), ("ar", "بدأت المباحثات بين لاوس ونيبال.")],
)
def test_talks_are_between_the_sides_named_after_them(read: Any, language: str, text: str) -> None:
    assert [set(e.participants) for e in read(text, language).events] == [{"LAO", "NPL"}]


def test_a_noun_alone_makes_no_event(read: Any) -> None:
    assert read("The visit was long, and talks are useful.", "en").events == ()
