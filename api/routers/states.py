"""States and the pairs they are in."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from api.access import TheStore
from api.errors import documented
from api.models import Page, Pair, State, StateDetail
from api.paging import Cursor, Limit, page
from graph import lookups

router = APIRouter(tags=["States"])


@router.get("/states", summary="List states")
def states(
    request: Request, response: Response, store: TheStore, limit: Limit = 100, cursor: Cursor = None
) -> Page[State]:
    """States that records speak of, with their names and codes."""
    return page(request, response, lookups.states(store, limit=limit, after=cursor), State)


@router.get("/states/{code}", responses=documented(404), summary="Show a state")
def state(code: str, store: TheStore) -> StateDetail:
    """A state by its alpha-3 code or its name: names, codes, memberships, posts, ties."""
    return StateDetail.model_validate(lookups.state(store, code))


@router.get("/states/{code}/relations", responses=documented(404), summary="List the relations of a state")
def relations_of(
    *,
    code: str,
    request: Request,
    response: Response,
    store: TheStore,
    limit: Limit = 100,
    cursor: Cursor = None,
) -> Page[Pair]:
    """The pairs that a state is in, with counts, the most active first."""
    return page(request, response, lookups.relations_of(store, code, limit=limit, after=cursor), Pair)
