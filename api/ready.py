"""What the explorer opens with, computed before anyone asks: at the start, and when writing comes to rest.

Answers about the whole graph take seconds in a store of some hundred thousand records. They are kept until the next
write (``api.caching``); this asks for them in the visitors' place.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging

from starlette.concurrency import run_in_threadpool
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.caching import StoreVersion
from graph import lookups

logger = logging.getLogger("bilateral.ready")
OPENED = (
    "/states?limit=300",
    "/relations?limit=12",
    "/articles?limit=9",
    "/stats",
    "/issues",
    "/network",
    "/search?q=a&limit=1",  # for the names alone, which every search goes through
)
"""What the start page, the issues and the graph view ask for, in the words of their scripts."""
_HEADERS = [(b"accept", b"application/json"), (b"accept-encoding", b"gzip")]
_QUIET = 1.0  # seconds without a write after which it is at rest
MANY = 2000  # articles; with fewer, every answer takes a moment only


class Ready:
    """Middleware around the one that keeps answers; it asks that one itself. Small stores are left alone."""

    def __init__(self, app: ASGIApp, version: StoreVersion, *, kept: bool = True, many: int = MANY) -> None:
        self.app = app
        self.version = version
        self.kept = kept
        self.many = many
        self._work: asyncio.Task[None] | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Begin when the application has started and end before it stops; requests pass through."""
        if scope["type"] != "lifespan" or not self.kept:
            await self.app(scope, receive, send)
            return

        async def started(message: Message) -> None:
            await send(message)
            if message["type"] == "lifespan.startup.complete":
                self._work = asyncio.create_task(self._keep_ready(scope))

        async def ending() -> Message:
            message = await receive()
            if message["type"] == "lifespan.shutdown" and self._work:
                self._work.cancel()
                with contextlib.suppress(asyncio.CancelledError):
                    await self._work
            return message

        await self.app(scope, ending, started)

    async def _keep_ready(self, scope: Scope) -> None:
        while True:
            seen = str(self.version)
            try:
                await self._prepare(scope)
            except Exception:
                logger.exception("what pages open with could not be computed ahead; they will ask for it")
            while str(self.version) == seen:
                await self.version.moved()
            while (latest := str(self.version)) != seen:
                seen = latest
                await asyncio.sleep(_QUIET)

    async def _prepare(self, scope: Scope) -> None:
        if await run_in_threadpool(lookups.count_articles, scope["app"].state.store) < self.many:
            return
        for target in OPENED:
            await self._ask(target, scope)

    async def _ask(self, target: str, scope: Scope) -> None:
        path, _, query = target.partition("?")

        async def nothing() -> Message:
            return {"type": "http.request", "body": b"", "more_body": False}

        async def unheard(message: Message) -> None:
            del message

        request = {
            "type": "http",
            "asgi": {"version": "3.0"},
            "http_version": "1.1",
            "method": "GET",
            "scheme": "http",
            "path": path,
            "raw_path": path.encode(),
            "query_string": query.encode(),
            "root_path": "",
            "headers": _HEADERS,
            "client": None,
            "server": None,
            "app": scope["app"],
            "state": {},
        }
        await self.app(request, nothing, unheard)
