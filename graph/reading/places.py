"""Places by their keys in the reference table: kind, English name and state."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache

from graph.reference import tables
from graph.reference.tables import PlaceRow, StateRow


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


@cache
def _states() -> Mapping[str, StateRow]:
    return {row.code: row for row in tables.states()}


@cache
def _predecessors(code: str) -> tuple[StateRow, ...]:
    """The states that a state came out of, however long ago."""
    direct = [row for row in tables.states() if code in row.successors]
    return (*direct, *(earlier for row in direct for earlier in _predecessors(row.code)))


def seated_at(code: str, day: date) -> str:
    """The state whose seat the capital of a state was on a day: Moscow stood for the Soviet Union in 1985."""
    row = _states().get(code)
    if row is None or not row.begin or tables.in_force(row.begin, "", day):
        return code
    return next((r.code for r in _predecessors(code) if tables.in_force(r.begin, r.end, day)), code)
