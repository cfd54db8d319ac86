"""Arithmetic of days, weeks, months and years as closed spans of days (ISO 8601 weeks begin on Monday)."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from hijridate import Hijri

Span = tuple[date, date]
Range = tuple[date | None, date | None]

HIJRI_YEARS = range(1343, 1501)  # what the Umm al-Qura tables of hijridate cover
_YEARS = {"year": 1, "decade": 10, "century": 100}
# How far back "days ago" and the like may reach, in units of their own.
_VAGUE = {"hour": 48, "day": 14, "week": 10, "month": 18}

# Days of a month that its parts are said to reach from and to; None is its last day.
_OF_MONTH = {"early": (1, 10), "mid": (11, 20), "late": (21, None), "h1": (1, 15), "h2": (16, None)}

# Which of how many equal parts a part is.
_SHARES = {"early": (0, 3), "mid": (1, 3), "late": (2, 3), "h1": (0, 2), "h2": (1, 2)} | {
    f"q{number + 1}": (number, 4) for number in range(4)
}


def day_of(year: int, month: int, day: int) -> Span:
    """One day; ValueError where the calendar has no such day."""
    found = date(year, month, day)
    return found, found


def month_of(year: int, month: int) -> Span:
    """First and last day of a month."""
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def year_of(year: int) -> Span:
    """First and last day of a year."""
    return date(year, 1, 1), date(year, 12, 31)


def season_of(year: int, first: int, last: int) -> Span:
    """From the first to the last month; a season over New Year ends in ``year``."""
    return date(year - (first > last), first, 1), month_of(year, last)[1]


def hijri_of(year: int, month: int, day: int | None) -> Span:
    """A day or month of the Umm al-Qura calendar; ValueError outside 1343 to 1500 AH."""
    if year not in HIJRI_YEARS:
        raise ValueError(f"year {year} AH lies outside the tables")
    first = Hijri(year, month, day or 1)
    last = Hijri(year, month, day or first.month_length())
    return date(*first.to_gregorian().datetuple()), date(*last.to_gregorian().datetuple())


def around(day: date, unit: str) -> Span:
    """The calendar week, weekend, month, year, decade or century that a day lies in."""
    if unit == "week":
        monday = day - timedelta(day.weekday())
        return monday, monday + timedelta(6)
    if unit == "weekend":
        saturday = day + timedelta(5 - day.weekday())
        return saturday, saturday + timedelta(1)
    if unit == "month":
        return month_of(day.year, day.month)
    if unit == "century":  # the first century begins with the year 1
        first = (day.year - 1) // 100 * 100 + 1
        return date(first, 1, 1), date(first + 99, 12, 31)
    if unit in _YEARS:
        first = day.year // _YEARS[unit] * _YEARS[unit]
        return date(first, 1, 1), date(first + _YEARS[unit] - 1, 12, 31)
    return day, day


def shift(day: date, unit: str, count: int) -> date:
    """A day ``count`` units later; the last day of the month where the month is too short."""
    if unit == "hour":
        return day + timedelta(-(-count // 24) if count > 0 else count // 24)
    if unit in ("week", "weekend"):
        return day + timedelta(7 * count)
    if unit in _YEARS or unit == "month":
        months = day.year * 12 + day.month - 1 + count * (12 * _YEARS[unit] if unit in _YEARS else 1)
        year, month = divmod(months, 12)
        return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
    return day + timedelta(count)


def ago(day: date, unit: str, count: int | None) -> Range:
    """``count`` units back, as exact as the unit; a window where the count is not told."""
    if count is None:
        first = shift(day, unit, -_VAGUE[unit]) if unit in _VAGUE else None
        return first, shift(day, unit, -1)
    if unit == "hour":
        return shift(day, unit, -count), day
    return around(shift(day, unit, -count), "year" if unit in _YEARS else unit)


def cut(span: Span, part: str, today: date | None) -> Range:
    """A part of a span: early, mid, late, h1, h2 (halves), q1 to q4 (quarters), sofar, rest.

    "sofar" ends on the day of publication and "rest" begins then.
    """
    first, last = span
    if part == "sofar":
        return first, min(last, today) if today else last
    if part == "rest":
        return max(first, today) if today else first, last
    days = (last - first).days + 1
    if 28 <= days <= 31 and part in _OF_MONTH:
        from_day, to_day = _OF_MONTH[part]
        return first.replace(day=from_day), first.replace(day=to_day) if to_day else last
    place, parts = _SHARES[part]
    if days in (365, 366):
        begin = shift(first, "month", 12 // parts * place)
        return begin, shift(begin, "month", 12 // parts) - timedelta(1)
    if days < parts:
        return span
    step = days / parts
    begin = first + timedelta(round(step * place))
    return begin, first + timedelta(max(round(step * (place + 1)) - 1, round(step * place)))
