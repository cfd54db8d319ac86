"""Linked data: each thing's IRI answers, by way of ``/doc/…`` (a page) or ``/data/…`` (statements).

The page of a thing is the explorer's; what it shows comes from the REST routes.
"""

from __future__ import annotations

from urllib.parse import quote

import pyoxigraph as ox
from fastapi import APIRouter, HTTPException, Request, Response
from fastapi.responses import FileResponse, RedirectResponse
from pyoxigraph import RdfFormat

from api.access import TheNamespace, TheStore
from api.errors import documented
from api.negotiate import negotiate
from api.places import STATIC
from graph.identity import Namespace
from graph.lookups.describing import describe, moved
from graph.queries import prefixes

router = APIRouter(tags=["Linked data"])

SUFFIX: dict[str, RdfFormat] = {
    "ttl": RdfFormat.TURTLE,
    "jsonld": RdfFormat.JSON_LD,
    "nt": RdfFormat.N_TRIPLES,
    "rdf": RdfFormat.RDF_XML,
}
OFFERED = {"text/html": "", **{form.media_type: suffix for suffix, form in SUFFIX.items()}}


def _path(kind: str, key: str) -> str:
    return f"{quote(kind, safe='')}/{quote(key, safe='')}"


def _described_by(path: str, but: str = "") -> str:
    """Where the statements about a thing are, in every syntax but one (the Link header, RFC 8288)."""
    relation = "alternate" if but else "describedby"
    return ", ".join(
        f'</data/{path}.{suffix}>; rel="{relation}"; type="{form.media_type}"'
        for suffix, form in SUFFIX.items()
        if suffix != but
    )


def _iri(namespace: Namespace, kind: str, key: str) -> str:
    return f"{namespace.base}{quote(kind, safe='')}/{quote(key, safe='')}"


@router.get(
    "/id/{kind}/{key:path}",
    status_code=303,
    response_class=RedirectResponse,
    responses={308: {"description": "It has been merged into another thing."}, **documented(404, 406)},
    summary="Send on to a thing's page or data",
)
def thing(
    kind: str, key: str, request: Request, store: TheStore, namespace: TheNamespace
) -> RedirectResponse:
    """303 to the page for browsers, to statements for those who accept RDF."""
    iri = _iri(namespace, kind, key)
    if successor := moved(store, iri):
        path = successor.removeprefix(namespace.base)
        return RedirectResponse(f"/id/{path}", status_code=308, headers={"Vary": "Accept"})
    suffix = OFFERED[negotiate(request.headers.get("accept"), list(OFFERED))]
    path = _path(kind, key)
    to = f"/data/{path}.{suffix}" if suffix else f"/doc/{path}"
    return RedirectResponse(to, status_code=303, headers={"Vary": "Accept", "Link": _described_by(path)})


@router.get(
    "/data/{kind}/{name:path}",
    response_class=Response,
    responses={
        200: {"content": {form.media_type: {"schema": {"type": "string"}} for form in SUFFIX.values()}},
        **documented(404),
    },
    summary="Give the statements about a thing",
)
def data(kind: str, name: str, store: TheStore, namespace: TheNamespace) -> Response:
    """What the store says of a thing; the suffix (`.ttl`, `.jsonld`, `.nt`, `.rdf`) chooses the syntax."""
    key, _, suffix = name.rpartition(".")
    if suffix not in SUFFIX or not key:
        raise HTTPException(
            404, f"the address must end in one of {', '.join('.' + known for known in SUFFIX)}"
        )
    iri = _iri(namespace, kind, key)
    triples = describe(store, iri)
    if not triples:
        raise HTTPException(404, f"the store says nothing of {iri}")
    form = SUFFIX[suffix]
    body = ox.serialize(triples, format=form, prefixes=prefixes()) or b""
    path = _path(kind, key)
    links = f'</doc/{path}>; rel="alternate"; type="text/html", {_described_by(path, suffix)}'
    return Response(body, media_type=form.media_type, headers={"Link": f'<{iri}>; rel="describes", {links}'})


@router.get(
    "/doc/{kind}/{key:path}",
    response_class=FileResponse,
    responses=documented(404),
    summary="Show the page of a thing",
)
def document(kind: str, key: str) -> FileResponse:
    """The explorer's page; it says itself where nothing is known of the thing."""
    links = _described_by(_path(kind, key))
    return FileResponse(STATIC / "index.html", media_type="text/html", headers={"Link": links})
