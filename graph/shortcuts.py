"""What follows from the records of one graph alone: direct links, and the relations of two states.

``takesPartIn``, ``discusses``, ``mentions`` and ``isMemberOf`` spare a query the way over record nodes; a
relation concerns every record that two states stand in together. All are statements of the derived graph.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations, product

from graph.identity import Namespace
from graph.rdf.statements import Facts
from graph.rdf.terms import RDF_TYPE
from ontology.terms import ONTOLOGY, SCHEME

_TYPE = RDF_TYPE.value
_FORMER = frozenset({f"{SCHEME}member-former", f"{SCHEME}member-candidate"})
_DISPUTED = f"{SCHEME}claim-disputed"
_TOWARDS = ("hasTarget", "favours", "disfavours")
BEHIND = frozenset(
    (
        *("inEvent", "actsFor", "hasParticipant", "isAbout", "refersTo", "hasMember", "inOrganization"),
        *("validUntil", "hasClaimStatus", "hasRole", "isHeldBy", "isMadeBy", *_TOWARDS, _TYPE),
    )
)
"""The properties that shortcuts follow from, as facts name them."""


@dataclass(frozen=True, slots=True)
class Shortcuts:
    """Triples as N-Triples without the full stop: those of the graph's own records, and those that the records
    of other graphs may give too."""

    own: tuple[str, ...] = ()
    shared: tuple[str, ...] = ()

    def __iter__(self) -> Iterator[str]:
        yield from self.own
        yield from self.shared


def shortcuts(graph: str, facts: Facts, namespace: Namespace | None = None) -> Shortcuts:
    """All that follows from the facts of a graph, each statement once."""
    own: dict[str, None] = {}
    shared: dict[str, None] = {}
    sides: dict[str, set[str]] = {}
    for said in facts.values():
        kinds = said.get(_TYPE, ())
        if f"{ONTOLOGY}Participation" in kinds:
            for event in said.get("inEvent", ()):
                sides.setdefault(event, set()).update(said.get("actsFor", ()))
                for actor in (*said.get("actsFor", ()), *said.get("hasParticipant", ())):
                    own[_triple(actor, "takesPartIn", event)] = None
        elif f"{ONTOLOGY}AgendaItem" in kinds:
            for event, issue in product(said.get("inEvent", ()), said.get("isAbout", ())):
                own[_triple(event, "discusses", issue)] = None
        elif f"{ONTOLOGY}Mention" in kinds:
            for actor in said.get("refersTo", ()):
                own[_triple(graph, "mentions", actor)] = None
        elif f"{ONTOLOGY}Membership" in kinds and _lasts(said):
            for member, body in product(said.get("hasMember", ()), said.get("inOrganization", ())):
                shared[_triple(member, "isMemberOf", body)] = None
    states = {node for node, said in facts.items() if f"{ONTOLOGY}State" in said.get(_TYPE, ())}
    for one, other, record in _pairs(facts, sides):
        if one in states and other in states:
            for triple in _declared(relation := _relation(one, other, namespace or Namespace()), one, other):
                shared[triple] = None
            own[_triple(relation, "concerns", record)] = None
    return Shortcuts(tuple(own), tuple(shared))


def _lasts(said: dict[str, list[str]]) -> bool:
    return (
        "validUntil" not in said
        and _DISPUTED not in said.get("hasClaimStatus", ())
        and not _FORMER.intersection(said.get("hasRole", ()))
    )


def _pairs(facts: Facts, sides: dict[str, set[str]]) -> Iterator[tuple[str, str, str]]:
    """Two actors, the lesser first, and a record that both stand in."""
    for event, actors in sides.items():
        for one, other in combinations(sorted(actors), 2):
            yield one, other, event
    for node, said in facts.items():
        for together in ("isHeldBy", "isMadeBy") if "isHeldBy" in said or "isMadeBy" in said else ():
            for one, other in combinations(sorted(set(said.get(together, ()))), 2):
                yield one, other, node
        if "isHeldBy" in said:
            others = {actor for name in _TOWARDS for actor in said.get(name, ())}
            for one, other in product(sorted(set(said["isHeldBy"])), sorted(others)):
                if one != other:
                    yield min(one, other), max(one, other), node


def _relation(one: str, other: str, namespace: Namespace) -> str:
    return namespace.relation(namespace.key(one), namespace.key(other))


def _declared(relation: str, one: str, other: str) -> Iterable[str]:
    yield f"<{relation}> <{_TYPE}> <{ONTOLOGY}BilateralRelation>"
    yield _triple(relation, "hasSide", one)
    yield _triple(relation, "hasSide", other)


def _triple(subject: str, name: str, value: str) -> str:
    return f"<{subject}> <{ONTOLOGY}{name}> <{value}>"
