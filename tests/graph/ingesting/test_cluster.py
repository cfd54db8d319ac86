"""Reading on a Dask cluster: the graph is that of one process, also when a worker is killed in the middle."""

import os
import signal
from collections.abc import Iterator
from typing import Any

import pytest
from reports import alone, held, report

from graph.exc import InputError
from graph.ingest import Outcome, ingest
from graph.ingesting.cluster import Cluster
from graph.store import EmbeddedStore


@pytest.fixture
def local() -> Iterator[Any]:
    distributed = pytest.importorskip("distributed", reason="the extra dask is not installed")
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None
    ) as cluster:
        yield cluster


def test_a_killed_worker_costs_nothing(local: Any) -> None:
    sources = [report(n) for n in range(80)]
    store = EmbeddedStore()
    doomed = next(worker.pid for worker in local.workers.values())

    class Wounded(Cluster):
        def run(self, tasks: Any) -> Iterator[Any]:
            for number, done in enumerate(super().run(tasks)):
                if number == 0:
                    os.kill(doomed, signal.SIGKILL)
                yield done

    results = list(ingest(store, sources, engine=Wounded(local.scheduler_address)))
    assert [r.outcome for r in results] == [Outcome.NEW] * len(sources)
    assert held(store) == alone(sources)


def test_a_cluster_that_is_not_there_is_said() -> None:
    pytest.importorskip("distributed", reason="the extra dask is not installed")
    with pytest.raises(InputError, match="no Dask cluster at"):
        list(ingest(EmbeddedStore(), [report(1)], engine=Cluster("tcp://127.0.0.1:1", patience=1)))
