"""What the server writes down: a line for each request, a line for each write, both as JSON."""

from __future__ import annotations

import asyncio
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
_MANY = 500  # lines that wait to be written together, at most
_SOON = 0.1  # seconds for which they wait, at most
Done = TypeVar("Done")


class JsonLines(logging.Formatter):
    """A log record as a line of JSON: ``at``, ``level``, ``logger``, ``message``, ``request`` and its fields.

    A record that tells several things (``lines``, each with the time it happened and its fields) is as many lines.
    """

    def format(self, record: logging.LogRecord) -> str:
        """The line, or the lines."""
        told: list[tuple[float, dict[str, Any]]] | None = getattr(record, "lines", None)
        if told is not None:
            return "\n".join(self._line(record, created, fields) for created, fields in told)
        fields = {"message": record.getMessage()}
        if identity := request_id.get():
            fields["request"] = identity
        fields.update(getattr(record, "fields", {}))
        if record.exc_info:
            fields["trace"] = self.formatException(record.exc_info)
        return self._line(record, record.created, fields)

    def _line(self, record: logging.LogRecord, created: float, fields: dict[str, Any]) -> str:
        at = datetime.fromtimestamp(created, UTC).isoformat(timespec="milliseconds")
        return _LINE.encode({"at": at, "level": record.levelname.lower(), "logger": record.name, **fields})


class Register:
    """Counts requests and writes a line for each."""

    def __init__(self, metrics: Metrics) -> None:
        self._metrics = metrics
        self._waiting: list[tuple[float, dict[str, Any]]] = []

    def enter(
        self, scope: Any, route: str, status: int, size: int, whole: bool, seconds: float, identity: str
    ) -> None:
        """Count a request that took ``seconds`` and was answered with ``size`` bytes, and write its line."""
        self._metrics.answered(scope["method"], route, status, seconds)
        if requests.isEnabledFor(logging.INFO):
            fields = _fields(scope, status, size, whole, seconds, identity)
            requests.info(fields.pop("message"), extra={"fields": fields})

    def gather(self, scope: Any, route: str, status: int, size: int, seconds: float, identity: str) -> None:
        """As :meth:`enter` for a short answer sent whole, whose line is written with others a moment later.

        To write a line by itself takes as long as all else that a remembered answer needs.
        """
        self._metrics.answered(scope["method"], route, status, seconds)
        if not requests.isEnabledFor(logging.INFO):
            return
        if not self._waiting:
            asyncio.get_running_loop().call_later(_SOON, self.write)
        self._waiting.append((time.time(), _fields(scope, status, size, True, seconds, identity)))
        if len(self._waiting) >= _MANY:
            self.write()

    def write(self) -> None:
        """Write the lines that wait."""
        if self._waiting:
            lines, self._waiting = self._waiting, []
            requests.info("%s requests", len(lines), extra={"lines": lines})


def _fields(scope: Any, status: int, size: int, whole: bool, seconds: float, identity: str) -> dict[str, Any]:
    client = scope.get("client")
    return {
        "message": f"{scope['method']} {scope['path']} {status}",
        "request": identity,
        "method": scope["method"],
        "path": scope["path"],
        "status": status,
        "bytes": size,
        "whole": whole,
        "ms": round(seconds * 1000, 1),
        "client": client[0] if client else "",
    }


class Journal:
    """Gives each request an id (its own ``X-Request-Id`` where that is sane) and enters it in the register."""

    def __init__(self, app: ASGIApp, register: Register) -> None:
        self.app = app
        self.register = register

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
            self.register.enter(scope, route, status, size, whole, time.perf_counter() - began, identity)
            request_id.reset(mark)


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
