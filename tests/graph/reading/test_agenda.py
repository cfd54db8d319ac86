"""What a meeting dealt with."""

from typing import Any

import pytest


@pytest.mark.parametrize(
    ("language", "text", "subjects"),
    [
        (
            "en",
            "The foreign ministers of Norway and Chile met in Oslo. "
            "The two sides discussed trade relations and the situation in Haiti.",
            ["trade relations", "the situation in Haiti"],
        ),
        (
            "ar",
            "اجتمع وزيرا خارجية النرويج وتشيلي في أوسلو. وبحث الجانبان العلاقات التجارية والأوضاع في هايتي.",
            ["العلاقات التجارية", "والأوضاع في هايتي"],
        ),
    ],
)
def test_each_subject_is_an_item_of_the_meeting(
    read: Any, language: str, text: str, subjects: list[str]
) -> None:
    meeting = read(text, language).events[0]
    assert [item.subject for item in meeting.agenda] == subjects


def test_a_signing_has_no_agenda(read: Any) -> None:
    (event,) = read(
        "Norway and Chile signed a treaty. The treaty discussed trade relations at length.", "en"
    ).events
    assert event.agenda == ()
