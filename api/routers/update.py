"""The SPARQL 1.1 Protocol's updates at ``/update``."""

from __future__ import annotations

from collections.abc import Sequence

import anyio.from_thread
from fastapi import APIRouter, Depends, Request, Response
from starlette.concurrency import run_in_threadpool

from api.access import TheAnswers, TheLedger, TheSettings, TheStore, require_token
from api.errors import documented
from api.protocol import FORM, Operation, operation_of, posted
from graph.readers.answerer import Answerer
from graph.sparql_text import is_open_ended, refuse_network, with_base, with_dataset
from graph.store import Store

router = APIRouter(tags=["SPARQL"])


def _ready(operation: Operation, base: str, hosts: Sequence[str]) -> str:
    refuse_network(operation.text, hosts)
    return with_base(with_dataset(operation.text, operation.default or (), operation.named or ()), base)


def _run(store: Store, answers: Answerer, update: str) -> None:
    """Run an update in a thread of the framework's, in a turn of the ledger: between copy and store nobody writes."""
    if is_open_ended(update):
        anyio.from_thread.run(answers.rehearse, update)
    store.update(update)


@router.post(
    "/update",
    status_code=204,
    response_class=Response,
    responses=documented(400, 401, 403, 413, 415, 503),
    dependencies=[Depends(require_token)],
    openapi_extra={
        "security": [{"token": []}],
        "requestBody": {
            "required": True,
            "content": {
                "application/sparql-update": {"schema": {"type": "string"}},
                FORM: {
                    "schema": {
                        "type": "object",
                        "properties": {"update": {"type": "string", "format": "sparql-update"}},
                        "required": ["update"],
                    }
                },
            },
        },
    },
    summary="Change the graph by a SPARQL update",
)
async def update(
    request: Request, store: TheStore, answers: TheAnswers, ledger: TheLedger, settings: TheSettings
) -> Response:
    """Run an update sent as the body (`application/sparql-update`) or a form field; all or nothing.

    One whose work may be more than its text says is run on a copy first, within the limits of a query.
    """
    pairs, body = await posted(request, "update")
    operation = operation_of(pairs, body, "update", ("using-graph-uri", "using-named-graph-uri"))
    text = _ready(operation, str(request.url.replace(query="")), settings.hosts)
    await run_in_threadpool(ledger.write, request, "update", lambda: _run(store, answers, text))
    return Response(status_code=204)
