"""The application: ``create_app()`` puts routers, errors and files together."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.metadata import version
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from fastapi.staticfiles import StaticFiles
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware

from api import errors
from api.middleware import BodyLimit, HeadAsGet, Safety
from api.models import NewArticle
from api.places import STATIC
from api.routers import (
    articles,
    events,
    explorer,
    export,
    graphstore,
    linked,
    ontology,
    organizations,
    pages,
    people,
    positions,
    relations,
    search,
    sparql,
    states,
)
from graph.readers.opening import open_answerer
from graph.readers.pool import Limits
from graph.settings import Settings
from graph.store import Store, open_store
from graph.world import ensure_world

DESCRIPTION = (
    "How states deal with each other, read from news in Arabic and English; each claim with its sentence."
)


def create_app(settings: Settings | None = None, store: Store | None = None) -> FastAPI:
    """The application over the store of ``settings`` (from the environment if None), or over ``store``.

    A store that is given stays open afterwards; one that the application opens is closed when it stops.
    """
    settings = settings or Settings()

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        app.state.store = store or await run_in_threadpool(_open, settings)
        app.state.answers = open_answerer(app.state.store, _limits(settings), settings.staleness)
        try:
            yield
        finally:
            await app.state.answers.close()
            if store is None:
                app.state.store.close()

    app = FastAPI(
        responses=errors.documented(422),
        title="Bilateral",
        version=version("bilateral"),
        description=DESCRIPTION,
        docs_url=None,
        redoc_url=None,
        lifespan=lifespan,
        redirect_slashes=False,
        middleware=[
            Middleware(Safety),
            Middleware(HeadAsGet),
            Middleware(GZipMiddleware, minimum_size=1000),
            Middleware(BodyLimit, limit=settings.max_body),
        ],
    )
    app.state.settings = settings
    errors.install(app)
    for part in (
        states, relations, organizations, events, positions, people, articles, search, export,
        sparql, graphstore, ontology, linked, explorer, pages,
    ):  # fmt: skip
        app.include_router(part.router)
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    app.openapi = lambda: _openapi(app)  # type: ignore[method-assign]
    return app


def _open(settings: Settings) -> Store:
    opened = open_store(settings.store, read_only=settings.read_only)
    if not settings.read_only:
        ensure_world(opened)
    return opened


def _limits(settings: Settings) -> Limits:
    return Limits(
        seconds=settings.query_seconds,
        memory=settings.query_memory,
        queries=settings.queries,
        waiting=settings.queries_waiting,
    )


def _openapi(app: FastAPI) -> dict[str, Any]:
    """FastAPI's document with our problem documents in place of its own errors, and the token."""
    if app.openapi_schema is None:
        document = get_openapi(
            title=app.title, version=app.version, description=app.description, routes=app.routes
        )
        schemas = document.setdefault("components", {}).setdefault("schemas", {})
        for name in ("HTTPValidationError", "ValidationError"):
            schemas.pop(name, None)
        template = "#/components/schemas/{model}"
        problem = errors.Problem.model_json_schema(ref_template=template)
        schemas.update(problem.pop("$defs", {}))
        schemas["Problem"] = problem
        schemas["NewArticle"] = NewArticle.model_json_schema(ref_template=template)
        document["components"]["securitySchemes"] = {"token": {"type": "http", "scheme": "bearer"}}
        app.openapi_schema = document
    return app.openapi_schema
