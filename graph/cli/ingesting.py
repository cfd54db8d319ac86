"""``ingest``: articles into a store, with progress, a report and a word on how to go on."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import Annotated, TextIO

import typer
from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from graph.cli.app import DEFAULT_STORE, StorePath, app, day, opened, tell
from graph.cli.filling import Encoding, NamedColumn, Paths, Published
from graph.cli.reading import AnswersFile, Reader, reading, settings_with, with_reports
from graph.exc import InputError
from graph.ingest import Engine, Outcome, Processes, Result, Tally, Threads
from graph.ingest import ingest as ingest_sources
from graph.settings import Settings
from graph.sources import Columns, read_sources
from graph.world import ensure_world

INTERRUPTED = 130


class EngineName(StrEnum):
    """Where articles are read."""

    LOCAL = "local"
    DASK = "dask"


@app.command(epilog="Example: bilateral ingest news/ more.jsonl.gz --report done.jsonl")
def ingest(
    paths: Paths,
    store: StorePath = DEFAULT_STORE,
    encoding: Encoding = None,
    published: Published = None,
    jobs: Annotated[
        int | None, typer.Option(min=1, help="Processes that read; as many as there are processors.")
    ] = None,
    engine: Annotated[
        EngineName, typer.Option(help="Read on this machine, or on a Dask cluster.")
    ] = EngineName.LOCAL,
    scheduler: Annotated[
        str | None, typer.Option(help="The cluster's scheduler.", metavar="tcp://HOST:PORT")
    ] = None,
    report: Annotated[
        Path | None,
        typer.Option(help="Write a JSON line for each article that was looked at.", metavar="FILE"),
    ] = None,
    text_column: NamedColumn = None,
    date_column: NamedColumn = None,
    outlet_column: NamedColumn = None,
    url_column: NamedColumn = None,
    lang_column: NamedColumn = None,
    id_column: NamedColumn = None,
    title_column: NamedColumn = None,
    reader: Reader = None,
    answers: AnswersFile = None,
) -> None:
    """Read articles into the store; again changes only what changed, and takes up what was cut short."""
    fallback, settings = day(published, "--published"), settings_with(reader)
    columns = Columns(
        text_column, date_column, outlet_column, url_column, lang_column, id_column, title_column
    )
    sources = partial(read_sources, paths, encoding=encoding, max_bytes=settings.max_article, columns=columns)
    works, tally = _engine(engine, scheduler, jobs, settings), Tally()
    with (
        opened(store, read_only=False) as target,
        _reporting(report) as lines,
        reading(settings, sources, fallback, answers, twice="-" not in paths) as (chosen, _),
    ):
        ensure_world(target, tell)
        threads = Threads(chosen, settings.model_concurrency)
        results = with_reports(
            ingest_sources(target, sources(), published=fallback, read=chosen, engine=works or threads),
            chosen,
        )
        try:
            for result in _shown(results, tally):
                if lines:
                    print(_line(result), file=lines, flush=result.outcome is Outcome.FAILED)
        except KeyboardInterrupt:
            results.close()
            tell(f"interrupted: {tally} so far, each wholly in the store; the same command goes on from here")
            raise typer.Exit(INTERRUPTED) from None
    tell(f"{tally} ({tally.records} records written)")
    if tally.outcomes[Outcome.FAILED]:
        raise typer.Exit(1)


def _engine(name: EngineName, scheduler: str | None, jobs: int | None, settings: Settings) -> Engine | None:
    """The engine for rules; None for a model, which is read with in threads."""
    if settings.reader != "rules":
        if name is EngineName.LOCAL and not jobs:
            return None
        raise typer.BadParameter(
            "a model reads in this process, BILATERAL_MODEL_CONCURRENCY articles at a time",
            param_hint="--jobs" if jobs else "--engine",
        )
    if name is EngineName.LOCAL:
        if scheduler:
            raise typer.BadParameter("goes with --engine dask", param_hint="--scheduler")
        return Processes(jobs)
    if not scheduler:
        raise typer.BadParameter("--engine dask needs its address", param_hint="--scheduler")
    from graph.ingesting.cluster import Cluster

    return Cluster(scheduler)


@contextmanager
def _reporting(path: Path | None) -> Iterator[TextIO | None]:
    if path is None:
        yield None
        return
    try:
        stream = path.open("w", encoding="utf-8")
    except OSError as error:
        raise InputError(f"the report cannot be written to {path}: {error.strerror or error}") from error
    with stream:
        yield stream


def _shown(results: Iterator[Result], tally: Tally) -> Iterator[Result]:
    """The results, with progress and words about them on standard error."""
    console = Console(stderr=True)
    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        task = progress.add_task("reading", total=None)
        for result in results:
            tally.count(result)
            progress.update(task, advance=1, description=f"{tally} · {result.where}")
            if result.message:
                tell(f"error: {result.message}")
            for warning in result.warnings:
                tell(f"warning: {result.where}: {warning}")
            yield result


def _line(result: Result) -> str:
    said = {
        "where": result.where,
        "id": result.key,
        "outcome": result.outcome.value,
        "records": result.records,
        "message": result.message,
        "warnings": list(result.warnings),
    }
    return json.dumps(said, ensure_ascii=False)
