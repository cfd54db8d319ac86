"""Reading on a Dask cluster (extra ``dask``): its workers read, this process commits."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from graph.exc import InputError
from graph.ingesting.working import Done, Task, failed, work
from graph.world import reader_version

_TOGETHER = 8
"""Tasks in one of Dask's, whose own cost is about a millisecond."""
_IN_HAND = 64
"""Articles for each thread of the cluster that are under way or wait to be committed."""


class Cluster:
    """Reading on the workers of the scheduler at an address (``tcp://host:8786``), awaited for some seconds.

    Bilateral has to be installed on each worker in the version of this process. What a lost worker was at
    is read again by another; an article that brings down worker after worker fails alone.
    """

    def __init__(self, scheduler: str, *, patience: float = 20.0) -> None:
        self.scheduler = scheduler
        self.patience = patience

    def run(self, tasks: Iterable[Task]) -> Iterator[Done]:
        """See Engine.run."""
        try:
            from distributed import Client
        except ImportError:
            raise InputError(
                "--engine dask needs Dask; install it with: pip install 'bilateral[dask]'"
            ) from None
        try:
            client = Client(self.scheduler, timeout=self.patience, set_as_default=False)
            client.wait_for_workers(1, timeout=self.patience)
        except (OSError, ValueError, TimeoutError) as error:
            raise InputError(f"no Dask cluster at {self.scheduler}: {error}") from error
        with client:
            yield from _Round(client).run(iter(tasks))


class _Round:
    def __init__(self, client: Any) -> None:
        self._client = client
        self._sent: dict[Any, list[Task]] = {}

    def run(self, tasks: Iterator[Task]) -> Iterator[Done]:
        from distributed import as_completed

        finished = as_completed(loop=self._client.loop, with_results=True, raise_errors=False)
        limit = _IN_HAND * max(1, sum(self._client.nthreads().values()))
        more = True
        while more or self._sent:
            while more and len(self._sent) * _TOGETHER < limit:
                if batch := list(islice(tasks, _TOGETHER)):
                    finished.add(self._submit(batch))
                else:
                    more = False
            if not self._sent:
                break
            future, answer = next(finished)
            batch = self._sent.pop(future)
            if future.status == "finished":
                yield from map(_of_our_version, answer)
            elif len(batch) > 1:
                for task in batch:
                    finished.add(self._submit([task]))
            else:
                yield failed(batch[0], f"the cluster could not read it: {_cause(future, answer)}")

    def _submit(self, batch: list[Task]) -> Any:
        future = self._client.submit(work_all, batch, pure=False)
        self._sent[future] = batch
        return future


def work_all(batch: list[Task]) -> list[Done]:
    """Read some sources, on a worker."""
    return [work(task) for task in batch]


def _of_our_version(done: Done) -> Done:
    if done.version not in {"", reader_version()}:
        raise InputError(
            f"a worker of the cluster has another version of Bilateral ({done.version}, here "
            f"{reader_version()}); install the same one on all"
        )
    return done


def _cause(future: Any, answer: Any) -> str:
    error = answer[1] if isinstance(answer, tuple) and len(answer) > 1 else future.exception()
    return f"{type(error).__name__}: {error}"
