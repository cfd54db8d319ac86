"""IRIs from content: the same text read again gives the same names, whoever reads it.

Lasting things (states, organizations, people, places, posts) are named by their codes or words, records
by a hash of the article they stand in and of what tells them apart. An IRI never depends on confidence,
rule or the order of reading.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cache, cached_property
from urllib.parse import quote, unquote

from graph.bodies import Body
from graph.folding import fold
from graph.model import (
    Actor,
    AgendaItem,
    Agreement,
    ArticleRecords,
    Commitment,
    Event,
    Membership,
    Participation,
    Position,
    PostHolding,
    Record,
)
from graph.reference import tables
from ontology.terms import ID

_STATE_CODE = re.compile(r"[A-Z]{3}\Z")


def digest(*parts: object) -> str:
    """Sixteen hexadecimal digits (64 bits of SHA-256) over the parts, kept apart by a separator."""
    # a list: joining a generator takes half as long again
    words = "\x1f".join(["" if p is None else str(p) for p in parts])
    return hashlib.sha256(words.encode()).hexdigest()[:16]


def text_hash(text: str) -> str:
    """SHA-256 of the UTF-8 text, in hexadecimal (``bir:textHash``)."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def words_key(words: str, style: Callable[[str], str] = str.lower) -> str:
    """A readable key for an English name that ``key_words`` turns back where it bears no hash.

    ``style`` is how such names are written (``str.lower`` for offices, ``str.title`` for places); a name
    written otherwise gets a hash behind its key, so that two names never share one.
    """
    slug = re.sub(r"[^a-z0-9]+", "-", fold(words)).strip("-")
    return slug if slug and style(slug.replace("-", " ")) == words else f"{slug or 'x'}-{digest(words)[:6]}"


@cache
def state_codes() -> frozenset[str]:
    """All codes of the reference table of states, former ones too."""
    return frozenset(row.code for row in tables.states())


@cache
def known_places() -> dict[str, tables.PlaceRow]:
    """English name -> row of the reference table of places."""
    return {row.en: row for row in reversed(tables.places())}


@cache
def places_by_key() -> dict[str, tables.PlaceRow]:
    """Key -> row of the reference table of places."""
    return {row.key: row for row in known_places().values()}


@cache
def _english_places() -> dict[str, str]:
    """Folded name in any language -> English name."""
    return {
        fold(name): row.en
        for row in reversed(tables.places())
        for name in (*row.aliases, row.fr, row.ar, row.en)
        if name
    }


def english_place(name: str) -> str | None:
    """The English name of a place that the reference tables know by any of its names."""
    return _english_places().get(fold(name))


@cache
def _known_people() -> dict[tuple[str, str], str]:
    """(actor, folded name) -> key of a holder of office that the reference tables know, in either script.

    The key is the Wikidata id, or the actor and a hash of the Latin name where the tables have no id.
    """
    return {
        (row.state, fold(name)): row.wikidata or f"{row.state}-{digest(fold(row.person))[:8]}"
        for row in sorted(tables.holdings(), key=lambda row: bool(row.wikidata))
        for name in (row.person, row.name_ar)
        if name
    }


@cache
def _known_people_keys() -> frozenset[str]:
    return frozenset(_known_people().values())


@dataclass(frozen=True)
class Namespace:
    """The IRIs of one instance base (``BILATERAL_BASE``); everything that names a node goes through here."""

    base: str = field(default_factory=lambda: os.environ.get("BILATERAL_BASE", ID))

    def iri(self, kind: str, key: str) -> str:
        """The IRI of a thing by its kind in the path and its key, percent-encoded (RFC 3986, section 2.1)."""
        return f"{self.base}{kind}/{quote(key, safe='')}"

    def key(self, iri: str) -> str:
        """The part of an IRI behind its kind, unquoted: ``KAZ`` of ``…/state/KAZ``."""
        return unquote(iri.rsplit("/", 1)[-1])

    def kind(self, iri: str) -> str | None:
        """The kind word of an instance IRI (``state``, ``event``, …), None for IRIs of other bases."""
        return iri[len(self.base) :].split("/", 1)[0] if iri.startswith(self.base) else None

    def state(self, code: str) -> str:
        """A state by its ISO 3166-1 alpha-3 code."""
        return self.iri("state", code)

    def organization(self, key: str) -> str:
        """An organization by its short English form."""
        return self.iri("org", key)

    def actor(self, actor: str, kind: str | None = None) -> str:
        """A state or organization by its id; without ``kind`` the reference table of states decides."""
        known = kind == "state" if kind else bool(_STATE_CODE.match(actor)) and actor in state_codes()
        return self.state(actor) if known else self.organization(actor)

    def body(self, body: Body) -> str:
        """A ministry or other body of a state."""
        return self.iri("org", body.key)

    def person(self, name: str, actor: str) -> str:
        """A person: the key of the tables where they know the name there, else a hash of the name."""
        known = _known_people().get((actor, fold(name)))
        return self.iri("person", known or f"{actor}-{digest(fold(name))[:8]}")

    def is_known_person(self, iri: str) -> bool:
        """Whether a person's IRI is one of the reference tables', which give its labels."""
        return self.key(iri) in _known_people_keys()

    def post(self, actor: str, post: str) -> str:
        """An office of a state or organization, by its English name."""
        return self.iri("post", f"{actor}-{words_key(post)}")

    def place(self, name: str | None, english: str | None) -> str:
        """A place by its key in the reference tables, by its English name, or by a hash behind ``_``."""
        if not english:
            return self.iri("place", f"_{digest(fold(name or ''))[:8]}")
        known = known_places().get(english)
        return self.iri("place", known.key if known else words_key(english, str.title))

    def proposition(self, wording: str) -> str:
        """What a position is about, by the hash of its folded wording."""
        return self.iri("proposition", digest(fold(wording)))

    def series(self, key: str) -> str:
        """A line of events (``KAZ-PSE-consultation``)."""
        return self.iri("series", key)

    def relation(self, a: str, b: str) -> str:
        """The unordered pair of two states."""
        return self.iri("relation", "-".join(sorted((a, b))))

    def article(self, key: str) -> str:
        """An article; the IRI names its graph too."""
        return self.iri("article", key)

    def article_key(self, name: str) -> str:
        """The key of an article that is named by key or IRI. An address that is no IRI of ours is a key itself."""
        rest = name.removeprefix(self.article(""))
        return unquote(rest) if rest and rest != name else name

    def graph(self, name: str) -> str:
        """One of the graphs that belong to no article: ``reference``, ``curated``, ``derived``."""
        return self.iri("graph", name)

    def participation(self, event: str, place: int, part: Participation) -> str:
        """The part an actor takes in an event, by the event and its place in it."""
        return f"{self.base}participation/{digest(event, place, part.actor, part.role)}"

    def evidence(self, record: str, place: int, start: int, end: int) -> str:
        """A piece of evidence, by the record it supports and its place there."""
        return f"{self.base}evidence/{digest(record, place, start, end)}"


