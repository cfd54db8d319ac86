"""What a matched date expression means: one function a rule of ``dategrammar``.

Years that are left out, weekdays and the like have two readings, the last one up to the day of
publication and the next one from it; the best guess is the last, unless it is long past and the next
one is near.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from graph.reading import periods
from graph.reading.datewords import Word
from graph.reading.periods import Range, Span

SOON, LONG_PAST = 60, 250  # days
_STEP = {"last": -1, "past": -1, "this": 0, "recent": 0, "next": 1}


@dataclass(frozen=True, slots=True)
class Reading:
    """A kind, the best range, and the spans meant when looking back and ahead where that is open."""

    kind: str
    best: Range
    behind: Span | None = None
    ahead: Span | None = None
    weekday: bool = False


_OPEN: Range = (None, None)


class _Words:
    """The words of a match, asked for by class."""

    def __init__(self, words: list[Word]) -> None:
        self._words = words

    def all(self, *kinds: str) -> list[Word]:
        return [word for word in self._words if word.kind in kinds]

    def one(self, *kinds: str) -> Word | None:
        return next(iter(self.all(*kinds)), None)

    @property
    def part(self) -> str:
        word = self.one("part")
        return word.name if word else ""

    @property
    def step(self) -> str:
        """The modifier: last, past, this, recent, next, or nothing."""
        word = self.one(*_STEP)
        return word.kind if word else ""

    @property
    def unit(self) -> Word | None:
        return next((word for word in self._words if word.kind.endswith("word")), None)

    @property
    def numbers(self) -> list[Word]:
        return self.all("number", "count", "round", "cardinal")

    @property
    def count(self) -> int | None:
        """How many units: told by a number or by the unit's form; None for an untold plural."""
        if self.numbers:
            return self.numbers[0].number
        return (self.unit.number or None) if self.unit and not self.one("some") else None


def read_date(
    rule: str, words: list[Word], today: date | None, definite: bool, year: int | None
) -> Reading | None:
    """The meaning of the words that a rule matched; None where they are no date after all.

    ``today`` is the day of publication, ``definite`` tells a language whose article is written onto the
    noun, ``year`` fills in for a year that is not said. ValueError for a day that does not exist.
    """
    found = _Words(words)
    if rule == "calendar":
        return _calendar(found, today, year)
    if rule == "unit":
        return _unit(found, today, definite)
    return _READERS[rule](found, today)


def _numeric(words: _Words, today: date | None) -> Reading:
    first, second = (word.number for word in words.all("number"))
    if hijri := words.one("hyear"):
        return Reading("day", periods.hijri_of(hijri.number, second, first))
    year = words.all("year", "round")[0]
    if words.all("number", "year", "round")[0] is year:
        return Reading("day", periods.day_of(year.number, first, second))
    if second > 12:
        first, second = second, first
    return Reading("day", periods.day_of(year.number, second, first))


def _hijri(words: _Words, today: date | None) -> Reading | None:
    month = words.all("hmonth")[0].number
    days = [word.number for word in words.all("number", "ordinal")]
    day = days[0] if days else None
    kind = "day" if days else "month"
    if year := words.one("hyear"):
        return Reading(kind, periods.hijri_of(year.number, month, day))
    if today is None:
        return Reading(kind, _OPEN)
    return _near(kind, lambda y: periods.hijri_of(y, month, day), today, words.step, _hijri_year(today))


def _hijri_year(today: date) -> int:
    """The year AH that the middle of the Gregorian year falls in (the era began in July 622)."""
    return int((today.year - 622) * 33 / 32) + 1


