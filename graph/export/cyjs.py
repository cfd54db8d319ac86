"""Cytoscape JSON (https://js.cytoscape.org/#notation/elements-json): Cytoscape and Cytoscape.js."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, BinaryIO

from graph.export.columns import EDGE_COLUMNS, NODE_COLUMNS, plain

if TYPE_CHECKING:
    from graph.export.projection import Graph


def write(graph: Graph, stream: BinaryIO) -> None:
    """Writes the projection to ``stream`` in UTF-8; ``name`` and ``value`` are what readers label by."""
    nodes = [
        {"data": {"id": node, "value": node, "name": data["label"], **plain(NODE_COLUMNS, data)}}
        for node, data in graph.nodes(data=True)
    ]
    edges = [
        {"data": {"id": key, "key": key, "source": source, "target": target, **plain(EDGE_COLUMNS, data)}}
        for source, target, key, data in graph.edges(keys=True, data=True)
    ]
    elements = {"nodes": nodes, "edges": edges}
    document = {"data": [], "directed": True, "multigraph": True, "elements": elements}
    stream.write(json.dumps(document, ensure_ascii=False, indent=1).encode() + b"\n")
