"""Who answers questions, within which limits, and what an answer on its way is."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Protocol

from graph.readers.wire import Question


@dataclass(frozen=True, slots=True)
class Limits:
    """What queries may take: seconds from question to last byte, bytes of memory, how many at a time.

    ``waiting`` more may wait for a slot, each ``patience`` seconds at most. Workers idle for ``rest`` seconds
    go, but for ``kept`` of them. ``remembered`` bytes of small answers are kept until something is written.
    """

    seconds: float = 30.0
    memory: int = 1 << 30
    queries: int = 8
    waiting: int = 64
    patience: float = 10.0
    long_after: float = 1.0
    kept: int = 2
    rest: float = 60.0
    remembered: int = 32 << 20

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

    def known(self, question: Question, fresh: bool = False) -> Reply | None:
        """The answer where it is at hand and as new as :meth:`answer` would give it."""
        ...

    async def answer(self, question: Question, fresh: bool = False) -> Reply:
        """The beginning of the answer. Raises QueryError, FormatError, LimitError, BusyError, StoreError."""
        ...

    async def rehearse(self, update: str) -> None:
        """Run an update on a copy of the store, within the limits of a query; the store itself stays as it is.

        Raises what ``answer`` raises. Where the store has no copies, nothing is tried.
        """
        ...

    async def close(self) -> None:
        """End what runs and remove what was kept on disk."""
        ...


class Whole:
    """An answer that is all there."""

    whole = True

    def __init__(self, media_type: str, body: bytes) -> None:
        self.media_type, self.first = media_type, body

    async def rest(self) -> AsyncIterator[bytes]:
        """See Reply.rest."""
        nothing: tuple[bytes, ...] = ()
        for part in nothing:
            yield part

    def end(self) -> None:
        """See Reply.end."""
