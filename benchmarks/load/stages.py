"""Where an ingest in one process spends its time: each stage without those inside it."""

from __future__ import annotations

import resource
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import graph.derived
import graph.ingest
from graph.ingesting import committing, working
from graph.rdf.statements import Statements
from graph.store import EmbeddedStore, open_store
from graph.world import ensure_world
from load.articles import articles

STAGES: tuple[tuple[str, Any, str], ...] = (
    ("reading", working, "open_source"),
    ("reading", working, "read_article"),
    ("soundness", working, "keep_sound"),
    ("records to statements", working, "records_to_statements"),
    ("statements to N-Quads", Statements, "nquads"),
    ("shortcuts, pairs, reports", working, "content_of"),
    ("happenings and persons: dividing", graph.derived, "renewal"),
    ("happenings and persons: asking", EmbeddedStore, "select"),
    ("happenings and persons: asking", EmbeddedStore, "construct"),
    ("batches put together", committing.Committer, "_together"),
    ("loading, this thread", EmbeddedStore, "put"),
)


class Clock:
    """Seconds of this thread by stage."""

    def __init__(self) -> None:
        self.spent: defaultdict[str, float] = defaultdict(float)
        self._inside: list[float] = []

    def watch(self, stage: str, place: Any, name: str) -> None:
        """Count the time of a function as that of a stage."""
        function = getattr(place, name)

        def watched(*given: Any, **named: Any) -> Any:
            start = time.thread_time()
            self._inside.append(0.0)
            try:
                return function(*given, **named)
            finally:
                took = time.thread_time() - start
                self.spent[stage] += took - self._inside.pop()
                if self._inside:
                    self._inside[-1] += took

        setattr(place, name, watched)


def stages(number: int) -> Iterator[str]:
    """The lines of a table: milliseconds an article by stage."""
    clock = Clock()
    for stage, place, name in STAGES:
        clock.watch(stage, place, name)
    with tempfile.TemporaryDirectory() as room:
        store = open_store(Path(room) / "db")
        ensure_world(store)
        sources = iter(list(articles(number + 300)))
        engine = graph.ingest.InProcess(working.read_article)
        for _ in graph.ingest.ingest(store, (next(sources) for _ in range(300)), engine=engine):
            pass
        clock.spent.clear()
        start, here = _all_threads(), time.thread_time()
        for _ in graph.ingest.ingest(store, sources, engine=engine):
            pass
        whole, here = _all_threads() - start, time.thread_time() - here
        store.close()
    clock.spent["loading and merging, the engine's threads"] = whole - here
    clock.spent["the rest"] = whole - sum(clock.spent.values())
    yield "| stage | ms an article |"
    yield "|---|---|"
    yield from (f"| {stage} | {spent / number * 1000:.2f} |" for stage, spent in clock.spent.items())
    yield f"| all | {whole / number * 1000:.2f} |"


def _all_threads() -> float:
    spent = resource.getrusage(resource.RUSAGE_SELF)
    return spent.ru_utime + spent.ru_stime
