"""Coded events beside those of articles: how many a pair has, and each with the row it rests on."""

from __future__ import annotations

from pyoxigraph import NamedNode

from graph.identity import Namespace
from graph.lookups.asking import Facts, Things, value
from graph.lookups.views import CodedRow, Labels, Part
from graph.queries import named
from graph.rdf.schemes import concept_labels, role_concept
from graph.rdf.terms import SOURCE
from graph.store import Store

_BETWEEN = {"en": " → ", "ar": " ← "}


def machine_coded(store: Store, relation: str) -> dict[str, int]:
    """Data set (``gdelt``) -> number of its coded events between the two states of a relation."""
    rows = store.select(named("codedcounts.rq", relation=NamedNode(relation)))
    return {Namespace().key(value(row, "source") or ""): int(value(row, "count") or 0) for row in rows}


def coded_row(facts: Facts, node: str) -> CodedRow | None:
    """The row of a coded event, None for an event that was read from words."""
    code = facts.one(node, "codedAs")
    if code is None:
        return None
    number = facts.one(node, "rowNumber")
    return CodedRow(
        text=facts.one(node, "rowText") or "",
        code=code,
        number=int(number) if number else None,
        url=facts.one(node, SOURCE.value),
    )


def coded_parts(facts: Facts, things: Things, node: str, kind: str) -> list[Part]:
    """The two sides of a coded event, with the roles that its kind (``visit``) gives them."""
    found = []
    for property, side in (("isDoneBy", "source"), ("isDoneTo", "target")):
        for actor in facts.all(node, property):
            role = role_concept(kind, side).removeprefix("role-")
            found.append(Part(actor=things[actor], role=role, direction=side))
    return found


def coded_labels(kind: str, parts: list[Part]) -> Labels:
    """``Visit: Kazakhstan → Palestine`` in the languages in which the kind and both sides have a name."""
    labels: Labels = {}
    for language, word in concept_labels().get(f"event-{kind}", {}).items():
        sides = [part.actor.labels.get(language, part.actor.key) for part in parts]
        labels[language] = f"{word[:1].upper()}{word[1:]}: {_BETWEEN.get(language, ' – ').join(sides)}"
    return labels
