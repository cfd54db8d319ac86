"""Reports: what one article says of one happening, as a small value that can be compared."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from graph.happenings.sketches import Sketch, read_sketch, sketch
from graph.rdf.statements import Facts
from graph.rdf.terms import LANGUAGE, RDF_TYPE
from ontology.terms import ONTOLOGY, SCHEME

_OUTSIDE = frozenset({"machine-coded", "listed"})
"""Claims that no article makes: they are neither joined with reports nor counted as telling the same."""


@dataclass(frozen=True, slots=True)
class Outlook:
    """The part of one actor in a report: IRIs, with the person's name as the article writes it."""

    actor: str
    role: str
    person: str | None = None
    name: str | None = None
    post: str | None = None


@dataclass(frozen=True)
class Report:
    """An event node of one article with what tells happenings apart. IRIs are strings, days ``date``."""

    iri: str
    article: str
    kind: str
    status: str
    parts: tuple[Outlook, ...]
    claim: str = "reported"
    confidence: float = 0.5
    outlet: str | None = None
    published: date | None = None
    language: str | None = None
    earliest: date | None = None
    latest: date | None = None
    place: str | None = None
    round: int | None = None
    series: str | None = None
    issues: frozenset[str] = frozenset()
    quote: str = ""
    sketch: Sketch = field(default=frozenset(), repr=False)

    @cached_property
    def actors(self) -> frozenset[str]:
        """Those who take part, without a host or mediator who is there for that alone."""
        inner = frozenset(p.actor for p in self.parts if p.role not in {"host", "mediator"})
        return inner or self.everyone

    @cached_property
    def everyone(self) -> frozenset[str]:
        """All who take part."""
        return frozenset(p.actor for p in self.parts)

    @cached_property
    def acting(self) -> Mapping[str, tuple[Outlook, ...]]:
        """Actor -> through whom it acts, for actors that act through somebody."""
        named = [part for part in self.parts if part.post or part.name]
        return {actor: tuple(p for p in named if p.actor == actor) for actor in {p.actor for p in named}}

    @cached_property
    def told(self) -> tuple[str, str]:
        """What reports are put in order by: the day of publication, then the IRI."""
        return (self.published.isoformat() if self.published else "9999", self.iri)


def reports_of(facts: Facts) -> list[Report]:
    """The reports that an article's graph, or what a store says of some events, holds; in order of IRI.

    An event that no article is quoted for, or whose claim is no article's, is no report.
    """
    sketches: dict[str, Sketch] = {}
    inside: dict[str, list[str]] = defaultdict(list)
    for node, said in facts.items():
        for event in said.get("inEvent", ()):
            inside[event].append(node)
    found = []
    for node, said in facts.items():
        if f"{ONTOLOGY}Event" in said.get(RDF_TYPE.value, ()):
            report = _report(node, facts, inside.get(node, []), sketches)
            if report and report.claim not in _OUTSIDE:
                found.append(report)
    return sorted(found, key=lambda report: report.iri)


def _report(node: str, facts: Facts, inside: list[str], sketches: dict[str, Sketch]) -> Report | None:
    said = facts[node]
    pieces = sorted(
        (facts[piece] for piece in said.get("isSupportedBy", ()) if piece in facts),
        key=lambda piece: (_number(piece, "ordinal") or 0, _first(piece, "isQuotedFrom") or ""),
    )
    article = next((_first(piece, "isQuotedFrom") for piece in pieces), None)
    parts = sorted(filter(None, (_part(facts[part]) for part in inside)), key=_written)
    if not article or not parts:
        return None
    about = facts.get(article, {})
    if article not in sketches:
        sketches[article] = _sketch(about)
    return Report(
        iri=node,
        article=article,
        kind=_concept(said, "hasEventType", "event-"),
        status=_concept(said, "hasEventStatus", "status-"),
        claim=_concept(said, "hasClaimStatus", "claim-") or "reported",
        confidence=float(_first(said, "confidence") or 0.5),
        parts=tuple(parts),
        outlet=_first(about, "isPublishedBy"),
        published=_day(about, "publishedOn"),
        language=_first(about, LANGUAGE.value),
        earliest=_day(said, "earliestDate"),
        latest=_day(said, "latestDate"),
        place=_first(said, "takesPlaceIn"),
        round=_number(said, "roundNumber"),
        series=_first(said, "isEditionOf"),
        issues=frozenset(issue for part in inside for issue in facts[part].get("isAbout", ())),
        quote=_first(pieces[0], "quote") or "",
        sketch=sketches[article],
    )


def _written(part: Outlook) -> tuple[str, ...]:
    return part.actor, part.role, part.person or "", part.name or "", part.post or ""


def _part(said: dict[str, list[str]]) -> Outlook | None:
    actor = _first(said, "actsFor")
    if actor is None:
        return None
    participant = _first(said, "hasParticipant") or ""
    direction = _concept(said, "hasDirection", "role-")
    return Outlook(
        actor=actor,
        role=direction or _concept(said, "hasRole", "role-"),
        person=participant if "/person/" in participant else None,
        name=_first(said, "personText"),
        post=_first(said, "actsAs"),
    )


def _sketch(about: dict[str, list[str]]) -> Sketch:
    kept = _first(about, "textSketch")
    return read_sketch(kept) if kept is not None else sketch(_first(about, "text") or "")


def _first(said: dict[str, list[str]], name: str) -> str | None:
    return min(said[name]) if said.get(name) else None


def _concept(said: dict[str, list[str]], name: str, prefix: str) -> str:
    return (_first(said, name) or "").removeprefix(SCHEME).removeprefix(prefix)


def _day(said: dict[str, list[str]], name: str) -> date | None:
    found = _first(said, name)
    return date.fromisoformat(found[:10]) if found else None


def _number(said: dict[str, list[str]], name: str) -> int | None:
    found = _first(said, name)
    return int(found) if found else None
