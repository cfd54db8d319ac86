"""Issues that positions are on."""

from __future__ import annotations

from dataclasses import dataclass

from graph.exc import NotFoundError
from graph.lookups.asking import Things, concept, value
from graph.lookups.views import Labels, Thing
from graph.queries import named
from graph.rdf.schemes import concept_labels
from graph.rdf.terms import bir
from graph.store import Store
from ontology.terms import SCHEME, STANCES


@dataclass(frozen=True, slots=True)
class IssueView:
    """An issue with the number of positions on it and of those who hold them."""

    issue: Thing
    positions: int
    holders: int


def issues(store: Store) -> list[IssueView]:
    """The issues that any position is on, those with most positions first; narrower issues count."""
    rows = store.select(named("issues.rq"))
    things = Things(store, [value(row, "issue") or "" for row in rows])
    return [
        IssueView(
            things[value(row, "issue") or ""],
            int(value(row, "positions") or 0),
            int(value(row, "holders") or 0),
        )
        for row in rows
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How many positions of one stance somebody holds on an issue; ``polarity`` is 1 for, 0 neither, -1 against."""

    holder: Thing
    stance: str
    stance_labels: Labels
    polarity: int
    positions: int


@dataclass(frozen=True, slots=True)
class Standings:
    """Who stands where on an issue, those with most positions first."""

    issue: Thing
    standings: list[Standing]


def standings(store: Store, key: str) -> Standings:
    """Who stands where on an issue, by its key or IRI; narrower issues count. NotFoundError where it is none."""
    node = concept("issue", key)
    if node is None or not store.ask(f"ASK {{ {node} a {bir('Issue')} }}"):
        raise NotFoundError(f"no issue {key!r}")
    rows = store.select(named("standings.rq", issue=node))
    things = Things(store, [node.value, *(value(row, "holder") or "" for row in rows)])
    found = [
        Standing(
            holder=things[value(row, "holder") or ""],
            stance=(stance := (value(row, "stance") or "").removeprefix(f"{SCHEME}stance-")),
            stance_labels=concept_labels().get(f"stance-{stance}", {}),
            polarity=STANCES.get(stance, 0),
            positions=int(value(row, "positions") or 0),
        )
        for row in rows
    ]
    held: dict[str, int] = {}
    for standing in found:
        held[standing.holder.id] = held.get(standing.holder.id, 0) + standing.positions
    return Standings(
        things[node.value], sorted(found, key=lambda s: (-held[s.holder.id], s.holder.id, s.stance))
    )
