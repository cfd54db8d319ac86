"""How fast files of data sets go in: rows like GDELT's beside the engine's bare bulk load of the same quads.

    python benchmarks/imports.py --rows 1000000
    python benchmarks/imports.py --rows 0 --unvotes FOLDER     # General Assembly roll calls: a real large data set

Rows are generated. Each measurement is a process of its own, whose peak memory is told with its time; the ratio is the
bare load's time over the import's (reading, mapping, hashing and loading).
"""

from __future__ import annotations

import argparse
import multiprocessing
import random
import resource
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from graph.imports import CodedFile, RollCalls, bring_in, take_out
from graph.imports.mapping import format_of
from graph.lookups import voting
from graph.store import EmbeddedStore, upkeep

STATES = [
    "USA",
    "RUS",
    "CHN",
    "GBR",
    "FRA",
    "DEU",
    "TUR",
    "EGY",
    "SAU",
    "IRN",
    "ISR",
    "PSE",
    "IRQ",
    "SYR",
    "JOR",
    "QAT",
    "ARE",
    "KAZ",
    "UZB",
    "IND",
    "PAK",
    "JPN",
    "KOR",
    "BRA",
    "MEX",
    "ZAF",
    "NGA",
    "KEN",
    "ETH",
    "MAR",
    "DZA",
    "TUN",
    "LBY",
    "SDN",
    "YEM",
    "OMN",
    "KWT",
    "LBN",
    "ITA",
    "ESP",
    "POL",
    "UKR",
    "SWE",
    "NOR",
    "CAN",
    "AUS",
    "IDN",
    "MYS",
    "VNM",
    "ROM",
]
CODES = [
    "010",
    "020",
    "0231",
    "030",
    "036",
    "040",
    "042",
    "043",
    "046",
    "051",
    "057",
    "060",
    "070",
    "0841",
    "100",
    "111",
    "112",
    "120",
    "130",
    "140",
    "160",
    "173",
    "190",
]
PAIRS = (("USA", "RUS"), ("EGY", "SAU"), ("KAZ", "UZB"))
GRAPH = "https://w3id.org/bilateral/id/source/gdelt-bench"


def generate(path: Path, rows: int) -> None:
    """A file with the columns of GDELT 2.0; about one row in six is to be left out."""
    chance = random.Random(7)
    with path.open("w", encoding="utf-8") as file:
        for n in range(rows):
            by, to = chance.choice(STATES), chance.choice(STATES)
            role = chance.choice(("GOV", "GOV", "MIL", "", "", "", "CVL"))
            cells = [""] * 61
            cells[0], cells[1] = str(600_000_000 + n), f"2017{n * 12 // rows + 1:02d}{n % 28 + 1:02d}"
            cells[5], cells[6], cells[7], cells[12] = by + role, f"NAME OF {by}", by, role
            cells[15], cells[16], cells[17], cells[22] = to + "GOV", f"NAME OF {to}", to, "GOV"
            cells[26], cells[30], cells[31] = chance.choice(CODES), "1.9", str(chance.randrange(1, 20))
            if chance.random() < 0.1:
                cells[17], cells[15] = chance.choice(("EUR", "", "AFR")), ""
            cells[52] = "Somewhere, Some Province, Some Country"
            cells[60] = f"https://news.example.org/world/2017/{n}/a-headline-of-some-length-{n % 97}.html"
            file.write("\t".join(cells) + "\n")


def import_rows(file: Path, folder: Path) -> str:
    store = EmbeddedStore(folder)
    report = bring_in(store, CodedFile(file, format_of("gdelt")))
    store.close()
    return f"{report.kept:,} of {report.read:,} rows kept"


def load_bare(file: Path, folder: Path) -> str:
    store = ox.Store(str(folder))
    store.bulk_load(path=str(file), format=ox.RdfFormat.N_QUADS)
    store.flush()
    return f"{len(store):,} quads"


def write_quads(file: Path, target: Path) -> str:
    with target.open("wb") as stream:
        for piece in CodedFile(file, format_of("gdelt")).nquads(GRAPH):
            stream.write(piece)
    return f"{target.stat().st_size / 2**20:,.0f} MiB of N-Quads"


def import_votes(folder: Path, store: Path) -> str:
    opened = EmbeddedStore(store)
    report = bring_in(opened, RollCalls(folder))
    quads = opened.size()
    opened.close()
    return f"{report.kept:,} of {report.read:,} ballots, {quads:,} quads"


def optimize(_: Path, folder: Path) -> str:
    store = EmbeddedStore(folder)
    upkeep.optimize(store)
    store.close()
    return "compacted"


def ask_votes(_: Path, folder: Path) -> str:
    store = EmbeddedStore(folder, read_only=True)
    told = []
    for pair in PAIRS:
        begun = time.perf_counter()
        found = voting(store, *pair)
        share = f"{found.agreement:.2f} in {found.roll_calls:,}" if found else "none"
        told.append(f"{'-'.join(pair)} {share}, {(time.perf_counter() - begun) * 1000:.0f} ms")
    return "; ".join(told)


def remove(_: Path, folder: Path) -> str:
    store = EmbeddedStore(folder)
    (graph,) = store.graphs()
    quads = store.size()
    take_out(store, graph)
    store.close()
    return f"{quads:,} quads removed"


def _child(work: Callable[[Path, Path], str], file: Path, target: Path, told: Any) -> None:
    begun = time.perf_counter()
    said = work(file, target)
    seconds = time.perf_counter() - begun
    told.put((seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, said))


def measured(name: str, work: Callable[[Path, Path], str], file: Path, target: Path) -> float:
    """Seconds that the work takes in a process of its own; prints them with its peak memory."""
    start = multiprocessing.get_context("spawn")
    told = start.Queue()
    child = start.Process(target=_child, args=(work, file, target, told))
    child.start()
    seconds, memory, said = told.get()
    child.join()
    disk = upkeep.size_on_disk(target) / 2**20 if target.is_dir() else 0
    print(f"{name:24} {seconds:8.1f} s {memory:7,.0f} MiB peak {disk:7,.0f} MiB on disk   {said}", flush=True)
    return float(seconds)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rows", type=int, default=50_000)
    parser.add_argument("--unvotes", type=Path, help="the folder with the tables of the roll calls")
    parser.add_argument("--remove", action="store_true", help="time taking a file out again too")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        if given.rows:
            rows, quads = folder / "rows.tsv", folder / "quads.nq"
            generate(rows, given.rows)
            measured("rows to quads alone", write_quads, rows, quads)
            bare = measured("bare bulk load", load_bare, quads, folder / "bare")
            quads.unlink()
            ours = measured("import", import_rows, rows, folder / "ours")
            print(
                f"{given.rows:,} rows: {bare / ours:.2f} of the bare load's speed, {given.rows / ours:,.0f} rows/s"
            )
            if given.remove:
                measured("remove", remove, rows, folder / "ours")
        if given.unvotes:
            measured("roll calls", import_votes, given.unvotes, folder / "votes")
            measured("agreement, as loaded", ask_votes, given.unvotes, folder / "votes")
            measured("optimize", optimize, given.unvotes, folder / "votes")
            measured("agreement, compacted", ask_votes, given.unvotes, folder / "votes")
            if given.remove:
                measured("remove", remove, given.unvotes, folder / "votes")


if __name__ == "__main__":
    main()
