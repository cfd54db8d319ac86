"""The SPARQL 1.1 Protocol's queries at ``/sparql``.

A query without a dataset of its own sees the union of all graphs. It sees every write acknowledged before
it, or with the setting ``staleness`` one that is at most so many seconds behind; ``Cache-Control: no-cache``
asks for the newest in any case.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any
from urllib.parse import parse_qsl

from fastapi import APIRouter, HTTPException, Request, Response
from pyoxigraph import NamedNode, QueryResultsFormat, RdfFormat
from starlette.concurrency import run_in_threadpool

from api.access import TheAnswers, TheCensus, TheSettings, writable
from api.answering import answered
from api.errors import documented
from api.negotiate import negotiate, preferred
from api.protocol import FORM, Operation, operation_of, posted
from api.service import describe
from graph.exc import FormatError
from graph.readers.answerer import Answerer
from graph.readers.wire import Question
from graph.settings import Settings

router = APIRouter(tags=["SPARQL"])

_GRAPH_NAMES = ("default-graph-uri", "named-graph-uri")
RESULTS: dict[str, QueryResultsFormat] = {
    "application/sparql-results+json": QueryResultsFormat.JSON,
    "application/sparql-results+xml": QueryResultsFormat.XML,
    "text/csv": QueryResultsFormat.CSV,
    "text/tab-separated-values": QueryResultsFormat.TSV,
    "application/json": QueryResultsFormat.JSON,
    "application/xml": QueryResultsFormat.XML,
}
RDF: dict[str, RdfFormat] = {
    "text/turtle": RdfFormat.TURTLE,
    "application/n-triples": RdfFormat.N_TRIPLES,
    "application/ld+json": RdfFormat.JSON_LD,
    "application/rdf+xml": RdfFormat.RDF_XML,
    "application/trig": RdfFormat.TRIG,
    "application/n-quads": RdfFormat.N_QUADS,
    "text/n3": RdfFormat.N3,
    "application/xml": RdfFormat.RDF_XML,
    "text/plain": RdfFormat.N_TRIPLES,
}


NAMED: Mapping[str, str] = {
    "json": "application/sparql-results+json, application/ld+json",
    "csv": "text/csv",
    "tsv": "text/tab-separated-values",
    "xml": "application/sparql-results+xml, application/rdf+xml",
    "ttl": "text/turtle",
    "nt": "application/n-triples",
}
"""What ``format`` in the address of a query stands for: a link cannot send ``Accept``."""


def _check_graphs(iris: Iterable[str]) -> None:
    for iri in iris:
        try:
            NamedNode(iri)
        except ValueError as error:
            raise HTTPException(400, f"{iri!r} is no absolute IRI: {error}") from error


def _question(operation: Operation, accept: str | None, base: str, settings: Settings) -> Question:
    """The query for whoever answers it, who alone knows whether it asks for rows or for a graph."""
    if len(operation.text.encode()) > settings.max_query:
        raise HTTPException(
            413, f"the query is larger than the {settings.max_query} bytes that a query may have here"
        )
    rows, triples = _formats(accept)
    if rows is None and triples is None:
        raise _unacceptable(accept)
    return Question(
        query=operation.text,
        base=base,
        rows=(rows, RESULTS[rows].media_type) if rows else None,
        triples=(triples, RDF[triples].media_type) if triples else None,
        default_graphs=operation.default,
        named_graphs=operation.named,
        hosts=settings.hosts,
    )


@lru_cache(maxsize=256)
def _formats(accept: str | None) -> tuple[str | None, str | None]:
    """The media types for rows and for graphs that fit ``accept`` best."""
    return preferred(accept, list(RESULTS)), preferred(accept, list(RDF))


def _wanted(pairs: Iterable[tuple[str, str]], accept: str | None) -> str | None:
    """What is accepted: what ``format`` names, else what the request says.

    Clients made for Virtuoso send ``format`` with names of their own and ``Accept`` beside it.
    """
    return NAMED.get(dict(pairs).get("format", ""), accept)


def _unacceptable(accept: str | None) -> HTTPException:
    return HTTPException(
        406,
        f"nothing here fits Accept: {accept}; rows and truth values are offered as {', '.join(RESULTS)}, "
        f"graphs as {', '.join(RDF)}",
    )


async def _answer(request: Request, answers: Answerer, operation: Operation, settings: Settings) -> Response:
    accept = _wanted(request.query_params.items(), request.headers.get("accept"))
    base = f"{request.url.scheme}://{request.url.netloc}{request.url.path}"
    question = _question(operation, accept, base, settings)
    try:
        return await answered(request, answers, question)
    except FormatError:
        raise _unacceptable(accept) from None


_BODY: Mapping[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {
            "application/sparql-query": {"schema": {"type": "string"}},
            FORM: {
                "schema": {
                    "type": "object",
                    "properties": {"query": {"type": "string", "format": "sparql-query"}},
                    "required": ["query"],
                }
            },
        },
    }
}
_GRAPHS = [
    {
        "name": name,
        "in": "query",
        "required": False,
        "schema": {"type": "array", "items": {"type": "string", "format": "iri"}},
        "description": f"Graphs that the query sees {how}.",
    }
    for name, how in zip(_GRAPH_NAMES, ("as its default graph", "by GRAPH"), strict=True)
]
_QUERY = {
    "name": "query",
    "in": "query",
    "required": False,
    "schema": {"type": "string", "format": "sparql-query"},
    "description": "SPARQL query.",
}
_FORMAT = {
    "name": "format",
    "in": "query",
    "required": False,
    "schema": {"type": "string"},
    "description": f"Form of the answer, for links, which cannot send `Accept`: {', '.join(NAMED)}. "
    "It goes before `Accept`; another name says nothing.",
}
_ANSWERS: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "The answer, or without a query the service description.",
        "content": {
            name: {"schema": {} if name.endswith("json") else {"type": "string"}}
            for name in dict.fromkeys((*RESULTS, *RDF))
        },
    },
    **documented(400, 406, 413, 503),
}


@router.get(
    "/sparql",
    response_class=Response,
    responses=_ANSWERS,
    openapi_extra={"parameters": [_QUERY, _FORMAT, *_GRAPHS]},
    summary="Answer a SPARQL query, or describe the service",
)
async def query_by_get(
    request: Request, answers: TheAnswers, census: TheCensus, settings: TheSettings
) -> Response:
    """Answer the query in `query`; without one, describe the service (SPARQL 1.1 Service Description)."""
    pairs = parse_qsl(request.url.query, keep_blank_values=True)
    if "update" in dict(pairs):
        raise HTTPException(400, "an update cannot be sent by GET: POST it to /update")
    if "query" not in dict(pairs):
        _check_graphs(value for key, value in pairs if key in ("default-graph-uri", "named-graph-uri"))
        chosen = negotiate(request.headers.get("accept"), list(RDF))
        endpoint = str(request.url.replace(query=""))
        body = await run_in_threadpool(describe, census, endpoint, RDF[chosen], writable(settings), settings)
        return Response(body, media_type=chosen, headers={"Vary": "Accept"})
    return await _answer(request, answers, operation_of(pairs, None, "query", _GRAPH_NAMES), settings)


def question_of(query_string: bytes, accept: str | None, base: str, settings: Settings) -> Question | None:
    """The query in an address's query string; None where there is none, or an update.

    Raises HTTPException where it cannot be asked, with what is wrong.
    """
    pairs = parse_qsl(query_string.decode("latin-1"), keep_blank_values=True)
    if not any(key == "query" for key, _ in pairs) or any(key == "update" for key, _ in pairs):
        return None
    operation = operation_of(pairs, None, "query", _GRAPH_NAMES)
    return _question(operation, _wanted(pairs, accept), base, settings)


@router.post(
    "/sparql",
    response_class=Response,
    responses={**_ANSWERS, **documented(415)},
    openapi_extra={**_BODY, "parameters": [_FORMAT, *_GRAPHS]},
    summary="Answer a SPARQL query",
)
async def query_by_post(request: Request, answers: TheAnswers, settings: TheSettings) -> Response:
    """Answer a query sent as the body (`application/sparql-query`) or as a form field."""
    pairs, body = await posted(request, "query")
    operation = operation_of(pairs, body, "query", _GRAPH_NAMES)
    return await _answer(request, answers, operation, settings)
