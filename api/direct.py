"""The short way of a query: ``GET /sparql?query=…`` answered before routing and what goes with it.

A busy endpoint is asked small queries, and the framework takes several times as long for them as everything else
here. Whatever is not plainly such a query goes the usual way, where the same functions answer.
"""

from __future__ import annotations

from fastapi import Request
from starlette.exceptions import HTTPException
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import ClientDisconnect
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from api.errors import answer_to
from api.routers.sparql import answer_get
from graph.exc import BilateralError

PATH = "/sparql"


async def _answer(request: Request) -> None:
    """Only named: its route tells the journal which one it is."""


class Direct:
    """Answers plain queries and passes on everything else. Answers of ``minimum_size`` bytes are compressed."""

    def __init__(self, app: ASGIApp, minimum_size: int) -> None:
        self.app = app
        self._zipped = GZipMiddleware(self._query, minimum_size=minimum_size)
        self._route = Route(PATH, _answer)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Choose the way."""
        if scope["type"] == "http" and scope["path"] == PATH and scope["method"] == "GET":
            asked: bytes = scope["query_string"]
            if (asked.startswith(b"query=") or b"&query=" in asked) and b"update" not in asked:
                scope["route"] = self._route
                zipped = any(n == b"accept-encoding" and b"gzip" in v for n, v in scope["headers"])
                await (self._zipped if zipped else self._query)(scope, receive, send)
                return
        await self.app(scope, receive, send)

    async def _query(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope, receive, send)
        try:
            response = await answer_get(request)
        except ClientDisconnect:
            return
        except (BilateralError, HTTPException) as error:
            response = answer_to(request, error)
        await response(scope, receive, send)
