"""Figures for Prometheus; each application has a registry of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from graph.readers.answerer import Answerer
from graph.readers.pool import Pool

CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"
_SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60)


class _Queries(Collector):
    """What the pool of query processes does, read when asked."""

    def __init__(self, answers: Callable[[], Answerer | None]) -> None:
        self._answers = answers

    def collect(self) -> Iterator[Metric]:
        pool = self._answers()
        if not isinstance(pool, Pool):
            return
        ended = CounterMetricFamily(
            "bilateral_queries", "SPARQL queries by how they ended.", labels=["outcome"]
        )
        for outcome, number in sorted(pool.outcomes.items()):
            ended.add_metric([outcome], number)
        yield ended
        yield CounterMetricFamily(
            "bilateral_queries_remembered", "SPARQL queries answered from memory.", pool.remembered.found
        )
        yield CounterMetricFamily("bilateral_readers_started", "Query processes started.", pool.started)
        yield CounterMetricFamily("bilateral_snapshots", "Snapshots taken.", pool.snapshots.made)
        yield GaugeMetricFamily("bilateral_queries_running", "Queries that run now.", len(pool.running))
        yield GaugeMetricFamily("bilateral_queries_waiting", "Queries that wait for a slot.", pool.waiting)


class Metrics:
    """The figures of one application: requests as they are answered, queries as the pool counts them."""

    def __init__(self, answers: Callable[[], Answerer | None]) -> None:
        self.registry = CollectorRegistry(auto_describe=False)
        self._requests = Counter(
            "bilateral_requests",
            "Requests by method, route and status.",
            ("method", "route", "status"),
            registry=self.registry,
        )
        self._seconds = Histogram(
            "bilateral_request_seconds",
            "Seconds from a request to the last byte of its answer.",
            ("route",),
            buckets=_SECONDS,
            registry=self.registry,
        )
        self.registry.register(_Queries(answers))
        self._kind = cache(self._children)  # looking them up takes longer than counting

    def _children(self, method: str, route: str, status: int) -> tuple[Counter, Histogram]:
        return self._requests.labels(method, route, str(status)), self._seconds.labels(route)

    def answered(self, method: str, route: str, status: int, seconds: float) -> None:
        """Count one request."""
        number, lasted = self._kind(method, route, status)
        number.inc()
        lasted.observe(seconds)

    def text(self) -> bytes:
        """All figures in Prometheus' text format."""
        return generate_latest(self.registry)
