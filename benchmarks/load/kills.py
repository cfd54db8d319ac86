"""An ingest killed at random moments and taken up again gives the graph of one that ran through.

    python benchmarks/load/kills.py [--articles 20000] [--kills 10] [--seed 7] [--jobs 2]

Exit code 1 where the graphs differ. The whole process group is killed, so readers die with the writer.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import resource
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from pyoxigraph import BlankNode, Triple

from graph.store import open_store
from load.articles import articles

COMMAND = [sys.executable, "-c", "from graph.cli import main; main()", "ingest"]


def write(path: Path, number: int) -> None:
    """So many articles as JSON Lines."""
    with path.open("w", encoding="utf-8") as lines:
        for source in articles(number):
            line = {
                "id": source.key,
                "text": source.text,
                "published": str(source.published),
                "outlet": source.outlet,
                "lang": source.language,
            }
            print(json.dumps(line, ensure_ascii=False), file=lines)


def run(path: Path, store: Path, jobs: int, seconds: float | None = None) -> bool:
    """Ingest, killed after some seconds where given; whether it came to its end."""
    command = [*COMMAND, str(path), "--store", str(store), "--jobs", str(jobs)]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL, start_new_session=True) as ingest:
        try:
            code = ingest.wait(seconds)
        except subprocess.TimeoutExpired:
            os.killpg(ingest.pid, signal.SIGKILL)
            return False
    if code:
        raise SystemExit(f"ingest ended with {code}")
    return True


def size(store: Path) -> int:
    """Quads of a store, none where there is no store yet."""
    if not (store / "CURRENT").exists():
        return 0
    opened = open_store(store, read_only=True)
    found = opened.size()
    opened.close()
    return found


def held(store: Path) -> set[int]:
    """Hashes of all quads but those with blank nodes, of which only the ontology has some, named anew each time."""
    opened = open_store(store, read_only=True)
    found = {
        hash(quad)
        for quad in opened.quads()
        if not isinstance(quad.subject, BlankNode | Triple) and not isinstance(quad.object, BlankNode)
    }
    opened.close()
    return found


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--articles", type=int, default=20_000)
    parser.add_argument("--kills", type=int, default=10)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--longest", type=float, help="seconds after which at the latest a run is killed")
    given = parser.parse_args()
    chance = random.Random(given.seed)
    longest = given.longest or 10 + given.articles / 50
    with tempfile.TemporaryDirectory() as room:
        path, whole, cut = Path(room) / "articles.jsonl", Path(room) / "whole.db", Path(room) / "cut.db"
        write(path, given.articles)
        started = time.perf_counter()
        run(path, whole, given.jobs)
        clock, used = time.perf_counter() - started, resource.getrusage(resource.RUSAGE_CHILDREN)
        spent = (used.ru_utime + used.ru_stime) / given.articles * 1000
        print(
            f"ran through in {clock:.0f} s, {spent:.1f} ms of processor an article with the start of the command; "
            f"the largest process had {used.ru_maxrss / 1024:.0f} MiB",
            flush=True,
        )
        killed = 0
        while killed < given.kills and not run(path, cut, given.jobs, chance.uniform(3, longest)):
            killed += 1
            print(f"killed, {size(cut):,} quads there", flush=True)
        run(path, cut, given.jobs)
        one, other = held(whole), held(cut)
    print(f"{given.articles} articles, killed {killed} times: {len(one)} quads, {len(one ^ other)} differ")
    sys.exit(1 if one != other else 0)


if __name__ == "__main__":
    main()
