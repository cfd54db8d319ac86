"""The SPARQL 1.1 Graph Store HTTP Protocol at ``/store``.

A graph is named by ``?graph=IRI``, by ``?default``, or directly by the address it is found at.
"""

from __future__ import annotations

from uuid import uuid4

from fastapi import APIRouter, Depends, HTTPException, Request, Response
from pyoxigraph import NamedNode, Triple
from starlette.concurrency import run_in_threadpool

from api import multipart
from api.access import TheLedger, TheStore, require_token
from api.errors import documented
from api.negotiate import negotiate
from api.routers.sparql import RDF
from graph import graphstore
from graph.exc import InputError

router = APIRouter(tags=["Graph store"])

_PARAMETERS = [
    {
        "name": "graph",
        "in": "query",
        "required": False,
        "schema": {"type": "string", "format": "iri"},
        "description": "IRI of the graph.",
    },
    {
        "name": "default",
        "in": "query",
        "required": False,
        "allowEmptyValue": True,
        "schema": {"type": "string", "maxLength": 0},
        "description": "The default graph.",
    },
]
# the two that name no syntax of RDF by themselves are given, not taken
TAKEN = [name for name in RDF if name not in ("application/xml", "text/plain")]
_CONTENT = {
    "requestBody": {"required": True, "content": {name: {"schema": {"type": "string"}} for name in TAKEN}}
}
_WRITING = {"security": [{"token": []}], "parameters": _PARAMETERS}


def _iri(text: str) -> str:
    try:
        return NamedNode(text).value
    except ValueError as error:
        raise HTTPException(400, f"{text!r} is no absolute IRI: {error}") from error


def named(request: Request) -> str | None:
    """The graph that the request names, None for the default graph; 400 where it names none or two."""
    parameters = request.query_params
    if "graph" in parameters and "default" in parameters:
        raise HTTPException(400, "name one graph: graph=IRI or default, not both")
    if "graph" in parameters:
        return _iri(parameters["graph"])
    if "default" in parameters:
        if parameters["default"]:
            raise HTTPException(400, f"default takes no value, and {parameters['default']!r} was given")
        return None
    if request.path_params.get("path"):
        return _iri(str(request.url.replace(query="")))
    raise HTTPException(400, "name a graph: graph=IRI or default")


def _media_type(header: str) -> str:
    media_type = header.partition(";")[0].strip().lower()
    if media_type not in TAKEN:
        raise HTTPException(
            415, f"the Content-Type is {media_type or 'missing'}; RDF is taken as {', '.join(TAKEN)}"
        )
    return media_type


async def _content(request: Request, base: str) -> list[Triple]:
    """The triples sent: one document, or the files of a form."""
    header = request.headers.get("content-type", "")
    if not header.lower().startswith("multipart/form-data"):
        parts = [(await request.body(), _media_type(header))]
    else:
        mark = multipart.boundary(header)
        if not mark:
            raise HTTPException(400, "the Content-Type names no boundary between the files of the form")
        parts = [
            (content, _media_type(kind)) for kind, content in multipart.parts(await request.body(), mark)
        ]
        if not parts:
            raise HTTPException(400, f"the form holds no file between marks --{mark}")
    try:
        documents = [
            await run_in_threadpool(graphstore.parse_triples, body, kind, base) for body, kind in parts
        ]
    except InputError as error:
        raise HTTPException(400, str(error)) from error
    return [triple for document in documents for triple in document]


def _base(request: Request, graph: str | None) -> str:
    return graph or str(request.url.replace(query=""))


@router.get(
    "/store",
    response_class=Response,
    responses=documented(400, 404, 406),
    openapi_extra={"parameters": _PARAMETERS},
)
@router.get(
    "/store/{path:path}",
    response_class=Response,
    responses=documented(400, 404, 406),
    include_in_schema=False,
)
def read(request: Request, store: TheStore) -> Response:
    """Give a graph."""
    chosen = negotiate(request.headers.get("accept"), list(RDF))
    body = graphstore.read(store, named(request), RDF[chosen])
    return Response(body, media_type=chosen, headers={"Vary": "Accept"})


@router.put(
    "/store",
    status_code=204,
    response_class=Response,
    dependencies=[Depends(require_token)],
    responses={201: {"description": "Created"}, **documented(400, 401, 403, 413, 415)},
    openapi_extra={**_WRITING, **_CONTENT},
)
@router.put("/store/{path:path}", dependencies=[Depends(require_token)], include_in_schema=False)
async def put(request: Request, store: TheStore, ledger: TheLedger) -> Response:
    """Put a document in place of a graph."""
    graph = named(request)
    content = await _content(request, _base(request, graph))
    new = await run_in_threadpool(
        ledger.write, request, "put graph", lambda: graphstore.put(store, graph, content)
    )
    return Response(status_code=201 if new else 204)


@router.post(
    "/store",
    status_code=204,
    response_class=Response,
    dependencies=[Depends(require_token)],
    responses={201: {"description": "Created"}, **documented(400, 401, 403, 413, 415)},
    openapi_extra={**_WRITING, **_CONTENT},
)
@router.post("/store/{path:path}", dependencies=[Depends(require_token)], include_in_schema=False)
async def post(request: Request, store: TheStore, ledger: TheLedger) -> Response:
    """Add a document to a graph; to the store itself, as a new graph whose name is answered in Location."""
    itself = not request.url.query and not request.path_params.get("path")
    graph = str(request.url.replace(path=f"/store/{uuid4()}")) if itself else named(request)
    content = await _content(request, _base(request, graph))
    new = await run_in_threadpool(
        ledger.write, request, "post graph", lambda: graphstore.post(store, graph, content)
    )
    headers = {"Location": graph} if itself and graph else None
    return Response(status_code=201 if new else 204, headers=headers)


@router.delete(
    "/store",
    status_code=204,
    response_class=Response,
    dependencies=[Depends(require_token)],
    responses=documented(400, 401, 403, 404),
    openapi_extra=_WRITING,
)
@router.delete("/store/{path:path}", dependencies=[Depends(require_token)], include_in_schema=False)
def delete(request: Request, store: TheStore, ledger: TheLedger) -> Response:
    """Drop a graph."""
    graph = named(request)
    ledger.write(request, "delete graph", lambda: graphstore.delete(store, graph))
    return Response(status_code=204)
