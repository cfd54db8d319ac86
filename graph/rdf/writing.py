"""Records to statements. All of an article stand in the article's own graph."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import NamedNode, Quad

from graph.folding import fold
from graph.identity import Namespace, english_place, text_hash
from graph.model import (
    Agreement,
    Article,
    ArticleRecords,
    Commitment,
    Event,
    Membership,
    Participation,
    Position,
    PostHolding,
)
from graph.rdf.labels import event_label, is_known_actor
from graph.rdf.nodes import Nodes
from graph.rdf.schemes import role_concept
from graph.rdf.statements import Statements, Value, day, moment, number, words
from graph.rdf.terms import (
    IDENTIFIER,
    LANGUAGE,
    MEMBER_CONCEPTS,
    PREF_LABEL,
    RDF_TYPE,
    SOURCE,
    TITLE,
)
from ontology.terms import ONTOLOGY, SCHEME

_TYPE, _LABEL = RDF_TYPE.value, PREF_LABEL.value


def records_to_statements(
    records: ArticleRecords, *, reader_version: str | None = None, namespace: Namespace | None = None
) -> Statements:
    """The statements of one article's records, in the graph that the article's IRI names.

    ``reader_version`` is kept on the article so that a later reader knows what to read again.
    """
    writer = _Writer(records, namespace)
    writer.write(reader_version)
    return writer.statements


def records_to_quads(
    records: ArticleRecords, *, reader_version: str | None = None, namespace: Namespace | None = None
) -> Iterator[Quad]:
    """The same as quads, each once."""
    return records_to_statements(records, reader_version=reader_version, namespace=namespace).quads()


class _Writer(Nodes):
    def __init__(self, records: ArticleRecords, namespace: Namespace | None) -> None:
        super().__init__(records, namespace)
        self._written: set[str] = set()

    def write(self, reader_version: str | None) -> None:
        """Everything; a record met again (an event that a commitment foresees) is written once."""
        records = self.records
        self.article(records.article, reader_version)
        for place, actor in enumerate(dict.fromkeys(records.actors)):
            node = self.record(actor, "Mention", place)
            self.add(node, "refersTo", self.actor(actor.id, actor.name))
            self.add(node, "nameText", self.words(actor.name))
        for place, event in enumerate(dict.fromkeys(records.events)):
            self.event(event, place)
        for place, position in enumerate(dict.fromkeys(records.positions)):
            self.position(position, place)
        for place, holding in enumerate(dict.fromkeys(records.posts)):
            self.holding(holding, place)
        for place, membership in enumerate(dict.fromkeys(records.memberships)):
            self.membership(membership, place)
        for place, agreement in enumerate(dict.fromkeys(records.agreements)):
            self.agreement(agreement, place)
        for place, commitment in enumerate(dict.fromkeys(records.commitments)):
            self.commitment(commitment, place)

    def article(self, article: Article, reader_version: str | None) -> None:
        """The article node: text, hash, what is known of its publication."""
        node = self.graph
        self.add(node, _TYPE, ONTOLOGY + "Article")
        self.add(node, IDENTIFIER.value, words(article.key))
        self.add(node, LANGUAGE.value, words(article.language))
        self.add(node, "text", self.words(article.text))
        self.add(node, "textHash", words(text_hash(article.text)))
        self.add(node, "publishedOn", day(article.published) if article.published else None)
        self.add(node, "updatedAt", moment(article.updated) if article.updated else None)
        if article.outlet:
            outlet = self.thing(self.namespace.organization(article.outlet), "Organization")
            self.add(node, "isPublishedBy", outlet)
            if not is_known_actor(article.outlet):
                self.add(outlet, _LABEL, words(article.outlet, "en"))
                self.add(outlet, "hasKind", SCHEME + "org-outlet")
        if article.dateline:
            self.add(node, "hasDateline", self.place(article.dateline, self._english_place(article.dateline)))
            self.add(node, "datelineText", self.words(article.dateline))
        self.add(node, TITLE.value, self.words(article.title))
        self.add(node, SOURCE.value, _address(article.url))
        self.add(node, "readFrom", words(article.path) if article.path else None)
        self.add(node, "readerVersion", words(reader_version) if reader_version else None)
        self.evidence(node, article.evidence)

    def _english_place(self, name: str) -> str | None:
        """The English name of a place that an event of the article is in, or of the tables, by its name."""
        wanted = fold(name)
        for event in self.records.events:
            if event.place and event.place_en and fold(event.place) == wanted:
                return event.place_en
        return english_place(name)

    def event(self, event: Event, ordinal: int | None) -> str:
        """An event with its parts and agenda; without an ordinal it is only foreseen or signed at."""
        node = self.names[event]
        if self.names[event] in self._written:
            return node
        self._written.add(self.names[event])
        self.record(event, "Event", ordinal)
        for language in ("en", "ar"):
            self.add(node, _LABEL, words(event_label(event, language), language))
        self.about(
            node,
            hasEventType=f"{SCHEME}event-{event.kind}",
            hasEventStatus=f"{SCHEME}status-{event.status}",
            earliestDate=day(event.earliest) if event.earliest else None,
            latestDate=day(event.latest) if event.latest else None,
            dateText=self.words(event.date_text),
            takesPlaceIn=self.place(event.place, event.place_en),
            placeText=self.words(event.place),
            venue=self.words(event.venue),
            roundNumber=number(event.round) if event.round is not None else None,
        )
        if event.series:
            series = self.thing(self.namespace.series(event.series), "EventSeries", event.series, "en")
            self.add(node, "isEditionOf", series)
        for actor in event.concerns:
            self.add(node, "concerns", self.actor(actor))
        for place, part in enumerate(event.participations):
            self.participation(node, event, place, part)
        for place, item in enumerate(dict.fromkeys(event.agenda)):
            subject = self.record(item, "AgendaItem", place, self.names.item(event, item))
            self.add(subject, "inEvent", node)
            self.add(subject, _LABEL, self.words(item.subject))
            for issue in item.issues:
                self.add(subject, "isAbout", f"{SCHEME}issue-{issue}")
        return node

    def participation(self, event: str, of: Event, place: int, part: Participation) -> None:
        """The part of one actor; it rests on the event's own words where it has none."""
        node = self.namespace.participation(event, place, part)
        actor = self.actor(part.actor)
        self.add(node, _TYPE, ONTOLOGY + "Participation")
        self.about(
            node,
            inEvent=event,
            actsFor=actor,
            hasRole=SCHEME + role_concept(of.kind, part.role),
            hasDirection=f"{SCHEME}role-{part.role}" if part.role in {"source", "target"} else None,
            ordinal=number(place),
        )
        participant = actor
        if part.body:
            self.add(node, "bodyText", self.words(part.body))
            participant = self.body(part.actor, part.body) or actor
        if part.person:
            participant = self.person(part.person, part.actor)
            self.add(node, "personText", self.words(part.person))
        self.add(node, "hasParticipant", participant)
        if part.post:
            self.add(node, "actsAs", self.post(part.actor, part.post))
        if part.evidence:
            self.evidence(node, part.evidence)
        else:
            first = of.evidence[0]
            self.add(node, "isSupportedBy", self.namespace.evidence(event, 0, first.start, first.end))

    def position(self, position: Position, ordinal: int) -> None:
        """A position, voiced on or before the day of publication."""
        node = self.record(position, "Position", ordinal)
        for actor in position.holders:
            self.add(node, "isHeldBy", self.actor(actor))
        self.add(node, "hasStance", f"{SCHEME}stance-{position.stance}")
        proposition = self.thing(self.namespace.proposition(position.issue), "Proposition", position.issue)
        self.add(node, "onProposition", proposition)
        self.add(node, _LABEL, self.words(position.issue))
        for issue in position.issues:
            self.add(proposition, "isAbout", f"{SCHEME}issue-{issue}")
            self.add(node, "isAbout", f"{SCHEME}issue-{issue}")
        for term, actors in (
            ("hasTarget", position.target),
            ("favours", position.favours),
            ("disfavours", position.disfavours),
        ):
            for actor in actors:
                self.add(node, term, self.actor(actor))
        if position.speaker:
            self.add(node, "isVoicedBy", self.person(position.speaker, min(position.holders)))
            self.add(node, "personText", self.words(position.speaker))
        published = self.records.article.published
        self.add(node, "latestDate", day(published) if published else None)

    def holding(self, holding: PostHolding, ordinal: int) -> None:
        """A person in a post, as the article shows it on the day of its publication."""
        node = self.record(holding, "PostHolding", ordinal)
        self.add(node, "hasHolder", self.person(holding.person, holding.actor))
        self.add(node, "personText", self.words(holding.person))
        self.add(node, "ofPost", self.post(holding.actor, holding.post))
        self.add(node, "actsFor", self.actor(holding.actor))
        self.add(node, "postText", self.words(holding.post_text))
        for title in holding.titles:
            self.add(node, "personalTitle", self.words(title))
        self._attest(node)

    def membership(self, membership: Membership, ordinal: int) -> None:
        """A membership, as the article shows it on the day of its publication."""
        node = self.record(membership, "Membership", ordinal)
        self.add(node, "hasMember", self.actor(membership.member))
        self.add(node, "inOrganization", self.actor(membership.organization))
        self.add(node, "hasRole", SCHEME + MEMBER_CONCEPTS[membership.role])
        self._attest(node)

    def _attest(self, node: str) -> None:
        published = self.records.article.published
        self.add(node, "attestedOn", day(published) if published else None)

    def agreement(self, agreement: Agreement, ordinal: int) -> None:
        """An instrument and the event of its signing."""
        node = self.record(agreement, "Agreement", ordinal)
        self.add(node, _LABEL, self.words(agreement.title))
        for actor in agreement.parties:
            self.add(node, "isMadeBy", self.actor(actor))
        self.add(node, "isSignedAt", self.event(agreement.signed, None) if agreement.signed else None)

    def commitment(self, commitment: Commitment, ordinal: int) -> None:
        """An undertaking and the event that would fulfil it."""
        node = self.record(commitment, "Commitment", ordinal)
        self.add(node, "undertaking", self.words(commitment.undertaking))
        for actor in commitment.makers:
            self.add(node, "isMadeBy", self.actor(actor))
        self.add(node, "foresees", self.event(commitment.foresees, None) if commitment.foresees else None)


def _address(url: str | None) -> Value:
    if not url:
        return None
    try:
        return NamedNode(url).value
    except ValueError:
        return words(url)
