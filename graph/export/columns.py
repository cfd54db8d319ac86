"""The one table of attributes that every graph file is written from.

A column has a name, a type that all formats know, and the words that say what it holds. Values are
None (absent: nothing is written), or of the Python type beside the column type; dates are days.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

Value = str | int | float | bool | date | None
Kind = Literal["string", "integer", "double", "boolean", "date"]

# Everything outside the Char production of XML 1.0, section 2.2.
_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Column:
    """One attribute of nodes or edges; ``id`` is what XML formats refer to it by."""

    id: str
    name: str
    kind: Kind
    says: str


NODE_COLUMNS: tuple[Column, ...] = (
    Column("n0", "label", "string", "name to show: English, else Arabic, else the code"),
    Column("n1", "kind", "string", "state, organization, person or event"),
    Column("n2", "code", "string", "last part of the IRI: alpha-3 code, short form or key"),
    Column("n3", "label_en", "string", "name in English"),
    Column("n4", "label_ar", "string", "name in Arabic"),
    Column("n5", "partners", "integer", "with measures: how many others it has an edge with"),
    Column("n6", "betweenness", "double", "with measures: share of shortest ways that lead over it, 0 to 1"),
    Column("n7", "closeness", "double", "with measures: how near it is to all others, 0 to 1"),
    Column("n8", "brokerage", "double", "with measures: effective size, partners less the ties among them"),
    Column("n9", "community", "integer", "with measures: its group by Louvain's method, the largest 0"),
)

EDGE_COLUMNS: tuple[Column, ...] = (
    Column("e0", "record", "string", "IRI of the record"),
    Column("e1", "kind", "string", "event, position, membership, agreement, commitment or tie"),
    Column("e2", "type", "string", "kind of event, stance, role in the organization or kind of tie"),
    Column("e3", "status", "string", "standing of an event: held, ongoing, planned, postponed, cancelled"),
    Column("e4", "directed", "boolean", "whether the order of source and target means something"),
    Column("e5", "subject", "string", "what it is about, in the words of the text or the record's label"),
    Column("e6", "earliest", "date", "first day on which it can have begun"),
    Column("e7", "latest", "date", "last day on which it can have begun, or on which it still held"),
    Column("e8", "plover", "string", "PLOVER 2.0 category of the event"),
    Column("e9", "score", "double", "PLOVER score of the event, -10 conflict to 10 cooperation"),
    Column("e10", "polarity", "integer", "1 for, 0 neither, -1 against: the stance, or towards the target"),
    Column("e11", "place", "string", "where the event takes place"),
    Column("e12", "quote", "string", "exact words of the article"),
    Column("e13", "quote_start", "integer", "code points before the quote"),
    Column("e14", "quote_end", "integer", "code points up to the end of the quote"),
    Column("e15", "article", "string", "IRI of the article"),
    Column("e16", "published", "date", "day the article was published"),
    Column("e17", "outlet", "string", "who published it"),
    Column("e18", "url", "string", "where it was published"),
    Column("e19", "articles", "integer", "number of articles that support the record"),
    Column(
        "e20", "sources", "string", "what a fact of the reference tables is taken from, by ; where several"
    ),
    Column("e21", "confidence", "double", "how sure the reader is that the article says so, 0 to 1"),
    Column("e22", "claim", "string", "standing as a claim: reported, corroborated, disputed, withdrawn"),
    Column("e23", "start", "date", "first day on which it is shown: earliest, else latest, else published"),
    Column("e24", "end", "date", "last day on which it is shown; none while it lasts"),
    Column("e25", "weight", "double", "1 for each record, so that sums over a pair are counts"),
)


def plain(columns: tuple[Column, ...], values: Mapping[str, Value]) -> dict[str, str | int | float | bool]:
    """What JSON can say of ``values``: the columns that have one, days in ISO 8601."""
    held = {column.name: values[column.name] for column in columns}
    return {
        name: value.isoformat() if isinstance(value, date) else value
        for name, value in held.items()
        if value is not None
    }


def clean(text: str) -> str:
    """``text`` without the characters that XML 1.0 cannot hold; nothing else is touched."""
    return _ILLEGAL.sub("", text)
