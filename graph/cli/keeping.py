"""``backup``, ``restore``, ``optimize`` and ``check``: the store kept safe and sound."""

from __future__ import annotations

from itertools import islice
from pathlib import Path
from typing import Annotated

import typer

from graph import lookups
from graph.cli.app import DEFAULT_STORE, StorePath, app, opened, tell
from graph.exc import StoreError
from graph.store import EmbeddedStore, Store, upkeep

_SHOWN = 20


@app.command(epilog="Example: bilateral backup copies/monday.db && bilateral backup copies/monday.nq.gz")
def backup(
    target: Annotated[Path, typer.Argument(help="A new folder, or a file .nq or .nq.gz.")],
    store: StorePath = DEFAULT_STORE,
) -> None:
    """Copy the store, also while a server writes to it: as a store of its own or as N-Quads."""
    with opened(store) as source:
        upkeep.back_up(source, target)
    tell(f"copied {store} to {target}")


@app.command(epilog="Example: bilateral restore copies/monday.db --store new.db")
def restore(
    source: Annotated[Path, typer.Argument(help="A store's folder, or a file .nq or .nq.gz.")],
    replace: Annotated[bool, typer.Option("--replace", help="Put it in place of what is there.")] = False,
    store: StorePath = DEFAULT_STORE,
) -> None:
    """Put a copy into a store, embedded or remote; moves a graph from one kind to the other too."""
    count = upkeep.restore(source, store, replace=replace)
    tell(f"{store} holds {count:,} quads")


@app.command(epilog="Example: bilateral optimize --store bilateral.db")
def optimize(store: StorePath = DEFAULT_STORE) -> None:
    """Remove files that a killed bulk load left and compact the rest; no server may be running."""
    with opened(store, read_only=False) as target:
        saved = upkeep.optimize(_embedded(target))
        tell(f"{store} is {saved:,} bytes smaller" if saved > 0 else f"{store} was compact")


@app.command(epilog="Example: bilateral check --store bilateral.db")
def check(
    shapes: Annotated[
        bool, typer.Option("--shapes/--no-shapes", help="Hold the articles to the SHACL shapes too.")
    ] = True,
    store: StorePath = DEFAULT_STORE,
) -> None:
    """Read every quad, count them, look for files without use and for what breaks the shapes."""
    with opened(store) as source:
        read = sum(1 for _ in source.quads())
        figures = lookups.stats(source)
        print(f"{read:,} quads read, {len(source.graphs()):,} graphs, {figures.articles:,} articles")
        faults = _files(source) if isinstance(source, EmbeddedStore) else 0
        if read != source.size():
            faults += 1
            print(f"the store counts {source.size():,} quads")
        faults += _shapes(source) if shapes else 0
    if faults:
        tell(f"error: {faults} faults")
        raise typer.Exit(1)
    tell("the store is sound")


def _files(store: EmbeddedStore) -> int:
    left = upkeep.orphans(store)
    for path in left:
        print(
            f"{path}: {path.stat().st_size:,} bytes that the store does not use; `bilateral optimize` removes it"
        )
    return len(left)


def _shapes(store: Store) -> int:
    from graph.validate import validate as violations  # half a second that only this needs

    found = list(islice(violations(store), _SHOWN))
    for violation in found:
        print(f"{violation.focus}: {violation.message}")
    if len(found) == _SHOWN:
        print("and perhaps more: `bilateral validate` lists all")
    return len(found)


def _embedded(store: Store) -> EmbeddedStore:
    if not isinstance(store, EmbeddedStore):
        raise StoreError(
            f"the server at {store.location} keeps its own files; only a folder can be compacted"
        )
    return store
