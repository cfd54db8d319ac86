"""Places by their keys in the reference table: kind, English name and state."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from graph.reference import tables
from graph.reference.tables import PlaceRow


@cache
def _places() -> Mapping[str, PlaceRow]:
    return {row.key: row for row in tables.places()}


def place(key: str) -> PlaceRow | None:
    """The row of a place; None for a state or a capital that stands for its government."""
    return _places().get(key)


def place_kind(key: str) -> str:
    """The kind of a place (city, region ...); "" where the table has none."""
    row = _places().get(key)
    return row.kind if row else ""


def place_state(key: str) -> str:
    """The code of the state that a place lies in; "" where it lies in none or several."""
    row = _places().get(key)
    return row.state if row else ""
