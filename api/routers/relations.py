"""Pairs of states and how they deal with each other."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from api.access import TheStore
from api.days import Day
from api.errors import documented
from api.models import Moment, Page, Pair, Relation
from api.paging import Cursor, Limit, page
from graph import lookups
from graph.dossier import FORMATS, compose
from graph.dossier.html import style_hash

router = APIRouter(tags=["Relations"])


class DossierFormat(StrEnum):
    """What a dossier is written as."""

    HTML = "html"
    DOCX = "docx"


class Language(StrEnum):
    """What a dossier is written in."""

    EN = "en"
    AR = "ar"


@router.get("/relations", summary="List relations")
def relations(
    request: Request, response: Response, store: TheStore, limit: Limit = 100, cursor: Cursor = None
) -> Page[Pair]:
    """All pairs of states that share a record, the most active first."""
    return page(request, response, lookups.pairs(store, limit=limit, after=cursor), Pair)


@router.get("/relations/{a}/{b}", responses=documented(404), summary="Show a relation")
def relation(
    *,
    a: str,
    b: str,
    store: TheStore,
    on: Annotated[
        Day | None, Query(description="A day: which organizations did both belong to then?")
    ] = None,
    limit: Annotated[
        int, Query(ge=1, le=1000, description="Events, and positions, at most; the latest are given.")
    ] = 200,
) -> Relation:
    """How two states deal with each other; codes or names, in either order."""
    return Relation.model_validate(lookups.relation(store, a, b, on=on, limit=limit))


@router.get("/relations/{a}/{b}/timeline", responses=documented(404), summary="Show a relation in time")
def timeline(
    *,
    a: str,
    b: str,
    request: Request,
    response: Response,
    store: TheStore,
    since: Annotated[
        Day | None, Query(alias="from", description="What may lie on this day or later.")
    ] = None,
    until: Annotated[Day | None, Query(alias="to", description="What may lie on this day or before.")] = None,
    limit: Limit = 100,
    cursor: Cursor = None,
) -> Page[Moment]:
    """Events, positions, agreements, commitments and ties of a pair in order of time, those without a day last."""
    found = lookups.timeline(store, a, b, since=since, until=until, limit=limit, after=cursor)
    return page(request, response, found, Moment)


@router.get(
    "/relations/{a}/{b}/dossier",
    response_class=Response,
    responses={
        200: {"content": {form.media_type: {"schema": {"type": "string"}} for form in FORMATS.values()}},
        **documented(404, 501),
    },
    summary="Write a relation up as a document",
)
def dossier(
    *,
    a: str,
    b: str,
    store: TheStore,
    format: Annotated[DossierFormat, Query(description="`html`, or `docx` for Word.")] = DossierFormat.HTML,
    lang: Annotated[Language, Query(description="Language of the document.")] = Language.EN,
    limit: Annotated[
        int, Query(ge=1, le=1000, description="Events, and positions, at most; the latest are told.")
    ] = 200,
) -> Response:
    """Summary, timeline, positions, people and sources of a pair, each statement with a note and its quote."""
    found = lookups.relation(store, a, b, limit=limit)
    chosen = FORMATS[format.value]
    body = chosen.writer(compose(found, lang.value))
    headers = {"Content-Security-Policy": f"default-src 'none'; style-src '{style_hash()}'"}
    if format.value != "html":
        name = f"bilateral-{found.summary.key}-{lang.value}{chosen.suffix}"
        headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return Response(body, media_type=chosen.media_type, headers=headers)
