"""Positions."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from api.access import TheStore
from api.errors import documented
from api.models import Page, Position
from api.paging import Cursor, Limit, page
from graph import lookups

router = APIRouter(tags=["Positions"])


@router.get("/positions", summary="List positions")
def positions(
    *,
    request: Request,
    response: Response,
    store: TheStore,
    holder: Annotated[
        str | None, Query(description="Whose position: state code, organization or name.")
    ] = None,
    issue: Annotated[
        str | None, Query(description="What it is on: key or IRI of an issue, or words of its wording.")
    ] = None,
    stance: Annotated[str | None, Query(description="`supports`, `calls-for`, `welcomes`, …")] = None,
    polarity: Annotated[int | None, Query(ge=-1, le=1, description="1 for, 0 neither, -1 against.")] = None,
    target: Annotated[
        str | None, Query(description="Whom it is about: state code, organization or name.")
    ] = None,
    since: Annotated[date | None, Query(alias="from", description="Voiced on this day or later.")] = None,
    until: Annotated[date | None, Query(alias="to", description="Voiced on this day or before.")] = None,
    limit: Limit = 100,
    cursor: Cursor = None,
) -> Page[Position]:
    """Positions in order of time; filters combine."""
    found = lookups.positions(
        store,
        holder=holder,
        issue=issue,
        stance=stance,
        polarity=polarity,
        target=target,
        since=since,
        until=until,
        limit=limit,
        after=cursor,
    )
    return page(request, response, found, Position)


@router.get("/positions/{id}", responses=documented(404), summary="Show a position")
def position(id: str, store: TheStore) -> Position:
    """A position by the last part of its IRI."""
    return Position.model_validate(lookups.position(store, id))
