"""Long lists in order of time, looked for day by day, so that a page of them does not put all of them in order."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import count

from graph.lookups.asking import cursor_key, listing, value
from graph.queries import Given, named
from graph.store import Row, Store

_FIRST, _GROWTH = 4, 4  # pages of records that the first days hold, and how many times more the next ones
_NO_DAY = ("9999", "0000")


def by_days(
    store: Store,
    query: str,
    limit: int,
    after: str | None,
    *,
    newest_first: bool,
    most: int | None = None,
    **given: Given | list[Given] | None,
) -> list[Row] | None:
    """The first rows of a named query that has places for ``day`` and ``days``, one more than ``limit`` if there are.

    None where days do not lead there: what has no day is reached, or more than ``most`` records were looked at.
    """
    begun = (cursor_key(after) or "")[:10]
    if begun[:4] in _NO_DAY:
        return None
    since = given.get("since")
    found: list[Row] = []
    looked = 0
    for days, held in _spans(store, limit, begun, str(since or ""), newest_first=newest_first):
        text = listing(query, after, newest_first=newest_first, **{**given, "day": days, "days": "yes"})
        found += store.select(f"{text}\nLIMIT {limit + 1 - len(found)}")
        if len(found) > limit:
            return found
        looked += held
        if most is not None and looked > most:
            return None
    # only what has a day falls into a span of days
    return None if since is None and given.get("until") is None else found


def _spans(
    store: Store, limit: int, begun: str, since: str, *, newest_first: bool
) -> Iterator[tuple[list[date], int]]:
    """Days one after the other from where a page begins, ever more at once, and how many records they hold."""
    rows = store.select(named("days.rq"))
    numbers = {
        day: int(value(row, "number") or 0) for row in rows if (day := value(row, "day") or "") >= since
    }
    left = [day for day in numbers if not begun or (day <= begun if newest_first else day >= begun)]
    days = iter(sorted(left, reverse=newest_first))
    for step in count():
        span, held = list[date](), 0
        for day in days:
            span.append(date.fromisoformat(day))
            held += numbers[day]
            if held >= limit * _FIRST * _GROWTH**step:
                break
        if not span:
            return
        yield span, held
