"""``events``: happenings by kind, status and participant, each with who reports it; overdue plans."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from typing import Annotated

import typer

from graph import lookups
from graph.cli.app import DEFAULT_STORE, StorePath, app, day, opened, tell
from graph.cli.asking import Json, as_json, console
from graph.cli.relation import print_events


@app.command(epilog="Example: bilateral events --overdue --participant KAZ")
def events(
    type: Annotated[str | None, typer.Option(help="visit, consultation, … or a group: meet.")] = None,
    status: Annotated[
        str | None, typer.Option(help="held, ongoing, planned, postponed or cancelled.")
    ] = None,
    participant: Annotated[
        list[str] | None, typer.Option(help="Code or name of a state or organization; may be given again.")
    ] = None,
    since: Annotated[str | None, typer.Option(metavar="YYYY-MM-DD", help="From this day on.")] = None,
    until: Annotated[str | None, typer.Option(metavar="YYYY-MM-DD", help="Up to this day.")] = None,
    overdue: Annotated[
        bool,
        typer.Option("--overdue", help="Plans alone whose last day is past and of which no more is told."),
    ] = False,
    every: Annotated[
        bool, typer.Option("--every-report", help="Each report, also where several are of one happening.")
    ] = False,
    limit: Annotated[int, typer.Option(help="How many at most.", min=1)] = 100,
    store: StorePath = DEFAULT_STORE,
    json_: Json = False,
) -> None:
    """List events in order of time; what several articles report is one, with all who report it."""
    where = lookups.EventFilter(
        type=type,
        status=status,
        participants=tuple(participant or ()),
        since=day(since, "--since"),
        until=day(until, "--until"),
        every_report=every,
        overdue=date.today() if overdue else None,
    )
    with opened(store) as source:
        page = lookups.events(source, where, limit=limit)
    if json_:
        print(as_json([asdict(event) for event in page.items]))
    else:
        print_events(page.items, console())
    more = f"; --limit {2 * limit} shows more" if page.next else ""
    tell(f"{len(page.items)} event{'' if len(page.items) == 1 else 's'}{more}")
