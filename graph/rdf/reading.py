"""Quads of an article's graph back to records.

What RDF keeps as a set comes back sorted: holders, targets, favours, disfavours, parties, makers, issues,
titles and what an event concerns. :func:`graph.rdf.canonical.canonical` brings any records into that form, so that
``read_records`` gives exactly ``canonical(records)`` for what was written.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import date, datetime
from functools import cached_property
from typing import Any, TypeVar

from pyoxigraph import Literal, NamedNode, Quad

from graph.exc import NotFoundError
from graph.identity import Namespace, places_by_key
from graph.model import (
    Actor,
    AgendaItem,
    Agreement,
    Article,
    ArticleRecords,
    Commitment,
    Event,
    Evidence,
    Membership,
    Participation,
    Position,
    PostHolding,
    Record,
)
from graph.rdf.canonical import in_order
from graph.rdf.terms import (
    ABOUT_OF,
    IDENTIFIER,
    LANGUAGE,
    MEMBER_ROLE_OF,
    PREF_LABEL,
    RDF_TYPE,
    SOURCE,
    TITLE,
    bir,
)
from graph.store import Store
from ontology.terms import ONTOLOGY, SCHEME

R = TypeVar("R", bound=Record)


def read_records(store: Store, article: str, namespace: Namespace | None = None) -> ArticleRecords:
    """The records of the article with this IRI; NotFoundError where the store has none."""
    return quads_to_records(store.quads(article), article, namespace)


def quads_to_records(
    quads: Iterable[Quad], article: str, namespace: Namespace | None = None
) -> ArticleRecords:
    """The records that an article's quads were written from, in canonical form."""
    return _Reader(quads, article, namespace or Namespace()).read()