def _calendar(words: _Words, today: date | None, year: int | None) -> Reading | None:
    days = [word.number for word in words.all("number", "ordinal")]
    months = [word.number for word in words.all("month", "loose", "shortmonth")]
    told = words.one("year", "round")
    if not months:
        if today is None:
            return Reading("day", _OPEN)
        step = periods.shift(today, "month", _STEP[words.step])
        first, last = (periods.day_of(step.year, step.month, day)[0] for day in (days[0], days[-1]))
        return Reading("day" if len(days) == 1 else "range", (first, last))

    def span(y: int) -> Span:
        if days:
            return periods.day_of(y, months[0], days[0])[0], periods.day_of(y, months[0], days[-1])[1]
        last = months[-1] if months[-1] >= months[0] else months[0]
        return periods.month_of(y, months[0])[0], periods.month_of(y, last)[1]

    kind = "month" if len({*months}) == 1 else "range"
    if days:
        kind = "day" if len(days) == 1 else "range"
    elif words.part:
        kind = "period"
    if told is None and words.one("yearword") and words.step and today is not None:
        year = today.year + _STEP[words.step]
    if told is not None or year is not None:
        return _cut(Reading(kind, span(told.number if told else year or 0)), words.part, today)
    if today is None:
        return Reading(kind, _OPEN)
    return _cut(_near(kind, span, today, words.step, today.year), words.part, today)


def _near(kind: str, span: Callable[[int], Span], today: date, step: str, year: int) -> Reading:
    """The reading of something that comes back every year."""
    found = []
    for candidate in range(year - 5, year + 6):
        try:
            found.append(span(candidate))
        except ValueError:  # 29 February
            continue
    if not found:
        raise ValueError("no such day in any of these years")
    behind = max((s for s in found if s[0] <= today), default=found[0])
    ahead = min((s for s in found if s[1] >= today), default=found[-1])
    if step in ("last", "past"):
        return Reading(kind, max((s for s in found if s[1] < today), default=found[0]))
    if step == "next":
        return Reading(kind, min((s for s in found if s[0] > today), default=found[-1]))
    if step == "this":
        return Reading(kind, min(found, key=lambda s: max(s[0] - today, today - s[1])))
    soon = (today - behind[1]).days > LONG_PAST and (ahead[0] - today).days <= SOON
    return Reading(kind, ahead if soon else behind, behind, ahead)


def _cut(reading: Reading, part: str, today: date | None) -> Reading:
    if not part or reading.kind in ("day", "range"):
        return reading

    def cut(span: Span | None) -> Span | None:
        if span is None:
            return None
        first, last = periods.cut(span, part, today)
        return (first, last) if first and last else None

    first, last = reading.best
    best = periods.cut((first, last), part, today) if first and last else reading.best
    return Reading("period", best, cut(reading.behind), cut(reading.ahead))


def _relday(words: _Words, today: date | None) -> Reading:
    if today is None:
        return Reading("day", _OPEN)
    first, last = words.all("relday")[0].span
    named = words.one("weekday")
    if named is None:
        return Reading("day", (today + timedelta(first), today + timedelta(last)))
    # the name of the day is the surer word: "yesterday, Friday" is written over a weekend too
    behind, ahead = _weekdays(named.number, today)
    chosen = ahead if first > 0 else behind
    return Reading("day", (chosen, chosen))


def _weekdays(weekday: int, today: date) -> tuple[date, date]:
    """The last such day up to today and the next one from today."""
    return (
        today - timedelta((today.weekday() - weekday) % 7),
        today + timedelta((weekday - today.weekday()) % 7),
    )


def _weekday(words: _Words, today: date | None) -> Reading:
    if today is None:
        return Reading("day", _OPEN, weekday=True)
    behind, ahead = _weekdays(words.all("weekday")[0].number, today)
    step = words.step
    if step in ("last", "past"):
        behind -= timedelta(7 * (behind == today))
        return Reading("day", (behind, behind))
    if step == "next":
        ahead += timedelta(7 * (ahead == today))
        return Reading("day", (ahead, ahead))
    if step == "this":
        monday = periods.around(today, "week")[0]
        ahead = monday + timedelta(words.all("weekday")[0].number)
        return Reading("day", (ahead, ahead))
    return Reading("day", (behind, behind), (behind, behind), (ahead, ahead), weekday=True)


