"""Opening an article: its language, title, dates, dateline and outlet, and where its body begins."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from dataclasses import dataclass, field
from datetime import date, datetime, time
from functools import cache

from graph.model import Article, Evidence
from graph.paths import lexicon_dir
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
_AMBIGUOUS = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
_FINAL = ".!?؟…"


@dataclass(slots=True)
class _Header:
    """What stands above the body; spans are offsets into the text."""

    end: int = 0
    title: str | None = None
    published: tuple[date, int, int] | None = None
    updated: tuple[datetime, int, int] | None = None
    place: Piece | None = None
    outlet: Piece | None = None
    lines: int = 0


@dataclass(slots=True)
class _DateLine:
    """A line that holds a date and little else."""

    published: tuple[date, int, int] | None = None
    updated: tuple[datetime, int, int] | None = None
    place: Piece | None = None
    outlet: Piece | None = None
    rest: list[str] = field(default_factory=list)


def open_article(
    text: str,
    *,
    key: str,
    language: str | None = None,
    published: date | str | None = None,
    outlet: str | None = None,
    url: str | None = None,
    path: str | None = None,
) -> Article:
    """The article of a text. What is passed in wins; the rest is read from the lines above the body.

    ``published`` may be a date as a source writes it ("Wed, 25 Apr 2018 22:06:27 GMT"); one that cannot
    be read is as good as none.
    """
    language = language or language_of(text)
    header = _read_header(text, language)
    outlet_id = outlet or (header.outlet.value if header.outlet else None)
    source = header.outlet if not outlet else None
    if source is None and outlet_id is None and (source := _signature(text)):
        outlet_id = source.value
    found = _in_order_of(outlet_id, language, header.published, text)
    given = _as_date(published, language)
    evidence = []
    if given is None and found:
        evidence.append(Evidence(text, found[1], found[2], "header-date", "published"))
    if header.updated:
        evidence.append(Evidence(text, header.updated[1], header.updated[2], "header-update", "updated"))
    if header.place:
        evidence.append(Evidence(text, header.place.start, header.place.end, "dateline", "dateline"))
    if source:
        evidence.append(Evidence(text, source.start, source.end, "dateline", "outlet"))
    return Article(
        key=key,
        text=text,
        language=language,
        published=given or (found[0] if found else None),
        updated=header.updated[0] if header.updated else None,
        outlet=outlet_id,
        dateline=header.place.value if header.place else None,
        title=header.title,
        url=url,
        path=path,
        evidence=tuple(evidence),
    )


def header_end(text: str) -> int:
    """Code points before the body: title, date lines and dateline stand before it."""
    return _read_header(text, language_of(text)).end


def language_of(text: str) -> str:
    """``ar`` where most letters are Arabic, else the language whose commonest words the text has most of."""
    head = text[:HEAD]
    arabic = sum("\u0600" <= c <= "\u06ff" or "\ufb50" <= c <= "\ufefc" for c in head)
    latin = sum(c.isalpha() and c < "\u0250" for c in head)
    if arabic > latin:
        return "ar"
    counts = Counter(re.findall(r"[a-z]+", fold(head).text))
    common = _common_words()
    return max(common, key=lambda name: sum(counts[word] for word in common[name]))


@cache
def _common_words() -> dict[str, tuple[str, ...]]:
    table = tomllib.loads((lexicon_dir() / "en" / "article.toml").read_text(encoding="utf-8"))
    return {name: tuple(words.split("|")) for name, words in table["common_words"].items()}


def _as_date(published: date | str | None, language: str) -> date | None:
    if isinstance(published, datetime):
        return published.date()
    if not isinstance(published, str):
        return published
    folded = fold(published).text
    days = [m.earliest for m in _days(folded, language) if m.earliest]
    return days[0] if days else None


def _days(folded: str, language: str) -> list[DateMention]:
    """The full dates of a folded line, in its language or in English, in order."""
    found = find_dates(folded, language, None)
    if language != "en":
        found += find_dates(folded, "en", None)
    days = [m for m in found if m.earliest and m.earliest == m.latest]
    kept: list[DateMention] = []
    for day in sorted(days, key=lambda m: (m.start, -m.end)):
        if not kept or day.start >= kept[-1].end:
            kept.append(day)
    return kept


def _read_header(text: str, language: str) -> _Header:
    spans = [match.span() for match in _LINE.finditer(text[:HEAD])][:LINES]
    header = _Header(spans[0][0] if spans else 0)
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


def _take(header: _Header, opening: Dateline) -> None:
    header.place = header.place or opening.place
    header.outlet = header.outlet or opening.outlet


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
    days = _days(folded.text, language)
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


def _signature(text: str) -> Piece | None:
    """The outlet that a last line of nothing but outlets names: "فرانس24/ أ ف ب"."""
    last = text.rstrip().rfind("\n") + 1
    line = text[last:].rstrip()
    if not line or len(line) > 60:
        return None
    names = [key(part) for part in re.split(r"[/()\-،,]+", line) if key(part)]
    if names and all(name in outlets() for name in names):
        return Piece(last, last + len(line), outlets()[names[0]])
    return None


def _in_order_of(
    outlet: str | None, language: str, found: tuple[date, int, int] | None, text: str
) -> tuple[date, int, int] | None:
    """A date such as 04/07/1998 in the order that the outlet writes: month first in American ones."""
    if (
        found is None
        or language != "en"
        or key(outlets().get(key(outlet or ""), "")) not in header_words("month_first_outlets")
    ):
        return found
    numbers = _AMBIGUOUS.search(text[found[1] : found[2]])
    if numbers and int(numbers[1]) <= 12 and int(numbers[2]) <= 12:
        return date(int(numbers[3]), int(numbers[1]), int(numbers[2])), found[1], found[2]
    return found
