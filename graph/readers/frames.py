"""The pool's end of the connection to a worker: what comes, frame by frame."""

from __future__ import annotations

import asyncio
from typing import cast

from graph.readers.wire import FRAME

_MUCH = 1 << 18  # bytes that wait before the worker has to


class Frames(asyncio.Protocol):
    """Takes frames apart as they come. Most answers come at once, and are then read without waiting again."""

    def __init__(self) -> None:
        self.ended = False
        """Whether the worker's end is closed: it has died."""
        self._came = bytearray()
        self._arrival: asyncio.Future[None] | None = None
        self._transport: asyncio.Transport
        self._paused = False

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """See asyncio.BaseProtocol."""
        self._transport = cast(asyncio.Transport, transport)

    def data_received(self, data: bytes) -> None:
        """See asyncio.Protocol."""
        self._came += data
        if len(self._came) > _MUCH and not self._paused:
            self._transport.pause_reading()
            self._paused = True
        self._wake()

    def connection_lost(self, exc: Exception | None) -> None:
        """See asyncio.BaseProtocol."""
        self.ended = True
        self._wake()

    def _wake(self) -> None:
        if self._arrival and not self._arrival.done():
            self._arrival.set_result(None)

    def send(self, data: bytes) -> None:
        """Send bytes to the worker."""
        self._transport.write(data)

    async def next(self) -> tuple[bytes, bytes]:
        """Kind and content of the next frame. Raises ConnectionError where the worker ended before it."""
        while (end := self._end()) is None:
            if self.ended:
                raise ConnectionError("the worker has ended")
            if self._paused:
                self._transport.resume_reading()
                self._paused = False
            self._arrival = asyncio.get_running_loop().create_future()
            await self._arrival
        kind, content = bytes(self._came[:1]), bytes(self._came[FRAME.size : end])
        del self._came[:end]
        return kind, content

    def _end(self) -> int | None:
        """Where the first frame ends; None while it is not whole."""
        if len(self._came) < FRAME.size:
            return None
        end = FRAME.size + int(FRAME.unpack_from(self._came)[1])
        return end if len(self._came) >= end else None

    def close(self) -> None:
        """Close the connection."""
        self._transport.close()
