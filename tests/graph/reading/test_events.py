"""Events of a sentence: kinds, dates and places."""

from datetime import date
from typing import Any

import pytest

from graph.reading import open_article, read_article


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Sweden and Latvia signed a treaty in Riga on Monday."),
        ("ar", "وقعت السويد ولاتفيا اتفاقية في ريغا الاثنين."),
    ],
)
def test_an_event_has_its_kind_day_and_place(read: Any, language: str, text: str) -> None:
    (event,) = read(text, language).events
    assert (event.kind, set(event.participants), event.place_en) == ("signing", {"SWE", "LVA"}, "Riga")
    assert (event.earliest, event.latest) == (date(2024, 3, 11), date(2024, 3, 11))


@pytest.mark.parametrize(("language", "text"), [("en", "Sweden met Latvia."), ("ar", "التقت السويد لاتفيا.")])
def test_what_has_no_date_was_before_the_report(read: Any, language: str, text: str) -> None:
    (event,) = read(text, language).events
    assert (event.earliest, event.latest, event.date_text) == (None, date(2024, 3, 13), None)


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "The firm met its goals with Latvia."), ("ar", "وصلت الأمطار إلى لاتفيا.")],
)
def test_words_that_must_not_stand_near_keep_an_event_away(read: Any, language: str, text: str) -> None:
    assert read(text, language).events == ()


def test_not_to_accept_a_demand_is_to_reject_it() -> None:
    article = open_article("Peru will not accept Chile's demands.", key="t/1", language="en")
    assert [e.kind for e in read_article(article).events] == ["rejection"]