def _ago(words: _Words, today: date | None) -> Reading | None:
    unit = words.unit
    if unit is None or unit.definite:
        return None
    if today is None:
        return Reading("period", _OPEN)
    kind = "day" if unit.name == "day" and words.count else "period"
    return Reading(kind, periods.ago(today, unit.name, words.count))


def _lasting(words: _Words, today: date | None) -> Reading | None:
    """ "For three years": since then, with the end open."""
    past = _ago(words, today)
    return Reading("since", (past.best[0], None)) if past else None


def _unit(words: _Words, today: date | None, definite: bool) -> Reading | None:
    unit, step = words.unit, words.step
    if unit is None:
        return None
    name, count = unit.name, words.count
    bare = not step and not words.one("ahead") and name != "weekend"
    if (definite and not unit.definite and name != "weekend" and not words.numbers) or (bare and count != 1):
        return None  # "at the start of a month" tells no date
    if name == "day" and count == 1:
        return None  # "the next day" counts from what was told before
    kind = name if name in ("week", "month", "year") and count == 1 and not words.part else "period"
    if today is None:
        return Reading(kind, _OPEN)
    if name == "weekend" and not step:
        return _weekend(today)
    if words.one("ahead"):
        return Reading("period", (today, None))
    if step == "recent":
        return Reading("period", (None, today))
    if count is None:
        since = periods.ago(today, name, None)[0]
        return Reading("period", (today, None) if step == "next" else (since, today))
    if count > 1 or (step == "past" and name != "weekend"):
        reach = periods.shift(today, name, count if step == "next" else -count)
        return Reading("period", (min(reach, today), max(reach, today)))
    span = periods.around(periods.shift(today, name, _STEP.get(step, 0)), name)
    return _cut(Reading(kind, span), words.part, today)


def _weekend(today: date) -> Reading:
    this = periods.around(today, "weekend")
    last = periods.around(today - timedelta(7), "weekend")
    behind = this if this[0] <= today else last
    return Reading("period", behind, behind, this)


def _season(words: _Words, today: date | None) -> Reading | None:
    first, last = words.all("season")[0].span
    told = words.one("year", "round")
    if told is None and today is None:
        return Reading("period", _OPEN)
    if told is not None or words.one("yearword"):
        year = told.number if told else today.year + _STEP[words.step] if today else 0
        return _cut(Reading("period", periods.season_of(year, first, last)), words.part, today)
    if today is None:
        return None
    near = _near("period", lambda y: periods.season_of(y, first, last), today, words.step, today.year)
    return _cut(near, words.part, today)


def _decade(words: _Words, today: date | None) -> Reading | None:
    named = words.one("decadename", "year")
    suffix = words.one("suffix")
    if named is None or named.number % 10 or (suffix and suffix.name != "s"):
        return None
    return Reading("period", (date(named.number, 1, 1), date(named.number + 9, 12, 31)))


def _year(words: _Words, today: date | None) -> Reading:
    if hijri := words.one("hyear"):
        first = periods.hijri_of(hijri.number, 1, None)[0]
        return Reading("year", (first, periods.hijri_of(hijri.number, 12, None)[1]))
    years = [word.number for word in words.all("year", "round")]
    if len(years) == 1:
        return _cut(Reading("year", periods.year_of(years[0])), words.part, today)
    if years[0] > years[-1]:
        raise ValueError("a range of years that runs backwards")
    return Reading("range", (date(years[0], 1, 1), date(years[-1], 12, 31)))


_READERS: dict[str, Callable[[_Words, date | None], Reading | None]] = {
    "numeric": _numeric,
    "hijri": _hijri,
    "relday": _relday,
    "weekday": _weekday,
    "ago": _ago,
    "lasting": _lasting,
    "season": _season,
    "decade": _decade,
    "year": _year,
}
