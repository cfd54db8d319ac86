"""Measures of the network of states: who is central, who stands between others, who belongs together, who agrees.

The network has a line between two states for the events they held together, weighted by their number. Figures
describe what the articles at hand tell, not the world.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date
from math import sqrt
from typing import TypeVar

import networkx as nx

from graph.lookups import Thing, matrix, things
from graph.lookups.asking import value
from graph.queries import named
from graph.store import Store

N = TypeVar("N", int, str)
_SEED = 7  # the same network falls into the same communities
_ALL = 1000
_LARGE, _SOURCES = 1000, 500  # nodes from which on betweenness is estimated, and nodes it is estimated from


@dataclass(frozen=True, slots=True, kw_only=True)
class StateMeasures:
    """One state in the network.

    ``partners`` and ``events`` count; ``betweenness`` and ``closeness`` run from 0 to 1 (Freeman 1978), ``brokerage``
    is the effective size of its surroundings (Burt 1992), ``community`` a number by Louvain's method, the largest 0.
    """

    state: Thing
    partners: int
    events: float
    betweenness: float
    closeness: float
    brokerage: float
    community: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """How alike two states' positions are: the cosine (-1 to 1) of their mean polarities on shared issues."""

    a: Thing
    b: Thing
    issues: int
    value: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Measures:
    """States by number of partners, and pairs with at least two shared issues, the most alike first."""

    states: list[StateMeasures]
    likeness: list[Likeness]


def measures(store: Store, *, since: date | None = None, until: date | None = None) -> Measures:
    """All measures, of the events of a span of days; positions are those of all days."""
    found = matrix(store, "events", since=since, until=until, limit=_ALL)
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(range(len(found.states)))
    graph.add_weighted_edges_from((cell.a, cell.b, cell.value) for cell in found.cells)
    return Measures(states=_states(graph, found.states), likeness=_likeness(store))


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Where a node stands in a network, as in StateMeasures."""

    partners: int
    betweenness: float
    closeness: float
    brokerage: float
    community: int


def standings(graph: nx.Graph[N]) -> dict[N, Standing]:
    """The standing of each node of a network without loops; weights count for communities alone.

    Betweenness in a network of more than a thousand nodes is estimated from five hundred of them (Brandes and
    Pich 2007), since each takes a walk over the whole network.
    """
    between = nx.betweenness_centrality(graph, k=_SOURCES if len(graph) > _LARGE else None, seed=_SEED)
    close = nx.closeness_centrality(graph)
    ties: dict[N, int] = nx.triangles(graph)  # type: ignore[assignment]
    community = communities(graph)
    return {
        node: Standing(
            partners=partners,
            betweenness=between[node],
            closeness=close[node],
            # partners less the mean number of ties that each of them has to others (Borgatti 1997)
            brokerage=partners - 2 * ties[node] / partners if partners else 0.0,
            community=community[node],
        )
        for node, partners in graph.degree()
    }


def _states(graph: nx.Graph[int], states: list[Thing]) -> list[StateMeasures]:
    standing = standings(graph)
    found = [
        StateMeasures(
            state=state, events=float(graph.degree(node, weight="weight")), **asdict(standing[node])
        )
        for node, state in enumerate(states)
    ]
    return sorted(found, key=lambda m: (-m.partners, -m.events, m.state.key))


def communities(graph: nx.Graph[N]) -> dict[N, int]:
    """Node -> number of its community by weighted Louvain (Blondel and others 2008), the largest first."""
    if not graph:
        return {}
    parts = nx.community.louvain_communities(graph, weight="weight", seed=_SEED)
    ordered = sorted(parts, key=lambda part: (-len(part), min(part)))
    return {node: number for number, part in enumerate(ordered) for node in part}


def _likeness(store: Store) -> list[Likeness]:
    polarities: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for row in store.select(named("leanings.rq")):
        polarity = int(value(row, "polarity") or 0)
        polarities[value(row, "holder") or ""][value(row, "issue") or ""].append(polarity)
    leanings = {
        holder: {issue: sum(found) / len(found) for issue, found in issues.items()}
        for holder, issues in sorted(polarities.items())
    }
    named_things = dict(zip(leanings, things(store, list(leanings)), strict=True))
    found = []
    for a, ours in leanings.items():
        for b, theirs in leanings.items():
            shared = ours.keys() & theirs.keys()
            alike = _cosine((ours[i], theirs[i]) for i in shared) if a < b and len(shared) > 1 else None
            if alike is not None:
                found.append(Likeness(a=named_things[a], b=named_things[b], issues=len(shared), value=alike))
    return sorted(found, key=lambda one: (-one.value, -one.issues, one.a.key, one.b.key))


def _cosine(pairs: Iterable[tuple[float, float]]) -> float | None:
    """None where one of the two is neutral on everything."""
    both = list(pairs)
    lengths = sqrt(sum(x * x for x, _ in both)) * sqrt(sum(y * y for _, y in both))
    return max(-1.0, min(1.0, sum(x * y for x, y in both) / lengths)) if lengths else None
