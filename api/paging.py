"""Pages of a list: ``{"items": […], "next": …}`` and a Link header (RFC 8288)."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any, TypeVar

from fastapi import Query, Request, Response
from pydantic import BaseModel

from api.models import Divided, FacetValue, Page
from graph import lookups

Shown = TypeVar("Shown", bound=BaseModel)

Limit = Annotated[int, Query(ge=1, le=1000, description="Items a page.")]
Cursor = Annotated[
    str | None,
    Query(description="The `next` of the page before.", json_schema_extra={"format": "cursor"}),
]
Count = Annotated[bool, Query(description="Whether to count the whole list.")]


class Sort(StrEnum):
    """The order of a list."""

    TIME = "time"
    NEWEST = "-time"


InTime = Annotated[Sort, Query(description="`time`: the oldest first, `-time`: the newest first.")]


def page(request: Request, response: Response, found: lookups.Page[Any], model: type[Shown]) -> Page[Shown]:
    """The page ``found`` in the shape of ``model``, and the address of the next one in ``response``."""
    link_next(request, response, found.next)
    return Page(items=[model.model_validate(item) for item in found.items], next=found.next)


def link_next(request: Request, response: Response, cursor: str | None) -> None:
    """Tell where the next page is."""
    if cursor is not None:
        address = request.url.include_query_params(cursor=cursor)
        response.headers.append("Link", f'<{address.path}?{address.query}>; rel="next"')


def divided(found: Page[Shown], parts: lookups.Division | None) -> Divided[Shown]:
    """A page with the counts of the list it is of."""
    if parts is None:
        return Divided(items=found.items, next=found.next)
    facets = {
        name: [FacetValue.model_validate(value) for value in values] for name, values in parts.facets.items()
    }
    return Divided(items=found.items, next=found.next, count=parts.count, facets=facets or None)
