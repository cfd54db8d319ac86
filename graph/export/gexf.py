"""GEXF 1.3 (https://gexf.net/schema.html): what Gephi opens, with a timeline and parallel edges.

Written here because networkx's writer refuses None, days and mixed numbers. Days are attributes of
type ``string`` in ISO 8601, since GEXF has no day among its attribute types; the interval in which an
edge is shown is given by ``start`` and ``end`` with ``timeformat="date"``. The id of an attribute is its name,
which Gephi Lite shows in place of the title.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, BinaryIO

from graph.export.columns import EDGE_COLUMNS, NODE_COLUMNS, Column, Value
from graph.export.markup import attributes

if TYPE_CHECKING:
    from graph.export.projection import Graph

# Said by attributes of the format's own, so not declared a second time.
_NODES = tuple(column for column in NODE_COLUMNS if column.name != "label")
_EDGES = tuple(column for column in EDGE_COLUMNS if column.name not in {"start", "end", "weight"})


def write(graph: Graph, stream: BinaryIO) -> None:
    """Writes the projection to ``stream`` in UTF-8."""
    for line in _lines(graph):
        stream.write(f"{line}\n".encode())


def _lines(graph: Graph) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield '<gexf xmlns="http://gexf.net/1.3" version="1.3">'
    yield "<meta><creator>Bilateral</creator></meta>"
    yield '<graph defaultedgetype="directed" idtype="string" mode="dynamic" timeformat="date">'
    yield from _declared("node", _NODES)
    yield from _declared("edge", _EDGES)
    yield "<nodes>"
    for node, data in graph.nodes(data=True):
        yield f"<node{attributes(id=node, label=data['label'])}>{_values(_NODES, data)}</node>"
    yield "</nodes>"
    yield "<edges>"
    for source, target, key, data in graph.edges(keys=True, data=True):
        ends = attributes(id=key, source=source, target=target, label=data["type"], kind=data["kind"])
        shown = attributes(start=data["start"], end=data["end"], weight=data["weight"])
        yield f"<edge{ends}{shown}>{_values(_EDGES, data)}</edge>"
    yield "</edges>"
    yield "</graph>"
    yield "</gexf>"


def _declared(owner: str, columns: tuple[Column, ...]) -> Iterator[str]:
    yield f'<attributes class="{owner}" mode="static">'
    for column in columns:
        kind = "string" if column.kind == "date" else column.kind
        yield f"<attribute{attributes(id=column.name, title=column.name, type=kind)}/>"
    yield "</attributes>"


def _values(columns: tuple[Column, ...], data: Mapping[str, Value]) -> str:
    values = "".join(
        f'<attvalue for="{column.name}"{attributes(value=data[column.name])}/>'
        for column in columns
        if data[column.name] is not None
    )
    return f"<attvalues>{values}</attvalues>"
