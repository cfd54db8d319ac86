"""Positions."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from api.access import TheStore, TheWords
from api.days import Day
from api.errors import documented
from api.models import Divided, Position
from api.paging import Count, Cursor, InTime, Limit, Sort, divided, page
from graph import lookups
from ontology.terms import STANCES

router = APIRouter(tags=["Positions"])
PositionFacet = StrEnum("PositionFacet", {name: name for name in lookups.POSITION_FACETS})  # type: ignore[misc]


@router.get("/positions", summary="List positions", responses=documented(404))
def positions(
    *,
    request: Request,
    response: Response,
    store: TheStore,
    words: TheWords,
    holder: Annotated[
        str | None, Query(description="Whose position: state code, organization or name.")
    ] = None,
    issue: Annotated[
        str | None, Query(description="What it is on: key or IRI of an issue, or words of its wording.")
    ] = None,
    stance: Annotated[
        str | None,
        Query(description="`supports`, `calls-for`, `welcomes`, …", json_schema_extra={"enum": [*STANCES]}),
    ] = None,
    polarity: Annotated[int | None, Query(ge=-1, le=1, description="1 for, 0 neither, -1 against.")] = None,
    target: Annotated[
        str | None, Query(description="Whom it is about: state code, organization or name.")
    ] = None,
    since: Annotated[Day | None, Query(alias="from", description="Voiced on this day or later.")] = None,
    until: Annotated[Day | None, Query(alias="to", description="Voiced on this day or before.")] = None,
    article: Annotated[str | None, Query(description="Key or IRI of the article that tells of it.")] = None,
    confidence: Annotated[
        float | None, Query(ge=0, le=1, description="Least confidence of the reader.")
    ] = None,
    q: Annotated[
        str | None, Query(min_length=1, max_length=200, description="Words of its quotes and wording.")
    ] = None,
    sort: InTime = Sort.TIME,
    count: Count = False,
    facet: Annotated[
        list[PositionFacet] | None, Query(description="What to count by; may be given again.")
    ] = None,
    limit: Limit = 100,
    cursor: Cursor = None,
) -> Divided[Position]:
    """Positions in order of time; filters combine."""
    where = lookups.PositionFilter(
        holder=holder,
        issue=issue,
        stance=stance,
        polarity=polarity,
        target=target,
        since=since,
        until=until,
        article=article,
        confidence=confidence,
        records=None if q is None else [match.record for match in words.search(q, kind="position")],
    )
    newest = sort is Sort.NEWEST
    found = lookups.positions(store, where, newest_first=newest, limit=limit, after=cursor)
    parts = lookups.divide(store, where, facet or ()) if count or facet else None
    return divided(page(request, response, found, Position), parts)


@router.get("/positions/{id}", responses=documented(404), summary="Show a position")
def position(id: str, store: TheStore) -> Position:
    """A position by the last part of its IRI."""
    return Position.model_validate(lookups.position(store, id))
