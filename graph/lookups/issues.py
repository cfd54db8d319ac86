"""Issues that positions are on."""

from __future__ import annotations

from dataclasses import dataclass

from graph.lookups.asking import Things, value
from graph.lookups.views import Thing
from graph.queries import named
from graph.store import Store


@dataclass(frozen=True, slots=True)
class IssueView:
    """An issue with the number of positions on it and of those who hold them."""

    issue: Thing
    positions: int
    holders: int


def issues(store: Store) -> list[IssueView]:
    """The issues that any position is on, those with most positions first; narrower issues count."""
    rows = store.select(named("issues.rq"))
    things = Things(store, [value(row, "issue") or "" for row in rows])
    return [
        IssueView(
            things[value(row, "issue") or ""],
            int(value(row, "positions") or 0),
            int(value(row, "holders") or 0),
        )
        for row in rows
    ]