def _signs(record: Record) -> tuple[str, tuple[object, ...]]:
    """The kind word of a record and what tells it apart from others of its kind in the article."""
    match record:
        case Actor():
            return "mention", (record.id,)
        case Event():
            return "event", (record.kind, *sorted(record.participants), record.start, record.end)
        case AgendaItem():
            return "agenda", (record.subject, record.start, record.end)
        case Position():
            return "position", (record.stance, *sorted(record.holders), record.start, record.end)
        case PostHolding():
            return "holding", (fold(record.person), record.post, record.actor)
        case Membership():
            return "membership", (record.member, record.organization, record.role)
        case Agreement():
            return "agreement", (record.title, *sorted(record.parties))
        case Commitment():
            return "commitment", (*sorted(record.makers), record.start, record.end)
    raise TypeError(f"no IRI for a {type(record).__name__}")


def _embedded(records: ArticleRecords) -> Iterable[Event]:
    """The events that stand inside other records."""
    yield from (a.signed for a in records.agreements if a.signed)
    yield from (c.foresees for c in records.commitments if c.foresees)


class RecordNames:
    """The IRIs of everything that one article's records speak of.

    Equal records share a name; records that differ only in what a name leaves out are numbered.
    """

    def __init__(self, records: ArticleRecords, namespace: Namespace | None = None) -> None:
        self.namespace = namespace or Namespace()
        self.article = self.namespace.article(records.article.key)
        self._records = records
        self._names: dict[Record, str] = {}
        self._items: dict[tuple[Event, AgendaItem], str] = {}
        self._taken: set[str] = set()
        for record in (*records.records(), *_embedded(records)):
            if not isinstance(record, AgendaItem) and record not in self._names:
                self._names[record] = self._name(record)
                if isinstance(record, Event):
                    for item in record.agenda:
                        self._items.setdefault((record, item), self._name(item, self._names[record]))

    def _name(self, record: Record, *before: str) -> str:
        """A name that no other record of the article has yet."""
        kind, signs = _signs(record)
        number = 1
        while True:
            parts = (*before, *signs, *((number,) if number > 1 else ()))
            iri = f"{self.namespace.base}{kind}/{digest(self._records.article.key, kind, *parts)}"
            if iri not in self._taken:
                self._taken.add(iri)
                return iri
            number += 1

    def __getitem__(self, record: Record) -> str:
        return self._names[record]

    def item(self, event: Event, item: AgendaItem) -> str:
        """The name of a subject of an event's agenda; two events may have the same subject."""
        return self._items[event, item]

    @cached_property
    def _kinds(self) -> dict[str, str]:
        return {a.id: a.kind for a in self._records.actors}

    @cached_property
    def _sides(self) -> dict[str, str]:
        """Folded name of a person -> the actor they act for in this article."""
        sides = {fold(p.person): p.actor for p in self._records.posts}
        for event in self._records.events:
            for part in event.participations:
                if part.person:
                    sides.setdefault(fold(part.person), part.actor)
        return sides

    def actor(self, actor: str) -> str:
        """The IRI of an actor id, as the kind the article gives it."""
        return self.namespace.actor(actor, self._kinds.get(actor))

    def person(self, name: str, actor: str | None) -> str:
        """The IRI of a person named in the article; posts and parts in events say whose they are."""
        return self.namespace.person(name, self._sides.get(fold(name)) or actor or "x")
