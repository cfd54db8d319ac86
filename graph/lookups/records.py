"""Records as views: what is said of each, its evidence, and the names of all it speaks of, in few queries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from copy import copy
from typing import Any

from graph.lookups.asking import Facts, Things, rows, value
from graph.lookups.coded import coded_labels, coded_parts, coded_row
from graph.lookups.noting import notes
from graph.lookups.retelling import happenings
from graph.lookups.views import (
    AgreementView,
    CommitmentView,
    EventView,
    HoldingView,
    Labels,
    MembershipView,
    Part,
    PositionView,
    Subject,
    TieView,
)
from graph.rdf.schemes import concept_labels
from graph.rdf.terms import MEMBER_ROLE_OF, bir
from graph.store import Store
from ontology.terms import EVENT_KINDS, SCHEME, STANCES

_ACTORS = (
    "isHeldBy",
    "hasTarget",
    "favours",
    "disfavours",
    "isVoicedBy",
    "isAbout",
    "concerns",
    "takesPlaceIn",
    "isDoneBy",
    "isDoneTo",
)
_BONDS = ("hasHolder", "ofPost", "actsFor", "hasMember", "inOrganization", "isMadeBy", "comesFrom", "goesTo")
_PARTS = ("hasParticipant", "actsFor", "actsAs", "isAbout")
_BASIS = ("isTakenFrom",)


class Shelf:
    """Some records of one store with all that their views need."""

    def __init__(self, store: Store, records: Iterable[str]) -> None:
        self.records = list(dict.fromkeys(records))
        self._inside: dict[str, list[str]] = defaultdict(list)
        for row in rows(store, "inside.rq", "event", self.records):
            self._inside[value(row, "event") or ""].append(value(row, "node") or "")
        parts = [node for inside in self._inside.values() for node in inside]
        self.facts = Facts(store, [*self.records, *parts])
        self._told = happenings(store, self.records)
        posts = self.facts.nodes(("ofPost",))
        self._posts = Facts(store, posts, [bir("isPostOf")])
        named = self.facts.nodes((*_ACTORS, *_BONDS, *_PARTS, *_BASIS)) | self._posts.nodes(("isPostOf",))
        self.things = Things(store, named)
        self._words = Facts(store, self.facts.nodes(("isSupportedBy",)))
        self._notes = notes(store, self.records)

    def only(self, records: Iterable[str]) -> Shelf:
        """A shelf of some of the records, without asking again."""
        part = copy(self)
        part.records = list(dict.fromkeys(records))
        return part

    def concept(self, node: str, name: str) -> str:
        """The local name of a concept (``event-visit``)."""
        return (self.facts.one(node, name) or "").removeprefix(SCHEME)

    def shared(self, node: str) -> dict[str, Any]:
        """The fields of Shown."""
        claim = self.concept(node, "hasClaimStatus").removeprefix("claim-") or "reported"
        sources = [self._title(iri) for iri in self.facts.all(node, "isTakenFrom")]
        return {
            "id": node,
            "status": claim,
            "claim": claim,
            "confidence": self.facts.number(node, "confidence"),
            "sources": sources,
            "corrected": self._notes.get(node),
            **self._evidence(node),
        }

    def _evidence(self, node: str) -> dict[str, Any]:
        """The first piece of evidence; nothing for what stands in reference tables."""
        words = self._words
        pieces = self.facts.all(node, "isSupportedBy")
        if not pieces:
            return {}
        first = min(
            pieces, key=lambda one: [words.number(one, name) or 0 for name in ("ordinal", "quoteStart")]
        )
        return {
            "article": words.one(first, "isQuotedFrom"),
            "quote": words.one(first, "quote"),
            "start": int(words.number(first, "quoteStart") or 0),
            "end": int(words.number(first, "quoteEnd") or 0),
            "rule": words.one(first, "readByRule"),
        }

    def _in(self, event: str, kind: str) -> list[str]:
        """The parts or agenda items of an event, in the order of the text."""
        nodes = [node for node in self._inside.get(event, ()) if kind in self.facts.classes(node)]
        return sorted(nodes, key=lambda node: (self.facts.number(node, "ordinal") or 0, node))

    def _title(self, source: str) -> str:
        """What a source is called; the last part of its IRI where the store has no title of it."""
        thing = self.things[source]
        return thing.labels.get("en") or next(iter(thing.labels.values()), thing.key)

    def dated(self, node: str) -> dict[str, Any]:
        """The days of a bond, and what is really known of them where that is a year or a month."""
        return {
            "start_date": self.facts.day(node, "validFrom"),
            "end_date": self.facts.day(node, "validUntil"),
            "start_text": self.facts.one(node, "startText"),
            "end_text": self.facts.one(node, "endText"),
            "attested": self.facts.days(node, "attestedOn"),
        }

    # -- views

    def events(self) -> list[EventView]:
        """The records, as events."""
        return [self._event(node) for node in self.records]

    def _event(self, node: str) -> EventView:
        facts = self.facts
        kind = self.concept(node, "hasEventType")
        plover, _, score = EVENT_KINDS.get(kind.removeprefix("event-"), (None, None, None))
        number = facts.one(node, "roundNumber")
        series = facts.one(node, "isEditionOf")
        shared = self.shared(node)
        told, reports = self._told.get(node, (None, []))
        row = coded_row(facts, node)
        name = kind.removeprefix("event-")
        parts = [self._part(part) for part in self._in(node, "Participation")]
        if row:
            parts = coded_parts(facts, self.things, node, name)
        return EventView(
            **{**shared, "status": self.concept(node, "hasEventStatus").removeprefix("status-")},
            type=name,
            type_labels=_labels(kind),
            labels=coded_labels(name, parts) if row else facts.labels(node),
            plover=plover,
            score=score,
            earliest=facts.day(node, "earliestDate"),
            latest=facts.day(node, "latestDate"),
            date_text=facts.one(node, "dateText"),
            participants=parts,
            place=self.things.maybe(facts.one(node, "takesPlaceIn")),
            venue=facts.one(node, "venue"),
            round=int(number) if number else None,
            series=series.rsplit("/", 1)[-1] if series else None,
            concerns=self.things.all(facts.all(node, "concerns")),
            happening=told.id if told else None,
            told=told,
            reports=reports,
            agenda=[self._subject(item) for item in self._in(node, "AgendaItem")],
            row=row,
        )

    def _part(self, node: str) -> Part:
        facts = self.facts
        actor = facts.one(node, "actsFor")
        participant = facts.one(node, "hasParticipant") or actor or ""
        person = participant if "/person/" in participant else None
        return Part(
            actor=self.things[actor or participant],
            role=self.concept(node, "hasRole").removeprefix("role-"),
            direction=self.concept(node, "hasDirection").removeprefix("role-") or None,
            person=self.things.maybe(person),
            post=self.things.maybe(facts.one(node, "actsAs")),
            body=facts.one(node, "bodyText"),
        )

    def _subject(self, node: str) -> Subject:
        labels = self.facts.labels(node)
        return Subject(
            **self.shared(node),
            subject=next(iter(labels.values()), ""),
            issues=self.things.all(self.facts.all(node, "isAbout")),
        )

    def positions(self) -> list[PositionView]:
        """The records, as positions."""
        return [self._position(node) for node in self.records]

    def _position(self, node: str) -> PositionView:
        facts, things = self.facts, self.things
        stance = self.concept(node, "hasStance")
        return PositionView(
            **self.shared(node),
            holders=things.all(facts.all(node, "isHeldBy")),
            stance=stance.removeprefix("stance-"),
            stance_labels=_labels(stance),
            polarity=STANCES.get(stance.removeprefix("stance-"), 0),
            issue=next(iter(facts.labels(node).values()), ""),
            proposition=facts.one(node, "onProposition") or "",
            issues=things.all(facts.all(node, "isAbout")),
            target=things.all(facts.all(node, "hasTarget")),
            favours=things.all(facts.all(node, "favours")),
            disfavours=things.all(facts.all(node, "disfavours")),
            speaker=things.maybe(facts.one(node, "isVoicedBy")),
            earliest=facts.day(node, "earliestDate"),
            latest=facts.day(node, "latestDate"),
        )

    def holdings(self) -> list[HoldingView]:
        """The records, as holdings of posts, those that sources show latest first."""
        found = []
        for node in self.records:
            post = self.facts.one(node, "ofPost") or ""
            actor = self.facts.one(node, "actsFor") or self._posts.one(post, "isPostOf")
            found.append(
                HoldingView(
                    **self.shared(node),
                    **self.dated(node),
                    person=self.things[self.facts.one(node, "hasHolder") or ""],
                    post=self.things[post],
                    actor=self.things.maybe(actor),
                    post_text=self.facts.one(node, "postText"),
                )
            )
        return sorted(found, key=_recent, reverse=True)

    def memberships(self) -> list[MembershipView]:
        """The records, as memberships, by organization and member."""
        found = []
        for node in self.records:
            role = self.concept(node, "hasRole")
            found.append(
                MembershipView(
                    **self.shared(node),
                    **self.dated(node),
                    member=self.things[self.facts.one(node, "hasMember") or ""],
                    organization=self.things[self.facts.one(node, "inOrganization") or ""],
                    role=MEMBER_ROLE_OF.get(role, role.removeprefix("member-")),
                    role_labels=_labels(role),
                )
            )
        return sorted(found, key=lambda m: (m.organization.key, m.member.key, str(m.start_date), m.id))

    def agreements(self) -> list[AgreementView]:
        """The records, as agreements."""
        return [
            AgreementView(
                **self.shared(node),
                title=next(iter(self.facts.labels(node).values()), ""),
                parties=self.things.all(self.facts.all(node, "isMadeBy")),
                signed=self.facts.one(node, "isSignedAt"),
            )
            for node in self.records
        ]

    def commitments(self) -> list[CommitmentView]:
        """The records, as commitments."""
        return [
            CommitmentView(
                **self.shared(node),
                undertaking=self.facts.one(node, "undertaking") or "",
                makers=self.things.all(self.facts.all(node, "isMadeBy")),
                foresees=self.facts.one(node, "foresees"),
            )
            for node in self.records
        ]

    def ties(self) -> list[TieView]:
        """The records, as diplomatic ties."""
        found = []
        for node in self.records:
            kind = self.concept(node, "hasKind")
            found.append(
                TieView(
                    **self.shared(node),
                    **self.dated(node),
                    type=kind.removeprefix("tie-"),
                    type_labels=_labels(kind),
                    sender=self.things[self.facts.one(node, "comesFrom") or ""],
                    to=self.things[self.facts.one(node, "goesTo") or ""],
                )
            )
        return sorted(found, key=lambda t: (t.sender.key, t.to.key, t.type))


def _labels(concept: str) -> Labels:
    return dict(concept_labels().get(concept, {}))


def _recent(holding: HoldingView) -> tuple[str, str]:
    days = [str(day) for day in (holding.end_date, holding.start_date, *holding.attested[-1:]) if day]
    return (max(days, default=""), holding.id)
