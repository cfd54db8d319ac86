"""``export``, ``serve`` and ``validate``: the store to others."""

from __future__ import annotations

import gc
import os
import sys
from itertools import chain
from math import ceil
from pathlib import Path
from typing import Annotated, Any

import typer

from graph import lookups
from graph.cli.app import DEFAULT_STORE, StorePath, app, day, opened, tell
from graph.exc import InputError
from graph.export import FORMATS, Selection, write
from graph.identity import Namespace
from graph.settings import Settings
from graph.store import Store
from graph.world import ensure_world


@app.command(epilog="Example: bilateral export --format gexf --between KAZ PSE -o kaz-pse.gexf")
def export(
    format: Annotated[str, typer.Option(help=f"One of {', '.join(FORMATS)}.")],
    between: Annotated[
        tuple[str, str] | None, typer.Option(metavar="A B", help="Only what joins two states.")
    ] = None,
    around: Annotated[str | None, typer.Option(metavar="A", help="Only what one state is in.")] = None,
    about: Annotated[
        str | None,
        typer.Option(metavar="IRI", help="Only what bears on one article, issue, person or record."),
    ] = None,
    since: Annotated[str | None, typer.Option(metavar="YYYY-MM-DD", help="From this day on.")] = None,
    until: Annotated[str | None, typer.Option(metavar="YYYY-MM-DD", help="Up to this day.")] = None,
    people: Annotated[bool, typer.Option("--people", help="Add people by the posts they hold.")] = False,
    reference: Annotated[
        bool | None,
        typer.Option(
            "--reference/--no-reference",
            help="Add or leave out what stands in reference tables alone; added for a pair unless said.",
        ),
    ] = None,
    measures: Annotated[
        bool, typer.Option("--measures", help="Say of each node where it stands: betweenness, community, …")
    ] = False,
    events: Annotated[
        bool, typer.Option("--events", help="Make nodes of events, joined to all who take part.")
    ] = False,
    aggregated: Annotated[
        bool, typer.Option("--aggregated", help="One edge for each pair, kind and direction.")
    ] = False,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="A file; standard output without it.")
    ] = None,
    store: StorePath = DEFAULT_STORE,
) -> None:
    """Write the graph, a pair or a state's surroundings for Gephi, Cytoscape, spreadsheets or RDF tools."""
    if format not in FORMATS:
        raise typer.BadParameter(f"{format!r} is none of {', '.join(FORMATS)}", param_hint="--format")
    days = (day(since, "--since"), day(until, "--until"))
    with opened(store) as source:
        selection = Selection(
            between=(_actor(source, between[0]), _actor(source, between[1])) if between else None,
            around=_actor(source, around) if around else None,
            about=about,
            since=days[0],
            until=days[1],
            people=people,
            reference=reference,
            events=events,
            aggregated=aggregated,
            measures=measures,
        )
        if output is None:
            write(source, format, selection, sys.stdout.buffer)
            sys.stdout.buffer.flush()
            return
        _write_file(source, format, selection, output)
    tell(f"wrote {output} ({output.stat().st_size:,} bytes)")


def _actor(store: Store, name: str) -> str:
    return lookups.actor_iri(store, name)


def _write_file(store: Store, format: str, selection: Selection, output: Path) -> None:
    """Write beside the file and rename, so that a failure leaves no half file."""
    part = output.with_name(f".{output.name}.part")
    try:
        with part.open("wb") as stream:
            write(store, format, selection, stream)
        part.replace(output)
    except OSError as error:
        raise InputError(f"{output} cannot be written: {error.strerror or error}") from error
    finally:
        part.unlink(missing_ok=True)


@app.command(epilog="Example: BILATERAL_TOKEN=secret bilateral serve --port 8000")
def serve(
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="Port to listen on.", min=0, max=65535)] = 8000,
    read_only: Annotated[bool, typer.Option("--read-only", help="Refuse all writing.")] = False,
    store: StorePath = DEFAULT_STORE,
) -> None:
    """Serve the API, SPARQL and the explorer."""
    import uvicorn

    with opened(store, read_only=read_only) as source:
        if not read_only:
            ensure_world(source, tell)
    os.environ["BILATERAL_STORE"] = store
    if read_only:
        os.environ["BILATERAL_READ_ONLY"] = "true"
    settings = Settings()
    spare_pauses()
    uvicorn.run(
        "api.app:create_app",
        factory=True,
        http="api.direct:Direct",
        host=host,
        port=port,
        log_config=_logs(),
        access_log=False,
        timeout_graceful_shutdown=ceil(settings.drain_seconds),
    )


def spare_pauses() -> None:
    """Let the interpreter look for cycles among all it holds once in some hundred answers, not once in ten.

    It holds names, tables and lexicons for good, and each such look stops the server for 60 ms.
    """
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)


def _logs() -> dict[str, Any]:
    """Lines of JSON on standard error: a line for each request and write, and what goes wrong."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"lines": {"()": "api.journal.JsonLines"}},
        "handlers": {"errors": {"class": "logging.StreamHandler", "formatter": "lines"}},
        "root": {"handlers": ["errors"], "level": "WARNING"},
        "loggers": {"bilateral": {"level": "INFO"}},
    }


@app.command(epilog="Example: bilateral validate --article articles/maan-2017-07-08.ar")
def validate(
    article: Annotated[
        list[str] | None, typer.Option(metavar="ID", help="Only this article; may be given again.")
    ] = None,
    reference: Annotated[
        bool, typer.Option("--reference", help="Check the reference tables' graph too (half a minute).")
    ] = False,
    store: StorePath = DEFAULT_STORE,
) -> None:
    """Hold the store to its SHACL shapes; print each violation with its node and article."""
    from graph.validate import validate as violations  # half a second that only this command needs

    namespace = Namespace()
    with opened(store) as source:
        graphs = [namespace.article(key) for key in article] if article else None
        if graphs:
            for key in article or ():
                lookups.article(source, key)
        count = 0
        checked = [violations(source, graphs)]
        if reference:
            checked.append(violations(source, [namespace.graph("reference")]))
        for found in chain.from_iterable(checked):
            count += 1
            path = f"  {found.path}" if found.path else ""
            value = f"  {found.value}" if found.value else ""
            print(f"{found.focus}{path}{value}\n    {found.message} (in {found.graph or 'no graph'})")
    if count:
        tell(f"error: {count} violations")
        raise typer.Exit(1)
    tell("the store conforms to its shapes")
