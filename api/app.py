"""The application: ``create_app()`` puts routers, errors and files together."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import ExitStack, asynccontextmanager
from importlib.metadata import version

from fastapi import Depends, FastAPI
from fastapi.staticfiles import StaticFiles
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.middleware.gzip import GZipMiddleware

from api import errors, openapi
from api.access import writable
from api.caching import Revalidation, StoreVersion
from api.direct import DESK, Desk
from api.journal import Journal, Ledger, Register
from api.metrics import Metrics
from api.middleware import BodyLimit, HeadAsGet, Safety
from api.negotiate import acceptable
from api.places import STATIC
from api.ready import Ready
from api.routers import (
    articles,
    corrections,
    events,
    explorer,
    export,
    extending,
    graphstore,
    linked,
    ontology,
    operations,
    organizations,
    overview,
    pages,
    people,
    pictures,
    positions,
    reconcile,
    relations,
    search,
    sparql,
    states,
    update,
)
from api.service import Census
from graph.fulltext import WordIndex
from graph.modelreading.choosing import chosen_reader
from graph.readers.answerer import Limits
from graph.readers.opening import open_answerer
from graph.settings import Settings
from graph.store import EmbeddedStore, Store, open_store
from graph.world import ensure_world

DESCRIPTION = (
    "How states deal with each other, read from news in Arabic and English; each claim with its sentence."
)

COMPRESSED = 1000  # bytes from which an answer is compressed for who takes that
LEVEL = 5  # the highest takes seven times as long for a tenth less


def create_app(settings: Settings | None = None, store: Store | None = None) -> FastAPI:
    """The application over the store of ``settings`` (from the environment if None), or over ``store``.

    A store that is given stays open afterwards; one that the application opens is closed when it stops.
    """
    settings = settings or Settings()

    state_of = StoreVersion()
    embedded = isinstance(store, EmbeddedStore) if store else "://" not in settings.store
    reading = ExitStack()
    reader = reading.enter_context(chosen_reader(settings)) if writable(settings) else None

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[dict[str, Desk]]:
        app.state.store = store or await run_in_threadpool(_open, settings)
        app.state.words = WordIndex(app.state.store)
        app.state.answers = open_answerer(app.state.store, _limits(settings), settings.staleness)
        app.state.census = Census(app.state.store, app.state.answers)
        app.state.ledger = Ledger(app.state.store, settings)
        app.state.reader = reader
        try:
            yield {DESK: Desk(app.state.answers, settings, register, COMPRESSED)}
        finally:
            reading.close()
            await app.state.answers.close()
            register.write()
            if store is None:
                app.state.store.close()

    metrics = Metrics(lambda: getattr(app.state, "answers", None))
    register = Register(metrics)
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
            Middleware(Journal, register=register),
            *_shared_with(settings.origins),
            Middleware(Ready, version=state_of, kept=embedded),
            Middleware(Revalidation, version=state_of, tagged=embedded, max_age=settings.max_age),
            Middleware(GZipMiddleware, minimum_size=COMPRESSED, compresslevel=LEVEL),
            Middleware(BodyLimit, limit=settings.max_body),
        ],
    )
    app.state.settings = settings
    app.state.version = state_of
    app.state.metrics = metrics
    errors.install(app)
    # the first is found first: a small query takes less time than going through all other routes
    for part in (
        sparql, states, relations, overview, pictures, reconcile, extending, organizations, events, positions,
        people, articles, corrections, search, export, graphstore, update, operations, ontology, linked, explorer,
        pages,
    ):  # fmt: skip
        # those that choose among what they have do so themselves, and pages are for people
        if part in {sparql, update, graphstore, operations, ontology, linked, explorer, pages}:
            app.include_router(part.router)
        else:
            app.include_router(
                part.router, dependencies=[Depends(acceptable)], responses=errors.documented(406)
            )
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    app.openapi = lambda: openapi.describe(app)  # type: ignore[method-assign]
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
        remembered=settings.answer_cache,
    )


def _shared_with(origins: list[str]) -> list[Middleware]:
    """Leave for pages of other origins to ask (the Fetch standard's CORS protocol); none without origins."""
    if not origins:
        return []
    return [
        Middleware(
            CORSMiddleware,
            allow_origins=origins,
            allow_methods=["GET", "HEAD", "POST", "PUT", "DELETE"],
            allow_headers=["*"],
            expose_headers=["Link", "ETag", "Location", "Content-Disposition"],
        )
    ]
