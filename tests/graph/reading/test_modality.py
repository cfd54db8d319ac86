"""Status and modality: what was held, goes on, is planned, put off, called off, or did not happen."""

from typing import Any

import pytest

HELD = [("en", "Peru expelled the ambassador of Mexico."), ("ar", "طردت بيرو سفير المكسيك.")]
NONE = [
    ("en", "Peru did not expel the ambassador of Mexico."),
    ("ar", "لم تطرد بيرو سفير المكسيك."),
    ("en", "If Peru expelled the ambassador of Mexico, trade would suffer."),
    ("ar", "إذا طردت بيرو سفير المكسيك فستتضرر التجارة."),
    ("en", "Peru may expel the ambassador of Mexico."),
    ("ar", "قد تطرد بيرو سفير المكسيك."),
]


@pytest.mark.parametrize(("language", "text"), HELD)
def test_what_is_told_as_done_was_held(read: Any, language: str, text: str) -> None:
    assert [(e.kind, e.status) for e in read(text, language).events] == [("expulsion", "held")]


@pytest.mark.parametrize(("language", "text"), NONE)
def test_denied_possible_and_conditional_acts_are_no_events(read: Any, language: str, text: str) -> None:
    assert read(text, language).events == ()


@pytest.mark.parametrize(
    ("language", "text", "status"),
    [
        ("en", "The visit of the Turkish president to Egypt was postponed.", "postponed"),
        ("ar", "تأجلت زيارة الرئيس التركي إلى مصر.", "postponed"),
        ("en", "The visit of the Turkish president to Egypt, scheduled for May, was postponed.", "postponed"),
        (
            "en",
            "The visit of the Turkish president to Egypt, planned for 4 May, has been called off.",
            "cancelled",
        ),
        ("ar", "أنقرة - ألغى وزير الخارجية التركي الجديد السيد كمال أوزان زيارته إلى مصر.", "cancelled"),
        ("en", "The Turkish president will visit Egypt next week.", "planned"),
        ("ar", "سيزور الرئيس التركي مصر الأسبوع المقبل.", "planned"),
        ("en", "The Turkish president cancelled his visit to Egypt.", "cancelled"),
        ("ar", "ألغى الرئيس التركي زيارته إلى مصر.", "cancelled"),
    ],
)
def test_a_visit_has_the_status_that_the_words_around_it_give(
    read: Any, language: str, text: str, status: str
) -> None:
    assert ("visit", status) in [(e.kind, e.status) for e in read(text, language).events]


def test_a_meeting_that_will_take_place_is_planned(read: Any) -> None:
    (event,) = read("A summit between Japan and South Korea will be held in Tokyo in April.", "en").events
    assert (event.status, event.participants) == ("planned", ("JPN", "KOR"))
