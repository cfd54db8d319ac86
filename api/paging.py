"""Pages of a list: ``{"items": […], "next": …}`` and a Link header (RFC 8288)."""

from __future__ import annotations

from typing import Annotated, Any, TypeVar

from fastapi import Query, Request, Response
from pydantic import BaseModel

from api.models import Page
from graph import lookups

Shown = TypeVar("Shown", bound=BaseModel)

Limit = Annotated[int, Query(ge=1, le=1000, description="Items a page.")]
Cursor = Annotated[str | None, Query(description="The `next` of the page before.")]


def page(request: Request, response: Response, found: lookups.Page[Any], model: type[Shown]) -> Page[Shown]:
    """The page ``found`` in the shape of ``model``, and the address of the next one in ``response``."""
    if found.next is not None:
        address = request.url.include_query_params(cursor=found.next)
        response.headers["Link"] = f'<{address.path}?{address.query}>; rel="next"'
    return Page(items=[model.model_validate(item) for item in found.items], next=found.next)
