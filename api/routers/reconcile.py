"""The Reconciliation Service API, v0.2 (W3C Entity Reconciliation Community Group), as OpenRefine speaks it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from fastapi import APIRouter, Form, HTTPException, Query, Request
from fastapi.responses import JSONResponse
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError, model_validator

from api.access import TheNamespace, TheStore
from api.errors import documented, ill_formed
from api.routers.extending import HEIGHT, WIDTH, entity, extended, types
from graph.identity import Namespace
from graph.reconciling import TYPES, reconcile
from graph.store import Store

router = APIRouter(tags=["Reconciliation"])
_MOST = 500  # queries of a batch


class Asked(BaseModel):
    """One query of a batch."""

    model_config = ConfigDict(extra="ignore")

    query: str = Field(default="", description="The name.", max_length=500)
    properties: list[dict[str, Any]] = Field(
        default=[], description="Values that narrow the candidates; no property here does."
    )
    type: str | list[str] | None = Field(default=None, description="`State`, `Organization` or `Person`.")
    limit: int = Field(default=5, ge=1, le=50, description="Candidates at most.")

    @model_validator(mode="after")
    def _asks_for_something(self) -> Asked:
        if "query" not in self.model_fields_set and not self.properties:
            raise ValueError("needs a query, or properties")
        return self


_SUGGEST = {
    "entity": "/reconcile/suggest",
    "type": "/reconcile/suggest/type",
    "property": "/reconcile/suggest/property",
}
_BATCH = TypeAdapter(dict[str, Asked])


def _manifest(request: Request, namespace: Namespace) -> dict[str, Any]:
    base = str(request.base_url).rstrip("/")
    return {
        "versions": ["0.2"],
        "name": "Bilateral: states, organizations, people",
        "identifierSpace": namespace.base,
        "schemaSpace": "https://w3id.org/bilateral/ontology/",
        "documentation": f"{base}/docs",
        "defaultTypes": types(),
        "view": {"url": f"{base}/id/{{{{id}}}}"},
        "batchSize": 50,
        "suggest": {name: {"service_url": base, "service_path": path} for name, path in _SUGGEST.items()},
        "preview": {"url": f"{base}/reconcile/preview?id={{{{id}}}}", "width": WIDTH, "height": HEIGHT},
        "extend": {
            "propose_properties": {"service_url": base, "service_path": "/reconcile/properties"},
            "property_settings": [],
        },
    }


def _answers(store: Store, namespace: Namespace, text: str) -> dict[str, Any]:
    try:
        batch = _BATCH.validate_json(text)
    except ValidationError as error:
        raise ill_formed("queries", error) from None
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
                {**entity(c.thing, namespace), "score": c.score, "match": c.match}
                for c in candidates[: query.limit]
            ]
        }
        for (key, query), candidates in zip(batch.items(), found, strict=True)
    }


_QUERIES: Mapping[str, Any] = {
    "description": 'A batch: `{"q0": {"query": "كازاخستان", "type": "State"}}`.',
    "json_schema_extra": {"format": "reconciliation-batch", "contentMediaType": "application/json"},
}
_EXTEND: Mapping[str, Any] = {
    "description": 'Values for columns: `{"ids": ["state/KAZ"], "properties": [{"id": "name_ar"}]}`.',
    "json_schema_extra": {"format": "data-extension", "contentMediaType": "application/json"},
}


def _asked(
    request: Request, store: Store, namespace: Namespace, queries: str | None, extend: str | None
) -> JSONResponse:
    if extend is not None:
        return JSONResponse(extended(store, namespace, extend))
    if queries is not None:
        return JSONResponse(_answers(store, namespace, queries))
    return JSONResponse(_manifest(request, namespace))


@router.get("/reconcile", summary="Describe the reconciliation service", responses=documented(413))
def described(
    request: Request,
    store: TheStore,
    namespace: TheNamespace,
    queries: Annotated[str | None, Query(**_QUERIES)] = None,
    extend: Annotated[str | None, Query(**_EXTEND)] = None,
) -> JSONResponse:
    """The service manifest; with `queries`, candidates for each name, in Arabic or English; with `extend`, values."""
    return _asked(request, store, namespace, queries, extend)


@router.post("/reconcile", summary="Find things by name", responses=documented(413))
def reconciled(
    request: Request,
    store: TheStore,
    namespace: TheNamespace,
    queries: Annotated[str, Form(**_QUERIES)] = "",
    extend: Annotated[str, Form(**_EXTEND)] = "",
) -> JSONResponse:
    """As for GET. Candidates come the best first; `match` is set where one name alone is the same."""
    return _asked(request, store, namespace, queries or None, extend or None)
