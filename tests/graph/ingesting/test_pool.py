"""Several processes read, one commits: the graph is that of one process, and a death costs one article."""

import os
import signal
from collections.abc import Iterable, Iterator
from pathlib import Path

from reports import alone, held, report

from graph.ingest import InProcess, Outcome, Processes, ingest
from graph.ingesting import Done, Task
from graph.store import EmbeddedStore


class Wounded(Processes):
    """One of whose processes is killed when the first article has been read."""

    def run(self, tasks: Iterable[Task]) -> Iterator[Done]:
        done = super().run(tasks)
        yield next(done)
        os.kill(self.workers[0].process.pid or 0, signal.SIGKILL)
        yield from done


def test_processes_make_the_graph_that_one_makes_and_a_dead_one_costs_one_article(tmp_path: Path) -> None:
    sources = [report(n) for n in range(120)]
    store = EmbeddedStore(tmp_path / "db")
    results = list(ingest(store, sources, engine=Wounded(2, few=4)))
    lost = [r for r in results if r.outcome is Outcome.FAILED]
    assert len(results) == len(sources)
    assert len(lost) <= 1
    assert all("stopped by SIGKILL" in str(r.message) for r in lost)
    again = list(ingest(store, sources, engine=Processes(2, few=4)))
    assert [r.outcome for r in again if r.key in {r.key for r in lost}] == [Outcome.NEW] * len(lost)
    assert sum(r.outcome is Outcome.UNCHANGED for r in again) == len(sources) - len(lost)
    assert held(store) == alone(sources)


def test_a_run_that_is_left_ends_its_processes(tmp_path: Path) -> None:
    store = EmbeddedStore()
    engine = Processes(2, few=4)
    sources = iter([report(n) for n in range(3000)])
    results = ingest(store, sources, engine=engine)
    next(results)
    results.close()
    for worker in engine.workers:
        worker.process.join(20)
        assert not worker.process.is_alive()
    assert next(sources, None) is not None  # only so many were taken as there is room for


def test_few_articles_are_read_here(tmp_path: Path) -> None:
    engine = Processes(4)
    assert len(list(ingest(EmbeddedStore(), [report(n) for n in range(3)], engine=engine))) == 3
    assert engine.workers == []


def test_an_unexpected_error_of_the_reader_fails_its_article_only() -> None:
    def read(article):  # type: ignore[no-untyped-def]
        if article.key == "r/1":
            raise KeyError("oops")
        from graph.reading import read_article

        return read_article(article)

    results = list(ingest(EmbeddedStore(), [report(n) for n in range(3)], engine=InProcess(read)))
    assert sorted(r.outcome.value for r in results) == ["failed", "new", "new"]
    assert "by a fault of ours: KeyError" in next(str(r.message) for r in results if r.message)
