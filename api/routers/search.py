"""Search over names, and over the words that records stand on."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from api.access import TheStore, TheWords
from api.models import Found, Hit, Page
from api.paging import Cursor, Limit, link_next
from graph import lookups
from graph.fulltext import KINDS, highlights
from graph.lookups.asking import cursor as cursor_for
from graph.lookups.asking import cursor_key

router = APIRouter(tags=["Search"])
Kind = StrEnum("Kind", {kind: kind for kind in KINDS.values()})  # type: ignore[misc]
Words = Annotated[str, Query(min_length=1, max_length=200, description="Words, in Arabic or English.")]


@router.get("/search", summary="Search names")
def search(
    store: TheStore,
    q: Words,
    limit: Annotated[int, Query(ge=1, le=100, description="Hits at most.")] = 20,
) -> Page[Hit]:
    """Labels and aliases of states, organizations, people and issues, spelling variants folded."""
    return Page(items=[Hit.model_validate(hit) for hit in lookups.search(store, q, limit=limit)])


@router.get("/search/quotes", summary="Search what records say")
def quotes(
    *,
    request: Request,
    response: Response,
    store: TheStore,
    words: TheWords,
    q: Words,
    kind: Annotated[Kind | None, Query(description="Records of this kind alone.")] = None,
    limit: Limit = 20,
    cursor: Cursor = None,
) -> Page[Found]:
    """Records whose quotes and labels hold all the words, the best first: spelling folded, clitics taken off.

    `كازاخستان` finds `ولكازاخستان`; the last word may go on (`كازاخ`).
    """
    key = cursor_key(cursor) or "0"
    skip = int(key[:9]) if key.isascii() and key.isdigit() else 0
    matches = words.search(q, kind=kind.value if kind else None, limit=limit + 1, skip=skip)
    after = cursor_for(str(skip + limit)) if len(matches) > limit else None
    link_next(request, response, after)
    shown = lookups.records(store, [(match.record, match.kind) for match in matches[:limit]])
    found = [
        Found.model_validate(
            {"kind": kind, "record": view, "highlights": highlights(q, view.quote or "")},
            from_attributes=True,
        )
        for kind, view in shown
    ]
    return Page(items=found, next=after)
