"""Excel (ECMA-376, SpreadsheetML): a sheet of edges, one of actors, one of events as POLECAT has them; typed cells.

Texts are written as texts, so that no spreadsheet takes one for a formula.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, BinaryIO

from graph.exc import MissingExtraError
from graph.export import plovertable
from graph.export.columns import EDGE_COLUMNS, NODE_COLUMNS, Value, clean
from graph.export.tables import HEADER

if TYPE_CHECKING:
    from graph.export.projection import Graph

_LONGEST = 32_767  # characters of a cell (Excel's limit)


def write(graph: Graph, events: Iterable[dict[str, Value]], stream: BinaryIO) -> None:
    """Writes the projection and the rows of ``plovertable`` to ``stream``.

    MissingExtraError where openpyxl is not installed.
    """
    try:
        from openpyxl import Workbook
    except ImportError:
        raise MissingExtraError("XLSX", "xlsx") from None
    book = Workbook(write_only=True)
    edges: Any = book.create_sheet("edges")
    edges.freeze_panes = "A2"
    edges.append(HEADER)
    for source, target, key, data in graph.edges(keys=True, data=True):
        ends: list[Value] = []
        for node in (source, target):
            about = graph.nodes[node]
            ends += [node, about["code"], about["label_en"], about["label_ar"]]
        values = [key, *ends, *(data[column.name] for column in EDGE_COLUMNS)]
        edges.append([_cell(edges, value) for value in values])
    nodes: Any = book.create_sheet("actors")
    nodes.freeze_panes = "A2"
    nodes.append(["id", *(column.name for column in NODE_COLUMNS)])
    for node, data in graph.nodes(data=True):
        nodes.append([_cell(nodes, value) for value in (node, *(data[c.name] for c in NODE_COLUMNS))])
    table: Any = book.create_sheet("events")
    table.freeze_panes = "A2"
    table.append(plovertable.HEADER)
    for row in events:
        table.append([_cell(table, value) for value in row.values()])
    book.save(stream)


def _cell(sheet: Any, value: Value) -> Any:
    if not isinstance(value, str):
        return value
    from openpyxl.cell import WriteOnlyCell

    cell: Any = WriteOnlyCell(sheet, value=None)
    cell.value = clean(value)[:_LONGEST].replace("\r", "")
    cell.data_type = "s"
    return cell
