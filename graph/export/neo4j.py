"""Neo4j's import format (neo4j-admin database import): a ZIP of nodes.csv and relationships.csv with typed headers.

Headers say the types (``score:double``, ``start:date``); the label of a node and the type of a relationship are
its kind (``State``, ``EVENT``).
"""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, BinaryIO

from graph.export.columns import EDGE_COLUMNS, NODE_COLUMNS, Column, Value
from graph.export.markup import written

if TYPE_CHECKING:
    from graph.export.projection import Graph

_TYPES = {"string": "string", "integer": "long", "double": "double", "boolean": "boolean", "date": "date"}


def write(graph: Graph, stream: BinaryIO) -> None:
    """Writes the projection to ``stream``."""
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, rows in (("nodes.csv", _nodes(graph)), ("relationships.csv", _edges(graph))):
            # a fixed time, so that the same graph gives the same file
            archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), _table(rows), zipfile.ZIP_DEFLATED)


def _nodes(graph: Graph) -> Iterator[list[str]]:
    yield ["iri:ID", *_headers(NODE_COLUMNS), ":LABEL"]
    for node, data in graph.nodes(data=True):
        yield [node, *_cells(NODE_COLUMNS, data), str(data["kind"]).capitalize()]


def _edges(graph: Graph) -> Iterator[list[str]]:
    yield [":START_ID", ":END_ID", "id:string", *_headers(EDGE_COLUMNS), ":TYPE"]
    for source, target, key, data in graph.edges(keys=True, data=True):
        yield [source, target, key, *_cells(EDGE_COLUMNS, data), str(data["kind"]).upper()]


def _headers(columns: Iterable[Column]) -> list[str]:
    return [f"{column.name}:{_TYPES[column.kind]}" for column in columns]


def _cells(columns: Iterable[Column], data: dict[str, Value]) -> list[str]:
    return ["" if data[column.name] is None else written(data[column.name]) for column in columns]


def _table(rows: Iterable[list[str]]) -> bytes:
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    return text.getvalue().encode()
