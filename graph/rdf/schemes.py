"""What the ontology's schemes say of event kinds: their labels and the roles of the two sides of an act."""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from graph.paths import ontology_dir
from graph.rdf.terms import DEFINITION, PREF_LABEL, bir
from ontology.terms import SCHEME


@cache
def _scheme_triples() -> tuple[tuple[str, NamedNode, NamedNode | Literal], ...]:
    path = ontology_dir() / "schemes.ttl"
    return tuple(
        (q.subject.value.removeprefix(SCHEME), q.predicate, q.object)
        for q in parse(path=str(path), format=RdfFormat.TURTLE)
        if isinstance(q.subject, NamedNode) and isinstance(q.object, NamedNode | Literal)
    )


@cache
def concept_labels() -> dict[str, dict[str, str]]:
    """Concept (``event-visit``) -> language -> label."""
    labels: dict[str, dict[str, str]] = defaultdict(dict)
    for concept, predicate, value in _scheme_triples():
        if predicate == PREF_LABEL and isinstance(value, Literal) and value.language:
            labels[concept][value.language] = value.value
    return dict(labels)


@cache
def concept_definitions() -> dict[str, str]:
    """Concept (``event-visit``) -> its definition in English."""
    return {
        concept: value.value
        for concept, predicate, value in _scheme_triples()
        if predicate == DEFINITION and isinstance(value, Literal) and value.language == "en"
    }


@cache
def concept_codes(property: str) -> dict[str, str]:
    """Kind of event (``visit``) -> its code by ``ploverCode`` or ``cameoCode``."""
    return {
        concept.removeprefix("event-"): value.value
        for concept, predicate, value in _scheme_triples()
        if predicate == bir(property) and isinstance(value, Literal)
    }


@cache
def _narrow_roles() -> dict[tuple[str, str], str]:
    sides = {bir("hasSourceRole"): "source", bir("hasTargetRole"): "target"}
    return {
        (concept.removeprefix("event-"), sides[predicate]): value.value.removeprefix(SCHEME)
        for concept, predicate, value in _scheme_triples()
        if predicate in sides
    }


def role_concept(kind: str, role: str) -> str:
    """The concept of a role in an event of some kind: ``role-guest`` for the source of a visit."""
    return _narrow_roles().get((kind, role), f"role-{role}")
