"""How long loading the reference tables takes, against pyoxigraph's own bulk load of the same quads.

    python benchmarks/reference_load.py

Both ways fill an empty store on disk and one in memory. Ours starts from the CSV tables; the bulk load
starts from N-Quads that were written before. The median of five runs counts; at most 1.5 is wanted.
"""

from __future__ import annotations

import gc
import shutil
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

import pyoxigraph as ox

from graph.identity import _known_people, _known_people_keys, known_places, state_codes
from graph.reference import tables
from graph.reference.quads import load_reference, reference_quads
from graph.store import EmbeddedStore

RUNS = 5
LIMIT = 1.5
LOADERS = (
    tables.states,
    tables.state_names,
    tables.places,
    tables.organizations,
    tables.organization_names,
    tables.memberships,
    tables.holdings,
    tables.ties,
    state_codes,
    known_places,
    _known_people,
    _known_people_keys,
)


def seconds(work: Callable[[], object]) -> float:
    gc.collect()
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def ours(path: Path | None) -> float:
    """From the tables' files to a store that holds them: nothing is remembered from the run before."""
    for loader in LOADERS:
        loader.cache_clear()
    store = EmbeddedStore(path)
    return seconds(lambda: load_reference(store))


def bulk(path: Path | None, quads: bytes) -> float:
    store = ox.Store(str(path)) if path else ox.Store()
    return seconds(lambda: store.bulk_load(quads, format=ox.RdfFormat.N_QUADS))


def main() -> None:
    quads = list(reference_quads())
    written = ox.serialize(quads, format=ox.RdfFormat.N_QUADS)
    print(f"{len(quads)} quads, {len(written) / 1e6:.1f} MB as N-Quads, median of {RUNS} runs\n")
    print(f"{'store':<8} {'load_reference':>15} {'bulk_load':>10} {'ratio':>6}  at most {LIMIT}")
    del quads
    for name in ("disk", "memory"):
        times: tuple[list[float], list[float]] = ([], [])
        for _ in range(RUNS):
            folder = Path(tempfile.mkdtemp())
            times[0].append(ours(folder / "ours" if name == "disk" else None))
            times[1].append(bulk(folder / "bulk" if name == "disk" else None, written))
            shutil.rmtree(folder)
        load, direct = median(times[0]), median(times[1])
        verdict = "yes" if load / direct <= LIMIT else "no"
        print(f"{name:<8} {load:>13.2f} s {direct:>8.2f} s {load / direct:>6.2f}  {verdict}")


if __name__ == "__main__":
    main()
