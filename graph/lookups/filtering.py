"""What narrows a list of events or positions, told in the words of people and put into those of queries."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from pyoxigraph import Literal, NamedNode

from graph.exc import InputError
from graph.identity import Namespace
from graph.imports.mapping import FORMATS
from graph.lookups.asking import concept, iris
from graph.lookups.naming import actor_iri
from graph.rdf.terms import bir
from graph.store import Store
from ontology.terms import EVENT_GROUPS, EVENT_KINDS, EVENT_STATUSES, STANCES

Given = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class EventFilter:
    """``participants`` must all take part; ``type`` may be a group of kinds (``meet``).

    ``since`` and ``until`` keep what may have happened between them; ``place`` is a name or an IRI, ``issue``
    an issue's key (narrower ones count), ``confidence`` the least; ``records`` keeps some alone. A happening
    that several articles report is one event, shown by one of them, unless ``every_report``; an article's own
    are never left out. ``overdue`` keeps plans whose last day lies before that one. ``source`` asks
    for the coded events of a data set (``gdelt``) instead of those of articles, by type, status, actors and days.
    """

    type: str | None = None
    status: str | None = None
    participants: Sequence[str] = ()
    since: date | None = None
    until: date | None = None
    place: str | None = None
    issue: str | None = None
    article: str | None = None
    confidence: float | None = None
    records: Sequence[str] | None = None
    every_report: bool = False
    overdue: date | None = None
    source: str | None = None

    @property
    def query(self) -> str:
        """The list it narrows: the events of articles, or with ``source`` the coded events of a data set."""
        return "coded.rq" if self.source else "events.rq"

    def given(self, store: Store) -> Given:
        """The values for ``query``; InputError for keys that no scheme has, NotFoundError for unknown actors."""
        known(self.status, EVENT_STATUSES, "event status")
        known(self.type, [*EVENT_KINDS, *EVENT_GROUPS], "type of event")
        group = self.type in EVENT_GROUPS and self.type not in EVENT_KINDS
        kinds: Given = {
            "type": concept("group" if group else "event", self.type),
            "status": concept("status", self.status),
        }
        both: Given = {
            "participant": [NamedNode(actor_iri(store, name)) for name in self.participants] or None,
            "since": self.since,
            "until": self.until,
        }
        if self.source:
            return {**both, **kinds, **self._coded(store)}
        return {
            **both,
            **_led({**kinds, "issue": concept("issue", self.issue)}, self._few),
            "every": None if self._few or self.type or self.status or self.issue or self.place else "yes",
            "place": self.place
            if self.place is None or self.place.startswith("http")
            else self.place.lower(),
            "article": _article(self.article),
            "confidence": None if self.confidence is None else Literal(self.confidence),
            "record": None if self.records is None else iris(self.records),
            "once": None if self.every_report or self.article else "yes",
            "overdue": self.overdue,
        }

    @property
    def long(self) -> bool:
        """Whether it may keep a good part of all events, so that a page of them is better looked for by days."""
        return not (self._few or self.source)

    @property
    def plain(self) -> bool:
        """Whether any event of the days it takes is kept, so that a page is sure to fill soon."""
        return not (self.type or self.status or self.issue or self.place or self.until or self.confidence)

    @staticmethod
    def by_day(given: Given) -> Given:
        """What ``given`` says, to be looked at in the events of some days."""
        kinds = {name: given.get(name) for name in ("type", "status", "issue")}
        among = {f"among_{name}": value for name, value in kinds.items() if value is not None}
        return {**given, **dict.fromkeys(("every", *kinds)), **among}

    @property
    def _few(self) -> bool:
        """Whether it names what leads to a few events: actors, an article, records."""
        return bool(self.participants or self.article or self.overdue) or self.records is not None

    def _coded(self, store: Store) -> Given:
        """What coded events are narrowed by besides; InputError for a data set or a filter that they have not."""
        known(self.source, FORMATS, "data set of coded events")
        for name in ("place", "issue", "article", "confidence", "records", "overdue"):
            if getattr(self, name) is not None:
                raise InputError(f"events of {self.source} cannot be told apart by {name}; leave it out")
        return {"source": NamedNode(Namespace().iri("source", self.source or ""))}


@dataclass(frozen=True, slots=True, kw_only=True)
class PositionFilter:
    """``issue`` is an issue's key (narrower ones count) or words of the wording; the rest as for events."""

    holder: str | None = None
    issue: str | None = None
    stance: str | None = None
    polarity: int | None = None
    target: str | None = None
    since: date | None = None
    until: date | None = None
    article: str | None = None
    confidence: float | None = None
    records: Sequence[str] | None = None

    def given(self, store: Store) -> Given:
        """The values for positions.rq; InputError and NotFoundError as for events."""
        known(self.stance, STANCES, "stance")
        issue = self.issue
        node = concept("issue", issue) if issue and " " not in issue and issue.isascii() else None
        keyed = node is not None and store.ask(f"ASK {{ {node} a {bir('Issue')} }}")
        few = bool(self.holder or self.target or self.article) or self.records is not None
        kinds: Given = {"issue": node if keyed else None, "stance": concept("stance", self.stance)}
        return {
            **_led(kinds, few),
            "every": None if few or keyed or self.stance else "yes",
            "holder": NamedNode(actor_iri(store, self.holder)) if self.holder else None,
            "words": issue.lower() if issue and not keyed else None,
            "polarity": None if self.polarity is None else Literal(self.polarity),
            "target": NamedNode(actor_iri(store, self.target)) if self.target else None,
            "since": self.since,
            "until": self.until,
            "article": _article(self.article),
            "confidence": None if self.confidence is None else Literal(self.confidence),
            "record": None if self.records is None else iris(self.records),
        }


def known(given: str | None, keys: Sequence[str] | dict[str, Any], what: str) -> None:
    """InputError, naming the keys there are, for one that is none of them."""
    if given is not None and given not in keys:
        raise InputError(f"{given!r} is no {what}; these are: {', '.join(keys)}")


def _led(given: Given, few: bool) -> Given:
    """Conditions under the name that makes the engine begin with one of them, the others looked at afterwards.

    Where something else leads to ``few`` records, none of them begins.
    """
    begun, names = few, {}
    for name, value in given.items():
        names[f"among_{name}" if begun else name] = value
        begun = begun or value is not None
    return names


def _article(key: str | None) -> NamedNode | None:
    return None if key is None else NamedNode(Namespace().article(Namespace().article_key(key)))
