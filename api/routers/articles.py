"""Articles: metadata, text and records; sending one in and taking one out."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from api.access import TheStore
from api.errors import documented
from api.models import Article, ArticleSummary, Page
from api.paging import Cursor, Limit, page
from graph import lookups

router = APIRouter(tags=["Articles"])


@router.get("/articles", summary="List articles")
def articles(
    request: Request, response: Response, store: TheStore, limit: Limit = 100, cursor: Cursor = None
) -> Page[ArticleSummary]:
    """Articles without their texts, the newest first."""
    return page(request, response, lookups.articles(store, limit=limit, after=cursor), ArticleSummary)


@router.get("/articles/{id:path}", responses=documented(404), summary="Show an article")
def article(id: str, store: TheStore) -> Article:
    """An article with its text and every record read from it, each with its span."""
    found = lookups.article(store, id)
    parts = {name: getattr(found, name) for name in Article.model_fields if hasattr(found, name)}
    own = {
        name: getattr(found.article, name) for name in Article.model_fields if hasattr(found.article, name)
    }
    return Article.model_validate({**parts, **own}, from_attributes=True)
