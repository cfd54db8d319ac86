"""Measures of the network, against figures worked out by hand."""

from datetime import date

import pytest

from graph.ingest import ingest
from graph.measures import measures
from graph.model import Article, ArticleRecords, Event, Evidence, Participation, Position
from graph.sources import Source
from graph.store import Store

TEXT = "Words of an article that records stand on, long enough for some quotes of every kind there is."


def event(start: int, *actors: str) -> Event:
    return Event(
        kind="meeting",
        status="held",
        participations=tuple(Participation(actor=actor) for actor in actors),
        earliest=date(2020, 1, 1),
        latest=date(2020, 1, 1),
        evidence=(Evidence(TEXT, start, start + 4, "hand"),),
    )


def position(start: int, holder: str, stance: str, issue: str) -> Position:
    words = (Evidence(TEXT, start, start + 4, "hand"),)
    return Position(
        holders=(holder,), stance=stance, issue=f"{issue} {start}", issues=(issue,), evidence=words
    )


@pytest.fixture
def store(empty_db: object) -> Store:
    from graph.store import open_store

    opened = open_store(str(empty_db))
    events = (
        event(0, "EGY", "FRA"),
        event(5, "EGY", "FRA"),
        event(10, "EGY", "DEU"),
        event(15, "EGY", "ITA"),
        event(20, "DEU", "ITA"),
    )
    positions = (
        position(0, "EGY", "supports", "syria"),
        position(5, "FRA", "supports", "syria"),
        position(10, "DEU", "condemns", "syria"),
        position(15, "EGY", "supports", "terrorism"),
        position(20, "FRA", "supports", "terrorism"),
        position(25, "DEU", "condemns", "terrorism"),
        position(30, "ITA", "supports", "terrorism"),
    )

    def read(article: Article) -> ArticleRecords:
        return ArticleRecords(article=article, events=events, positions=positions)

    (result,) = ingest(opened, [Source("m/1", TEXT, published=date(2020, 1, 2))], read=read)
    assert result.message is None
    return opened


def test_the_one_in_the_middle_is_central_and_a_broker(store: Store) -> None:
    found = {m.state.key: m for m in measures(store).states}
    egypt = found["EGY"]
    assert (egypt.partners, egypt.events) == (3, 4.0)
    assert (found["FRA"].partners, found["FRA"].events) == (1, 2.0)
    # FRA-DEU and FRA-ITA pass Egypt, DEU-ITA does not: two of three
    assert egypt.betweenness == pytest.approx(2 / 3) and found["DEU"].betweenness == 0
    assert egypt.closeness == 1.0
    # three partners, one tie between two of them: 3 - 2 * 1 / 3
    assert egypt.brokerage == pytest.approx(3 - 2 / 3)
    assert found["DEU"].community == found["ITA"].community != found["FRA"].community


def test_likeness_compares_positions_on_shared_issues(store: Store) -> None:
    found = {(one.a.key, one.b.key): one for one in measures(store).likeness}
    assert found["EGY", "FRA"].value == pytest.approx(1.0) and found["EGY", "FRA"].issues == 2
    assert found["DEU", "EGY"].value == pytest.approx(-1.0)
    assert not any("ITA" in pair for pair in found), "one shared issue tells too little"


def test_a_span_without_events_has_no_network(store: Store) -> None:
    assert measures(store, until=date(1999, 1, 1)).states == []
