"""How a list divides: counts of its records by the values that they have."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from graph.exc import InputError
from graph.lookups.asking import Things, value
from graph.lookups.filtering import EventFilter, PositionFilter
from graph.lookups.views import Labels
from graph.queries import named
from graph.rdf.schemes import concept_labels
from graph.store import Store
from ontology.terms import SCHEME

EVENT_FACETS = ("type", "status", "participant", "place", "issue", "year", "outlet")
CODED_FACETS = ("type", "status", "year")
POSITION_FACETS = ("holder", "stance", "polarity", "issue", "target", "year", "outlet")
_SELECTION = "  # selection\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class FacetValue:
    """A value, as a filter takes it, and how many records have it."""

    key: str
    labels: Labels
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Division:
    """How many records a filter takes and, for each facet asked for, its most frequent hundred values."""

    count: int
    facets: dict[str, list[FacetValue]]


def divide(store: Store, where: EventFilter | PositionFilter, facets: Sequence[str]) -> Division:
    """Count the records that a filter takes, all and by facet; InputError for a facet there is none of."""
    if isinstance(where, EventFilter):
        query, known = where.query, CODED_FACETS if where.source else EVENT_FACETS
    else:
        query, known = "positions.rq", POSITION_FACETS
    for facet in facets:
        if facet not in known:
            raise InputError(f"{facet!r} is no facet; these are: {', '.join(known)}")
    selection = _body(named(query, **where.given(store)))
    (row,) = store.select(f"{named('counted.rq').replace(_SELECTION, selection)}")
    return Division(
        count=int(value(row, "count") or 0),
        facets={facet: _facet(store, facet, selection) for facet in dict.fromkeys(facets)},
    )


def _body(text: str) -> str:
    """A list's text as a sub-select: without prefixes and order."""
    lines = [line for line in text.splitlines() if not line.startswith(("PREFIX ", "#", "ORDER BY"))]
    return "{\n" + "\n".join(lines) + "\n}\n"


def _facet(store: Store, facet: str, selection: str) -> list[FacetValue]:
    rows = store.select(named("facets.rq", **{facet: "yes"}).replace(_SELECTION, selection))
    found = [(value(row, "value") or "", int(value(row, "count") or 0)) for row in rows if "value" in row]
    things = Things(store, [node for node, _ in found if node.startswith("http")])
    return [_value(node, count, things) for node, count in found]


def _value(node: str, count: int, things: Things) -> FacetValue:
    if not node.startswith("http"):
        return FacetValue(key=node, labels={}, count=count)
    thing = things[node]
    labels = thing.labels or dict(concept_labels().get(node.removeprefix(SCHEME), {}))
    return FacetValue(key=thing.key, labels=labels, count=count)
