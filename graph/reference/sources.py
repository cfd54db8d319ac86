"""Where rows come from: the table of sources, and how far each is trusted."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from graph.reference.tables import load

PAGE_TRUST, LIST_TRUST = 0.85, 0.95


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A data set or list.

    ``confidence`` (0 to 1) is lent to its records; ``as_of`` is the day on which those without an end held.
    """

    key: str
    title: str
    licence: str
    confidence: str
    as_of: str


@cache
def sources() -> dict[str, SourceRow]:
    """The sources that rows name by a key; lists of members and pages need no row."""
    return {row.key: row for row in load("sources.csv", SourceRow)}


@cache
def trust(source: str) -> float:
    """The confidence that the first source of a row lends to its record: a key, ``list:ORG`` or a page."""
    row = sources().get(source.split("|", maxsplit=1)[0])
    if row:
        return float(row.confidence)
    return PAGE_TRUST if source.startswith("http") else LIST_TRUST
