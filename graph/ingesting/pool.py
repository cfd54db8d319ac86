"""Reading in processes of this machine.

Each process has a pipe and a thread here that keeps it busy; the threads do nothing but pass messages, so that
the caller's thread can commit meanwhile. A process that dies takes one article with it and is replaced.
"""

from __future__ import annotations

import multiprocessing
import os
import queue
import signal
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess

from graph.exc import BilateralError, StoreError
from graph.ingesting.engines import InProcess
from graph.ingesting.working import Done, Task, failed, work

_AHEAD = 4
"""Tasks that a process has been sent and not answered, so that it need not wait for this process."""
_IN_HAND = 128
"""Tasks for each process that are under way or wait to be committed: about two seconds' work."""
_FALSE_STARTS = 3


class Processes:
    """Reading in ``jobs`` processes, all processors where none are given; few articles are read in this process.

    Processes are spawned, not forked, so that the engine's threads of the store are not copied.
    """

    def __init__(self, jobs: int | None = None, *, few: int = 24) -> None:
        self.jobs = jobs or os.cpu_count() or 1
        self.few = few
        self.workers: list[Worker] = []

    def run(self, tasks: Iterable[Task]) -> Iterator[Done]:
        """See Engine.run."""
        source = iter(tasks)
        if self.jobs == 1:
            yield from InProcess().run(source)
            return
        few = list(islice(source, self.few))
        if len(few) < self.few:
            yield from InProcess().run(few)
        else:
            yield from self._spread(chain(few, source))

    def _spread(self, source: Iterator[Task]) -> Iterator[Done]:
        inbox: queue.SimpleQueue[Task | None] = queue.SimpleQueue()
        outbox: queue.SimpleQueue[Done | BilateralError] = queue.SimpleQueue()
        self.workers = [Worker(inbox, outbox) for _ in range(self.jobs)]
        waiting, limit = 0, self.jobs * _IN_HAND
        more = True
        try:
            while waiting or more:
                while more and waiting < limit:
                    task = next(source, None)
                    more = task is not None
                    if task is not None:
                        inbox.put(task)
                        waiting += 1
                if waiting:
                    done = outbox.get()
                    if isinstance(done, BilateralError):
                        raise done
                    waiting -= 1
                    yield done
        finally:
            for worker in self.workers:
                worker.stop()
            for _ in self.workers:
                inbox.put(None)


class Worker:
    """One reading process and the thread that speaks with it."""

    def __init__(
        self,
        inbox: queue.SimpleQueue[Task | None],
        outbox: queue.SimpleQueue[Done | BilateralError],
    ) -> None:
        self._inbox, self._outbox = inbox, outbox
        self._sent: deque[Task] = deque()
        self._answered = 0
        self._stopped = False
        self._start()
        self._thread = threading.Thread(target=self._speak, daemon=True)
        self._thread.start()

    def _start(self) -> None:
        context = multiprocessing.get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self.process: BaseProcess = context.Process(target=_serve, args=(theirs,), daemon=True)
        self.process.start()
        theirs.close()

    def stop(self) -> None:
        """End the process; what it had not answered is lost."""
        self._stopped = True
        self.process.kill()
        self.process.join(5)

    def _speak(self) -> None:
        false_starts = 0
        while not self._stopped:
            try:
                if not self._exchange():
                    break
            except (EOFError, OSError):
                if self._stopped:
                    break
                false_starts = 0 if self._answered else false_starts + 1
                self._bury()
                if false_starts == _FALSE_STARTS:
                    self._outbox.put(
                        StoreError(
                            f"reading processes end before they read anything ({_end_of(self.process)}); "
                            "--jobs 1 reads without them"
                        )
                    )
                    break
                self._start()
        self._pipe.close()

    def _exchange(self) -> bool:
        """Send what there is room for and take one answer; False where nothing is left."""
        while len(self._sent) < _AHEAD:
            try:
                task = self._inbox.get(block=not self._sent)
            except queue.Empty:
                break
            if task is None:
                return False
            self._sent.append(task)
            self._pipe.send(task)
        done = self._pipe.recv()
        self._sent.popleft()
        self._answered += 1
        self._outbox.put(done)
        return True

    def _bury(self) -> None:
        """Fail the article that a dead process was at, and give the others back."""
        self.process.join(5)
        if self._sent:
            end = _end_of(self.process)
            self._outbox.put(failed(self._sent.popleft(), f"the process that read it ended: {end}"))
        while self._sent:
            self._inbox.put(self._sent.popleft())
        self._answered = 0
        self._pipe.close()


def _end_of(process: BaseProcess) -> str:
    code = process.exitcode
    if code is not None and code < 0:
        hint = ", perhaps for want of memory" if -code == signal.SIGKILL else ""
        return f"it was stopped by {signal.Signals(-code).name}{hint}"
    return f"exit code {code}"


def _serve(pipe: Connection) -> None:
    """Answer tasks until the other end is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # an interrupt is the parent's to handle
    try:
        while True:
            pipe.send(work(pipe.recv()))
    except (EOFError, OSError):
        return
