"""The command line ``bilateral``: data go to standard output, words about the work to standard error."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from graph.cli.app import app
from graph.cli.asking import articles, query, show, stats
from graph.cli.curating import correct, corrections
from graph.cli.filling import extract
from graph.cli.giving import export, serve, validate
from graph.cli.happenings import events
from graph.cli.importing import import_
from graph.cli.ingesting import ingest
from graph.cli.keeping import backup, check, optimize, restore
from graph.cli.measuring import evaluate
from graph.cli.picturing import plot
from graph.exc import BilateralError

__all__ = [
    "app",
    "articles",
    "backup",
    "check",
    "correct",
    "corrections",
    "evaluate",
    "events",
    "export",
    "extract",
    "import_",
    "ingest",
    "main",
    "optimize",
    "plot",
    "query",
    "restore",
    "serve",
    "show",
    "stats",
    "validate",
]


def main(arguments: Sequence[str] | None = None) -> None:
    """Run one command and leave with 0 (done), 1 (the work failed) or 2 (wrong usage)."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")
    try:
        app(list(arguments) if arguments is not None else None, prog_name="bilateral")
    except BilateralError as error:
        print(f"error: {error}", file=sys.stderr)
        sys.exit(1)
    except BrokenPipeError:
        # the reader of our output has left (`| head`): nothing more to say, and nothing to flush at exit
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
