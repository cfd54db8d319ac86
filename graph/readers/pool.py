"""Queries in processes that can be killed: how many run, how long, on which snapshot.

A query begins with a slot and a worker of its own. After ``long_after`` seconds of work it is a long one: its
process yields to others, and while others wait only so many may be long, so that small ones find a slot.
"""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from collections.abc import AsyncIterator, Callable, Coroutine
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

from graph.exc import BilateralError, BusyError, LimitError, StoreError
from graph.readers.process import Reader
from graph.readers.snapshots import Snapshot, Snapshots
from graph.readers.wire import CHUNK, Question

Made = TypeVar("Made")
_PATIENT = (
    5  # a query that lasts so many times longer than a long one works is long too: its client may be slow
)
_MOMENT = 0.05  # seconds to wait for a worker of another query before a new one is started


@dataclass(frozen=True, slots=True)
class Limits:
    """What queries may take: seconds from question to last byte, bytes of memory, how many at a time.

    ``waiting`` more may wait for a slot, each ``patience`` seconds at most. Workers idle for ``rest`` seconds
    go, but for ``kept`` of them.
    """

    seconds: float = 30.0
    memory: int = 1 << 30
    queries: int = 8
    waiting: int = 64
    patience: float = 10.0
    long_after: float = 1.0
    kept: int = 2
    rest: float = 60.0

    @property
    def long(self) -> int:
        """How many long queries may run at a time: a quarter of the slots, one at least, is for short ones."""
        return max(1, self.queries - max(1, self.queries // 4))


class Reply(Protocol):
    """An answer on its way. :meth:`end` must be called, whatever happens."""

    media_type: str
    first: bytes
    whole: bool

    def rest(self) -> AsyncIterator[bytes]:
        """What comes after ``first``; raises the error that ended the query."""
        ...

    def end(self) -> None:
        """Let go of the answer; a query that still runs is killed."""
        ...


class Answerer(Protocol):
    """Whatever answers questions: a pool of processes, or the store inside this process."""

    async def answer(self, question: Question, fresh: bool = False) -> Reply:
        """The beginning of the answer. Raises QueryError, FormatError, LimitError, BusyError, StoreError."""
        ...

    async def close(self) -> None:
        """End what runs and remove what was kept on disk."""
        ...


class Running:
    """A query that has begun to answer."""

    def __init__(self, pool: Pool, reader: Reader, snapshot: Snapshot, timers: list[asyncio.TimerHandle]):
        self._pool, self.reader, self._snapshot, self.timers = pool, reader, snapshot, timers
        self._parts = reader.parts()
        self.began = time.monotonic()
        self.began = time.monotonic()
        self.media_type = ""
        self.first = b""
        self.whole = False
        self.long = False
        self.ended = False
        self._error: BaseException | None = None

    async def begin(self) -> None:
        """Wait for the first piece, and for the end where there is no second one."""
        self.media_type = await self.reader.head()
        self.first = await anext(self._parts, b"")
        # less than a frame: the end comes with it, and the answer can be sent with its length
        if len(self.first) < CHUNK:
            async for part in self._parts:
                self.first += part
            self.whole = True

    async def rest(self) -> AsyncIterator[bytes]:
        """See Reply.rest."""
        if self.whole:
            return
        try:
            async for part in self._parts:
                yield part
        except BilateralError as error:
            self._error = error
            raise
        self.whole = True

    def end(self, error: BaseException | None = None) -> None:
        """See Reply.end."""
        if self.ended:
            return
        self.ended = True
        for timer in self.timers:
            timer.cancel()
        # a refused question leaves its worker sound; anything else unfinished does not
        sound = self.whole or (isinstance(error, BilateralError) and self.reader.alive)
        verdict = error or self._error or self.reader.verdict
        outcome = "answered" if self.whole else type(verdict).__name__ if verdict else "left"
        self._pool.finished(self.reader, self._snapshot, outcome, sound=sound, long=self.long)


class Pool:
    """Worker processes over the snapshots of one store. Belongs to the event loop that uses it first."""

    def __init__(self, snapshots: Snapshots, limits: Limits) -> None:
        self.limits = limits
        self.snapshots = snapshots
        self.outcomes: Counter[str] = Counter()
        """How queries ended: answered, left, or the name of the error."""
        self.running: set[Running] = set()
        self.waiting = 0
        self.started = 0
        self._slots = asyncio.Semaphore(limits.queries)
        self._idle: list[tuple[float, Reader]] = []
        self._wanting: list[asyncio.Future[Reader]] = []
        self._tasks: set[asyncio.Task[None]] = set()

    async def answer(self, question: Question, fresh: bool = False) -> Running:
        """See Answerer.answer."""
        began = time.monotonic()
        await self._slot()
        try:
            snapshot = await self._snapshot(fresh)
            try:
                reader = await self._reader()
            except BaseException:
                self.snapshots.release(snapshot)
                raise
        except BaseException:
            self._slots.release()
            raise
        left = max(0.05, self.limits.seconds - (time.monotonic() - began))
        reply = self._watch(reader, snapshot, left)
        try:
            reader.send(question, str(snapshot.path), left)
            await reply.begin()
        except BaseException as error:
            reply.end(error)
            raise
        return reply

    async def _snapshot(self, fresh: bool) -> Snapshot:
        if found := self.snapshots.current(fresh):
            return found
        return await _kept(asyncio.to_thread(self.snapshots.refresh), self.snapshots.release)

    async def _slot(self) -> None:
        if self._slots.locked() and self.waiting >= self.limits.waiting:
            self.outcomes["BusyError"] += 1
            raise BusyError(f"{self.limits.queries} queries run and {self.waiting} wait; try again later")
        self.waiting += 1
        self._make_room()
        try:
            await asyncio.wait_for(self._slots.acquire(), self.limits.patience)
        except TimeoutError:
            self.outcomes["BusyError"] += 1
            raise BusyError(
                f"{self.limits.queries} queries run and none ended within {self.limits.patience:g} seconds; "
                "try again later"
            ) from None
        finally:
            self.waiting -= 1

    async def _reader(self) -> Reader:
        """A worker: an idle one, or the first that is free, or a new one if that takes longer than a moment."""
        while self._idle:
            reader = self._idle.pop()[1]
            if reader.alive:
                return reader
            self._later(reader.reap())
        place: asyncio.Future[Reader] = asyncio.get_running_loop().create_future()
        self._wanting.append(place)
        try:
            if self.running:
                # starting a process costs more than most queries take
                await asyncio.wait({place}, timeout=_MOMENT)
            if not place.done():
                self._later(self._refill())
            return await place
        except asyncio.CancelledError:
            if place in self._wanting:
                self._wanting.remove(place)
            elif not place.cancelled():
                self._rest(place.result())
            raise

    def _watch(self, reader: Reader, snapshot: Snapshot, seconds: float) -> Running:
        """The query with its two clocks: when it is a long one, and when it ends."""
        loop = asyncio.get_running_loop()
        timers: list[asyncio.TimerHandle] = []
        reply = Running(self, reader, snapshot, timers)
        self.running.add(reply)
        told = f"the query took longer than the {self.limits.seconds:g} seconds that a query may take"
        timers.append(loop.call_later(seconds, reader.kill, LimitError(f"{told} and was ended")))
        timers.append(loop.call_later(self.limits.long_after, self._lengthened, reply, reader, reader.used()))
        return reply

    def _lengthened(self, reply: Running, reader: Reader, used: float) -> None:
        """A query has run for a while: it is long if it worked or lasted long, not if it waited for a processor."""
        limit = self.limits.long_after
        if reader.used() - used < limit and time.monotonic() - reply.began < _PATIENT * limit:
            again = asyncio.get_running_loop().call_later(limit / 2, self._lengthened, reply, reader, used)
            reply.timers.append(again)
            return
        reply.long = True
        reader.later()
        if len(self._idle) < self.limits.kept:
            self._later(self._refill())
        if self.waiting:
            self._make_room()

    def _make_room(self) -> None:
        """Where all slots are taken and too many of the queries are long, end the one that became so last."""
        long = [reply for reply in self.running if reply.long and reply.reader.alive]
        if self._slots.locked() and len(long) > self.limits.long:
            last = max(long, key=lambda reply: reply.began)
            last.reader.kill(
                BusyError(
                    f"more than {self.limits.long} queries run longer than {self.limits.long_after:g} seconds "
                    "while others wait; this one was ended, try again later"
                )
            )

    def finished(self, reader: Reader, snapshot: Snapshot, outcome: str, *, sound: bool, long: bool) -> None:
        """Take back worker, snapshot and slot of a query; a worker that is not sound is replaced."""
        self.outcomes[outcome] += 1
        self.running = {other for other in self.running if not other.ended}
        self.snapshots.release(snapshot)
        # niceness cannot be taken back without privilege, so the worker of a long query goes too
        if sound and not long and reader.alive:
            self._rest(reader)
        else:
            self._later(reader.reap())
            if not long and len(self._idle) < self.limits.kept:
                self._later(self._refill())
        self._slots.release()

    async def _refill(self) -> None:
        """Start a worker for whoever wants one, or for later."""
        try:
            self.started += 1
            reader = await Reader.start(self.limits.memory)
        except OSError as error:
            if self._wanting:
                self._wanting.pop(0).set_exception(StoreError(f"no query process can be started: {error}"))
            return
        self._rest(reader)

    def _rest(self, reader: Reader) -> None:
        """Give a worker to who waits for one, else let it wait; those that wait longest go in time."""
        while self._wanting:
            place = self._wanting.pop(0)
            if not place.done():
                place.set_result(reader)
                return
        now = time.monotonic()
        self._idle.append((now, reader))
        while len(self._idle) > self.limits.kept and now - self._idle[0][0] > self.limits.rest:
            self._later(self._idle.pop(0)[1].reap())

    def _later(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def close(self) -> None:
        """See Answerer.close."""
        for reply in list(self.running):
            reply.end()
        while self._tasks:
            await asyncio.gather(*self._tasks, return_exceptions=True)
        for _, reader in self._idle:
            await reader.reap()
        self._idle.clear()
        await asyncio.to_thread(self.snapshots.close)


async def _kept(making: Coroutine[Any, Any, Made], undo: Callable[[Made], None]) -> Made:
    """What ``making`` makes; undone once it is made if nobody waits for it any more."""
    task = asyncio.ensure_future(making)
    try:
        return await asyncio.shield(task)
    except asyncio.CancelledError:

        def unmake(done: asyncio.Task[Made]) -> None:
            if not done.cancelled() and done.exception() is None:
                undo(done.result())

        task.add_done_callback(unmake)
        raise
