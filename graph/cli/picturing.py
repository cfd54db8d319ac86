"""``plot``: pictures of the graph."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from graph import lookups
from graph.cli.app import DEFAULT_STORE, StorePath, app, day, opened, tell
from graph.exc import InputError
from graph.plots import FORMATS, LANGUAGES, draw_matrix, draw_network, draw_timeline


@app.command(epilog="Example: bilateral plot timeline KAZ PSE --lang ar -o pair.svg")
def plot(
    kind: Annotated[str, typer.Argument(help="timeline (of two states), network or matrix.")],
    states: Annotated[list[str] | None, typer.Argument(help="For a timeline, the two states.")] = None,
    output: Annotated[Path, typer.Option("-o", "--output", help="A file ending in .svg or .png.")] = Path(
        "bilateral.svg"
    ),
    measure: Annotated[str, typer.Option(help="Of a matrix: events, score, positions, …")] = "events",
    lang: Annotated[str, typer.Option(help=f"Language of the labels: {' or '.join(LANGUAGES)}.")] = "en",
    since: Annotated[str | None, typer.Option(metavar="YYYY-MM-DD", help="From this day on.")] = None,
    until: Annotated[str | None, typer.Option(metavar="YYYY-MM-DD", help="Up to this day.")] = None,
    limit: Annotated[int, typer.Option(help="States at most, in a network or matrix.", min=2)] = 40,
    store: StorePath = DEFAULT_STORE,
) -> None:
    """Draw the timeline of a pair, the network of states or a matrix, as SVG or PNG."""
    if kind not in {"timeline", "network", "matrix"}:
        raise typer.BadParameter(f"{kind!r} is none of timeline, network, matrix", param_hint="KIND")
    if (kind == "timeline") != (len(states or ()) == 2):
        raise typer.BadParameter("a timeline is of two states, other pictures of none", param_hint="STATES")
    format = output.suffix.removeprefix(".").lower()
    if format not in FORMATS:
        raise typer.BadParameter(f"{output} does not end in .svg or .png", param_hint="--output")
    span = {"since": day(since, "--since"), "until": day(until, "--until")}
    with opened(store) as source:
        if kind == "timeline" and states:
            body = draw_timeline(lookups.relation(source, *states), lang, format)
        elif kind == "matrix":
            body = draw_matrix(lookups.matrix(source, measure, limit=limit, **span), lang, format)
        else:
            events = lookups.matrix(source, "events", limit=limit, **span)
            body = draw_network(events, lookups.matrix(source, "score", limit=300, **span), lang, format)
    try:
        output.write_bytes(body)
    except OSError as error:
        raise InputError(f"{output} cannot be written: {error.strerror or error}") from error
    tell(f"wrote {output} ({len(body):,} bytes)")
