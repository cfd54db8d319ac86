"""DOT (https://graphviz.org/doc/info/lang.html): pictures by Graphviz.

Short node names keep the text readable; the IRI is each node's and edge's ``URL``, so that an SVG made
from it links to the record, and the quote is the tooltip.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO

from graph.export.columns import Value
from graph.export.markup import written

if TYPE_CHECKING:
    from graph.export.projection import Graph

_SHAPES = {"state": "ellipse", "organization": "box", "person": "plaintext"}


def write(graph: Graph, stream: BinaryIO) -> None:
    """Writes the projection to ``stream`` in UTF-8."""
    for line in _lines(graph):
        stream.write(f"{line}\n".encode())


def _lines(graph: Graph) -> Iterator[str]:
    yield "digraph bilateral {"
    yield "  charset=" + _quoted("UTF-8") + ";"
    for node, data in graph.nodes(data=True):
        shape = _SHAPES.get(str(data["kind"]), "ellipse")
        yield f"  {_quoted(node)}{_attributes(label=data['label'], shape=shape, URL=node)};"
    for source, target, key, data in graph.edges(keys=True, data=True):
        label = "\n".join(str(data[name]) for name in ("type", "status", "latest") if data[name] is not None)
        arrow = None if data["directed"] else "none"
        url = data["record"]
        says = _attributes(id=key, label=label, tooltip=data["quote"], dir=arrow, URL=url)
        yield f"  {_quoted(source)} -> {_quoted(target)}{says};"
    yield "}"


def _attributes(**values: Value) -> str:
    inside = ", ".join(f"{name}={_quoted(value)}" for name, value in values.items() if value is not None)
    return f" [{inside}]"


def _quoted(value: Value) -> str:
    # In a quoted string only \" is an escape of the language; the escString types read \\ and \n as well.
    text = written(value).replace("\\", "\\\\").replace('"', '\\"')
    return '"' + text.replace("\r", "").replace("\n", "\\n") + '"'