class _Reader:
    def __init__(self, quads: Iterable[Quad], article: str, namespace: Namespace) -> None:
        self.article = article
        self.namespace = namespace
        self.values: dict[str, dict[str, list[NamedNode | Literal]]] = defaultdict(lambda: defaultdict(list))
        self.kinds: dict[str, list[str]] = defaultdict(list)
        self.inside: dict[str, list[str]] = defaultdict(list)
        for quad in quads:
            subject, value = quad.subject, quad.object
            if not isinstance(subject, NamedNode) or not isinstance(value, NamedNode | Literal):
                continue
            self.values[subject.value][quad.predicate.value].append(value)
            if quad.predicate == RDF_TYPE and isinstance(value, NamedNode):
                self.kinds[value.value.removeprefix(ONTOLOGY)].append(subject.value)
            elif quad.predicate == bir("inEvent"):
                self.inside[value.value].append(subject.value)
        if article not in self.kinds["Article"]:
            raise NotFoundError(f"no article {namespace.key(article)!r} in the store")

    # -- single values

    def all(self, node: str, term: str | NamedNode) -> list[str]:
        """The values of a property, as text."""
        name = bir(term).value if isinstance(term, str) else term.value
        return [v.value for v in self.values[node].get(name, ())]

    def one(self, node: str, term: str | NamedNode) -> str | None:
        """The value of a property, or None."""
        return next(iter(self.all(node, term)), None)

    def must(self, node: str, term: str | NamedNode) -> str:
        """The value of a property that a record cannot be without."""
        value = self.one(node, term)
        if value is None:
            raise NotFoundError(f"{node} has no {term}")
        return value

    def whole(self, node: str, term: str) -> int | None:
        """A whole number."""
        value = self.one(node, term)
        return None if value is None else int(value)

    def day(self, node: str, term: str) -> date | None:
        """A day."""
        value = self.one(node, term)
        return date.fromisoformat(value[:10]) if value else None

    def keys(self, node: str, term: str) -> tuple[str, ...]:
        """The keys of the nodes that a property leads to, sorted."""
        return in_order(self.namespace.key(iri) for iri in self.all(node, term))

    def concept(self, node: str, term: str, prefix: str) -> str:
        """The key of a concept without the prefix of its scheme."""
        return self.must(node, term).removeprefix(SCHEME).removeprefix(prefix)

    def issues(self, node: str) -> tuple[str, ...]:
        """The keys of the issues that a node is about."""
        return in_order(i.removeprefix(SCHEME).removeprefix("issue-") for i in self.all(node, "isAbout"))

    def ordinal(self, node: str) -> int:
        """The place of a node among its siblings."""
        return int(self.must(node, "ordinal"))

    # -- evidence and what records share

    @cached_property
    def text(self) -> str:
        """The stored text."""
        return self.must(self.article, "text")

    def evidence(self, node: str, other: str | None = None) -> tuple[Evidence, ...]:
        """The pieces that support a node and not the ``other``, in order."""
        shared = set(self.all(other, "isSupportedBy")) if other else set()
        pieces = [p for p in self.all(node, "isSupportedBy") if p not in shared]
        return tuple(self._piece(p) for p in sorted(pieces, key=self.ordinal))

    def _piece(self, node: str) -> Evidence:
        about = self.one(node, "evidenceFor")
        name = about.removeprefix(ONTOLOGY) if about else None
        return Evidence(
            self.text,
            int(self.must(node, "quoteStart")),
            int(self.must(node, "quoteEnd")),
            self.must(node, "readByRule"),
            ABOUT_OF.get(name, name) if name else None,
        )

    def shared(self, node: str) -> dict[str, Any]:
        """The fields of Record."""
        return {
            "evidence": self.evidence(node),
            "confidence": float(self.must(node, "confidence")),
            "claim": self.concept(node, "hasClaimStatus", "claim-"),
        }

    def listed(self, kind: str, build: Callable[[str], R]) -> tuple[R, ...]:
        """The records of a class that stand in the article's own lists, in their order."""
        nodes = [n for n in self.kinds[kind] if self.one(n, "ordinal") is not None]
        return tuple(build(n) for n in sorted(nodes, key=self.ordinal))

    # -- records

    def read(self) -> ArticleRecords:
        """All of them."""
        return ArticleRecords(
            article=self._article(),
            actors=self.listed("Mention", self._mention),
            events=self.listed("Event", self._event),
            positions=self.listed("Position", self._position),
            posts=self.listed("PostHolding", self._holding),
            memberships=self.listed("Membership", self._membership),
            agreements=self.listed("Agreement", self._agreement),
            commitments=self.listed("Commitment", self._commitment),
        )

    def _article(self) -> Article:
        node = self.article
        updated = self.one(node, "updatedAt")
        outlet = self.one(node, "isPublishedBy")
        return Article(
            key=self.must(node, IDENTIFIER),
            text=self.text,
            language=self.must(node, LANGUAGE),
            published=self.day(node, "publishedOn"),
            updated=datetime.fromisoformat(updated) if updated else None,
            outlet=self.namespace.key(outlet) if outlet else None,
            dateline=self.one(node, "datelineText"),
            title=self.one(node, TITLE),
            url=self.one(node, SOURCE),
            path=self.one(node, "readFrom"),
            evidence=self.evidence(node),
        )

    def _mention(self, node: str) -> Actor:
        actor = self.must(node, "refersTo")
        kind = "state" if self.namespace.kind(actor) == "state" else "organization"
        return Actor(
            id=self.namespace.key(actor), kind=kind, name=self.one(node, "nameText"), **self.shared(node)
        )

    def _event(self, node: str) -> Event:
        series = self.one(node, "isEditionOf")
        inside = sorted(self.inside[node], key=self.ordinal)
        kind = self.concept(node, "hasEventType", "event-")
        return Event(
            kind=kind,
            status=self.concept(node, "hasEventStatus", "status-"),
            participations=tuple(self._part(n, node) for n in inside if n in self.kinds["Participation"]),
            earliest=self.day(node, "earliestDate"),
            latest=self.day(node, "latestDate"),
            date_text=self.one(node, "dateText"),
            place=self.one(node, "placeText"),
            place_en=self._place_en(self.one(node, "takesPlaceIn")),
            venue=self.one(node, "venue"),
            round=self.whole(node, "roundNumber"),
            series=self.namespace.key(series) if series else None,
            concerns=self.keys(node, "concerns"),
            agenda=tuple(self._agenda(n) for n in inside if n in self.kinds["AgendaItem"]),
            **self.shared(node),
        )

    def _place_en(self, place: str | None) -> str | None:
        key = self.namespace.key(place) if place else "_"
        if key.startswith("_"):
            return None
        known = places_by_key().get(key)
        return known.en if known else self.one(place or "", PREF_LABEL)

    def _part(self, node: str, event: str) -> Participation:
        direction = self.one(node, "hasDirection")
        actor = self.namespace.key(self.must(node, "actsFor"))
        post = self.one(node, "actsAs")
        return Participation(
            actor=actor,
            role=self.concept(node, "hasDirection" if direction else "hasRole", "role-"),
            person=self.one(node, "personText"),
            post=self.one(post, PREF_LABEL) if post else None,
            body=self.one(node, "bodyText"),
            evidence=self.evidence(node, event),
        )

    def _agenda(self, node: str) -> AgendaItem:
        return AgendaItem(subject=self.must(node, PREF_LABEL), issues=self.issues(node), **self.shared(node))

    def _position(self, node: str) -> Position:
        return Position(
            holders=self.keys(node, "isHeldBy"),
            stance=self.concept(node, "hasStance", "stance-"),
            issue=self.must(node, PREF_LABEL),
            issues=self.issues(node),
            target=self.keys(node, "hasTarget"),
            favours=self.keys(node, "favours"),
            disfavours=self.keys(node, "disfavours"),
            speaker=self.one(node, "personText"),
            **self.shared(node),
        )

    def _holding(self, node: str) -> PostHolding:
        return PostHolding(
            person=self.must(node, "personText"),
            post=self.must(self.must(node, "ofPost"), PREF_LABEL),
            actor=self.namespace.key(self.must(node, "actsFor")),
            post_text=self.one(node, "postText"),
            titles=in_order(self.all(node, "personalTitle")),
            **self.shared(node),
        )

    def _membership(self, node: str) -> Membership:
        return Membership(
            member=self.namespace.key(self.must(node, "hasMember")),
            organization=self.namespace.key(self.must(node, "inOrganization")),
            role=MEMBER_ROLE_OF[self.concept(node, "hasRole", "")],
            **self.shared(node),
        )

    def _agreement(self, node: str) -> Agreement:
        signed = self.one(node, "isSignedAt")
        return Agreement(
            parties=self.keys(node, "isMadeBy"),
            title=self.must(node, PREF_LABEL),
            signed=self._event(signed) if signed else None,
            **self.shared(node),
        )

    def _commitment(self, node: str) -> Commitment:
        foreseen = self.one(node, "foresees")
        return Commitment(
            makers=self.keys(node, "isMadeBy"),
            undertaking=self.must(node, "undertaking"),
            foresees=self._event(foreseen) if foreseen else None,
            **self.shared(node),
        )
