"""Pairs of states and how they deal with each other."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from api.access import TheStore
from api.errors import documented
from api.models import Page, Pair, Relation
from api.paging import Cursor, Limit, page
from graph import lookups

router = APIRouter(tags=["Relations"])


@router.get("/relations", summary="List relations")
def relations(
    request: Request, response: Response, store: TheStore, limit: Limit = 100, cursor: Cursor = None
) -> Page[Pair]:
    """All pairs of states that share a record, the most active first."""
    return page(request, response, lookups.pairs(store, limit=limit, after=cursor), Pair)


@router.get("/relations/{a}/{b}", responses=documented(404), summary="Show a relation")
def relation(a: str, b: str, store: TheStore) -> Relation:
    """How two states deal with each other; codes or names, in either order."""
    return Relation.model_validate(lookups.relation(store, a, b))
