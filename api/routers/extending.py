"""What OpenRefine asks besides candidates: suggestions, previews and values for new columns (v0.2, sections 5 to 7)."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from typing import Annotated, Any

from fastapi import APIRouter, HTTPException, Query, Response
from fastapi.responses import HTMLResponse, JSONResponse
from pydantic import BaseModel, Field, ValidationError
from pyoxigraph import NamedNode

from api.access import TheNamespace, TheStore
from api.errors import documented, ill_formed
from graph import lookups
from graph.identity import Namespace
from graph.lookups import Thing
from graph.reconciling import TYPES, begins
from graph.store import Store

router = APIRouter(tags=["Reconciliation"])
Prefix = Annotated[str, Query(max_length=200, description="How the name begins.")]
Passed = Annotated[int, Query(ge=0, le=1000, description="Suggestions to leave out.")]
WIDTH, HEIGHT = 400, 120  # pixels of a preview
_MOST = 500  # things of one request for values
_COLUMNS: dict[str, tuple[str, Callable[[Thing], str | None]]] = {
    "code": ("Code", lambda thing: thing.key),
    "iri": ("IRI", lambda thing: thing.id),
    "name_ar": ("Name in Arabic", lambda thing: thing.labels.get("ar")),
    "name_en": ("Name in English", lambda thing: thing.labels.get("en")),
    "name_fr": ("Name in French", lambda thing: thing.labels.get("fr")),
}


class Column(BaseModel):
    """A property whose values are wanted."""

    id: str = Field(description="`code`, `iri`, `name_ar`, `name_en` or `name_fr`.")


class Wanted(BaseModel):
    """A data extension query: which properties of which things."""

    ids: list[str] = Field(description="Identifiers as candidates have them: `state/KAZ`.", max_length=_MOST)
    properties: list[Column] = Field(description="The properties.")


def types() -> list[dict[str, str]]:
    """The types of things that names are reconciled to."""
    return [{"id": name, "name": name} for name in TYPES.values()]


def name_of(thing: Thing) -> str:
    """The name to show."""
    return thing.labels.get("en") or next(iter(thing.labels.values()), thing.key)


def entity(thing: Thing, namespace: Namespace) -> dict[str, Any]:
    """A thing as candidates and suggestions show it."""
    kind = TYPES[thing.kind]
    other = [label for language, label in sorted(thing.labels.items()) if language in {"ar", "fr"}]
    return {
        "id": thing.id.removeprefix(namespace.base),
        "name": name_of(thing),
        "description": " · ".join(other),
        "type": [{"id": kind, "name": kind}],
    }


def _found(store: Store, namespace: Namespace, ids: list[str]) -> dict[str, Thing]:
    """Identifier -> the thing, for those that the store has names for."""
    nodes = {}
    for id in ids:
        try:
            nodes[NamedNode(f"{namespace.base}{id}").value] = id
        except ValueError:  # no IRI, so nothing is called that
            continue
    known = (t for t in lookups.things(store, list(nodes)) if t.labels and t.kind in TYPES)
    return {nodes[thing.id]: thing for thing in known}


def extended(store: Store, namespace: Namespace, text: str) -> dict[str, Any]:
    """The answer to a data extension query; 422 for one that is none."""
    try:
        wanted = Wanted.model_validate_json(text)
    except ValidationError as error:
        raise ill_formed("extend", error) from None
    names = [column.id for column in wanted.properties]
    if unknown := [name for name in names if name not in _COLUMNS]:
        raise HTTPException(422, f"extend.properties: no {unknown[0]!r}; these are: {', '.join(_COLUMNS)}")
    found = _found(store, namespace, wanted.ids)

    def cells(id: str, name: str) -> list[dict[str, str]]:
        value = _COLUMNS[name][1](found[id]) if id in found else None
        return [{"str": value}] if value else []

    return {
        "meta": [{"id": name, "name": _COLUMNS[name][0]} for name in names],
        "rows": {id: {name: cells(id, name) for name in names} for id in wanted.ids},
    }


@router.get("/reconcile/suggest", summary="Suggest things by the start of a name")
def suggested(store: TheStore, namespace: TheNamespace, prefix: Prefix, cursor: Passed = 0) -> JSONResponse:
    """Things one of whose names begins so (the entity suggest service)."""
    found = begins(store, prefix, limit=cursor + 10)[cursor:]
    things = [entity(thing, namespace) for thing in found]
    return JSONResponse({"result": [{**thing, "notable": thing["type"]} for thing in things]})


@router.get("/reconcile/suggest/type", summary="Suggest types by the start of their names")
def suggested_types(prefix: Prefix, cursor: Passed = 0) -> JSONResponse:
    """The types whose names begin so (the type suggest service)."""
    found = [kind for kind in types() if kind["name"].lower().startswith(prefix.lower())]
    return JSONResponse({"result": found[cursor:]})


@router.get("/reconcile/suggest/property", summary="Suggest properties by the start of their names")
def suggested_properties(prefix: Prefix, cursor: Passed = 0) -> JSONResponse:
    """The properties whose names begin so, those that columns can be filled from (the property suggest service)."""
    found = [column for column in _columns() if column["name"].lower().startswith(prefix.lower())]
    return JSONResponse({"result": found[cursor:]})


@router.get("/reconcile/properties", summary="Propose properties for new columns")
def proposed(
    type: Annotated[str | None, Query(description="The type of the things; all have the same.")] = None,
    limit: Annotated[int, Query(ge=1, le=100, description="Properties at most.")] = 100,
) -> JSONResponse:
    """The properties that columns can be filled from (the data extension's property proposals)."""
    return JSONResponse({"type": type, "limit": limit, "properties": _columns()[:limit]})


def _columns() -> list[dict[str, str]]:
    return [{"id": id, "name": name} for id, (name, _) in _COLUMNS.items()]


@router.get(
    "/reconcile/preview",
    response_class=HTMLResponse,
    responses={200: {"content": {"text/html": {"schema": {"type": "string"}}}}, **documented(404)},
    summary="Show a thing in a small frame",
)
def preview(
    store: TheStore,
    namespace: TheNamespace,
    id: Annotated[str, Query(description="Identifier as candidates have it: `state/KAZ`.")],
) -> Response:
    """The names of a thing and what it is, as a page of a few lines that other pages may frame."""
    if (thing := _found(store, namespace, [id]).get(id)) is None:
        raise HTTPException(404, f"no {id!r} here; identifiers are like state/KAZ")
    names = "".join(
        f'<p lang="{escape(language)}" dir="auto">{escape(label)}</p>'
        for language, label in sorted(thing.labels.items())
        if language in {"ar", "en", "fr"}
    )
    page = (
        f"<!DOCTYPE html><html lang='en'><head><meta charset='utf-8'><title>{escape(name_of(thing))}</title></head>"
        f"<body><p>{TYPES[thing.kind]} <code>{escape(thing.key)}</code></p>{names}</body></html>"
    )
    return HTMLResponse(page, headers={"Content-Security-Policy": "default-src 'none'; frame-ancestors *"})
