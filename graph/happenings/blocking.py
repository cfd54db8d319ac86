"""Where a report's like can be: keys that two reports of one happening share.

A key is a pair of actors (or a single one), a group of kinds and a month, or the number of a round in the
month's place. Only reports that share a key are compared, so what an article costs does not grow with the
store but with how much is told of the same actors in the same months.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache
from itertools import combinations

from graph.happenings.kinds import group
from graph.happenings.report import Report

HAPPENED = frozenset({"held", "ongoing"})
_LATE = timedelta(days=3)
"""How long before its publication a happening without a day can have been."""
_AHEAD = timedelta(days=90)
"""How far ahead a plan without a day, or one put off, is looked for."""
_OVERLAP = timedelta(days=2)
_MONTHS = 14
_ACTORS = 6

Window = tuple[date, date]


def window(report: Report) -> Window | None:
    """The first and last day on which the happening can be, as far as a report tells; None where nothing does."""
    return _window(report.status, report.earliest, report.latest, report.published)


@lru_cache(65536)
def _window(status: str, first: date | None, last: date | None, published: date | None) -> Window | None:
    if status in HAPPENED:
        if first is None and (last or published):
            last = last or published
            return (last - _LATE, last) if last else None
        return (first, last or max(first, min(published or first, first + _LATE))) if first else None
    days = [day for day in (first, last) if day]
    if not days and published is None:
        return None
    if status == "planned" and days:
        begin = first or min(published or days[0], days[0])
        return begin, last or begin + _AHEAD
    begin = min([*days, *([published] if published else [])])
    return begin, max([*days, *([published + _AHEAD] if published else [])])


def keys(report: Report) -> frozenset[str]:
    """The keys of a report (``JOR-NOR meet 2022-03``, ``KEN-OMN meet round 4``); none where it tells no time.

    Of more than six actors, six and the hosts give keys, or a summit would have hundreds.
    """
    about = [f"{who} {group(report.kind)}" for who in _pairs(report)]
    when = [f"round {report.round}"] if report.round is not None else []
    span = window(report)
    if span:
        when += _months(span[0] - _OVERLAP, span[1] + _OVERLAP)
    return frozenset(f"{who} {time}" for who in about for time in when)


def _pairs(report: Report) -> list[str]:
    hosts = {part.actor for part in report.parts if part.role == "host"}
    actors = sorted(report.everyone)
    if len(actors) > _ACTORS:
        actors = sorted({*actors[:_ACTORS], *hosts})
    names = [actor.rsplit("/", 1)[-1] for actor in actors]
    return ["-".join(pair) for pair in combinations(names, 2)] if len(names) > 1 else names


def _months(first: date, last: date) -> list[str]:
    found: list[str] = []
    year, month = first.year, first.month
    while (year, month) <= (last.year, last.month) and len(found) < _MONTHS:
        found.append(f"{year:04d}-{month:02d}")
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    return found
