"""GraphML (http://graphml.graphdrawing.org/specification.html): yEd, igraph, Gephi, Neo4j.

Written here because networkx's writer refuses None and days, and drops the ids of parallel edges. Days
are of type ``string`` in ISO 8601, since GraphML knows only numbers, truth values and strings. Its schema
wants ids that are name tokens (``xs:NMTOKEN``), which IRIs are not: a node is ``state:KAZ``, and the IRI
stands in an attribute of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, BinaryIO

from graph.export.columns import EDGE_COLUMNS, NODE_COLUMNS, Column, Value
from graph.export.markup import attributes, content

if TYPE_CHECKING:
    from graph.export.projection import Graph

_TYPES = {"string": "string", "integer": "int", "double": "double", "boolean": "boolean", "date": "string"}
_NODES = (*NODE_COLUMNS, Column("n-iri", "iri", "string", "IRI of the actor, the id of the other formats"))
_EDGES = (*EDGE_COLUMNS, Column("e-iri", "iri", "string", "IRI of the record and its pair, as above"))
_NO_TOKEN = re.compile(r"[^A-Za-z0-9._:-]+")


def write(graph: Graph, stream: BinaryIO) -> None:
    """Writes the projection to ``stream`` in UTF-8."""
    for line in _lines(graph):
        stream.write(f"{line}\n".encode())


def _lines(graph: Graph) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">'
    yield from _declared("node", _NODES)
    yield from _declared("edge", _EDGES)
    yield '<graph id="bilateral" edgedefault="directed">'
    tokens = _Tokens()
    names = {node: tokens.of(node) for node in graph}
    for node, data in graph.nodes(data=True):
        yield f"<node{attributes(id=names[node])}>{_values(_NODES, {**data, 'iri': node})}</node>"
    tokens = _Tokens()
    for source, target, key, data in graph.edges(keys=True, data=True):
        ends = attributes(id=tokens.of(key), source=names[source], target=names[target])
        yield f"<edge{ends}>{_values(_EDGES, {**data, 'iri': key})}</edge>"
    yield "</graph>"
    yield "</graphml>"


class _Tokens:
    """Name tokens for IRIs, no two alike."""

    def __init__(self) -> None:
        self._given: dict[str, int] = {}

    def of(self, iri: str) -> str:
        """The last two steps of the IRI; what no token can hold becomes a line, and a number tells twins apart."""
        token = _NO_TOKEN.sub("_", ":".join(iri.split("/")[-2:])) or "_"
        number = self._given[token] = self._given.get(token, 0) + 1
        return token if number == 1 else self.of(f"{token}.{number}")


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
