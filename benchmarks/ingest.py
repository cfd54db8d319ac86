"""Articles a second from text to committed graph, beside the reader's bare speed in the same run.

    python benchmarks/ingest.py [--articles 20000] [--small 2000] [--ways one all dask] [--stages 2000]

The articles are made from the project's own texts (load/articles.py). Each run is a process of its own with a new
store on disk. Seconds are processor seconds of all its processes and threads, so that other work on the machine
counts little; making the articles is not counted. "bare" reads 1,000 other such articles, after 300 that fill the
reader's caches, and stores nothing. Memory is the most that all processes had together, with the articles' texts.
--stages tells where the time of so many articles goes instead.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from load.articles import article, articles
from load.resources import held
from load.stages import stages

from graph.ingest import Engine, InProcess, Processes, ingest, open_source
from graph.reading import read_article
from graph.store import open_store
from graph.world import ensure_world

WAYS = {"one": "one process", "all": "all processors", "dask": "Dask LocalCluster"}
WARM, BARE = 300, 1000


def processor() -> float:
    """Processor seconds of this process and of those that it has waited for."""
    spent = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in spent)


@contextmanager
def engine_of(way: str) -> Iterator[Engine]:
    """The engine of a way."""
    if way == "one":
        yield InProcess()
    elif way == "all":
        yield Processes()
    else:
        from distributed import LocalCluster

        from graph.ingesting.cluster import Cluster

        with LocalCluster(
            n_workers=os.cpu_count(), threads_per_worker=1, processes=True, dashboard_address=None
        ) as local:
            yield Cluster(local.scheduler_address)


class Memory(threading.Thread):
    """The most bytes that this process and those below it had at a time."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.most, self.done = 0, threading.Event()

    def run(self) -> None:
        while not self.done.wait(0.5):
            self.most = max(self.most, held(os.getpid()).memory)


def alone(number: int) -> float:
    """Seconds to read an article, none of the first so many."""
    sources = [article(n) for n in range(number, number + WARM + BARE)]
    for place, source in enumerate(sources):
        if place == WARM:
            start = time.process_time()
        read_article(open_source(source))
    return (time.process_time() - start) / BARE


def measure(way: str, number: int) -> dict[str, float]:
    """One run, in this process."""
    bare = alone(number)
    sources = list(articles(number))
    memory = Memory()
    with tempfile.TemporaryDirectory() as room:
        store = open_store(Path(room) / "db")
        ensure_world(store)
        memory.start()
        spent, clock = processor(), time.perf_counter()
        with engine_of(way) as engine:
            outcomes = Counter(r.outcome.value for r in ingest(store, sources, engine=engine))
        clock, spent = time.perf_counter() - clock, processor() - spent
        memory.done.set()
        memory.join()
        if outcomes != {"new": number}:
            raise SystemExit(f"not all articles went in: {dict(outcomes)}")
        quads = store.size()
        store.close()
    return {
        "bare": bare,
        "each": spent / number,
        "clock": clock,
        "memory": memory.most / 2**20,
        "quads": quads,
    }


def apart(way: str, number: int) -> dict[str, float]:
    """One run, in a process of its own."""
    command = [sys.executable, __file__, "--articles", str(number), "--measure", way]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    return dict(json.loads(done.stdout.splitlines()[-1]))


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--articles", type=int, default=20_000)
    parser.add_argument(
        "--small", type=int, default=2_000, help="what the cost at --articles is held against"
    )
    parser.add_argument("--ways", nargs="+", choices=list(WAYS), default=list(WAYS))
    parser.add_argument("--measure", choices=list(WAYS), help=argparse.SUPPRESS)
    parser.add_argument("--stages", type=int, metavar="ARTICLES", help="where the time of one process goes")
    given = parser.parse_args()
    if given.stages:
        print(*stages(given.stages), sep="\n")
        return
    if given.measure:
        print(json.dumps(measure(given.measure, given.articles)))
        return
    print(f"{os.cpu_count()} processors, load {os.getloadavg()[0]:.1f} before the run\n")
    print(
        "| read by | articles | quads | articles/s by the clock | ms each | bare ms each | of bare speed | memory |"
    )
    print("|---" * 8 + "|", flush=True)
    cost: dict[tuple[str, int], float] = {}
    sizes = sorted({min(given.small, given.articles), given.articles})
    for way in given.ways:
        for number in sizes:
            ran = apart(way, number)
            cost[way, number] = ran["each"] / ran["bare"]
            print(
                f"| {WAYS[way]} | {number:,} | {ran['quads']:,.0f} | {number / ran['clock']:.0f} | "
                f"{ran['each'] * 1000:.1f} | {ran['bare'] * 1000:.1f} | {ran['bare'] / ran['each']:.2f} | "
                f"{ran['memory']:.0f} MiB |",
                flush=True,
            )
    for way in given.ways if len(sizes) > 1 else ():
        times = cost[way, sizes[1]] / cost[way, sizes[0]]
        print(f"{WAYS[way]}: an article costs {times:.2f} times as much at {sizes[1]:,} as at {sizes[0]:,}")


if __name__ == "__main__":
    main()
