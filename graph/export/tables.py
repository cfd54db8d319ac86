"""CSV: one row for each edge, for spreadsheets, notebooks and Gephi's import.

UTF-8 with a byte order mark, without which Excel garbles Arabic (read it as ``utf-8-sig``). Texts that
a spreadsheet would take for a formula get an apostrophe before them (OWASP, CSV injection).
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, BinaryIO

from graph.export.columns import EDGE_COLUMNS, Value
from graph.export.markup import written

if TYPE_CHECKING:
    from graph.export.projection import Graph

_ENDS = ("source", "source_code", "source_label_en", "source_label_ar")
_OTHER_ENDS = ("target", "target_code", "target_label_en", "target_label_ar")
HEADER: tuple[str, ...] = ("id", *_ENDS, *_OTHER_ENDS, *(column.name for column in EDGE_COLUMNS))
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write(graph: Graph, stream: BinaryIO) -> None:
    """Writes the edges of the projection to ``stream``, a header row first."""
    write_rows(stream, HEADER, _rows(graph))


def _rows(graph: Graph) -> Iterator[list[Value]]:
    for source, target, key, data in graph.edges(keys=True, data=True):
        ends: list[Value] = []
        for node in (source, target):
            about = graph.nodes[node]
            ends += [node, about["code"], about["label_en"], about["label_ar"]]
        yield [key, *ends, *(data[column.name] for column in EDGE_COLUMNS)]


def write_rows(stream: BinaryIO, header: Iterable[str], rows: Iterable[Iterable[Value]]) -> None:
    """Writes rows as CSV in UTF-8 with a byte order mark, formulas guarded; ``stream`` stays open."""
    stream.write(b"\xef\xbb\xbf")
    text = io.TextIOWrapper(stream, encoding="utf-8", newline="", write_through=True)
    table = csv.writer(text)
    table.writerow(header)
    for row in rows:
        table.writerow(["" if value is None else guarded(value) for value in row])
    # The stream is the caller's to close.
    text.detach()


def guarded(value: Value) -> str:
    """The text of a cell that no spreadsheet runs; numbers stay numbers."""
    text = written(value)
    return f"'{text}" if isinstance(value, str) and text.startswith(FORMULA) else text
