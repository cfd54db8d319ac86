"""What the server writes down: a line for each request, a line for each write, both as JSON."""

from __future__ import annotations

import hashlib
import json
import logging
import re
import threading
import time
from collections.abc import Callable
from contextvars import ContextVar
from datetime import UTC, datetime
from typing import Any, TypeVar
from uuid import uuid4

from fastapi import Request
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.metrics import Metrics
from graph.exc import BusyError
from graph.settings import Settings
from graph.store import Store

requests = logging.getLogger("bilateral.requests")
audit = logging.getLogger("bilateral.audit")
request_id: ContextVar[str] = ContextVar("request_id", default="")
"""The id of the request that is being answered; every log line of its work carries it."""

_LINE = json.JSONEncoder(ensure_ascii=False, default=str)
_SANE = re.compile(r"[\w.:\-]{1,64}")
Done = TypeVar("Done")


class JsonLines(logging.Formatter):
    """A log record as one line of JSON: ``at``, ``level``, ``logger``, ``message``, ``request`` and its fields."""

    def format(self, record: logging.LogRecord) -> str:
        """The line."""
        line = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
        }
        if identity := request_id.get():
            line["request"] = identity
        line.update(getattr(record, "fields", {}))
        if record.exc_info:
            line["trace"] = self.formatException(record.exc_info)
        return _LINE.encode(line)


class Journal:
    """Gives each request an id (its own ``X-Request-Id`` where that is sane), counts it and logs it."""

    def __init__(self, app: ASGIApp, metrics: Metrics) -> None:
        self.app = app
        self.metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, with its id in the answer's ``X-Request-Id``."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        given = Headers(scope=scope).get("x-request-id", "")
        identity = given if _SANE.fullmatch(given) else request_id.get() or uuid4().hex
        mark = request_id.set(identity)
        began = time.perf_counter()
        status, size, whole = 500, 0, False

        async def seen(message: Message) -> None:
            nonlocal status, size, whole
            if message["type"] == "http.response.start":
                status = message["status"]
                MutableHeaders(scope=message)["X-Request-Id"] = identity
            elif message["type"] == "http.response.body":
                size += len(message.get("body", b""))
                whole = not message.get("more_body", False)
            await send(message)

        try:
            await self.app(scope, receive, seen)
        finally:
            route = getattr(scope.get("route"), "path", "none")
            noted(self.metrics, scope, route, status, size, whole, time.perf_counter() - began)
            request_id.reset(mark)


def noted(
    metrics: Metrics,
    scope: Any,
    route: str,
    status: int,
    size: int,
    whole: bool,
    seconds: float,
    identity: str = "",
) -> None:
    """Count a request that took ``seconds`` and was answered with ``size`` bytes, and write its line.

    ``identity`` is its id where that is not the current one.
    """
    metrics.answered(scope["method"], route, status, seconds)
    if not requests.isEnabledFor(logging.INFO):
        return
    fields = {
        "method": scope["method"],
        "path": scope["path"],
        "status": status,
        "bytes": size,
        "whole": whole,
        "ms": round(seconds * 1000, 1),
        "client": (scope.get("client") or ("", 0))[0],
    }
    if identity:
        fields["request"] = identity
    requests.info("%s %s %s", scope["method"], scope["path"], status, extra={"fields": fields})


class Ledger:
    """Runs writes one after the other and writes a line for each: who, when, what became of the quads.

    A write that runs cannot be ended: the engine has no means to. One that waits for it longer than a query may take
    is refused, so that the threads that answer do not all end up waiting.
    """

    def __init__(self, store: Store, settings: Settings) -> None:
        self._store = store
        self._counted = settings.audit
        self._patience = settings.query_seconds
        self._turn = threading.Lock()
        self._known: tuple[int, int] | None = None

    def _size(self) -> int:
        """Number of quads; counted once where nobody wrote past this ledger."""
        changes = getattr(self._store, "changes", None)
        if changes is None or self._known is None or self._known[0] != changes:
            self._known = (changes or 0, self._store.size())
        return self._known[1]

    def write(self, request: Request, what: str, work: Callable[[], Done]) -> Done:
        """What ``work`` returns; blocks until earlier writes are done. Raises BusyError where they take too long."""
        if not self._turn.acquire(timeout=self._patience):
            raise BusyError(
                f"another write has been running for more than {self._patience:g} seconds; nothing was changed, "
                "try again later"
            )
        try:
            return self._told(request, what, work)
        finally:
            self._turn.release()

    def _told(self, request: Request, what: str, work: Callable[[], Done]) -> Done:
        before = self._size() if self._counted else None
        began = time.perf_counter()
        outcome = "failed"
        try:
            done = work()
            outcome = "done"
            return done
        finally:
            fields = {
                "what": what,
                "outcome": outcome,
                "by": _fingerprint(request),
                "client": request.client.host if request.client else "",
                "ms": round((time.perf_counter() - began) * 1000, 1),
            }
            if before is not None:
                fields |= {"quads_before": before, "quads_after": self._size()}
            audit.info("%s %s", what, outcome, extra={"fields": fields})


def _fingerprint(request: Request) -> str:
    """Which token wrote, without the token."""
    token = request.headers.get("authorization", "").partition(" ")[2].strip()
    return hashlib.sha256(token.encode()).hexdigest()[:12]
