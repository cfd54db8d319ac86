"""The Reconciliation Service API, v0.2 (W3C Entity Reconciliation Community Group), as OpenRefine speaks it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from fastapi import APIRouter, Form, HTTPException, Query, Request
from fastapi.responses import JSONResponse
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from api.access import TheNamespace, TheStore
from api.errors import documented
from graph.identity import Namespace
from graph.lookups import Thing
from graph.reconciling import TYPES, begins, reconcile
from graph.store import Store

router = APIRouter(tags=["Reconciliation"])
_MOST = 500  # queries of a batch


class Asked(BaseModel):
    """One query of a batch."""

    model_config = ConfigDict(extra="ignore")

    query: str = Field(description="The name.", max_length=500)
    type: str | list[str] | None = Field(default=None, description="`State`, `Organization` or `Person`.")
    limit: int = Field(default=5, ge=1, le=50, description="Candidates at most.")


_BATCH = TypeAdapter(dict[str, Asked])
_BATCHED: Mapping[str, Any] = {"format": "reconciliation-batch", "contentMediaType": "application/json"}


def _types() -> list[dict[str, str]]:
    return [{"id": name, "name": name} for name in TYPES.values()]


def _name(thing: Thing) -> str:
    return thing.labels.get("en") or next(iter(thing.labels.values()), thing.key)


def _entity(thing: Thing, namespace: Namespace) -> dict[str, Any]:
    kind = TYPES[thing.kind]
    other = [label for language, label in sorted(thing.labels.items()) if language in {"ar", "fr"}]
    return {
        "id": thing.id.removeprefix(namespace.base),
        "name": _name(thing),
        "description": " · ".join(other),
        "type": [{"id": kind, "name": kind}],
    }


def _manifest(request: Request, namespace: Namespace) -> dict[str, Any]:
    base = str(request.base_url).rstrip("/")
    return {
        "versions": ["0.2"],
        "name": "Bilateral: states, organizations, people",
        "identifierSpace": namespace.base,
        "schemaSpace": "https://w3id.org/bilateral/ontology/",
        "defaultTypes": _types(),
        "view": {"url": f"{base}/id/{{{{id}}}}"},
        "batchSize": 50,
        "suggest": {"entity": {"service_url": base, "service_path": "/reconcile/suggest"}},
    }


def _answers(store: Store, namespace: Namespace, text: str) -> dict[str, Any]:
    try:
        batch = _BATCH.validate_json(text)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = ".".join(str(step) for step in ("queries", *first["loc"]))
        raise HTTPException(422, f"{where}: {first['msg']}") from None
    if len(batch) > _MOST:
        raise HTTPException(413, f"{len(batch)} queries in a batch; at most {_MOST} are taken")
    kinds = {name: kind for kind, name in TYPES.items()}
    asked = []
    for query in batch.values():
        wanted = query.type[0] if isinstance(query.type, list) and query.type else query.type
        kind = kinds.get(wanted, wanted) if isinstance(wanted, str) else None
        asked.append((query.query, kind))
    limit = max((query.limit for query in batch.values()), default=1)
    found = reconcile(store, asked, limit=limit)
    return {
        key: {
            "result": [
                {**_entity(c.thing, namespace), "score": c.score, "match": c.match}
                for c in candidates[: query.limit]
            ]
        }
        for (key, query), candidates in zip(batch.items(), found, strict=True)
    }


@router.get("/reconcile", summary="Describe the reconciliation service", responses=documented(413))
def described(
    request: Request,
    store: TheStore,
    namespace: TheNamespace,
    queries: Annotated[
        str | None,
        Query(
            description='A batch: `{"q0": {"query": "كازاخستان", "type": "State"}}`.',
            json_schema_extra=_BATCHED,
        ),
    ] = None,
) -> JSONResponse:
    """The service manifest; with `queries`, candidates for each name, in Arabic or English."""
    if queries is None:
        return JSONResponse(_manifest(request, namespace))
    return JSONResponse(_answers(store, namespace, queries))


@router.post("/reconcile", summary="Find things by name", responses=documented(413))
def reconciled(
    store: TheStore,
    namespace: TheNamespace,
    queries: Annotated[str, Form(description="A batch of queries, JSON.", json_schema_extra=_BATCHED)],
) -> JSONResponse:
    """Candidates for each name of a batch, the best first; `match` is set where one name alone is the same."""
    return JSONResponse(_answers(store, namespace, queries))


@router.get("/reconcile/suggest", summary="Suggest things by the start of a name")
def suggested(
    store: TheStore,
    namespace: TheNamespace,
    prefix: Annotated[str, Query(max_length=200, description="How the name begins.")],
    cursor: Annotated[int, Query(ge=0, le=1000, description="Suggestions to leave out.")] = 0,
) -> JSONResponse:
    """Things one of whose names begins so (the entity suggest service)."""
    found = begins(store, prefix, limit=cursor + 10)[cursor:]
    return JSONResponse({"result": [_entity(thing, namespace) for thing in found]})
