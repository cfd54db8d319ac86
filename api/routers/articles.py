"""Articles: metadata, text and records; sending one in and taking one out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from enum import StrEnum
from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Depends, HTTPException, Query, Request, Response
from fastapi.exceptions import RequestValidationError
from pydantic import ValidationError
from starlette.concurrency import run_in_threadpool

from api.access import TheLedger, TheNamespace, TheReader, TheSettings, TheStore, require_token
from api.days import Day
from api.errors import documented
from api.models import Article, ArticleSummary, ArticleText, NewArticle, Page, Stored
from api.paging import Cursor, Limit, page
from graph import lookups
from graph.exc import InputError
from graph.identity import text_hash
from graph.ingest import Outcome, ingest_article, open_source, remove_article
from graph.lookups import Shown
from graph.model import Article as ArticleOfGraph
from graph.model import ArticleRecords
from graph.modelreading.choosing import Read
from graph.settings import Settings
from graph.sources import LANGUAGES, Source, decode

router = APIRouter(tags=["Articles"])
Language = StrEnum("Language", {tag: tag for tag in LANGUAGES})  # type: ignore[misc]
RECORDS = ("events", "positions", "posts", "memberships", "agreements", "commitments")


@router.get("/articles", summary="List articles")
def articles(
    request: Request, response: Response, store: TheStore, limit: Limit = 100, cursor: Cursor = None
) -> Page[ArticleSummary]:
    """Articles without their texts, the newest first."""
    return page(request, response, lookups.articles(store, limit=limit, after=cursor), ArticleSummary)


@router.get("/articles/{id:path}", responses=documented(404), summary="Show an article")
def article(id: str, store: TheStore) -> Article:
    """An article with its text and every record read from it, each with its span."""
    return shown(lookups.article(store, id))


def shown(found: lookups.ArticleRecordsView) -> Article:
    """An article with its records in the order of the text."""
    own = {name: getattr(found.article, name) for name in ArticleText.model_fields}
    records = {name: sorted(getattr(found, name), key=_place) for name in RECORDS}
    return Article.model_validate({**own, **records, "mentions": found.mentions}, from_attributes=True)


def _place(record: Shown) -> tuple[int, int]:
    """Where the record stands in the text, the longer of two that begin together first."""
    return record.start or 0, -(record.end or 0)


def _parsed(body: bytes) -> NewArticle:
    try:
        return NewArticle.model_validate_json(body)
    except ValidationError as error:
        faults = [{**fault, "loc": ("body", *fault["loc"])} for fault in error.errors(include_url=False)]
        raise RequestValidationError(faults) from error


async def _sent(request: Request, given: dict[str, str | date | None]) -> NewArticle:
    """The article in the body: a JSON object, or the bare text with its details in the address."""
    media_type = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    body = await request.body()
    if media_type == "application/json":
        return _parsed(body)
    if media_type != "text/plain":
        raise HTTPException(
            415, f"the Content-Type is {media_type or 'missing'}; it must be application/json or text/plain"
        )
    return NewArticle.model_validate({"text": decode(body, "the body"), **given})


async def told(request: Request, settings: Settings, **given: str | date | None) -> NewArticle:
    """The article in the body, refused where it is too large, empty or in a language that is not read."""
    new = await _sent(request, {name: value for name, value in given.items() if value is not None})
    if len(new.text.encode()) > settings.max_article:
        raise HTTPException(
            413, f"the text is larger than the {settings.max_article} bytes an article may have"
        )
    if not new.text.strip():
        raise InputError("the text is empty; there is nothing to read")
    return new


@router.post(
    "/articles",
    status_code=201,
    responses={
        200: {"model": Stored, "description": "It was there before."},
        **documented(401, 403, 413, 415, 502),
    },
    dependencies=[Depends(require_token)],
    openapi_extra={
        "security": [{"token": []}],
        "requestBody": {
            "required": True,
            "content": {
                "application/json": {"schema": {"$ref": "#/components/schemas/NewArticle"}},
                "text/plain": {"schema": {"type": "string", "minLength": 1, "format": "article"}},
            },
        },
    },
    summary="Read and store an article",
)
async def add(
    *,
    request: Request,
    response: Response,
    store: TheStore,
    reader: TheReader,
    ledger: TheLedger,
    settings: TheSettings,
    namespace: TheNamespace,
    id: Annotated[
        str | None,
        Query(min_length=1, description="With `text/plain`: name within the store, or the IRI made of it."),
    ] = None,
    lang: Annotated[
        Language | None, Query(description="With `text/plain`: language tag of the text.")
    ] = None,
    published: Annotated[Day | None, Query(description="With `text/plain`: day of publication.")] = None,
    outlet: Annotated[str | None, Query(description="With `text/plain`: who published it.")] = None,
    url: Annotated[str | None, Query(description="With `text/plain`: where it was published.")] = None,
) -> Stored:
    """Read an article and store what it says; the same article again changes nothing."""
    new = await told(
        request, settings, id=id, lang=lang and lang.value, published=published, outlet=outlet, url=url
    )
    key = namespace.article_key(new.id) if new.id else f"http/{text_hash(new.text)[:12]}"
    source = Source(
        key=key, text=new.text, published=new.published, outlet=new.outlet, url=new.url, language=new.lang
    )
    article = await run_in_threadpool(open_source, source)
    read: Callable[[ArticleOfGraph], ArticleRecords] = reader
    if settings.reader != "rules":  # a model takes its time: it has read before the store is held
        read = Read(await run_in_threadpool(reader.read, article), reader.version)
    result = await run_in_threadpool(
        ledger.write, request, f"article {key}", lambda: ingest_article(store, article, read=read)
    )
    response.status_code = 201 if result.outcome is Outcome.NEW else 200
    response.headers["Location"] = f"/articles/{quote(key, safe='')}"
    return Stored(
        id=namespace.article(key),
        key=key,
        outcome=result.outcome.value,
        records=result.records,
        warnings=[*result.warnings, *reader.reports(key)],
    )


@router.delete(
    "/articles/{id:path}",
    status_code=204,
    response_class=Response,
    dependencies=[Depends(require_token)],
    responses=documented(401, 403, 404),
    openapi_extra={"security": [{"token": []}]},
    summary="Take an article out",
)
def remove(
    request: Request, id: str, store: TheStore, ledger: TheLedger, namespace: TheNamespace
) -> Response:
    """Remove an article, by key or IRI, with everything that only it says."""
    key = namespace.article_key(id)
    ledger.write(request, f"remove article {key}", lambda: remove_article(store, key))
    return Response(status_code=204)
