"""States and organizations as a network: who acts with whom, in which kind of act, in which year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from pyoxigraph import NamedNode

from graph.identity import Namespace
from graph.layout import places
from graph.lookups.asking import Things, iris, value
from graph.lookups.views import Thing
from graph.queries import named
from graph.store import Store
from ontology.terms import EVENT_GROUPS, EVENT_KINDS, SCHEME

_GROUP = {kind: group for group, kinds in EVENT_GROUPS.items() for kind in kinds}
_ACTORS = frozenset({"state", "org"})
_DRAWN_BY = 1500  # the strongest links place the nodes; more would hardly move them


@dataclass(frozen=True, slots=True)
class NodeView:
    """A state or organization with its place in the drawing, from -1 to 1, and the number of its acts."""

    thing: Thing
    x: float
    y: float
    events: int


@dataclass(frozen=True, slots=True)
class EdgeView:
    """How often two nodes (by number in the list) acted with each other, in one kind of act and one year."""

    a: int
    b: int
    group: str
    year: int | None
    events: int
    score: float | None


@dataclass(frozen=True, slots=True)
class NetworkView:
    """Nodes, edges between them, and memberships as (member, organization) by number."""

    nodes: list[NodeView]
    edges: list[EdgeView]
    memberships: list[tuple[int, int]]


@lru_cache(maxsize=4)
def _places(size: int, links: tuple[tuple[int, int, float], ...]) -> list[tuple[float, float]]:
    return places(size, links)


def network(store: Store) -> NetworkView:
    """The network of all that took place; the same store gives the same drawing."""
    return store.once("network", lambda: _network(store))


def _network(store: Store) -> NetworkView:
    found: Counter[tuple[str, str, str, int | None]] = Counter()
    scores: Counter[tuple[str, str, str, int | None]] = Counter()
    for (kind, year), actors, times in _acts(store):
        score = round(100 * (EVENT_KINDS.get(kind, (None, None, None))[2] or 0.0))
        for a, b in combinations(actors, 2):
            key = (a, b, _GROUP.get(kind, "other"), year)
            found[key] += times
            scores[key] += times * score
    names = sorted({node for a, b, _, _ in found for node in (a, b)})
    number = {node: place for place, node in enumerate(names)}
    strength: Counter[tuple[int, int]] = Counter()
    busy: Counter[int] = Counter()
    for (a, b, _, _), times in found.items():
        strength[number[a], number[b]] += times
        busy[number[a]] += times
        busy[number[b]] += times
    strongest = sorted(strength.items(), key=lambda item: (-item[1], item[0]))[:_DRAWN_BY]
    spots = _places(len(names), tuple((a, b, float(n)) for (a, b), n in strongest))
    things = Things(store, names)
    return NetworkView(
        nodes=[NodeView(things[node], *spots[n], busy[n]) for n, node in enumerate(names)],
        edges=[
            EdgeView(
                number[a], number[b], group, year, times, round(scores[a, b, group, year] / 100 / times, 2)
            )
            for (a, b, group, year), times in sorted(
                found.items(), key=lambda item: (item[0][:3], item[0][3] or 0)
            )
        ],
        memberships=_memberships(store, names, number),
    )


def _acts(store: Store) -> Iterator[tuple[tuple[str, int | None], list[str], int]]:
    """Kind and year of what took place, the states and organizations in it, sorted, and how often it did."""
    namespace = Namespace()
    for row in store.select(named("network.rq")):
        actors = sorted(
            {actor for actor in (value(row, "actors") or "").split() if namespace.kind(actor) in _ACTORS}
        )
        kind = (value(row, "type") or "").removeprefix(f"{SCHEME}event-")
        year = value(row, "year")
        yield (kind, int(year) if year else None), actors, int(value(row, "count") or 0)


def _memberships(store: Store, names: list[str], number: dict[str, int]) -> list[tuple[int, int]]:
    organizations: list[NamedNode] = iris(n for n in names if Namespace().kind(n) == "org")
    if not organizations:
        return []
    rows = store.select(named("belonging.rq", organization=organizations))
    pairs = ((value(row, "member") or "", value(row, "organization") or "") for row in rows)
    return [(number[m], number[o]) for m, o in pairs if m in number and m != o]
