"""Where tasks are worked off."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from itertools import islice
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


class Threads:
    """In threads of this process, so many tasks at a time: for a reader that mostly waits, as for a model."""

    def __init__(self, read: Read, width: int) -> None:
        self.read, self._width = read, width

    def run(self, tasks: Iterable[Task]) -> Iterator[Done]:
        """See Engine.run."""
        waiting, running = iter(tasks), set[Future[Done]]()
        pool = ThreadPoolExecutor(self._width, thread_name_prefix="reading")
        try:
            while True:
                running |= {
                    pool.submit(work, t, self.read) for t in islice(waiting, self._width - len(running))
                }
                if not running:
                    return
                done, running = wait(running, return_when=FIRST_COMPLETED)
                yield from (future.result() for future in done)
        finally:
            pool.shutdown(cancel_futures=True)
