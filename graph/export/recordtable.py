"""CSV of records: one row for each, with all who have a part in it, whether or not it joins two of them.

The table of edges (``tables``) leaves out what has one end: a position towards nobody, a post held.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from graph.export.columns import EDGE_COLUMNS, Value
from graph.export.selection import Selection
from graph.export.tables import write_rows
from graph.export.telling import Telling
from graph.store import Store

_OF_EDGES = frozenset({"directed", "weight"})
_ACTORS = ("actors", "actors_en", "actors_ar", "parts")
_REST = tuple(column.name for column in EDGE_COLUMNS if column.name not in _OF_EDGES)
HEADER: tuple[str, ...] = (*_REST[:4], *_ACTORS, *_REST[4:])


def rows(store: Store, selection: Selection) -> Iterator[dict[str, Value]]:
    """A row for each selected record; actors by code and by name, with ``; `` between them.

    ``parts`` says what each does in it: a role, or the property that links the two (``KAZ isHeldBy; PSE hasTarget``).
    """
    telling = Telling(store, selection)
    for record, ends in telling.ends.items():
        nodes = [telling.node(actor) for actor in sorted({end.actor for end in ends})]
        names: dict[str, Value] = {
            column: "; ".join(str(node[field]) for node in nodes if node[field]) or None
            for column, field in zip(_ACTORS, ("code", "label_en", "label_ar"), strict=False)
        }
        parts = (f"{telling.node(end.actor)['code']} {end.part}" for end in ends)
        values = telling.edge(record) | names | {"parts": "; ".join(parts) or None}
        yield {column: values[column] for column in HEADER}


def write(store: Store, selection: Selection, stream: BinaryIO) -> None:
    """Writes the rows as CSV in UTF-8 with a byte order mark, formulas guarded."""
    write_rows(stream, HEADER, (row.values() for row in rows(store, selection)))
