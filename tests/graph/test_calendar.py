"""Pages of events that are looked for by days are those that putting all events in order gives."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from graph import lookups
from graph.lookups import EventFilter
from graph.lookups.asking import asked_for, filled, listing
from graph.lookups.records import Shelf
from graph.model import Article, ArticleRecords, Event, Evidence, Participation
from graph.rdf import records_to_quads
from graph.store import EmbeddedStore, Row

TEXT = "Two states met again and again."


def made(number: int) -> Event:
    """One of many events: most of a day, some of a span, some that only began, some of no day."""
    day = date(2015, 1, 1) + timedelta(days=number * 37 % 90)
    earliest, latest = day, day
    if number % 7 == 1:
        latest = day + timedelta(days=20)
    return Event(
        kind="visit" if number % 5 else "call",
        status="held" if number % 3 else "planned",
        participations=(Participation(actor="KAZ"), Participation(actor="PSE")),
        earliest=None if number % 11 == 2 else earliest,
        latest=None if number % 11 in (2, 3) else latest,
        evidence=(Evidence(TEXT, number % 20, len(TEXT), "made"),),
        confidence=0.5 + number % 2 / 4,
    )


@pytest.fixture(scope="module")
def store() -> Iterator[EmbeddedStore]:
    filled_store = EmbeddedStore()
    for part in range(12):
        article = Article(key=f"made/{part}", text=TEXT, language="en", published=date(2015, 6, 1))
        events = tuple(made(part * 20 + n) for n in range(20))
        filled_store.add(records_to_quads(ArticleRecords(article=article, events=events)))
    yield filled_store
    filled_store.close()


def in_order(store: EmbeddedStore, where: EventFilter, *, newest: bool) -> list[str]:
    def shown(rows: list[Row]) -> list[lookups.EventView]:
        return Shelf(store, [row["record"].value for row in rows]).events()  # type: ignore[union-attr]

    text = listing(where.query, None, newest_first=newest, **where.given(store))
    return [event.id for event in filled(store.select(text), asked_for(999), shown).items]


@pytest.mark.parametrize("newest", [False, True], ids=["first", "newest"])
@pytest.mark.parametrize(
    "where",
    [
        EventFilter(),
        EventFilter(type="call"),
        EventFilter(status="planned", type="visit"),
        EventFilter(since=date(2015, 2, 10)),
        EventFilter(until=date(2015, 2, 10)),
        EventFilter(since=date(2015, 2, 1), until=date(2015, 2, 10), type="visit"),
        EventFilter(since=date(2030, 1, 1)),
        EventFilter(confidence=0.7),
        EventFilter(type="summit"),
    ],
)
def test_pages_by_days_are_those_of_the_whole_order(
    store: EmbeddedStore, where: EventFilter, newest: bool
) -> None:
    walked, after = [], None
    while True:
        page = lookups.events(store, where, limit=7, after=after, newest_first=newest)
        walked += [event.id for event in page.items]
        assert len(page.items) <= 7
        if (after := page.next) is None:
            break
        assert len(page.items) == 7
    assert walked == in_order(store, where, newest=newest)
