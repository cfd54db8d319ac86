"""A query's answer over HTTP: an error while nothing was sent, then a stream that breaks visibly or is whole."""

from __future__ import annotations

import asyncio
import logging

from fastapi import Request, Response
from starlette.types import Receive, Scope, Send

from graph.exc import BilateralError
from graph.readers.answerer import Answerer, Reply
from graph.readers.wire import Question

ASKED = "bilateral.asked"
"""Where a request carries its reply, as a future, if its query has been asked on the way here."""

logger = logging.getLogger("bilateral.sparql")
LEFT = 499  # the status of an answer that nobody waited for; only the log sees it
_MOMENT = 0.05  # seconds for which nobody looks whether the client has left: most queries take less


async def _gone(request: Request) -> None:
    """Returns when the client has left."""
    while (await request.receive())["type"] != "http.disconnect":
        pass


async def answered(request: Request, answers: Answerer, question: Question) -> Response:
    """The response to a question. A client that leaves ends its query, and nobody sees the response.

    Raises what Answerer.answer raises. ``Cache-Control: no-cache`` asks for an answer that sees every write
    (RFC 9111, section 5.2.1.4).
    """
    fresh = "no-cache" in request.headers.get("cache-control", "").lower()
    if asked := request.scope.get(ASKED):
        return Streamed(request, asked.result())
    if known := answers.known(question, fresh):
        return Streamed(request, known)
    asking = asyncio.ensure_future(answers.answer(question, fresh))
    leaving = None
    try:
        await asyncio.wait({asking}, timeout=_MOMENT)
        if not asking.done():
            leaving = asyncio.ensure_future(_gone(request))
            await asyncio.wait({asking, leaving}, return_when=asyncio.FIRST_COMPLETED)
        if not asking.done():
            asking.cancel()
            return Response(status_code=LEFT)
        return Streamed(request, asking.result(), leaving)
    except BaseException:
        if leaving:
            leaving.cancel()
        asking.cancel()
        raise


class Streamed(Response):
    """An answer as it comes. One that is whole has its length; of a longer one the end tells that it is whole:

    a query that fails on the way leaves the connection closed without the last chunk (RFC 9112, section 8).
    """

    def __init__(self, request: Request, reply: Reply, leaving: asyncio.Future[None] | None = None) -> None:
        super().__init__(
            reply.first if reply.whole else None,
            media_type=reply.media_type,
            headers={"Vary": "Accept"},
        )
        self._request = request
        self._reply = reply
        self._leaving = leaving
        if not reply.whole:
            del self.headers["content-length"]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send what there is and what comes."""
        try:
            if self._reply.whole:
                await super().__call__(scope, receive, send)
                return
            if not self._leaving:
                self._leaving = asyncio.ensure_future(_gone(self._request))
            self._leaving.add_done_callback(lambda _: self._reply.end())
            start = {"type": "http.response.start", "status": self.status_code, "headers": self.raw_headers}
            await send(start)
            await send({"type": "http.response.body", "body": self._reply.first, "more_body": True})
            async for part in self._reply.rest():
                await send({"type": "http.response.body", "body": part, "more_body": True})
            await send({"type": "http.response.body", "body": b""})
        except BilateralError as error:
            # no last chunk: the server closes the connection, and the client sees that the answer is cut
            logger.warning("an answer was broken off: %s", error)
        finally:
            self._reply.end()
            if self._leaving:
                self._leaving.cancel()
