"""What all commands share: the application, the store option, days and warnings."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from importlib.metadata import version
from typing import Annotated

import typer

from graph.store import Store, open_store

app = typer.Typer(
    help="Read Arabic and English news on diplomacy into a knowledge graph of relations between states.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Example: bilateral ingest data/articles && bilateral show KAZ PSE",
)

StorePath = Annotated[
    str,
    typer.Option(
        "--store",
        envvar="BILATERAL_STORE",
        help="A folder, or the http(s) address of a SPARQL endpoint.",
        show_default=True,
    ),
]
DEFAULT_STORE = "./bilateral.db"


def _version(wanted: bool) -> None:
    if wanted:
        print(f"bilateral {version('bilateral')}")
        raise typer.Exit


@app.callback()
def _root(
    shown: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Read news on diplomacy into a knowledge graph of relations between states."""


@contextmanager
def opened(location: str, *, read_only: bool = True) -> Iterator[Store]:
    """The store at a location, closed again whatever happens."""
    store = open_store(location, read_only=read_only)
    try:
        yield store
    finally:
        store.close()


def day(text: str | None, option: str) -> date | None:
    """A day that an option gives; wrong usage where it is none."""
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter(f"{text!r} is no day like 2017-07-08", param_hint=option) from None


def tell(line: str) -> None:
    """A line about the work, on standard error."""
    print(line, file=sys.stderr)
