"""Queries in processes that can be killed: how many run, how long, on which snapshot.

A query begins with a slot and a worker of its own. After ``long_after`` seconds of work it is a long one: its
process yields to others, and while others wait only so many may be long, so that small ones find a slot.
"""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from collections.abc import AsyncIterator, Callable, Coroutine
from typing import Any, TypeVar

from graph.exc import BilateralError, BusyError, LimitError
from graph.readers.answerer import Limits, Reply, Whole
from graph.readers.crew import Crew
from graph.readers.process import Reader
from graph.readers.remembered import Remembered
from graph.readers.snapshots import Snapshot, Snapshots
from graph.readers.wire import CHUNK, Question

Made = TypeVar("Made")
_PATIENT = (
    5  # a query that lasts so many times longer than a long one works is long too: its client may be slow
)
_MOMENT = 0.05  # seconds after which a query is looked at first: most have ended by then


class Running:
    """A query that has begun to answer."""

    def __init__(self, pool: Pool, reader: Reader, snapshot: Snapshot, timers: list[asyncio.TimerHandle]):
        self._pool, self.reader, self._snapshot, self.timers = pool, reader, snapshot, timers
        self._parts = reader.parts()
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
        self.remembered = Remembered(limits.remembered)
        self._slots = asyncio.Semaphore(limits.queries)
        self._crew = Crew(limits.memory, limits.kept, limits.rest)

    @property
    def started(self) -> int:
        """How many processes were started."""
        return self._crew.started

    def known(self, question: Question, fresh: bool = False) -> Whole | None:
        """See Answerer.known."""
        state = self.snapshots.state(fresh)
        return None if state is None else self.remembered.find(state, question)

    async def answer(self, question: Question, fresh: bool = False) -> Reply:
        """See Answerer.answer."""
        if known := self.known(question, fresh):
            return known
        reply, changes = await self._begun(question, lambda: self._snapshot(fresh))
        if reply.whole:
            self.remembered.keep(changes, question, Whole(reply.media_type, reply.first))
        return reply

    async def rehearse(self, update: str) -> None:
        """See Answerer.rehearse."""
        question = Question(update, None, None, None, update=True)
        try:
            reply, _ = await self._begun(question, self._copy)
        except LimitError as error:
            raise LimitError(
                f"nothing was changed: the update was tried on a copy of the store first, where {error}; "
                "make the change in smaller parts"
            ) from error
        reply.end()

    async def _begun(
        self, question: Question, take: Callable[[], Coroutine[Any, Any, Snapshot]]
    ) -> tuple[Running, int]:
        """A question put to a worker of its own, with the beginning of its answer, and after how many writes."""
        began = time.monotonic()
        await self._slot()
        try:
            snapshot = await take()
            try:
                reader = await self._crew.take(bool(self.running))
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
        return reply, snapshot.changes

    async def _copy(self) -> Snapshot:
        return await _kept(asyncio.to_thread(self.snapshots.copy), self.snapshots.release)

    async def _snapshot(self, fresh: bool) -> Snapshot:
        if found := self.snapshots.current(fresh):
            return found
        return await _kept(asyncio.to_thread(self.snapshots.refresh), self.snapshots.release)

    async def _slot(self) -> None:
        if self._slots.locked() and self.waiting >= self.limits.waiting:
            self.outcomes["BusyError"] += 1
            raise BusyError(f"{self.limits.queries} queries run and {self.waiting} wait; try again later")
        if not self._slots.locked():
            await self._slots.acquire()  # at once
            return
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

    def _watch(self, reader: Reader, snapshot: Snapshot, seconds: float) -> Running:
        """The query, looked at again in a moment: most have ended by then."""
        loop = asyncio.get_running_loop()
        timers: list[asyncio.TimerHandle] = []
        reply = Running(self, reader, snapshot, timers)
        self.running.add(reply)
        moment = min(_MOMENT, self.limits.long_after)
        timers.append(loop.call_later(moment, self._lasting, reply, reader, seconds - moment))
        return reply

    def _lasting(self, reply: Running, reader: Reader, left: float) -> None:
        """A query has not ended within a moment: set its two clocks, when it is a long one, and when it ends."""
        loop = asyncio.get_running_loop()
        told = f"the query took longer than the {self.limits.seconds:g} seconds that a query may take"
        reply.timers.append(loop.call_later(left, reader.kill, LimitError(f"{told} and was ended")))
        reply.timers.append(
            loop.call_later(self.limits.long_after, self._lengthened, reply, reader, reader.used())
        )

    def _lengthened(self, reply: Running, reader: Reader, used: float) -> None:
        """A query has run for a while: it is long if it worked or lasted long, not if it waited for a processor."""
        limit = self.limits.long_after
        if reader.used() - used < limit and time.monotonic() - reply.began < _PATIENT * limit:
            again = asyncio.get_running_loop().call_later(limit / 2, self._lengthened, reply, reader, used)
            reply.timers.append(again)
            return
        reply.long = True
        reader.later()
        self._crew.refill()
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
            self._crew.give(reader)
        else:
            self._crew.dismiss(reader)
            if not long:
                self._crew.refill()
        self._slots.release()

    async def close(self) -> None:
        """See Answerer.close."""
        for reply in list(self.running):
            reply.end()
        await self._crew.close()
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
