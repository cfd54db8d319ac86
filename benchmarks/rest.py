"""The main REST routes over generated events: median and 99th percentile, and the growth from the smaller size.

``python benchmarks/rest.py [--sizes 10000 300000] [--rounds 50]``. The relation route is also held to the bare SPARQL
behind it: the very queries that fetch what it answers, recorded while it answers and run again one after the other,
their rows read. Lists are asked for with another limit each time, so that no kept answer is timed. Requests go straight
to the application, without a network.
"""

from __future__ import annotations

import argparse
import random
import statistics
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any

from fastapi.testclient import TestClient

from api.app import create_app
from graph import lookups
from graph.derived import rebuild
from graph.model import Article, ArticleRecords, Event, Evidence, Participation
from graph.rdf import records_to_quads
from graph.reference import tables
from graph.settings import Settings
from graph.store import EmbeddedStore, Row
from graph.world import ensure_world

TEXT = "Ministers of two states met and spoke of their relations, of trade and of the region."
KINDS = ("meeting", "visit", "call", "praise", "accusation", "signing")
PER_ARTICLE = 10
SEED = 7
RELATION = "/relations/{a}/{b}"
BARE = "the queries of a relation alone"
ROUTES = (
    "/states?limit={n}",
    "/states/KAZ",
    "/states/KAZ/relations",
    "/relations?limit={n}",
    RELATION,
    "/relations/{a}/{b}/timeline",
    "/events?participant={a}&limit=20",
    "/search?q=كازاخستان",
    "/search/quotes?q=ministers&limit=20",
    "/changes?since=2020-01-01&limit=20",
)


def articles(events: int, pairs: list[tuple[str, str]]) -> Iterator[ArticleRecords]:
    """Articles of ten events each; pairs are drawn evenly, so that each has its share of what there is."""
    chance = random.Random(SEED)
    for number in range(events // PER_ARTICLE):
        day = date(2010, 1, 1) + timedelta(days=chance.randrange(5000))
        made = []
        for place in range(PER_ARTICLE):
            parties = tuple(Participation(actor=code) for code in chance.choice(pairs))
            words = (Evidence(TEXT, place, len(TEXT), "made"),)
            kind = chance.choice(KINDS)
            made.append(
                Event(
                    kind=kind, status="held", participations=parties, earliest=day, latest=day, evidence=words
                )
            )
        article = Article(key=f"made/{number}", text=TEXT, language="en", published=day, outlet="MADE")
        yield ArticleRecords(article=article, events=tuple(made))


def filled(events: int, pairs: list[tuple[str, str]]) -> EmbeddedStore:
    store = EmbeddedStore()
    ensure_world(store)
    store.add(quad for records in articles(events, pairs) for quad in records_to_quads(records))
    rebuild(store)
    return store


class Recorded:
    """A store that notes the queries it is asked."""

    def __init__(self, store: EmbeddedStore) -> None:
        self._store = store
        self.asked: list[str] = []

    def select(self, query: str) -> list[Row]:
        self.asked.append(query)
        return self._store.select(query)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._store, name)


def times(ask: Callable[[int], object], rounds: int) -> tuple[float, float]:
    """Median and 99th percentile in milliseconds, after one round that does not count."""
    ask(0)
    taken = []
    for turn in range(rounds):
        start = time.perf_counter()
        ask(turn)
        taken.append((time.perf_counter() - start) * 1000)
    return statistics.median(taken), sorted(taken)[min(rounds - 1, int(rounds * 0.99))]


def measured(events: int, rounds: int) -> dict[str, tuple[float, float]]:
    codes = sorted(row.code for row in tables.states() if row.kind == "member")
    pairs = [(a, b) for a in codes for b in codes if a < b]
    pairs = sorted(
        {*random.Random(SEED).sample(pairs, max(1, min(len(pairs), events // 20))), ("KAZ", "PSE")}
    )
    store = filled(events, pairs)
    found = {}
    with TestClient(create_app(Settings(), store)) as client:
        for route in ROUTES:

            def ask(turn: int, route: str = route) -> None:
                a, b = pairs[turn % len(pairs)]
                client.get(route.format(a=a, b=b, n=50 + turn)).raise_for_status()

            found[route] = times(ask, rounds)

        queries = []
        for turn in range(rounds):
            recorded = Recorded(store)
            lookups.relation(recorded, *pairs[turn % len(pairs)])  # type: ignore[arg-type]
            queries.append(recorded.asked)

        def bare(turn: int) -> None:
            for query in queries[turn]:
                store.select(query)

        found[BARE] = times(bare, rounds)
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[500, 2_000])
    parser.add_argument("--rounds", type=int, default=50)
    options = parser.parse_args()
    results = {size: measured(size, options.rounds) for size in options.sizes}
    small, large = options.sizes[0], options.sizes[-1]
    for size, found in results.items():
        print(f"{size:,} events")
        for route, (median, worst) in found.items():
            print(f"  {route:40} p50 {median:8.1f} ms   p99 {worst:8.1f} ms")
    print(f"p99 at {large:,} events by that at {small:,}")
    for route, (_, worst) in results[large].items():
        print(f"  {route:40} {worst / results[small][route][1]:.2f}")
    for size, found in results.items():
        median, worst = (ours / bare for ours, bare in zip(found[RELATION], found[BARE], strict=True))
        print(f"relation by its bare queries at {size:,} events: p50 {median:.2f}, p99 {worst:.2f}")


if __name__ == "__main__":
    main()
