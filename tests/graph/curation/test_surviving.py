"""Corrections survive: ten are made, every article is read again by changed rules, and each still stands."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from pyoxigraph import NamedNode

from graph.curation import Correction, add, corrections_of, join, judge
from graph.extraction import to_json
from graph.identity import Namespace
from graph.ingest import Outcome, ingest
from graph.model import Article, ArticleRecords, Event, Evidence, Position, Record
from graph.rdf import read_records
from graph.rdf.terms import bir
from graph.reading import read_article
from graph.sources import read_sources
from graph.store import Store, open_store
from graph.validate import validate

GOLD = Path(__file__).parents[3] / "data" / "gold"
NAMES = ("ar/001", "ar/002", "ar/003", "en/001", "en/002", "en/003")
Json = dict[str, Any]


def read_again(store: Store, read: Callable[[Article], ArticleRecords] = read_article) -> list[Outcome]:
    paths = [str(GOLD / f"{name}.txt") for name in NAMES]
    return [result.outcome for result in ingest(store, read_sources(paths), read=read)]


def records_of(store: Store, name: str) -> Json:
    return to_json(read_records(store, Namespace().article(name)))


def said_at(store: Store, name: str, group: str, quote: str) -> list[Json]:
    """The records of an article whose words and those given hold each other."""
    return [r for r in records_of(store, name)[group] if r["quote"] in quote or quote in r["quote"]]


def shifted(record: Record) -> Record:
    """The record on one word less, so that its IRI is another one."""
    first = record.evidence[0]
    cut = first.quote.find(" ") + 1
    if not cut:
        return record
    text = " " * first.start + first.quote
    piece = Evidence(text, first.start + cut, first.end, "changed")
    return replace(record, evidence=(piece, *record.evidence[1:]))


@dataclass(frozen=True)
class Changed:
    """A reader whose rules changed: all spans of events and positions move, and some records say otherwise."""

    rejected: str  # quote of a position, now of another stance
    dropped: str  # quote of a position, now overlooked
    renamed: str  # quote of an event, now of a third kind
    placed: str  # quote of an event, now in the place that somebody said
    version: str = "the next rules"

    def __call__(self, article: Article) -> ArticleRecords:
        found = read_article(article)
        positions = [self._position(p) for p in found.positions if p.quote != self.dropped]
        events = tuple(shifted(self._event(e)) for e in found.events)
        return replace(
            found,
            events=events,
            positions=tuple(shifted(p) for p in positions),
            commitments=(),
            agreements=(),
        )  # type: ignore[arg-type]

    def _position(self, position: Position) -> Position:
        if position.quote != self.rejected:
            return position
        return replace(position, stance="neutral")

    def _event(self, event: Event) -> Event:
        if event.quote == self.renamed:
            return replace(event, kind="exhibition")
        if event.quote == self.placed:
            return replace(event, place=None, place_en="Port Louis")
        return event


@pytest.fixture
def store(empty_db: Path) -> Any:
    opened = open_store(empty_db)
    assert set(read_again(opened)) == {Outcome.NEW}
    yield opened
    opened.close()


def one(store: Store, name: str, group: str, place: int) -> Json:
    found: Json = records_of(store, name)[group][place]
    return found


def test_ten_corrections_stand_when_all_articles_are_read_by_changed_rules(
    store: Store,
) -> None:
    pick = {
        "reject": one(store, "ar/001", "events", 0),
        "reject position": one(store, "ar/001", "positions", 0),
        "edit place": one(store, "ar/002", "events", 0),
        "edit type": one(store, "ar/003", "events", 0),
        "edit stance": one(store, "ar/002", "positions", 0),
        "accept": one(store, "en/001", "events", 0),
        "accept position": one(store, "en/001", "positions", 0),
        "edit post": one(store, "en/001", "posts", 0),
        "merged": one(store, "en/002", "events", 0),
        "merged too": one(store, "en/003", "events", 0),
    }
    iri = {name: record["iri"] for name, record in pick.items()}
    quote = records_of(store, "en/003")["positions"][0]["quote"]
    by = "ada"
    made: dict[str, Correction] = {
        "reject": judge(store, "reject", [iri["reject"]], by=by, why="it was denied")[0],
        "reject position": judge(store, "reject", [iri["reject position"]], by=by)[0],
        "edit place": judge(store, "edit", [iri["edit place"]], by=by, wanted={"place": "Port Louis"})[0],
        "edit type": judge(store, "edit", [iri["edit type"]], by=by, wanted={"type": "mediation"})[0],
        "edit stance": judge(store, "edit", [iri["edit stance"]], by=by, wanted={"stance": "concerned"})[0],
        "accept": judge(store, "accept", [iri["accept"]], by=by)[0],
        "accept position": judge(store, "accept", [iri["accept position"]], by=by)[0],
        "edit post": judge(store, "edit", [iri["edit post"]], by=by, wanted={"post": "keeper of seals"})[0],
        "add": add(
            store, "en/003", "event", {"type": "threat", "participants": "ISL", "quote": quote}, by=by
        ),
        "merge": join(store, "merge", iri["merged"], iri["merged too"], by=by, why="one meeting"),
    }
    assert len(made) == 10 and {c.outcome for c in made.values()} == {"applied"}

    def standing() -> None:
        """What the ten demand of the graph, whatever was read."""
        same = pick["reject"]["type"], pick["reject"]["participants"]
        left = [
            (e["type"], e["participants"])
            for e in said_at(store, "ar/001", "events", pick["reject"]["quote"])
        ]
        assert same not in left
        stances = said_at(store, "ar/001", "positions", pick["reject position"]["quote"])
        assert pick["reject position"]["stance"] not in [p["stance"] for p in stances]
        for name, article, group, field, value in (
            ("edit place", "ar/002", "events", "place_en", "Port Louis"),
            ("edit type", "ar/003", "events", "type", "mediation"),
            ("edit stance", "ar/002", "positions", "stance", "concerned"),
            ("accept", "en/001", "events", "type", pick["accept"]["type"]),
            ("accept position", "en/001", "positions", "stance", pick["accept position"]["stance"]),
            ("edit post", "en/001", "posts", "post", "keeper of seals"),
        ):
            found = said_at(store, article, group, pick[name]["quote"])
            assert [r[field] for r in found if r["claim"] == "confirmed"] == [value], name
        assert [
            e["participants"] for e in records_of(store, "en/003")["events"] if e["type"] == "threat"
        ] == [["ISL"]]
        graph = NamedNode(Namespace().graph("curated"))
        merged = store.select(f"SELECT ?a ?b WHERE {{ GRAPH {graph} {{ ?a {bir('isMergedWith')} ?b }} }}")
        ends = {node.value for row in merged for node in row.values()}  # type: ignore[union-attr]
        there = {e["iri"] for name in ("en/002", "en/003") for e in records_of(store, name)["events"]}
        assert len(merged) == 1 and len(ends) == 2 and ends <= there

    standing()
    changed = Changed(
        rejected=pick["reject position"]["quote"],
        dropped=pick["accept position"]["quote"],
        renamed=pick["edit type"]["quote"],
        placed=pick["edit place"]["quote"],
    )
    assert set(read_again(store, changed)) == {Outcome.CHANGED}
    standing()
    now = {c.key: c for name in NAMES for c in corrections_of(store, name)}
    outcomes = {name: now[c.key].outcome for name, c in made.items()}
    assert {name for name, outcome in outcomes.items() if outcome == "conflict"} == {
        "reject position",
        "edit type",
        "accept position",
    }
    assert {name for name, outcome in outcomes.items() if outcome == "unneeded"} == {"edit place"}
    assert all(now[made[name].key].message for name in ("reject position", "edit type", "accept position"))
    assert {a.now for a in now[made["merge"].key].anchors}.isdisjoint({iri["merged"], iri["merged too"]})
    assert list(validate(store)) == []

    assert set(read_again(store)) == {Outcome.CHANGED}
    standing()
    again = {c.key: c for name in NAMES for c in corrections_of(store, name)}
    assert {again[c.key].outcome for c in made.values()} == {"applied"}
    assert {a.now for a in again[made["merge"].key].anchors} == {iri["merged"], iri["merged too"]}
