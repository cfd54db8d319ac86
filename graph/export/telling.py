"""The selected records with what the store says of them, put into the columns of nodes and edges."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from graph.export.asking import Facts, facts, local
from graph.export.columns import EDGE_COLUMNS, NODE_COLUMNS, Value
from graph.export.selection import Selection, selected
from graph.rdf.terms import MEMBER_ROLE_OF
from graph.store.protocol import Plain, Store
from ontology.terms import EVENT_KINDS, STANCES

_NODE_KINDS = {"State": "state", "Organization": "organization", "Person": "person"}
_RECORD_KINDS = {
    "Event": "event",
    "Position": "position",
    "Vote": "position",
    "Membership": "membership",
    "Agreement": "agreement",
    "Commitment": "commitment",
    "DiplomaticTie": "tie",
    "PostHolding": "post",
}
# record kind -> the property whose value, a concept, is the type of the edge
_TYPES = {"event": "hasEventType", "position": "hasStance"}


class Telling:
    """The records that a selection takes, with their ends, evidence, articles, outlets and places.

    Raises NotFoundError for an actor that the store knows nothing of.
    """

    def __init__(self, store: Store, selection: Selection) -> None:
        self._namespace = selection.namespace
        self.ends = selected(store, selection)
        self._facts = facts(store, self.ends)
        self._gather(store)
        self.ends = {record: ends for record, ends in self.ends.items() if self._falls(record, selection)}

    def _falls(self, record: str, selection: Selection) -> bool:
        days = self._days(record)
        return self.kind(record) is not None and selection.covers(days["start"], days["end"])

    def _gather(self, store: Store) -> None:
        links = ("isSupportedBy", "isTakenFrom", "takesPlaceIn", "ofPost")
        linked = {iri for record in self.ends for link in links for iri in self.of(record).all(link)}
        self._follow(store, linked | {end.actor for ends in self.ends.values() for end in ends})
        self._follow(store, self._values("isQuotedFrom"))
        self._follow(store, self._values("isPublishedBy"))

    def _follow(self, store: Store, things: Iterable[str]) -> None:
        self._facts.update(facts(store, set(things) - self._facts.keys()))

    def _values(self, fact: str) -> set[str]:
        return {iri for known in self._facts.values() for iri in known.all(fact)}

    def of(self, thing: object) -> Facts:
        """The facts of a thing; none of an unknown one."""
        return self._facts.get(str(thing)) or Facts()

    def kind(self, record: str) -> str | None:
        """The kind of edge that a record makes, None for a record of another class."""
        return _first(_RECORD_KINDS, self.of(record))

    def node_kind(self, actor: str) -> str | None:
        """The kind of node that an end is; None for peoples, events and whatever else is aimed at."""
        return _first(_NODE_KINDS, self.of(actor))

    def node(self, actor: str) -> dict[str, Value]:
        """A value for each of NODE_COLUMNS."""
        known = self.of(actor)
        code = self._namespace.key(actor)
        values: dict[str, Value] = dict.fromkeys(column.name for column in NODE_COLUMNS)
        values |= {
            "label": known.label("en", "ar", "") or code,
            "kind": self.node_kind(actor),
            "code": code,
            "label_en": known.label("en"),
            "label_ar": known.label("ar"),
        }
        return values

    def edge(self, record: str) -> dict[str, Value]:
        """A value for each of EDGE_COLUMNS, None for what the graph does not say."""
        about = self.of(record)
        kind = self.kind(record)
        values: dict[str, Value] = dict.fromkeys(column.name for column in EDGE_COLUMNS)
        values |= {"record": record, "kind": kind, "weight": 1.0}
        values |= self._days(record) | self._source(record)
        values["status"] = _concept(about, "hasEventStatus")
        values["claim"] = _concept(about, "hasClaimStatus")
        values["confidence"] = _number(about.one("confidence"))
        values["place"] = self._label(about, "takesPlaceIn") or _text(about.one("placeText"))
        listed = [self.of(iri).label("en", "") or local(iri) for iri in about.all("isTakenFrom")]
        values["sources"] = "; ".join(listed) or None
        values["subject"] = _text(about.one("undertaking")) or about.label("en", "ar", "")
        values["type"] = self._type(about, kind)
        if kind == "event" and values["type"] in EVENT_KINDS:
            values["plover"], _, values["score"] = EVENT_KINDS[str(values["type"])]
        if kind == "position":
            values["polarity"] = STANCES.get(str(values["type"]))
        return values

    def _type(self, about: Facts, kind: str | None) -> str:
        if kind == "post":
            return self._label(about, "ofPost") or kind
        if kind == "membership":
            return MEMBER_ROLE_OF.get(about.name("hasRole") or "", kind)
        return _concept(about, _TYPES.get(str(kind), "hasKind")) or str(kind)

    def _label(self, about: Facts, link: str) -> str | None:
        thing = about.one(link)
        return None if thing is None else self.of(thing).label("en", "ar", "")

    def _days(self, record: str) -> dict[str, date | None]:
        """The days as the record has them, and the interval in which they let an edge be shown."""
        about = self.of(record)
        moment = _day(about.one("earliestDate")), _day(about.one("latestDate"))
        if any(moment):
            first, last = moment
            return {"earliest": first, "latest": last, "start": first or last, "end": last or first}
        since, until = _day(about.one("validFrom")), _day(about.one("validUntil"))
        if since or until:
            return {"earliest": since, "latest": until, "start": since, "end": until}
        # Attested and no more: shown on those days, since nothing says that it lasts.
        shown = [date.fromisoformat(day) for day in about.all("attestedOn")] or self._published(record)
        return {
            "earliest": None,
            "latest": None,
            "start": min(shown, default=None),
            "end": max(shown, default=None),
        }

    def _published(self, record: str) -> list[date]:
        articles = {article for piece in self._pieces(record) for article in piece.all("isQuotedFrom")}
        return [day for article in articles if (day := _day(self.of(article).one("publishedOn")))]

    def _pieces(self, record: str) -> list[Facts]:
        """The evidence of a record that has words."""
        pieces = (self.of(iri) for iri in self.of(record).all("isSupportedBy"))
        return [piece for piece in pieces if piece.all("quote")]

    def _source(self, record: str) -> dict[str, Value]:
        """The quote shown for the record, and the article it stands in."""
        pieces = self._pieces(record)
        if not pieces:
            return {}
        piece = min(pieces, key=_shown_first)
        article = piece.one("isQuotedFrom")
        about = self.of(article)
        return {
            "quote": _text(piece.one("quote")),
            "quote_start": _whole(piece.one("quoteStart")),
            "quote_end": _whole(piece.one("quoteEnd")),
            "article": _text(article),
            "published": _day(about.one("publishedOn")),
            "outlet": self._label(about, "isPublishedBy"),
            "url": _text(about.one("source")),
            "articles": len({iri for p in pieces for iri in p.all("isQuotedFrom")}),
        }


def _first(kinds: dict[str, str], known: Facts) -> str | None:
    return next((kinds[name] for iri in known.all("type") if (name := local(iri)) in kinds), None)


def _concept(about: Facts, fact: str) -> str | None:
    """``consultation`` of ``…/scheme/event-consultation``."""
    name = about.name(fact)
    return None if name is None else name.split("-", 1)[-1]


def _text(value: Plain | None) -> str | None:
    return None if value is None else str(value)


def _day(value: Plain | None) -> date | None:
    return value if isinstance(value, date) else None


def _number(value: Plain | None) -> float | None:
    return float(value) if isinstance(value, int | float) else None


def _whole(value: Plain | None) -> int | None:
    return value if isinstance(value, int) else None


def _shown_first(piece: Facts) -> tuple[str, bool, int, int]:
    """Orders evidence: article by article, words for the whole record first, then as the reader had it."""
    place, start = _whole(piece.one("ordinal")), _whole(piece.one("quoteStart"))
    return str(piece.one("isQuotedFrom")), bool(piece.all("evidenceFor")), place or 0, start or 0
