"""The terms that records are written with, as RDF nodes, and the keys they have in records."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from functools import cache

from pyoxigraph import Literal, NamedNode

from ontology.terms import ONTOLOGY, SCHEME

RDF_TYPE = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
PREF_LABEL = NamedNode("http://www.w3.org/2004/02/skos/core#prefLabel")
DEFINITION = NamedNode("http://www.w3.org/2004/02/skos/core#definition")
IDENTIFIER = NamedNode("http://purl.org/dc/terms/identifier")
LANGUAGE = NamedNode("http://purl.org/dc/terms/language")
SOURCE = NamedNode("http://purl.org/dc/terms/source")
TITLE = NamedNode("http://purl.org/dc/terms/title")
XSD = "http://www.w3.org/2001/XMLSchema#"

MEMBER_CONCEPTS = {
    "member": "member-full",
    "founding member": "member-founding",
    "permanent member": "member-permanent",
    "non-permanent member": "member-nonpermanent",
    "observer": "member-observer",
    "associate": "member-associate",
    "partner": "member-partner",
    "candidate": "member-candidate",
    "host": "member-hosting",
    "chair": "member-chair",
    "suspended": "member-suspended",
    "former member": "member-former",
}
MEMBER_ROLE_OF = {concept: role for role, concept in MEMBER_CONCEPTS.items()}
# Evidence.about -> the property that the words show; other fields become a property of their own name
EVIDENCE_FOR = {
    "published": "publishedOn",
    "updated": "updatedAt",
    "outlet": "isPublishedBy",
    "dateline": "hasDateline",
    "place": "takesPlaceIn",
    "venue": "venue",
    "date": "earliestDate",
    "round": "roundNumber",
    "series": "isEditionOf",
    "status": "hasEventStatus",
    "concerns": "concerns",
    "speaker": "isVoicedBy",
    "post": "ofPost",
    "titles": "personalTitle",
    # words that tell of the whole record once more
    "also": "isSupportedBy",
}
ABOUT_OF = {term: about for about, term in EVIDENCE_FOR.items()}


@cache
def bir(name: str) -> NamedNode:
    """A class or property of the ontology."""
    return NamedNode(ONTOLOGY + name)


@cache
def birx(name: str) -> NamedNode:
    """A concept of the schemes."""
    return NamedNode(SCHEME + name)


def number(value: int) -> Literal:
    """An xsd:integer."""
    return Literal(str(value), datatype=NamedNode(XSD + "integer"))


def share(value: float) -> Literal:
    """An xsd:decimal with every digit that the float needs to come back as it was."""
    return Literal(format(Decimal(repr(value)), "f"), datatype=NamedNode(XSD + "decimal"))


def day(value: date) -> Literal:
    """An xsd:date."""
    return Literal(value.isoformat(), datatype=NamedNode(XSD + "date"))


def moment(value: datetime) -> Literal:
    """An xsd:dateTime, with a zone only where the value has one."""
    return Literal(value.isoformat(), datatype=NamedNode(XSD + "dateTime"))
