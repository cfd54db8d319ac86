"""What spans many states: the matrix, what changed, feeds."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from api.access import TheNamespace, TheStore
from api.days import Day
from api.errors import documented
from api.feeds import MEDIA_TYPE, feed
from api.models import Change, Matrix, Page
from api.paging import Cursor, InTime, Limit, Sort, page
from graph import lookups
from graph.lookups.matrix import MEASURES

router = APIRouter(tags=["Overview"])
Measure = StrEnum("Measure", {name: name for name in MEASURES})  # type: ignore[misc]
ATOM = {200: {"content": {MEDIA_TYPE: {"schema": {"type": "string"}}}}, **documented(404)}
IN_A_FEED = 50
Since = Annotated[Day | None, Query(alias="from", description="What may lie on this day or later.")]
Until = Annotated[Day | None, Query(alias="to", description="What may lie on this day or before.")]


@router.get("/matrix", summary="Measure all pairs")
def matrix(
    store: TheStore,
    measure: Annotated[
        Measure,
        Query(
            description="`cooperation` and `conflict` sum PLOVER scores above and below 0, `score` is their mean."
        ),
    ] = Measure("events"),  # noqa: B008  a member of an enumeration
    since: Since = None,
    until: Until = None,
    limit: Annotated[int, Query(ge=2, le=300, description="States at most.")] = 50,
) -> Matrix:
    """State by state: events held or under way, their scores, positions, agreements or commitments."""
    found = lookups.matrix(store, measure.value, since=since, until=until, limit=limit)
    return Matrix.model_validate(found)


@router.get("/changes", summary="List what is new", responses=documented(404))
def changes(
    *,
    request: Request,
    response: Response,
    store: TheStore,
    since: Annotated[Day | None, Query(description="Published or changed on this day or later.")] = None,
    actor: Annotated[str | None, Query(description="Articles that name this state or organization.")] = None,
    sort: InTime = Sort.TIME,
    limit: Limit = 100,
    cursor: Cursor = None,
) -> Page[Change]:
    """Articles by the day they were published or last changed by their outlet, with the pairs they speak of."""
    newest = sort is Sort.NEWEST
    found = lookups.changes(store, since=since, actor=actor, newest_first=newest, limit=limit, after=cursor)
    return page(request, response, found, Change)


@router.get("/states/{code}/feed", response_class=Response, responses=ATOM, summary="Follow a state")
def state_feed(code: str, request: Request, store: TheStore, namespace: TheNamespace) -> Response:
    """An Atom feed of the newest articles that name a state, with the events they tell of."""
    known = lookups.state_code(store, code)
    found = lookups.changes(store, actor=known, newest_first=True, limit=IN_A_FEED).items
    state = lookups.things(store, [namespace.state(known)])[0]
    return _fed(request, store, found, _name(state), state.id, f"state/{known}", [known])


@router.get("/relations/{a}/{b}/feed", response_class=Response, responses=ATOM, summary="Follow a relation")
def relation_feed(a: str, b: str, request: Request, store: TheStore, namespace: TheNamespace) -> Response:
    """An Atom feed of the newest articles that say something of a pair, with the events they tell of."""
    codes = lookups.pair_of(store, a, b)
    found = lookups.changes(store, pair=codes, newest_first=True, limit=IN_A_FEED).items
    title = " – ".join(_name(thing) for thing in lookups.things(store, [namespace.state(c) for c in codes]))
    key = "-".join(codes)
    return _fed(request, store, found, title, namespace.relation(*codes), f"relation/{key}", list(codes))


def _fed(
    request: Request,
    store: TheStore,
    found: list[lookups.ChangeView],
    title: str,
    id: str,
    path: str,
    actors: list[str],
) -> Response:
    base = str(request.base_url).rstrip("/")
    entries = [
        (
            change,
            lookups.events(
                store, lookups.EventFilter(article=change.article.id, participants=actors), limit=20
            ).items,
        )
        for change in found
    ]
    body = feed(title, id, f"{base}{request.url.path}", f"{base}/doc/{path}", entries)
    return Response(body, media_type=MEDIA_TYPE)


def _name(thing: lookups.Thing) -> str:
    return thing.labels.get("en") or next(iter(thing.labels.values()), thing.key)
