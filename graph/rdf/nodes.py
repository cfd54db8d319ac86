"""The nodes that an article's records are made of: lasting things, evidence, and what all records share."""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import Literal

from graph.bodies import state_body
from graph.identity import Namespace, RecordNames, known_places
from graph.model import ArticleRecords, Evidence, Record
from graph.rdf.labels import is_known_actor
from graph.rdf.statements import Statements, Text, number, share, words
from graph.rdf.terms import EVIDENCE_FOR, PREF_LABEL, RDF_TYPE
from ontology.terms import ONTOLOGY, SCHEME

_TYPE, _LABEL = RDF_TYPE.value, PREF_LABEL.value


class Nodes:
    """The statements on one article, and how nodes get into them."""

    def __init__(self, records: ArticleRecords, namespace: Namespace | None) -> None:
        self.records = records
        self.names = RecordNames(records, namespace)
        self.namespace = self.names.namespace
        Literal("", language=records.article.language)  # ValueError for what is no language tag
        self.language = records.article.language
        self.graph = self.names.article
        self.statements = Statements(self.graph)
        self.add, self.about = self.statements.add, self.statements.about
        self._labelled: set[str] = set()

    def words(self, text: str | None, language: str | None = None) -> Text | None:
        """Text in the article's language."""
        return None if text is None else words(text, language or self.language)

    def thing(self, iri: str, kind: str, label: str | None = None, language: str | None = None) -> str:
        """A lasting node with its class and its first label."""
        self.add(iri, _TYPE, ONTOLOGY + kind)
        if label and iri not in self._labelled:
            self._labelled.add(iri)
            self.add(iri, _LABEL, self.words(label, language))
        return iri

    def actor(self, actor: str, name: str | None = None) -> str:
        """A state or organization; one that no table describes is labelled with its name or id."""
        iri = self.names.actor(actor)
        kind = "State" if self.namespace.kind(iri) == "state" else "Organization"
        if is_known_actor(actor):
            return self.thing(iri, kind)
        return self.thing(iri, kind, name or actor, None if name else "en")

    def body(self, actor: str, name: str) -> str | None:
        """The ministry or other body of a state that a name is that of; None for one that names no body."""
        body = state_body(actor, name)
        if body is None:
            return None
        iri = self.thing(self.namespace.body(body), "Organization", None if body.names else name)
        for language, label in body.names.items():
            self.add(iri, _LABEL, words(label, language))
        self.add(iri, "isUnitOf", self.names.actor(actor))
        self.add(iri, "hasKind", f"{SCHEME}org-{body.kind}" if body.kind else None)
        return iri

    def person(self, name: str, actor: str | None) -> str:
        """A person; those of the reference tables have their labels there."""
        iri = self.names.person(name, actor)
        return self.thing(iri, "Person", None if self.namespace.is_known_person(iri) else name)

    def post(self, actor: str, post: str) -> str:
        """An office of an actor, by its English name."""
        node = self.thing(self.namespace.post(actor, post), "Post", post, "en")
        self.add(node, "isPostOf", self.actor(actor))
        return node

    def place(self, name: str | None, english: str | None) -> str | None:
        """A place; those of the reference tables have their labels there."""
        if not (name or english):
            return None
        iri = self.namespace.place(name, english)
        if english in known_places():
            return self.thing(iri, "Place")
        return self.thing(iri, "Place", english or name, "en" if english else None)

    def evidence(self, subject: str, pieces: Iterable[Evidence]) -> None:
        """What supports a record, in order."""
        for place, piece in enumerate(pieces):
            node = self.namespace.evidence(subject, place, piece.start, piece.end)
            self.add(subject, "isSupportedBy", node)
            self.add(node, _TYPE, ONTOLOGY + "Evidence")
            self.about(
                node,
                isQuotedFrom=self.graph,
                quote=self.words(piece.quote),
                quoteStart=number(piece.start),
                quoteEnd=number(piece.end),
                readByRule=words(piece.rule),
                ordinal=number(place),
                evidenceFor=ONTOLOGY + EVIDENCE_FOR.get(piece.about, piece.about) if piece.about else None,
            )

    def record(self, record: Record, kind: str, ordinal: int | None, iri: str | None = None) -> str:
        """A record node with what all records share."""
        node = iri or self.names[record]
        self.add(node, _TYPE, ONTOLOGY + kind)
        self.about(
            node,
            confidence=share(record.confidence),
            hasClaimStatus=f"{SCHEME}claim-{record.claim}",
            ordinal=None if ordinal is None else number(ordinal),
        )
        self.evidence(node, record.evidence)
        return node
