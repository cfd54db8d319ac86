"""Events."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from api.access import TheStore
from api.errors import documented
from api.models import Event, Page
from api.paging import Cursor, Limit, page
from graph import lookups

router = APIRouter(tags=["Events"])


@router.get("/events", summary="List events")
def events(
    *,
    request: Request,
    response: Response,
    store: TheStore,
    type: Annotated[str | None, Query(description="Kind of event: `consultation`, `visit`, …")] = None,
    status: Annotated[
        str | None, Query(description="`held`, `ongoing`, `planned`, `postponed`, `cancelled`.")
    ] = None,
    participant: Annotated[
        list[str] | None, Query(description="State code, organization or name; given twice, both take part.")
    ] = None,
    since: Annotated[
        date | None, Query(alias="from", description="Events that may have been on this day or later.")
    ] = None,
    until: Annotated[
        date | None, Query(alias="to", description="Events that may have been on this day or before.")
    ] = None,
    place: Annotated[str | None, Query(description="Where it takes place: key, IRI or name.")] = None,
    limit: Limit = 100,
    cursor: Cursor = None,
) -> Page[Event]:
    """Events in order of time; filters combine."""
    found = lookups.events(
        store,
        type=type,
        status=status,
        participants=tuple(participant or ()),
        since=since,
        until=until,
        place=place,
        limit=limit,
        after=cursor,
    )
    return page(request, response, found, Event)


@router.get("/events/{id}", responses=documented(404), summary="Show an event")
def event(id: str, store: TheStore) -> Event:
    """An event by the last part of its IRI."""
    return Event.model_validate(lookups.event(store, id))
