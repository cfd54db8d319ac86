"""D3 node-link JSON (https://d3js.org/d3-force/link): nodes and links by node id."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, BinaryIO

from graph.export.columns import EDGE_COLUMNS, NODE_COLUMNS, plain

if TYPE_CHECKING:
    from graph.export.projection import Graph


def write(graph: Graph, stream: BinaryIO) -> None:
    """Writes the projection to ``stream`` in UTF-8, as ``networkx.node_link_graph`` reads it too."""
    nodes = [{"id": node, **plain(NODE_COLUMNS, data)} for node, data in graph.nodes(data=True)]
    links = [
        {"source": source, "target": target, "key": key, **plain(EDGE_COLUMNS, data)}
        for source, target, key, data in graph.edges(keys=True, data=True)
    ]
    document = {"directed": True, "multigraph": True, "graph": {}, "nodes": nodes, "links": links}
    stream.write(json.dumps(document, ensure_ascii=False, indent=1).encode() + b"\n")
