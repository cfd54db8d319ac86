"""The short way of a query: ``GET /sparql?query=…`` answered where HTTP is read, before the framework.

A busy endpoint is asked small queries, and the framework takes several times as long for them as everything else
here. Whatever is not plainly such a query, fails, or has a long answer goes on to the framework, with what was found
so far; the answer is the same either way.
"""

from __future__ import annotations

import asyncio
import re
import time
from functools import lru_cache
from secrets import token_hex
from typing import Any

from starlette.exceptions import HTTPException
from starlette.responses import Response
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol, RequestResponseCycle

from api.answering import ASKED, LEFT
from api.journal import Register, request_id
from api.middleware import SAFETY
from api.routers.sparql import question_of
from graph.readers.answerer import Answerer, Reply
from graph.readers.wire import Question
from graph.settings import Settings

DESK = "desk"
"""Where the application leaves its :class:`Desk` for the server (ASGI lifespan state)."""

PATH = "/sparql"
_LONGEST = 8192  # bytes of an address whose reading is remembered
_BEYOND = re.compile(rb"[\x80-\xff]")
# a request that says more than this of itself may want to be answered in another manner
_PLAIN = frozenset({b"host", b"user-agent", b"accept", b"accept-encoding", b"accept-language", b"connection"})


class Desk:
    """What the short way needs of the application. Answers of ``compressed`` bytes are, for who takes that."""

    def __init__(self, answers: Answerer, settings: Settings, register: Register, compressed: int) -> None:
        self.answers, self.register, self.compressed = answers, register, compressed
        self._settings = settings
        self._read = lru_cache(maxsize=1024)(self._question)

    def question(self, scope: Any) -> tuple[Question, bool] | None:
        """What a plain request asks, and whether its answer may be compressed; None if it is not plain."""
        if scope["path"] != PATH or scope["method"] != "GET" or scope["root_path"]:
            return None
        told: dict[bytes, bytes] = dict(scope["headers"])
        if len(told) < len(scope["headers"]) or not _PLAIN.issuperset(told) or b"host" not in told:
            return None
        base = f"{scope['scheme']}://{told[b'host'].decode('latin-1')}{PATH}"
        if len(scope["query_string"]) > _LONGEST:
            return None
        question = self._read(scope["query_string"], told.get(b"accept"), base)
        return (question, b"gzip" in told.get(b"accept-encoding", b"")) if question else None

    def _question(self, query_string: bytes, accept: bytes | None, base: str) -> Question | None:
        """None where the framework has to say what is wrong."""
        try:
            return question_of(
                query_string, accept.decode("latin-1") if accept else None, base, self._settings
            )
        except (HTTPException, ValueError):
            return None


class Direct(HttpToolsProtocol):
    """A connection whose plain queries go the short way, and whose addresses may be written in any script."""

    _asking: asyncio.Task[None] | None = None
    _line_ahead = True  # the line that names the address is still to come, or on its way

    def data_received(self, data: bytes) -> None:
        """Take what comes; letters of other scripts in an address are escaped as browsers do it (RFC 3987, 3.1).

        curl sends them as they are typed, and the parser would refuse them.
        """
        if self._line_ahead:
            line, end, rest = data.partition(b"\r\n")
            self._line_ahead = not end
            if not line.isascii():
                data = _BEYOND.sub(lambda byte: b"%%%02X" % byte[0][0], line) + end + rest
        super().data_received(data)

    def on_message_complete(self) -> None:
        """A request is whole; the next begins with its address again."""
        super().on_message_complete()
        self._line_ahead = True

    def _start_asgi_task(self, cycle: RequestResponseCycle, app: Any) -> None:
        desk: Desk | None = self.app_state.get(DESK)
        plain = desk.question(cycle.scope) if desk and app is self.app and cycle.keep_alive else None
        if not desk or not plain:
            super()._start_asgi_task(cycle, app)
            return
        began = time.perf_counter()
        known = desk.answers.known(plain[0])
        # what came behind it on the connection would be answered inside this call, and so on
        if known and not self.pipeline and self._brief(known, desk, plain[1]):
            self._send(cycle, known, desk, began, token_hex(16))
            return
        task = self._asking = self.loop.create_task(self._ask(cycle, app, desk, *plain, began))
        self.tasks.add(task)
        task.add_done_callback(self.tasks.discard)

    def connection_lost(self, exc: Exception | None) -> None:
        """End the query of a client that has left."""
        super().connection_lost(exc)
        if self._asking:
            self._asking.cancel()

    async def _ask(
        self,
        cycle: RequestResponseCycle,
        app: Any,
        desk: Desk,
        question: Question,
        zipped: bool,
        began: float,
    ) -> None:
        identity = token_hex(16)
        request_id.set(identity)  # of this task alone
        asked: asyncio.Future[Reply] = self.loop.create_future()
        try:
            asked.set_result(await desk.answers.answer(question))
        except asyncio.CancelledError:
            desk.register.enter(cycle.scope, PATH, LEFT, 0, False, time.perf_counter() - began, identity)
            raise
        except Exception as error:  # the framework tells it as it tells all others
            asked.set_exception(error)
        self._asking = None
        if asked.exception() is None and self._brief(asked.result(), desk, zipped):
            asked.result().end()
            self._send(cycle, asked.result(), desk, began, identity)
            return
        cycle.scope[ASKED] = asked  # type: ignore[literal-required]
        await cycle.run_asgi(app)

    def _brief(self, reply: Reply, desk: Desk, zipped: bool) -> bool:
        """Whether an answer can be sent at once and as it is."""
        return (
            reply.whole
            and not (zipped and len(reply.first) >= desk.compressed)
            and not self.flow.write_paused
            and not self.transport.is_closing()
        )

    def _send(
        self, cycle: RequestResponseCycle, reply: Reply, desk: Desk, began: float, identity: str
    ) -> None:
        body = reply.first
        parts = [b"HTTP/1.1 200 OK\r\n"]
        for name, value in self.server_state.default_headers:
            parts += (name, b": ", value, b"\r\n")
        parts += (_head(reply.media_type), b"content-length: %d\r\n" % len(body))
        if not cycle.keep_alive:
            parts.append(b"connection: close\r\n")
        parts += (b"x-request-id: ", identity.encode(), b"\r\n\r\n", body)
        self.transport.write(b"".join(parts))
        desk.register.gather(cycle.scope, PATH, 200, len(body), time.perf_counter() - began, identity)
        cycle.response_started = cycle.response_complete = True
        if not cycle.keep_alive:
            self.transport.close()
        cycle.on_response()


@lru_cache(maxsize=32)
def _head(media_type: str) -> bytes:
    """The header lines that all answers of a media type have."""
    whole = Response(media_type=media_type, headers={"Vary": "Accept", **SAFETY})
    lines = [(name, value) for name, value in whole.raw_headers if name != b"content-length"]
    return b"".join(name + b": " + value + b"\r\n" for name, value in lines)
