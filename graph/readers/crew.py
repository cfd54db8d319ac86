"""Worker processes: started when wanted, kept while idle, replaced when killed."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Coroutine
from typing import Any

from graph.exc import StoreError
from graph.readers.process import Reader

_MOMENT = 0.05  # seconds to wait for a worker of another query before a new one is started


class Crew:
    """The workers of a pool, whose queries may take ``memory`` bytes each.

    Idle ones beyond ``kept`` go after ``rest`` seconds.
    """

    def __init__(self, memory: int, kept: int, rest: float) -> None:
        self.started = 0
        self._memory, self._kept, self._rest = memory, kept, rest
        self._idle: list[tuple[float, Reader]] = []
        self._wanting: list[asyncio.Future[Reader]] = []
        self._tasks: set[asyncio.Task[None]] = set()

    async def take(self, others_work: bool) -> Reader:
        """A worker: an idle one, or the first that is free, or a new one if that takes longer than a moment.

        Raises StoreError where no process can be started.
        """
        while self._idle:
            reader = self._idle.pop()[1]
            if reader.alive:
                return reader
            self.dismiss(reader)
        place: asyncio.Future[Reader] = asyncio.get_running_loop().create_future()
        self._wanting.append(place)
        try:
            if others_work:
                # starting a process costs more than most queries take
                await asyncio.wait({place}, timeout=_MOMENT)
            if not place.done():
                self._later(self._start())
            return await place
        except asyncio.CancelledError:
            if place in self._wanting:
                self._wanting.remove(place)
            elif not place.cancelled():
                self.give(place.result())
            raise

    def give(self, reader: Reader) -> None:
        """Give a worker to who waits for one, else let it wait; those that wait longest go in time."""
        while self._wanting:
            place = self._wanting.pop(0)
            if not place.done():
                place.set_result(reader)
                return
        now = time.monotonic()
        self._idle.append((now, reader))
        while len(self._idle) > self._kept and now - self._idle[0][0] > self._rest:
            self.dismiss(self._idle.pop(0)[1])

    def dismiss(self, reader: Reader) -> None:
        """Let a worker end, by force if need be."""
        self._later(reader.reap())

    def refill(self) -> None:
        """Have workers ready for the next queries."""
        if len(self._idle) < self._kept:
            self._later(self._start())

    async def _start(self) -> None:
        try:
            self.started += 1
            reader = await Reader.start(self._memory)
        except OSError as error:
            if self._wanting:
                self._wanting.pop(0).set_exception(StoreError(f"no query process can be started: {error}"))
            return
        self.give(reader)

    def _later(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def close(self) -> None:
        """End all of them."""
        while self._tasks:
            await asyncio.gather(*self._tasks, return_exceptions=True)
        for _, reader in self._idle:
            await reader.reap()
        self._idle.clear()
