"""What the store has of articles, and whether a source is that again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from pyoxigraph import NamedNode

from graph.exc import InputError
from graph.identity import Namespace, text_hash
from graph.model import Article, ArticleRecords
from graph.queries import named
from graph.rdf import records_to_statements
from graph.reading.article import language_of
from graph.sources import Source
from graph.store import Store
from graph.world import reader_version

Details = dict[str, str]
"""Local name -> value of what the store says of an article; ``evidenceFor`` names, between spaces, the details
that were read from the text."""

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


def look_up(store: Store, keys: Iterable[str]) -> dict[str, Details]:
    """Key -> details of those articles that the store has, asked in one query."""
    names = Namespace()
    by_iri = {names.article(key): key for key in keys}
    found: defaultdict[str, Details] = defaultdict(dict)
    if by_iri:
        for row in store.select(named("known.rq", article=[NamedNode(iri) for iri in by_iri])):
            details = found[by_iri[_value(row["article"])]]
            name, value = _value(row["property"]).rsplit("/", 1)[-1], _value(row["value"])
            if name == "evidenceFor":
                value = f"{details.get(name, ' ')}{value.rsplit('/', 1)[-1]} "
            details[name] = value
    return dict(found)


def with_corrections(store: Store, keys: Iterable[str]) -> set[str]:
    """The keys of those articles, also of ones that the store has not, of which people corrected something."""
    names = Namespace()
    by_iri = {names.article(key): key for key in keys}
    rows = (
        store.select(named("corrected_articles.rq", article=[NamedNode(iri) for iri in by_iri]))
        if by_iri
        else []
    )
    return {by_iri[_value(row["article"])] for row in rows}


def _value(term: object) -> str:
    return str(getattr(term, "value", term))


def is_same_source(source: Source, known: Details, fallback: date | None, version: str) -> bool:
    """Whether a source plainly is the stored article, told without reading or even opening it.

    ``version`` is that of the reader. What the source gives must be what is stored; what it leaves to the
    text must have been read from the text.
    False leaves the question open.
    """
    read_from_text = known.get("evidenceFor", "")

    def agrees(given: str | None, name: str) -> bool:
        stored = known.get(name)
        return stored == given if given else stored is None or f" {name} " in read_from_text

    day, outlet = source.published, source.outlet
    if day is None and " publishedOn " not in read_from_text:
        day = fallback
    return (
        known.get("textHash") == text_hash(source.text)
        and known.get("readerVersion") == version
        and known.get("source") == source.url
        and known.get("language") == (source.language or language_of(source.text))
        and agrees(day.isoformat() if day else None, "publishedOn")
        and agrees(Namespace().organization(outlet) if outlet else None, "isPublishedBy")
    )


def is_same(article: Article, known: Mapping[str, str], version: str) -> bool:
    """Whether the stored article has this text and these details and was read by this version of the reader."""
    bare = ArticleRecords(article=article)
    iri = Namespace().article(article.key)
    said = records_to_statements(bare, reader_version=version).facts[iri]
    wanted = {name.rsplit("/", 1)[-1]: values[-1] for name, values in said.items()}
    # another reader than the rules may have found a date or dateline that opening the article does not
    told = () if version == reader_version() else ("publishedOn", "datelineText")
    return all(
        known.get(name) == wanted.get(name) or (name in told and name not in wanted)
        for name in (*_DETAILS, "readerVersion")
    )


def refuse_another_text(article: Article, known: Mapping[str, str]) -> None:
    """Raise InputError where the key is that of an article that was read from elsewhere with other words."""
    before = known.get("readFrom")
    if not before or not article.path or known.get("textHash") == text_hash(article.text):
        return
    if Path(before).resolve() != Path(article.path).resolve():
        raise InputError(
            f"{article.path}: the store has another text under the key {article.key!r}, read from {before}; "
            f"rename the file, or take the other out first: bilateral articles remove {article.key}"
        )
