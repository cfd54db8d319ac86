"""The lines above an article: title, dates, dateline, and where the body begins."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, datetime, time
from functools import cache, lru_cache

from graph.reading.datelines import Dateline, Piece, cities, header_words, key, outlets, read_dateline
from graph.reading.dates import DateMention, find_dates
from graph.reading.fold import fold

HEAD = 4000  # code points in which a header ends
LINES = 12  # of them at most
TITLE = 300  # code points of a title at most
_LINE = re.compile(r"[^\s\ufeff\u200e\u200f](?:[^\n]*[^\s])?")
_CLOCK = re.compile(
    r"\b(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2}))?(?:\.\d+)?(?:\s*(?P<half>[ap]\.?m\b|[صم]\b))?"
)
_FINAL = ".!?؟…"


@dataclass(slots=True)
class Header:
    """What stands above the body; spans are offsets into the text."""

    end: int = 0
    title: str | None = None
    published: tuple[date, int, int] | None = None
    updated: tuple[datetime, int, int] | None = None
    place: Piece | None = None
    outlet: Piece | None = None


@dataclass(slots=True)
class _DateLine:
    """A line that holds a date and little else."""

    published: tuple[date, int, int] | None = None
    updated: tuple[datetime, int, int] | None = None
    place: Piece | None = None
    outlet: Piece | None = None
    rest: list[str] = field(default_factory=list)


def full_dates(folded: str, language: str) -> list[DateMention]:
    """The full dates of a folded line in order; lines above an article are often in another language."""
    found = [m for name in dict.fromkeys((language, "en", "ar")) for m in find_dates(folded, name, None)]
    days = [m for m in found if m.earliest and m.earliest == m.latest]
    kept: list[DateMention] = []
    for day in sorted(days, key=lambda m: (m.start, -m.end)):
        if not kept or day.start >= kept[-1].end:
            kept.append(day)
    return kept


def read_header(text: str, language: str) -> Header:
    """The header of a text; its end is the beginning of the body, after the title and the dateline."""
    return _read_header(text[:HEAD], language)


@lru_cache(maxsize=8)  # opening an article and reading it both ask
def _read_header(text: str, language: str) -> Header:
    spans = [match.span() for match in _LINE.finditer(text)][:LINES]
    header = Header(spans[0][0] if spans else 0)
    dated = [_date_line(text, start, end, language, number) for number, (start, end) in enumerate(spans)]
    for number, (start, end) in enumerate(spans):
        line = dated[number]
        if line is not None:
            header.published = header.published or line.published
            header.updated = header.updated or line.updated
            header.place = header.place or line.place
            header.outlet = header.outlet or line.outlet
        elif opening := read_dateline(text, start, end, language):
            _take(header, opening)
            header.published = header.published or _dated(text, start, opening.end, language)
            if opening.end < end:
                header.end = opening.end
                return header
        elif header.title is None and _is_title(text, spans, number, dated):
            header.title = text[start:end]
        elif not (end - start <= 60 and text[end - 1] not in _FINAL and any(dated[number + 1 : number + 3])):
            header.end = start
            return header
        header.end = end
    return header


def _take(header: Header, opening: Dateline) -> None:
    header.place = header.place or opening.place
    header.outlet = header.outlet or opening.outlet


def _dated(text: str, start: int, end: int, language: str) -> tuple[date, int, int] | None:
    """The full date that a dateline holds."""
    folded = fold(text[start:end])
    for day in full_dates(folded.text, language):
        first, last = folded.span(day.start, day.end)
        return (day.earliest, start + first, start + last) if day.earliest else None
    return None


def read_footer(text: str, language: str) -> tuple[date, int, int] | None:
    """The date of a last line that holds a date and little else, for articles that are dated below the text."""
    last = text.rstrip().rfind("\n") + 1
    line = _date_line(text, last, len(text.rstrip()), language, 1) if last else None
    return line.published if line else None


def _is_title(text: str, spans: list[tuple[int, int]], number: int, dated: list[_DateLine | None]) -> bool:
    start, end = spans[number]
    if number + 1 >= len(spans) or end - start > TITLE:
        return False
    if dated[number + 1] is not None:
        return True
    if text[end - 1] in _FINAL:
        return False
    follow_start, follow_end = spans[number + 1]
    apart = "\n" in text[end:follow_start].replace("\n", "", 1)
    return (apart and end - start <= 200) or (end - start <= 160 and follow_end - follow_start > end - start)


def _date_line(text: str, start: int, end: int, language: str, number: int) -> _DateLine | None:
    """The line as a date line: dates, clock times, labels, and at most a place, an outlet, a name."""
    if end - start > 200:
        return None
    folded = fold(text[start:end])
    days = full_dates(folded.text, language)
    if not days:
        return None
    line, labelled = _DateLine(), False
    stops = [*[day.start for day in days[1:]], len(folded.text)]
    at = 0
    for day, stop in zip(days, stops, strict=True):
        before = folded.text[at : day.start]
        begin, updated = _label(before, at, day.start)
        labelled = labelled or begin < day.start
        clock = _CLOCK.search(folded.text, day.end, stop)
        last = clock.end() if clock and updated else day.end
        found_at = [start + offset for offset in folded.span(begin, last)]
        if updated and day.earliest:
            line.updated = line.updated or (_moment(day.earliest, clock), found_at[0], found_at[1])
        elif day.earliest and line.published is None:
            line.published = (day.earliest, found_at[0], found_at[1])
        line.rest.append(before)
        at = day.end
    line.rest.append(folded.text[at:])
    if line.published is None and line.updated:
        line.published = (line.updated[0].date(), line.updated[1], line.updated[2])
    return line if _is_bare(line, text[start:end], start, labelled or number > 0) else None


def _label(before: str, at: int, stop: int) -> tuple[int, bool]:
    """Where the label in front of a date begins, and whether it is that of an update."""
    for name in ("updated", "published"):
        for label in sorted(header_words(name), key=len, reverse=True):
            found = re.search(rf"(?<!\w){re.escape(label)}\s*[:\-]?\s*$", before)
            if found:
                return at + found.start(), name == "updated"
    return stop, False


def _moment(day: date, clock: re.Match[str] | None) -> datetime:
    if clock is None:
        return datetime.combine(day, time())
    hour, half = int(clock["hour"]), (clock["half"] or "").replace(".", "")
    if half in header_words("afternoon") and hour < 12:
        hour += 12
    if half in header_words("forenoon") and hour == 12:
        hour = 0
    try:
        return datetime.combine(day, time(hour, int(clock["minute"]), int(clock["second"] or 0)))
    except ValueError:
        return datetime.combine(day, time())


def _is_bare(line: _DateLine, written: str, start: int, sure: bool) -> bool:
    """Whether nothing but places, outlets and words of date lines stands beside the dates."""
    unknown = 0
    for rest in line.rest:
        plain = _zone().sub(" ", _CLOCK.sub(" ", rest))
        for name in filter(None, (key(part) for part in re.split(r"[()|/,،:;\-]+", plain))):
            if name in header_words("beside") | header_words("published") | header_words("updated"):
                continue
            words = name.split()
            while words and words[-1] in header_words("beside"):
                words.pop()
            while words and words[0] in header_words("beside"):
                words.pop(0)
            bare = " ".join(words)
            piece = _piece(written, start, bare)
            if bare in cities() or (piece and piece.value.isupper()):
                line.place = line.place or piece
            elif bare in outlets():
                line.outlet = line.outlet or (piece and Piece(piece.start, piece.end, outlets()[bare]))
            else:
                unknown += len(words)
    return unknown == 0 or ((sure or line.place is not None) and unknown <= 3 and written[-1] not in _FINAL)


@cache
def _zone() -> re.Pattern[str]:
    """Time zones: numbers, the letters of ISO 8601, "by the clock of" a place."""
    named = "|".join(map(re.escape, header_words("clock_of")))
    return re.compile(rf"[+-]\d{{2}}:?\d{{2}}\b|(?<=\d)[tz]\b|\bt(?=\d)|\b(?:{named})\s+\w+")


def _piece(written: str, start: int, name: str) -> Piece | None:
    """A folded name as it is written in a line."""
    folded = fold(written)
    found = (
        re.search(rf"(?<!\w){re.escape(name)}(?!\w)".replace(r"\ ", r"[\s.]+"), folded.text) if name else None
    )
    if found is None:
        return None
    first, last = folded.span(*found.span())
    return Piece(start + first, start + last, written[first:last])
