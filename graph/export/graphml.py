"""GraphML (http://graphml.graphdrawing.org/specification.html): yEd, igraph, Gephi, Neo4j.

Written here because networkx's writer refuses None and days, and drops the ids of parallel edges. Days
are of type ``string`` in ISO 8601, since GraphML knows only numbers, truth values and strings.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, BinaryIO

from graph.export.columns import EDGE_COLUMNS, NODE_COLUMNS, Column, Value
from graph.export.markup import attributes, content

if TYPE_CHECKING:
    from graph.export.projection import Graph

_TYPES = {"string": "string", "integer": "int", "double": "double", "boolean": "boolean", "date": "string"}


def write(graph: Graph, stream: BinaryIO) -> None:
    """Writes the projection to ``stream`` in UTF-8."""
    for line in _lines(graph):
        stream.write(f"{line}\n".encode())


def _lines(graph: Graph) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">'
    yield from _declared("node", NODE_COLUMNS)
    yield from _declared("edge", EDGE_COLUMNS)
    yield '<graph id="bilateral" edgedefault="directed">'
    for node, data in graph.nodes(data=True):
        yield f"<node{attributes(id=node)}>{_values(NODE_COLUMNS, data)}</node>"
    for source, target, key, data in graph.edges(keys=True, data=True):
        ends = attributes(id=key, source=source, target=target)
        yield f"<edge{ends}>{_values(EDGE_COLUMNS, data)}</edge>"
    yield "</graph>"
    yield "</graphml>"


def _declared(owner: str, columns: tuple[Column, ...]) -> Iterator[str]:
    for column in columns:
        key = {"id": column.id, "for": owner, "attr.name": column.name, "attr.type": _TYPES[column.kind]}
        yield f"<key{attributes(**key)}/>"


def _values(columns: tuple[Column, ...], data: Mapping[str, Value]) -> str:
    return "".join(
        f'<data key="{column.id}">{content(data[column.name])}</data>'
        for column in columns
        if data[column.name] is not None
    )
