"""Pages and files: the explorer, the API page, the server's health."""

from __future__ import annotations

from importlib.metadata import version

from fastapi import APIRouter, Depends
from fastapi.responses import FileResponse

from api.access import TheSettings, TheStore, writable
from api.errors import documented
from api.models import Health, Stats
from api.negotiate import acceptable
from api.places import STATIC
from graph import lookups

router = APIRouter()


@router.get(
    "/health",
    tags=["Server"],
    responses=documented(406, 503),
    dependencies=[Depends(acceptable)],
    summary="Tell whether the server can answer",
)
def health(store: TheStore, settings: TheSettings) -> Health:
    """`ok` when the store answers; 503 when it does not."""
    return Health(
        status="ok",
        version=version("bilateral"),
        writable=writable(settings),
        quads=store.once("size", store.size),
    )


@router.get(
    "/stats",
    tags=["Server"],
    responses=documented(406, 503),
    dependencies=[Depends(acceptable)],
    summary="Count what the store holds",
)
def stats(store: TheStore) -> Stats:
    """Articles, records by kind, states and pairs."""
    return Stats.model_validate(lookups.stats(store))


@router.get("/", include_in_schema=False)
def start() -> FileResponse:
    """The explorer."""
    return FileResponse(STATIC / "index.html", media_type="text/html")


@router.get("/docs", include_in_schema=False)
def docs() -> FileResponse:
    """The API page; everything it loads is served from here."""
    return FileResponse(STATIC / "docs.html", media_type="text/html")
