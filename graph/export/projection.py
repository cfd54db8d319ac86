"""The one typed projection that all graph files are written from.

Nodes are states and organizations, people and events where asked for; an edge is one record between one pair of
them, so that parallel edges keep their own days, quotes and articles. Node ids are the actors' IRIs, edge
keys the record's IRI with the pair behind ``#`` (``…/event/0123456789abcdef#KAZ-PSE``).
"""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from typing import TypeAlias

import networkx as nx

from graph.export.asking import End
from graph.export.columns import Value
from graph.export.pairs import Pair, pairs
from graph.export.selection import Selection
from graph.export.telling import Telling
from graph.measures import standings
from graph.store import Store

Graph: TypeAlias = "nx.MultiDiGraph[str]"
"""Every node has all NODE_COLUMNS, every edge all EDGE_COLUMNS as attributes; None stands for absent."""


def project(store: Store, selection: Selection | None = None) -> Graph:
    """The part of the store that ``selection`` takes, as a directed graph with parallel edges.

    Edges whose ``directed`` is False point from the lesser IRI to the greater. Raises NotFoundError for an
    actor that the store knows nothing of.
    """
    selection = selection or Selection()
    telling = Telling(store, selection)
    graph: Graph = nx.MultiDiGraph()
    for record, ends in telling.ends.items():
        kind = str(telling.kind(record))
        if kind == "post" and not selection.people:
            continue
        edge = telling.edge(record)
        nodes = [end for end in ends if telling.node_kind(end.actor)]
        wanted = [pair for pair in pairs(kind, nodes) if _wanted(selection, kind, pair)]
        if selection.events and kind == "event":
            if wanted or not selection.between:
                _take_part(graph, telling, edge, nodes)
            continue
        for pair in wanted:
            _add(graph, telling, edge, pair)
    if selection.measures:
        _measure(graph)
    return aggregated(graph) if selection.aggregated else graph


def _measure(graph: Graph) -> None:
    """Tell of each node where it stands: among those it has edges with, however many and of whatever kind."""
    network: nx.Graph[str] = nx.Graph()
    network.add_nodes_from(graph)
    for source, target in graph.edges():
        if source != target:
            weight = network.get_edge_data(source, target, {"weight": 0})["weight"]
            network.add_edge(source, target, weight=weight + 1)
    for node, standing in standings(network).items():
        graph.nodes[node].update(asdict(standing))


def _wanted(selection: Selection, kind: str, pair: Pair) -> bool:
    chosen = set(selection.actors())
    ends = {pair.source, pair.target}
    if selection.between:
        return ends == chosen or (kind == "membership" and bool(ends & chosen))
    return not chosen or bool(ends & chosen)


def _take_part(graph: Graph, telling: Telling, edge: dict[str, Value], ends: list[End]) -> None:
    """An event as a node, with an edge from each who takes part, whose type is the role; the narrowest role counts."""
    event = str(edge["record"])
    roles = {
        end.actor: end.part for end in sorted(ends, key=lambda end: (end.part != "role-party", end.part))
    }
    if roles:
        graph.add_node(event, **telling.node(event) | {"kind": "event"})
    for actor, part in roles.items():
        if actor not in graph:
            graph.add_node(actor, **telling.node(actor))
        values = edge | {"directed": True, "type": part.removeprefix("role-")}
        graph.add_edge(actor, event, key=f"{event}#{graph.nodes[actor]['code']}", **values)


def _add(graph: Graph, telling: Telling, edge: dict[str, Value], pair: Pair) -> None:
    for actor in (pair.source, pair.target):
        if actor not in graph:
            graph.add_node(actor, **telling.node(actor))
    codes = "-".join(str(graph.nodes[actor]["code"]) for actor in (pair.source, pair.target))
    values = edge | {"directed": pair.directed}
    if pair.towards is not None:
        values["polarity"] = pair.towards
    graph.add_edge(pair.source, pair.target, key=f"{edge['record']}#{codes}", **values)


def aggregated(graph: Graph) -> Graph:
    """One edge for all edges of a pair that are of one kind and direction.

    ``weight`` counts them, ``start`` and ``end`` span them (no end while one lasts), ``score`` and
    ``confidence`` are means; other columns keep a value that all share and are None where they differ.
    """
    whole: Graph = nx.MultiDiGraph()
    whole.add_nodes_from(graph.nodes(data=True))
    groups: dict[tuple[str, str, str, bool], list[dict[str, Value]]] = {}
    for source, target, data in graph.edges(data=True):
        group = (source, target, str(data["kind"]), bool(data["directed"]))
        groups.setdefault(group, []).append(data)
    for (source, target, kind, directed), edges in groups.items():
        codes = "-".join(str(graph.nodes[actor]["code"]) for actor in (source, target))
        key = f"{kind}#{codes}{'' if directed else '-together'}"
        whole.add_edge(source, target, key=key, **_together(edges))
    return whole


def _together(edges: list[dict[str, Value]]) -> dict[str, Value]:
    values: dict[str, Value] = {}
    for column in edges[0]:
        held = [edge[column] for edge in edges]
        values[column] = held[0] if all(value == held[0] for value in held) else None
    for column in ("score", "confidence"):
        known = [float(v) for edge in edges if isinstance(v := edge[column], int | float)]
        values[column] = sum(known) / len(known) if known else None
    starts = [day for edge in edges if isinstance(day := edge["start"], date)]
    ends = [day for edge in edges if isinstance(day := edge["end"], date)]
    values["start"] = min(starts, default=None)
    values["end"] = max(ends) if len(ends) == len(edges) else None
    values["weight"] = float(len(edges))
    return values
