"""Dates in Arabic and English text as ranges of days.

``find_dates`` reads a folded text; what a date means without a year, a weekday or "in March" depends
on whether the sentence looks back or ahead, so a mention keeps both readings and ``resolve`` chooses.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import partial
from itertools import chain

from graph.reading.dategrammar import date_grammar
from graph.reading.datereadings import Reading, read_date
from graph.reading.datewords import ANCHORS, GAP, LETTERS, Symbols, Word, date_words, symbols
from graph.reading.periods import Range, Span

_RANGES = {LETTERS[name] for name in ("to", "until", "dash")}
_OPENERS = {LETTERS["from"], LETTERS["of"]}
_BETWEEN = {"", LETTERS["and"]}
_NAMED = ("calendar", "numeric", "year", "hijri")


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date expression at folded offsets ``start:end``, from ``earliest`` to ``latest`` (None is open).

    ``kind`` is ``day``, ``week``, ``month``, ``year``, ``period``, ``range``, ``since``, ``until``,
    ``before``, ``after``, or ``attribute`` where the date names something else ("the 1967 borders").
    ``behind`` and ``ahead`` are what it means looking back and ahead, where the words leave that open.
    """

    start: int
    end: int
    earliest: date | None
    latest: date | None
    kind: str
    weekday: bool = False
    behind: Span | None = None
    ahead: Span | None = None
    published: date | None = None


def resolve(mention: DateMention, future: bool | None = None) -> Range:
    """The range of a mention in a sentence on the future (True), the past (False) or either (None).

    What has happened ended by the day of publication and what is planned begins then at the earliest,
    as far as the mention's range allows it.
    """
    today = mention.published
    chosen = mention.ahead if future else mention.behind if future is False else None
    earliest, latest = chosen or (mention.earliest, mention.latest)
    if today is None or future is None:
        return earliest, latest
    if future:
        begun = earliest is None or earliest < today
        return (today if begun and (latest is None or latest >= today) else earliest), latest
    unfinished = latest is None or latest > today
    return earliest, (today if unfinished and (earliest is None or earliest <= today) else latest)


def find_dates(folded_text: str, language: str, published: date | None) -> list[DateMention]:
    """The date expressions of a folded text in order; none where the language has no date words."""
    words = date_words(language)
    if words is None:
        return []
    row = symbols(folded_text, words)
    grammar = date_grammar(words.month_first)
    atoms = []
    for match in chain.from_iterable(grammar.finditer(row.text, *ends) for ends in _clusters(row.text)):
        first, last = match.span()
        rule = str(match.lastgroup).partition("_")[0]
        read = partial(_read, rule, row.words[first:last], published, words.definite)
        if reading := read(None):
            atoms.append(_Atom(first, last, rule, reading, read))
    return [_in_context(atom, row, published) for atom in _joined(atoms, row)]


def _clusters(letters: str) -> Iterator[tuple[int, int]]:
    """The stretches between gaps that hold a word without which there is no date."""
    for stretch in re.finditer(f"[^{GAP}]+", letters):
        if not ANCHORS.isdisjoint(stretch.group()):
            yield stretch.span()


@dataclass(frozen=True, slots=True)
class _Atom:
    """A match of one rule: symbols ``first:last``, its reading, and how it reads in a given year."""

    first: int
    last: int
    rule: str
    reading: Reading
    read: Callable[[int | None], Reading | None]


def _read(
    rule: str, words: list[Word], today: date | None, definite: bool, year: int | None
) -> Reading | None:
    """The reading of a match, None for days that no calendar has (30 February, year 9999 plus one)."""
    try:
        return read_date(rule, words, today, definite, year)
    except (ValueError, OverflowError):
        return None


def _joined(atoms: list[_Atom], row: Symbols) -> list[_Atom]:
    """Put "from A to B" and "between A and B" together."""
    joined: list[_Atom] = []
    for atom in atoms:
        before = joined[-1] if joined else None
        if before is not None and _reaches(before, atom, row) and (whole := _range(before, atom)):
            joined[-1] = whole
        else:
            joined.append(atom)
    return joined


def _reaches(one: _Atom, other: _Atom, row: Symbols) -> bool:
    link = row.text[one.last : other.first]
    opener = row.text[one.first - 1 : one.first]
    if link in _RANGES:
        return opener in _OPENERS or (link == LETTERS["dash"] and one.rule == other.rule == "calendar")
    return link in _BETWEEN and opener == LETTERS["from"]


def _range(one: _Atom, other: _Atom) -> _Atom | None:
    begin, end = one.reading, other.reading
    last = end.best[1]
    if last is not None and begin.behind and not begin.weekday:
        same = one.read(last.year)
        if same and same.best[0] and same.best[0] > last:
            same = one.read(last.year - 1)
        begin = same or begin
    first = begin.best[0]
    if first and last and begin.weekday and first > last:
        first = _shifted(first, -7)
    if first and last and first > last:
        return None
    return _Atom(one.first, other.last, one.rule, Reading("range", (first, last)), other.read)


def _in_context(atom: _Atom, row: Symbols, published: date | None) -> DateMention:
    """The mention of an atom with what stands around it: since, until, before, after, the borders of."""
    reading, first = atom.reading, atom.first
    place = first - 1
    while place >= 0 and row.words[place].kind in ("about", "in"):
        place -= 1
    kind = row.words[place].kind if place >= 0 else ""
    # "after the 2016 election" is not after 2016: the article between them tells that more follows
    apart = reading.kind == "year" and place >= 0 and row.starts[first] - row.ends[first - 1] > 2
    if not apart and (opened := _open(kind, reading)):
        reading, first = opened, place
    if atom.rule in _NAMED and (named := _named(row, first, atom.last)) is not None:
        since = named > 0 and row.words[named - 1].kind == "since"
        if since:  # "since the revolution of 2011"
            reading, first = Reading("since", (reading.best[0], None)), named - 1
        else:
            reading = replace(reading, kind="attribute")
    return DateMention(
        row.starts[first],
        row.ends[atom.last - 1],
        *reading.best,
        reading.kind,
        reading.weekday,
        reading.behind,
        reading.ahead,
        published,
    )


def _open(preposition: str, reading: Reading) -> Reading | None:
    """The range that a preposition opens at one end."""
    if preposition == "since":
        return Reading("since", (reading.best[0], None))
    if preposition == "until":
        return Reading("until", (None, (reading.ahead or reading.best)[1]))
    if preposition in ("before", "backward"):
        first, last = reading.best
        # "before the end of the year" reaches into the end, "before 12 May" not into the day
        limit = last if reading.kind == "period" else _shifted(first, -1)
        return Reading("before", (None, limit))
    if preposition == "after":
        last = reading.best[1]
        return Reading("after", (_shifted(last, 1), None))
    return None


def _shifted(day: date | None, days: int) -> date | None:
    """A day before or after; None at the ends of the calendar."""
    try:
        return day and day + timedelta(days)
    except OverflowError:
        return None


def _named(row: Symbols, first: int, last: int) -> int | None:
    """The symbol of a thing that the date only tells apart, as in "borders of 1967", before or after it."""
    place = first - 1
    while place >= 0 and row.words[place].kind in ("of", "before", "dash"):
        place -= 1
    for beside in (place, last):
        if 0 <= beside < len(row.words) and row.words[beside].kind == "attribute":
            return beside
    return None
