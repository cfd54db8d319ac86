"""The ontology: Turtle, JSON-LD, RDF/XML or a page, by ``Accept``; and its JSON-LD context."""

from __future__ import annotations

import pyoxigraph as ox
from fastapi import APIRouter, Request, Response
from fastapi.responses import FileResponse
from pyoxigraph import RdfFormat, Triple

from api.errors import documented
from api.negotiate import negotiate
from graph.paths import ontology_dir
from ontology.document import page

router = APIRouter(tags=["Ontology"])

STYLESHEET = "/ontology/document.css"
# what says the terms, not what checks data
FILES = ("core.ttl", "schemes.ttl", "issues.ttl")
OFFERED: dict[str, RdfFormat | None] = {
    "text/turtle": RdfFormat.TURTLE,
    "text/html": None,
    "application/ld+json": RdfFormat.JSON_LD,
    "application/n-triples": RdfFormat.N_TRIPLES,
    "application/rdf+xml": RdfFormat.RDF_XML,
}
PREFIXES = {
    "bir": "https://w3id.org/bilateral/ontology/",
    "birx": "https://w3id.org/bilateral/scheme/",
    "owl": "http://www.w3.org/2002/07/owl#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "dcterms": "http://purl.org/dc/terms/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


def triples() -> list[Triple]:
    """All triples of the ontology's files."""
    files = [ontology_dir() / name for name in FILES]
    return [
        quad.triple
        for file in files
        if file.is_file()
        for quad in ox.parse(path=file, format=RdfFormat.TURTLE)
    ]


@router.get(
    "/ontology",
    response_class=Response,
    responses={
        200: {"content": {name: {"schema": {"type": "string"}} for name in OFFERED}},
        **documented(406),
    },
    summary="Give the ontology",
)
def ontology(request: Request) -> Response:
    """Classes, properties and schemes with their labels and definitions in both languages."""
    chosen = negotiate(request.headers.get("accept"), list(OFFERED))
    form = OFFERED[chosen]
    body = page(STYLESHEET) if form is None else ox.serialize(triples(), format=form, prefixes=PREFIXES)
    return Response(body, media_type=chosen, headers={"Vary": "Accept"})


@router.get(
    "/ontology/context.jsonld",
    response_class=FileResponse,
    responses={200: {"content": {"application/ld+json": {"schema": {"type": "object"}}}}},
    summary="Give the JSON-LD context",
)
def context() -> FileResponse:
    """The context that the JSON-LD exports name their terms by."""
    return FileResponse(ontology_dir() / "context.jsonld", media_type="application/ld+json")


@router.get(
    STYLESHEET,
    response_class=FileResponse,
    responses={200: {"content": {"text/css": {"schema": {"type": "string"}}}}},
    summary="Give the style of the ontology's page",
)
def stylesheet() -> FileResponse:
    """The stylesheet that the page of the ontology links."""
    return FileResponse(ontology_dir() / "document.css", media_type="text/css")
