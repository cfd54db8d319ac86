"""Ten main REST routes over generated events: how long they take at two sizes, and beside the bare queries behind them.

    python benchmarks/rest.py [--sizes 10000 300000] [--rounds 100] [--stores FOLDER] [--only TEXT]

Stores on disk are made by ``load.reported``, where what a pair has does not grow with the store and what a state has
does; ``--stores`` keeps them for another run. Requests go straight to the application, without a network, each to
other states than the one before, and then once more. "Queries alone" are the very queries that it asked, run after that
one after the other, their rows read; the ratio is that of the second asking to them, in processor time, for both find
the same blocks of the store in memory. A route that keeps what it found until the next write has no ratio. Beside the
time of the clock stands the time of the processor, which other work on the machine does not reach.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import quote

from fastapi import FastAPI
from load.reported import Pair, fill, pairs_of

from api.app import create_app
from graph.cli.giving import spare_pauses
from graph.settings import Settings
from graph.store import EmbeddedStore, Row

WARM = 5
ROUTES = (
    "/relations/{a}/{b}",
    "/relations/{a}/{b}/timeline",
    "/states/{a}",
    "/states/{a}/relations?limit=20",
    "/states?limit=20",
    "/events?participant={a}&limit=20",
    "/events?participant={a}&participant={b}&from=2015-01-01",
    "/positions?holder={a}&limit=20",
    "/search?q=كازاخستان",
    "/changes?since=2020-01-01&limit=20",
)


class Recorded:
    """A store that notes what it is asked: the name of the method and the query."""

    def __init__(self, store: EmbeddedStore) -> None:
        self._store = store
        self.asked: list[tuple[str, str]] = []

    def select(self, query: str) -> list[Row]:
        self.asked.append(("select", query))
        return self._store.select(query)

    def ask(self, query: str) -> bool:
        self.asked.append(("ask", query))
        return self._store.ask(query)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._store, name)


@dataclass
class Times:
    """What something took, in milliseconds of the clock and of the processor."""

    clock: list[float] = field(default_factory=list)
    processor: list[float] = field(default_factory=list)

    @contextmanager
    def taken(self) -> Iterator[None]:
        """Add what is done within."""
        clock, processor = time.perf_counter(), time.process_time()
        yield
        self.clock.append((time.perf_counter() - clock) * 1000)
        self.processor.append((time.process_time() - processor) * 1000)

    def figures(self) -> tuple[float, float, float, float]:
        """p50 and p99 of the clock, p50 and p99 of the processor."""
        return (*_percentiles(self.clock), *_percentiles(self.processor))


def _percentiles(taken: list[float]) -> tuple[float, float]:
    ordered = sorted(taken)
    return ordered[len(ordered) // 2], ordered[min(len(ordered) - 1, int(len(ordered) * 0.99))]


async def asked(app: FastAPI, state: Any, address: str) -> bytes:
    """The body of the answer to a GET, in the messages that a server and the application exchange (ASGI 3)."""
    path, _, query = address.partition("?")
    sent: list[dict[str, Any]] = []

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Any) -> None:
        sent.append(message)

    scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": "GET",
        "scheme": "http",
        "path": path,
        "raw_path": quote(path).encode(),
        "query_string": quote(query, safe="=&").encode(),
        "root_path": "",
        "headers": [(b"host", b"127.0.0.1")],
        "client": ("127.0.0.1", 1),
        "server": ("127.0.0.1", 80),
        "state": dict(state or {}),
    }
    await app(scope, receive, send)
    if sent[0]["status"] != 200:
        raise RuntimeError(f"GET {address} gave {sent[0]['status']}")
    return b"".join(message.get("body", b"") for message in sent[1:])


async def measured(
    store: EmbeddedStore, pairs: list[Pair], rounds: int, routes: list[str]
) -> dict[str, tuple[Times, Times, Times]]:
    """Route -> what requests took, what the same ones took when asked again, and their queries alone after that.

    All in one task, so that the threads that requests are worked on in stay, as they do in a server.
    """
    recorded = Recorded(store)
    app = create_app(Settings(), recorded)  # type: ignore[arg-type]
    found = {}
    async with app.router.lifespan_context(app) as state:
        for route in routes:
            first, again, alone = Times(), Times(), Times()
            for turn in range(WARM + rounds):
                a, b = pairs[turn * 7 % len(pairs)]
                address = route.format(a=a, b=b)
                if turn < WARM:  # the first find caches empty, and do not count
                    await asked(app, state, address)
                    continue
                recorded.asked.clear()
                with first.taken():
                    await asked(app, state, address)
                queries = list(recorded.asked)
                with again.taken():
                    await asked(app, state, address)
                with alone.taken():
                    for name, query in queries:
                        getattr(store, name)(query)
            found[route] = first, again, alone
            print(".", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)
    return found


def table(events: int, found: dict[str, tuple[Times, Times, Times]]) -> None:
    """The times of one size."""
    print(f"\n| at {events:,} events, ms | p50 | p99 | processor p50 | p99 | again | queries alone | ratio |")
    print("|---|---|---|---|---|---|---|---|")
    for route, (first, again, alone) in found.items():
        asked, queries = again.figures()[2], alone.figures()[2]
        told = " | ".join(f"{ms:.1f}" for ms in (*first.figures(), asked, queries))
        print(f"| `{route}` | {told} | {f'{asked / queries:.2f}' if queries > 0.5 else 'kept'} |")


def growth(
    small: dict[str, tuple[Times, Times, Times]], large: dict[str, tuple[Times, Times, Times]]
) -> None:
    """The times of the larger size by those of the smaller."""
    print("\n| growth | p50 | p99 | processor p50 | p99 |\n|---|---|---|---|---|")
    for route, (first, *_) in large.items():
        pairs = zip(first.figures(), small[route][0].figures(), strict=True)
        print(f"| `{route}` | " + " | ".join(f"{ours / theirs:.2f}" for ours, theirs in pairs) + " |")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sizes", type=int, nargs="+", default=[500, 2_000])
    parser.add_argument("--rounds", type=int, default=50)
    parser.add_argument("--stores", type=Path, help="Where the stores are kept, and found if they are there.")
    parser.add_argument("--only", default="", help="Routes whose address holds this.")
    options = parser.parse_args()
    routes = [route for route in ROUTES if options.only in route]
    print(f"{os.cpu_count()} processors, load {os.getloadavg()[0]:.1f} before the run")
    spare_pauses()  # as the server does
    results = {}
    with tempfile.TemporaryDirectory() as room:
        for size in options.sizes:
            folder = (options.stores or Path(room)) / f"reported-{size}"
            if not folder.exists():
                fill(folder, size)
            store = EmbeddedStore(folder, read_only=True)
            results[size] = asyncio.run(measured(store, pairs_of(size), options.rounds, routes))
            table(size, results[size])
            store.close()
    if len(results) > 1:
        growth(results[options.sizes[0]], results[options.sizes[-1]])


if __name__ == "__main__":
    main()
