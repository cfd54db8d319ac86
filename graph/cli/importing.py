"""``import`` and ``imports``: data sets in beside the articles, and out again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from graph.cli.app import DEFAULT_STORE, StorePath, app, opened, tell
from graph.cli.asking import Json, as_json
from graph.exc import BilateralError, StoreError
from graph.imports import CodedFile, Report, RollCalls, bring_in, imports, take_out
from graph.imports.mapping import format_of
from graph.store import Store
from graph.world import ensure_world


class Data(StrEnum):
    """The data sets that have a mapping."""

    GDELT = "gdelt"
    ICEWS = "icews"
    POLECAT = "polecat"
    UNVOTES = "unvotes"


@app.command(
    "import", epilog="Example: bilateral import gdelt 20170708.export.CSV.zip && bilateral show KAZ PSE"
)
def import_(
    data: Annotated[Data, typer.Argument(help="What the files are.", show_default=False)],
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar="FILE...", help="Files, also .gz and .zip; of unvotes the folder with its tables."
        ),
    ],
    domestic: Annotated[
        bool, typer.Option("--domestic", help="Keep rows with the same state on both sides.")
    ] = False,
    store: StorePath = DEFAULT_STORE,
) -> None:
    """Bring in coded events or roll calls, each file in a graph of its own; again changes nothing."""
    failed = 0
    with opened(store, read_only=False) as target:
        ensure_world(target, tell)
        for file in files:
            try:
                for report in _brought(target, data, file, domestic):
                    _tell(file, report)
            except StoreError:
                raise
            except BilateralError as error:
                failed += 1
                tell(f"error: {error}")
    if failed:
        raise typer.Exit(1)


def _brought(store: Store, data: Data, file: Path, domestic: bool) -> Iterator[Report]:
    if data is Data.UNVOTES:
        yield bring_in(store, RollCalls(file), tell)
    else:
        yield bring_in(store, CodedFile(file, format_of(data.value), domestic=domestic), tell)


def _tell(file: Path, report: Report) -> None:
    tell(f"{file}: {report.outcome.value}, {report.kept:,} of {report.read:,} rows kept")
    for line in report.left:
        tell(f"  left out: {line}")


listing = typer.Typer(help="List and remove what was imported.", no_args_is_help=True)
app.add_typer(listing, name="imports")


@listing.command("list", epilog="Example: bilateral imports list --json")
def list_imports(store: StorePath = DEFAULT_STORE, json_: Json = False) -> None:
    """List the imported files."""
    with opened(store) as source:
        found = imports(source)
    if json_:
        print(as_json([asdict(one) for one in found]))
        return
    table = Table("key", "data", "file", "imported", "kept", "read", box=None, pad_edge=False)
    for one in found:
        at = f"{one.imported:%Y-%m-%d %H:%M}" if one.imported and one.whole else "cut short: import it again"
        table.add_row(one.key, one.source, one.file, at, f"{one.kept:,}", f"{one.read:,}")
    Console(soft_wrap=True).print(table)
    tell(f"{len(found)} import{'' if len(found) == 1 else 's'}")


@listing.command("remove", epilog="Example: bilateral imports remove gdelt-9f86d081884c7d65")
def remove_import(
    key: Annotated[str, typer.Argument(metavar="KEY", help="The key that `imports list` shows.")],
    store: StorePath = DEFAULT_STORE,
) -> None:
    """Take an imported file out of the store."""
    with opened(store, read_only=False) as target:
        found = take_out(target, key, tell)
    tell(f"removed {found.key} ({found.file})")
