"""Places by their keys, and the states that capitals stood for."""

from datetime import date

import pytest

from graph.reading import open_article, read_article
from graph.reading.places import place, place_kind, place_state, seated_at


def test_a_place_has_a_kind_and_a_state() -> None:
    row = place("the-hague")
    assert row is not None
    assert (row.en, place_kind("the-hague"), place_state("the-hague")) == ("The Hague", row.kind, "NLD")
    assert place("nowhere") is None
    assert (place_kind("nowhere"), place_state("nowhere")) == ("", "")


@pytest.mark.parametrize(
    ("code", "day", "then"),
    [
        ("RUS", date(1985, 6, 1), "SUN"),
        ("RUS", date(2005, 6, 1), "RUS"),
        ("SRB", date(1996, 8, 23), "YUG"),
        ("SRB", date(2004, 1, 1), "SCG"),
        ("CZE", date(1990, 1, 1), "CSK"),
        ("FRA", date(1890, 1, 1), "FRA"),
    ],
)
def test_the_state_whose_seat_a_capital_was(code: str, day: date, then: str) -> None:
    assert seated_at(code, day) == then


@pytest.mark.parametrize(("day", "state"), [(date(1985, 6, 1), "SUN"), (date(2005, 6, 1), "RUS")])
def test_a_capital_is_read_by_the_day_of_the_article(day: date, state: str) -> None:
    article = open_article("Moscow condemned the attack.", key="test/1", language="en", published=day)
    assert [p.holders for p in read_article(article).positions] == [(state,)]
