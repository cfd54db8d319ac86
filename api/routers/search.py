"""Search over names."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query

from api.access import TheStore
from api.models import Hit, Page
from graph import lookups

router = APIRouter(tags=["Search"])


@router.get("/search", summary="Search names")
def search(
    store: TheStore,
    q: Annotated[str, Query(min_length=1, max_length=200, description="Words, in Arabic or English.")],
    limit: Annotated[int, Query(ge=1, le=100, description="Hits at most.")] = 20,
) -> Page[Hit]:
    """Labels and aliases of states, organizations, people and issues, spelling variants folded."""
    return Page(items=[Hit.model_validate(hit) for hit in lookups.search(store, q, limit=limit)])
