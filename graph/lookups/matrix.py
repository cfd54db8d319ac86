"""State by state: how much each pair has of a measure in a span of days."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date

from graph.exc import InputError
from graph.lookups.asking import Things, value
from graph.lookups.views import Thing
from graph.queries import named
from graph.store import Store
from ontology.terms import EVENT_KINDS, ONTOLOGY, SCHEME

MEASURES = ("events", "cooperation", "conflict", "score", "positions", "agreements", "commitments")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A pair by its places in the list of states, the first less than the second, and its value."""

    a: int
    b: int
    value: float


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixView:
    """States, those with the largest sums first, and the pairs of them that have a value."""

    measure: str
    since: date | None
    until: date | None
    states: list[Thing]
    cells: list[Cell]


def matrix(
    store: Store, measure: str, *, since: date | None = None, until: date | None = None, limit: int = 50
) -> MatrixView:
    """One of MEASURES for all pairs of the ``limit`` states that have most of it.

    Events are those held or under way; ``cooperation`` and ``conflict`` sum their PLOVER scores above and below 0,
    ``score`` is their mean. Records without days fall out of a span. InputError for another measure.
    """
    if measure not in MEASURES:
        raise InputError(f"{measure!r} is no measure; these are: {', '.join(MEASURES)}")
    found: dict[tuple[str, str], Counter[tuple[str, str]]] = defaultdict(Counter)
    for row in store.select(named("matrix.rq", since=since, until=until)):
        kind = (value(row, "kind") or "").removeprefix(ONTOLOGY)
        type = (value(row, "type") or "").removeprefix(f"{SCHEME}event-")
        found[value(row, "a") or "", value(row, "b") or ""][kind, type] += int(value(row, "count") or 0)
    values = {
        pair: amount for pair, counts in found.items() if (amount := _amount(measure, counts)) is not None
    }
    sums: dict[str, float] = defaultdict(float)
    for pair, amount in values.items():
        for state in pair:
            sums[state] += abs(amount)
    states = sorted(sums, key=lambda state: (-sums[state], state))[:limit]
    place = {state: number for number, state in enumerate(states)}
    cells = [
        Cell(a=min(place[a], place[b]), b=max(place[a], place[b]), value=amount)
        for (a, b), amount in values.items()
        if a in place and b in place
    ]
    return MatrixView(
        measure=measure,
        since=since,
        until=until,
        states=Things(store, states).all(states),
        cells=sorted(cells, key=lambda c: (c.a, c.b)),
    )


def _amount(measure: str, counts: Counter[tuple[str, str]]) -> float | None:
    """The value of a pair, None where it has nothing of the measure."""
    scores = [
        (score, number)
        for (kind, type), number in counts.items()
        if kind == "Event" and type in EVENT_KINDS and (score := EVENT_KINDS[type][2]) is not None
    ]
    events = sum(number for _, number in scores)
    match measure:
        case "events":
            amount: float = events
        case "score":
            return sum(score * number for score, number in scores) / events if events else None
        case "cooperation":
            amount = sum(score * number for score, number in scores if score > 0)
        case "conflict":
            amount = sum(score * number for score, number in scores if score < 0)
        case _:
            kind = measure.removesuffix("s").capitalize()
            amount = sum(number for (found, _), number in counts.items() if found == kind)
    return amount or None
