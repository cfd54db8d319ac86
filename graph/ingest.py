"""Articles into a store: each wholly in or not at all, and again only where something changed."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator
from datetime import date
from itertools import islice

from graph.curation import corrections_of, let_go, links, settle
from graph.derived import Content, content_of, following
from graph.exc import BilateralError, InputError, NotFoundError, StoreError
from graph.identity import Namespace
from graph.ingesting import (
    Committer,
    Engine,
    InProcess,
    Outcome,
    Processes,
    Result,
    Tally,
    Task,
    Threads,
    open_source,
    warnings,
)
from graph.ingesting.known import (
    Details,
    is_same,
    is_same_source,
    look_up,
    refuse_another_text,
    with_corrections,
)
from graph.model import Article, ArticleRecords
from graph.rdf import records_to_statements
from graph.reading import read_article
from graph.soundness import keep_sound
from graph.sources import Found, Source
from graph.store import Store
from graph.store.changes import sequence
from graph.world import version_of

__all__ = [
    "Engine",
    "InProcess",
    "Outcome",
    "Processes",
    "Result",
    "Tally",
    "Threads",
    "ingest",
    "ingest_article",
    "open_source",
    "remove_article",
    "warnings",
]
_AT_ONCE = 100
"""Articles that the store is asked about in one query."""


def ingest(
    store: Store,
    sources: Iterable[Found],
    *,
    published: date | None = None,
    read: Callable[[Article], ArticleRecords] = read_article,
    engine: Engine | None = None,
) -> Generator[Result]:
    """Read and store each source, giving its result once that is committed; not in the order of the sources.

    ``published`` stands in where neither a source nor its text has a date. ``engine`` reads (by default this
    process, with ``read``); this process commits. A StoreError ends the run, for nothing more could be
    written; every other error fails its article only. What the store has already is passed over without
    being read, so that a run that was cut short is taken up by running it again.
    """
    run = _Run(store, published, read)
    engine = engine or InProcess(read)
    committer = Committer(store)
    again: Iterable[Found] = sources
    while again:
        for done in engine.run(run.tasks(again)):
            yield from run.settled()
            yield from committer.take(done)
        yield from committer.flush()
        yield from run.settled()
        again = run.next_round()


class _Run:
    """The sources of one run on their way to tasks, and results that need no reading."""

    def __init__(
        self,
        store: Store,
        published: date | None,
        read: Callable[[Article], ArticleRecords],
    ) -> None:
        self._store, self._published, self._read = store, published, read
        self._base, self._version = Namespace().base, version_of(read)
        self._ready: list[Result] = []
        self._under_way: set[str] = set()
        self._again: list[Found] = []

    def settled(self) -> list[Result]:
        """Results that have come about since this was asked last."""
        ready, self._ready = self._ready, []
        return ready

    def next_round(self) -> list[Found]:
        """Sources whose key another one of the round had; they wait until that is committed."""
        again, self._again, self._under_way = self._again, [], set()
        return again

    def tasks(self, sources: Iterable[Found]) -> Iterator[Task]:
        """What has to be read."""
        source = iter(sources)
        while batch := list(islice(source, _AT_ONCE)):
            fresh: dict[str, Source] = {}
            for found in batch:
                if isinstance(found, InputError):
                    message = str(found)
                    where = message.split(": ", 1)[0]
                    self._ready.append(Result(where, Outcome.FAILED, message=message))
                elif found.key in self._under_way or found.key in fresh:
                    self._again.append(found)
                else:
                    fresh[found.key] = found
            known, corrected = look_up(self._store, fresh), with_corrections(self._store, fresh)
            for key, found in fresh.items():
                if task := self._task(found, known.get(key), corrected=key in corrected):
                    self._under_way.add(key)
                    yield task

    def _task(self, source: Source, known: Details | None, *, corrected: bool) -> Task | None:
        """The task of a source, None where its result is known at once."""
        where = source.path or source.key
        if known and is_same_source(source, known, self._published, self._version):
            self._ready.append(Result(where, Outcome.UNCHANGED, source.key))
            return None
        if corrected:
            self._ready.append(self._with_corrections(source, where))
            return None
        return Task(source, self._base, self._version, self._published, known)

    def _with_corrections(self, source: Source, where: str) -> Result:
        """Read and write an article of which people corrected something: here, where the store is."""
        try:
            article = open_source(source, published=self._published)
            return ingest_article(self._store, article, where=where, read=self._read)
        except StoreError as error:
            raise StoreError(f"{where}: {error}") from error
        except BilateralError as error:
            message = str(error) if str(error).startswith(where) else f"{where}: {error}"
            return Result(where, Outcome.FAILED, source.key, message=message)


def ingest_article(
    store: Store,
    article: Article,
    *,
    where: str | None = None,
    read: Callable[[Article], ArticleRecords] = read_article,
) -> Result:
    """Read one article and put its graph into the store, in one transaction with what follows from it."""
    where, version = where or article.path or article.key, version_of(read)
    iri = Namespace().article(article.key)
    known = look_up(store, [article.key]).get(article.key)
    if known:
        refuse_another_text(article, known)
        if is_same(article, known, version):
            return Result(where, Outcome.UNCHANGED, article.key)
    records, reports = keep_sound(read(article))
    settled = settle(store, records)
    found = records_to_statements(settled.records, reader_version=version)
    content = {iri: content_of(iri, found.facts)}
    then = following(store, content, known=[iri] if known else (), gone=settled.gone, come=settled.come)
    store.replace(iri, found.quads(), before=then.before, after=sequence(settled.update, then.after))
    outcome = Outcome.CHANGED if known else Outcome.NEW
    count = sum(1 for _ in settled.records.records())
    told = (*warnings(settled.records), *reports, *settled.reports)
    return Result(where, outcome, article.key, count, warnings=told)


def remove_article(store: Store, key: str) -> None:
    """Take an article and all that only it is behind out of the store; NotFoundError where there is none."""
    iri = Namespace().article(key)
    if not look_up(store, [key]):
        raise NotFoundError(f"no article {key!r} in the store; `bilateral articles list` names them")
    then = following(store, {iri: Content()}, known=[iri], gone=links(corrections_of(store, key)))
    store.remove(iri, before=sequence(then.before, let_go(store, key), then.after))
