"""Events."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from api.access import TheStore, TheWords
from api.days import Day
from api.errors import documented
from api.models import Divided, Event
from api.paging import Count, Cursor, InTime, Limit, Sort, divided, page
from graph import lookups
from graph.imports import FORMATS
from ontology.terms import EVENT_GROUPS, EVENT_KINDS, EVENT_STATUSES

router = APIRouter(tags=["Events"])
EventFacet = StrEnum("EventFacet", {name: name for name in lookups.EVENT_FACETS})  # type: ignore[misc]


class Reports(StrEnum):
    """How often a happening that several articles report is listed."""

    ONCE = "once"
    ALL = "all"


@router.get("/events", summary="List events", responses=documented(404))
def events(
    *,
    request: Request,
    response: Response,
    store: TheStore,
    words: TheWords,
    type: Annotated[
        str | None,
        Query(
            description="Kind of event: `consultation`, `visit`, …, or a group: `meet`.",
            json_schema_extra={"enum": [*dict.fromkeys((*EVENT_KINDS, *EVENT_GROUPS))]},
        ),
    ] = None,
    status: Annotated[
        str | None,
        Query(
            description="`held`, `ongoing`, `planned`, `postponed`, `cancelled`.",
            json_schema_extra={"enum": [*EVENT_STATUSES]},
        ),
    ] = None,
    participant: Annotated[
        list[str] | None, Query(description="State code, organization or name; given twice, both take part.")
    ] = None,
    since: Annotated[
        Day | None, Query(alias="from", description="Events that may have been on this day or later.")
    ] = None,
    until: Annotated[
        Day | None, Query(alias="to", description="Events that may have been on this day or before.")
    ] = None,
    place: Annotated[str | None, Query(description="Where it takes place: key, IRI or name.")] = None,
    issue: Annotated[
        str | None, Query(description="What is on the agenda: key of an issue; narrower ones count.")
    ] = None,
    article: Annotated[str | None, Query(description="Key or IRI of the article that tells of it.")] = None,
    confidence: Annotated[
        float | None, Query(ge=0, le=1, description="Least confidence of the reader.")
    ] = None,
    q: Annotated[
        str | None, Query(min_length=1, max_length=200, description="Words of its quotes and labels.")
    ] = None,
    reports: Annotated[
        Reports, Query(description="`once`: one item for each happening; `all`: each report of it.")
    ] = Reports.ONCE,
    overdue: Annotated[
        bool, Query(description="Plans alone whose last day is past and that nothing has been told of since.")
    ] = False,
    source: Annotated[
        str | None,
        Query(
            description="Give the machine-coded events of an imported data set instead of those of articles; "
            "`type`, `status`, `participant`, `from`, `to` narrow them.",
            json_schema_extra={"enum": [*FORMATS]},
        ),
    ] = None,
    sort: InTime = Sort.TIME,
    count: Count = False,
    facet: Annotated[
        list[EventFacet] | None, Query(description="What to count by; may be given again.")
    ] = None,
    limit: Limit = 100,
    cursor: Cursor = None,
) -> Divided[Event]:
    """Events in order of time, those without a day last; filters combine. Several reports of one happening are one."""
    where = lookups.EventFilter(
        type=type,
        status=status,
        participants=tuple(participant or ()),
        since=since,
        until=until,
        place=place,
        issue=issue,
        article=article,
        confidence=confidence,
        every_report=reports is Reports.ALL,
        overdue=date.today() if overdue else None,
        source=source,
        records=None if q is None else [match.record for match in words.search(q, kind="event")],
    )
    newest = sort is Sort.NEWEST
    found = lookups.events(store, where, newest_first=newest, limit=limit, after=cursor)
    parts = lookups.divide(store, where, facet or ()) if count or facet else None
    return divided(page(request, response, found, Event), parts)


@router.get("/events/{id}", responses=documented(404), summary="Show an event")
def event(id: str, store: TheStore) -> Event:
    """An event by the last part of its IRI or of its happening's, with all reports of it."""
    return Event.model_validate(lookups.event(store, id))
