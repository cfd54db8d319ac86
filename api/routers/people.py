"""People and the posts they held."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from api.access import TheStore
from api.errors import documented
from api.models import Page, Person
from api.paging import Cursor, Limit, page
from graph import lookups

router = APIRouter(tags=["People"])


@router.get("/people", summary="List people")
def people(
    request: Request, response: Response, store: TheStore, limit: Limit = 100, cursor: Cursor = None
) -> Page[Person]:
    """People with the posts they held."""
    return page(request, response, lookups.people(store, limit=limit, after=cursor), Person)


@router.get("/people/{id}", responses=documented(404), summary="Show a person")
def person(id: str, store: TheStore) -> Person:
    """A person by the last part of the IRI."""
    return Person.model_validate(lookups.person(store, id))
