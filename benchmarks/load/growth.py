"""The same queries on stores of growing size, and the server's memory at rest.

    python benchmarks/load/growth.py [--quads 100000 1000000 10000000] [--runs 7]

Median milliseconds over HTTP on one connection; the pair asked for has ten events in every store.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from sparql import latency

from load import servers
from load.generated import QUERIES, fill
from load.resources import held


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--quads", type=int, nargs="+", default=[100_000, 1_000_000, 10_000_000])
    parser.add_argument("--runs", type=int, default=7)
    chosen = parser.parse_args()
    print(f"{os.cpu_count()} processors, load {os.getloadavg()[0]:.1f} before the run\n")
    print("| quads | loaded in | on disk | at rest | " + " | ".join(QUERIES) + " |")
    print("|---" * (len(QUERIES) + 4) + "|", flush=True)
    for number in chosen.quads:
        with tempfile.TemporaryDirectory() as room:
            folder = Path(room) / "db"
            start = time.perf_counter()
            size = fill(folder, number)
            loaded = time.perf_counter() - start
            disk = sum(path.stat().st_size for path in folder.iterdir()) / 2**20
            with servers.ours(folder, query_seconds=300, answer_cache=0) as server:
                times = [latency(server, name, chosen.runs) for name in QUERIES]
                rest = held(server.pid).memory / 2**20
            cells = [f"{size:,}", f"{loaded:.0f} s", f"{disk:.0f} MiB", f"{rest:.0f} MiB"]
            print("| " + " | ".join(cells + [f"{ms:.1f} ms" for ms in times]) + " |", flush=True)


if __name__ == "__main__":
    main()
