"""Short reports that differ, and what a store holds of them, for the tests of this folder."""

import random
from dataclasses import replace
from datetime import date, timedelta

from graph.identity import Namespace
from graph.ingest import Result, ingest
from graph.sources import Source
from graph.store import EmbeddedStore, Store

STATES = ("Egypt", "Jordan", "Kazakhstan", "Qatar", "Norway", "Kenya", "Japan", "Chile", "Oman", "Peru")


def report(n: int, *, words: str = "") -> Source:
    """One of as many reports as are wanted; reports of one pair and month may tell the same."""
    chance = random.Random(n)
    host, guest, other = chance.sample(STATES, 3)
    day = date(2018, 1, 1) + timedelta(days=chance.randrange(400))
    text = (
        f"The foreign minister of {guest} visited {host} on {day.day} {day:%B %Y}. {host} supports {guest}. "
        f"{guest} condemned {other}. Note {n}.{words}"
    )
    return Source(f"r/{n}", text, language="en", published=day + timedelta(days=1), outlet=f"Outlet {n % 7}")


def retold(number: int) -> list[Source]:
    """So many reports, then each once more as another outlet's, so that happenings change."""
    first = [report(n) for n in range(number)]
    return [*first, *(replace(s, key=f"again/{n}", outlet="Another") for n, s in enumerate(first))]


def held(store: Store) -> set[str]:
    """All quads but those of the ontology and the tables."""
    world = {Namespace().graph(name) for name in ("reference", "ontology")}
    return {str(quad) for graph in store.graphs() if graph not in world for quad in store.quads(graph)}


def alone(sources: list[Source]) -> set[str]:
    """What a store holds after an ordinary, uninterrupted run in one process."""
    store = EmbeddedStore()
    results: list[Result] = list(ingest(store, sources))
    assert not [r.message for r in results if r.message]
    return held(store)
