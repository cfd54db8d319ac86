"""Where tasks are worked off."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol

from graph.ingesting.working import Done, Read, Task, work
from graph.reading import read_article


class Engine(Protocol):
    """Works tasks off, a bounded number at a time."""

    def run(self, tasks: Iterable[Task]) -> Iterator[Done]:
        """What came of each task, in any order. ``tasks`` is only asked in the caller's thread, as room comes
        free. Closing the iterator ends the work that is still going on.
        """
        ...


class InProcess:
    """In this process, one after another and in order."""

    def __init__(self, read: Read = read_article) -> None:
        self.read = read

    def run(self, tasks: Iterable[Task]) -> Iterator[Done]:
        """See Engine.run."""
        return (work(task, self.read) for task in tasks)
