"""Our SPARQL endpoint beside others: the same quads, the same queries, one run.

    python benchmarks/sparql.py [--quads 1000000] [--rdflib-python PATH] [--virtuoso] [--runs 5]

Median latency of ``--runs`` requests on one connection, and requests a second at 8 connections for small
queries (by ``wrk`` where it is installed, else by threads here). Figures of other servers are told as
ratios to ours: over 1 means that ours is faster. "bilateral" computes each answer anew; "remembered" is the same
server with its default setting, which keeps small answers until the next write. rdflib-endpoint needs an
environment of its own with
``rdflib-endpoint`` and ``oxrdflib``, Virtuoso the Debian package ``virtuoso-opensource-7``.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import tempfile
import threading
import time
from pathlib import Path
from statistics import median

import pyoxigraph as ox
from load import servers
from load.generated import QUERIES, fill, query

SMALL = ("ask", "pair", "100 rows")
CONNECTIONS = 8


def latency(server: servers.Server, name: str, runs: int) -> float:
    """Median milliseconds of a request on an open connection."""
    connection = server.connect()
    times = []
    for _ in range(runs + 1):
        start = time.perf_counter()
        status, body = server.ask(query(name), connection)
        times.append((time.perf_counter() - start) * 1000)
        if status != 200:
            raise RuntimeError(f"{server.name} answered {name} with {status}: {body[:300]!r}")
    return median(times[1:])


def rate(server: servers.Server, name: str, seconds: float) -> float:
    """Requests a second at 8 connections."""
    if program := shutil.which("wrk"):
        address = f"http://127.0.0.1:{server.port}{server.target(query(name))}"
        command = [
            program,
            "-t1",
            f"-c{CONNECTIONS}",
            f"-d{seconds:.0f}s",
            "-H",
            f"Accept: {servers.JSON}",
            address,
        ]
        out = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        if "Non-2xx" in out:
            raise RuntimeError(f"{server.name} failed under load: {out}")
        return float(re.search(r"Requests/sec:\s+([\d.]+)", out)[1])  # type: ignore[index]
    counts = [0] * CONNECTIONS
    end = time.perf_counter() + seconds

    def work(place: int) -> None:
        connection = server.connect()
        while time.perf_counter() < end:
            server.ask(query(name), connection)
            counts[place] += 1

    threads = [threading.Thread(target=work, args=(place,)) for place in range(CONNECTIONS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sum(counts) / seconds


def measure(server: servers.Server, runs: int, seconds: float) -> dict[str, float]:
    found = {f"{name}, ms": latency(server, name, runs) for name in QUERIES}
    return found | {f"{name}, requests/s": rate(server, name, seconds) for name in SMALL}


def report(figures: dict[str, dict[str, float]]) -> None:
    names = list(figures)
    print(f"{'':<22}" + "".join(f"{name:>18}" for name in names) + "   better by (anew, then remembered)")
    for row in figures[names[0]]:
        own, remembered = (figures[name][row] for name in names[:2])
        values = [figures[name][row] for name in names]
        times = row.endswith("ms")
        # large answers are not remembered: the second column is then a second measurement of the same
        faster = [f"{v / o if times else o / v:.2f}" for o in (own, remembered) for v in values[2:]]
        line = "".join(f"{value:>18.1f}" for value in values)
        print(f"{row:<22}{line}   " + "  ".join(faster))


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--quads", type=int, default=100_000)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--seconds", type=float, default=3)
    parser.add_argument("--rdflib-python", metavar="PATH")
    parser.add_argument("--virtuoso", action="store_true")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        room = Path(name)
        size = fill(room / "ours", chosen.quads)
        for copy in ("oxigraph", "rdflib"):
            shutil.copytree(room / "ours", room / copy)
        starts = [
            servers.ours(room / "ours", answer_cache=0),
            servers.ours(room / "ours", name="remembered"),
            servers.oxigraph(room / "oxigraph"),
        ]
        if chosen.rdflib_python:
            starts.append(servers.rdflib_endpoint(room / "rdflib", chosen.rdflib_python))
        if chosen.virtuoso:
            store = ox.Store.read_only(str(room / "ours"))
            with (room / "data.nq").open("wb") as stream:
                store.dump(stream, ox.RdfFormat.N_QUADS)
            starts.append(servers.virtuoso(room / "data.nq", room / "virtuoso"))
        print(f"{size:,} quads; {os.cpu_count()} processors, load {os.getloadavg()[0]:.1f} before the run")
        print(f"requests/s by {'wrk' if shutil.which('wrk') else 'threads of this program'}\n")
        figures = {}
        for start in starts:
            # one after the other: together they would take the processors from each other
            with start as server:
                figures[server.name] = measure(server, chosen.runs, chosen.seconds)
        report(figures)


if __name__ == "__main__":
    main()
