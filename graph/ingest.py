"""Articles into a store: each wholly in or not at all, and again only where something changed."""

from __future__ import annotations

import enum
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Quad

from graph.curation import corrections_of, let_go, links, settle
from graph.derived import following
from graph.exc import BilateralError, InputError, NotFoundError, StoreError
from graph.identity import Namespace, text_hash
from graph.model import Article, ArticleRecords
from graph.rdf import records_to_quads
from graph.rdf.terms import bir
from graph.reading import open_article, read_article
from graph.soundness import keep_sound
from graph.sources import Found, Source
from graph.store import Store
from graph.store.changes import sequence
from graph.world import reader_version, version_of


class Outcome(enum.Enum):
    """What became of an article."""

    NEW = "new"
    UNCHANGED = "unchanged"
    CHANGED = "changed"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Result:
    """One article's outcome; ``message`` is the reason of a failure, ``warnings`` what was passed over."""

    where: str
    outcome: Outcome
    key: str | None = None
    records: int = 0
    message: str | None = None
    warnings: tuple[str, ...] = ()


@dataclass(slots=True)
class Tally:
    """Counts over a run."""

    outcomes: Counter[Outcome] = field(default_factory=Counter)
    records: int = 0

    def count(self, result: Result) -> None:
        """Take one result in."""
        self.outcomes[result.outcome] += 1
        self.records += result.records

    def __str__(self) -> str:
        return ", ".join(f"{self.outcomes[outcome]} {outcome.value}" for outcome in Outcome)


def open_source(source: Source, *, published: date | None = None) -> Article:
    """The article of a source, with its details read from the text where the source gives none."""
    return open_article(
        source.text,
        key=source.key,
        language=source.language,
        published=source.published or published,
        outlet=source.outlet,
        url=source.url,
        path=source.path,
    )


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


def ingest(
    store: Store,
    sources: Iterable[Found],
    *,
    published: date | None = None,
    read: Callable[[Article], ArticleRecords] = read_article,
) -> Iterator[Result]:
    """Read and store each source, giving its result as soon as it is committed.

    ``published`` stands in where neither a source nor its text has a date. A StoreError ends the run, for
    nothing more could be written; every other error fails its article only.
    """
    for found in sources:
        if isinstance(found, InputError):
            yield Result(str(found).split(": ", 1)[0], Outcome.FAILED, message=str(found))
            continue
        where = found.path or found.key
        try:
            yield ingest_article(store, open_source(found, published=published), where=where, read=read)
        except StoreError:
            raise
        except BilateralError as error:
            message = str(error) if str(error).startswith(where) else f"{where}: {error}"
            yield Result(where, Outcome.FAILED, found.key, message=message)


def ingest_article(
    store: Store,
    article: Article,
    *,
    where: str | None = None,
    read: Callable[[Article], ArticleRecords] = read_article,
) -> Result:
    """Read one article and put its graph into the store, in one transaction with what follows from it."""
    where = where or article.path or article.key
    iri = Namespace().article(article.key)
    known = _stored(store, iri)
    if known:
        _refuse_another_text(article, known)
        if _same(article, known, version_of(read)):
            return Result(where, Outcome.UNCHANGED, article.key)
    records, reports = keep_sound(read(article))
    settled = settle(store, records)
    quads = list(records_to_quads(settled.records, reader_version=version_of(read)))
    then = following(store, {iri: quads}, known=[iri] if known else (), gone=settled.gone, come=settled.come)
    store.replace(iri, quads, before=then.before, after=sequence(settled.update, then.after))
    outcome = Outcome.CHANGED if known else Outcome.NEW
    count = sum(1 for _ in settled.records.records())
    told = (*warnings(settled.records), *reports, *settled.reports)
    return Result(where, outcome, article.key, count, warnings=told)


def remove_article(store: Store, key: str) -> None:
    """Take an article and all that only it is behind out of the store; NotFoundError where there is none."""
    iri = Namespace().article(key)
    if not _stored(store, iri):
        raise NotFoundError(f"no article {key!r} in the store; `bilateral articles list` names them")
    then = following(store, {iri: ()}, known=[iri], gone=links(corrections_of(store, key)))
    store.remove(iri, before=sequence(then.before, let_go(store, key), then.after))


_DETAILS = (
    "textHash",
    "publishedOn",
    "updatedAt",
    "isPublishedBy",
    "datelineText",
    "title",
    "source",
    "language",
)


def _details(statements: Iterable[tuple[str, str]]) -> dict[str, str]:
    return {p.rsplit("/", 1)[-1]: o for p, o in statements}


def _stored(store: Store, iri: str) -> dict[str, str]:
    """Local name -> value of what the store says of an article; empty where it has none."""
    node = NamedNode(iri)
    passed = f"{bir('text')}, {bir('isSupportedBy')}"
    rows = store.select(
        f"SELECT ?p ?o WHERE {{ GRAPH {node} {{ {node} ?p ?o FILTER(?p NOT IN ({passed})) }} }}"
    )
    return _details((_value(row["p"]), _value(row["o"])) for row in rows)


def _value(term: object) -> str:
    return str(getattr(term, "value", term))


def _same(article: Article, known: dict[str, str], version: str) -> bool:
    """Whether the stored article has this text and these details and was read by this reader."""
    bare = ArticleRecords(article=article)
    iri = Namespace().article(article.key)
    quads: Iterable[Quad] = records_to_quads(bare, reader_version=version)
    wanted = _details(
        (q.predicate.value, _value(q.object))
        for q in quads
        if isinstance(q.subject, NamedNode)
        and q.subject.value == iri
        and isinstance(q.object, NamedNode | Literal)
    )
    # another reader than the rules may have found a date or dateline that opening the article does not
    told = () if version == reader_version() else ("publishedOn", "datelineText")
    return all(
        known.get(name) == wanted.get(name) or (name in told and name not in wanted)
        for name in (*_DETAILS, "readerVersion")
    )


def _refuse_another_text(article: Article, known: dict[str, str]) -> None:
    """Raise InputError where the key is that of an article that was read from elsewhere with other words."""
    before = known.get("readFrom")
    if not before or not article.path or known.get("textHash") == text_hash(article.text):
        return
    if Path(before).resolve() != Path(article.path).resolve():
        raise InputError(
            f"{article.path}: the store has another text under the key {article.key!r}, read from {before}; "
            f"rename the file, or take the other out first: bilateral articles remove {article.key}"
        )
