"""One source into quads, in any process: nothing here needs a store."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from graph.derived import Content, content_of
from graph.exc import BilateralError
from graph.identity import Namespace
from graph.ingesting.known import Details, is_same, refuse_another_text
from graph.ingesting.outcome import Outcome, Result
from graph.model import Article, ArticleRecords
from graph.rdf import records_to_statements
from graph.reading import open_article, read_article
from graph.soundness import keep_sound
from graph.sources import Source
from graph.world import reader_version

Read = Callable[[Article], ArticleRecords]


@dataclass(frozen=True, slots=True)
class Task:
    """A source to be read.

    ``base`` is that of the store's IRIs, ``version`` that of the reader, ``known`` what the store has of the
    article.
    """

    source: Source
    base: str
    version: str
    published: date | None = None
    known: Details | None = None

    @property
    def where(self) -> str:
        """What messages call the source."""
        return self.source.path or self.source.key


@dataclass(frozen=True, slots=True)
class Done:
    """What came of a task: its result, and what is to be written where that is new or changed.

    ``document`` are the article's quads (N-Quads), ``content`` what follows from them; ``version`` is that of the
    reader that was really used.
    """

    result: Result
    iri: str
    document: bytes = field(default=b"", repr=False)
    content: Content = field(default_factory=Content, repr=False)
    version: str = ""


def open_source(source: Source, *, published: date | None = None) -> Article:
    """The article of a source, with its details read from the text where the source gives none.

    ``published`` stands in where neither has a day.
    """

    def opened(day: date | None) -> Article:
        return open_article(
            source.text,
            key=source.key,
            language=source.language,
            published=day,
            outlet=source.outlet,
            url=source.url,
            path=source.path,
        )

    article = opened(source.published)
    return opened(published) if published and article.published is None else article


def warnings(records: ArticleRecords) -> list[str]:
    """What a user should know of an article that could be read only in part."""
    found = []
    if records.article.published is None:
        found.append(
            "no publication date in the text or beside it, so relative dates stay open; "
            "give --published or a JSON line with published"
        )
    if not records.actors:
        found.append("names no state and no organization, so nothing was read from it")
    return found


def work(task: Task, read: Read = read_article) -> Done:
    """Read a source; whatever goes wrong fails it alone."""
    names = Namespace(task.base)
    key = task.source.key
    iri = names.article(key)
    try:
        article = open_source(task.source, published=task.published)
        if task.known:
            refuse_another_text(article, task.known)
            if is_same(article, task.known, task.version):
                return Done(Result(task.where, Outcome.UNCHANGED, key), iri)
        records, flaws = keep_sound(read(article))
        found = records_to_statements(records, reader_version=task.version, namespace=names)
        return Done(
            Result(
                task.where,
                Outcome.CHANGED if task.known else Outcome.NEW,
                key,
                sum(1 for _ in records.records()),
                warnings=(*warnings(records), *flaws),
            ),
            iri,
            document=found.nquads(),
            content=content_of(iri, found.facts, names),
            version=reader_version(),
        )
    except Exception as error:
        return failed(task, error)


def failed(task: Task, error: Exception | str) -> Done:
    """A task that came to nothing, and why."""
    message = str(error)
    if isinstance(error, Exception) and not isinstance(error, BilateralError):
        message = f"cannot be read, by a fault of ours: {type(error).__name__}: {error}"
    if not message.startswith(task.where):
        message = f"{task.where}: {message}"
    result = Result(task.where, Outcome.FAILED, task.source.key, message=message)
    return Done(result, Namespace(task.base).article(task.source.key))
