"""Datelines: the city and the agency that an article begins with, as agencies write them.

``CITY (Agency) -``, ``City, Country (Agency) _``, ``المدينة - الوكالة -``, ``المدينة (الوكالة)``,
``وكالة- المدينة:``, ``/ وكالة /``, ``CITY - `` for a city that the table of places knows; a date may stand among them.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Any

from graph.paths import lexicon_dir
from graph.reading.dates import find_dates
from graph.reading.fold import fold
from graph.reference import tables

REACH = 160  # characters of a line in which a dateline ends
_MARK = (
    r"-{2,}|(?<=\s)[-_](?=\s|$)|(?<=\S)-(?=\s|$)|(?<=\s)-(?=\S)|[–—]|(?<=\s)ـ(?=\s)"
    r"|(?<!\d):(?![\d/])|[،,](?=\s)|[()/]"
)
_SEPARATOR = re.compile(rf"(?:\s*(?:{_MARK}))+\s*")
_SKIPPED = "*•\xa0 \u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"
_STRONG = re.compile(r"[-–—_ـ:)]")
_DASH = re.compile(r"[-–—_ـ]")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a text and what it was recognized as."""

    start: int
    end: int
    value: str


@dataclass(frozen=True, slots=True)
class Dateline:
    """Place and outlet of a dateline, None where not given; the text goes on at ``end``."""

    place: Piece | None
    outlet: Piece | None
    end: int


@dataclass(frozen=True, slots=True)
class _Segment:
    """What stands between two marks of a dateline, and the marks around it."""

    start: int
    end: int
    text: str
    before: str
    after: str

    @property
    def words(self) -> int:
        return len(self.text.split())

    @property
    def strong(self) -> bool:
        """Whether a mark follows that ends a dateline; two strokes enclose an agency as brackets do."""
        return bool(_STRONG.search(self.after)) or ("/" in self.before and "/" in self.after)

    @property
    def closed(self) -> bool:
        return self.before.endswith("(") or "(" in self.before


def key(name: str) -> str:
    """A name as the tables below know it: folded, without marks around it, one space between words."""
    return " ".join(fold(name).text.replace(".", " ").split()).strip("\"'«» #")


@cache
def outlets() -> dict[str, str]:
    """Folded name of an outlet -> its id."""
    kinds = {row.id for row in tables.organizations() if row.kind in tables.OUTLETS}
    named = [row for row in tables.organization_names() if row.code in kinds]
    return {key(row.name.strip("()")): row.code for row in named} | {key(code): code for code in kinds}


@cache
def cities() -> frozenset[str]:
    """Folded names of the places that a report may come from."""
    rows = [row for row in tables.places() if row.kind != "region"]
    return frozenset(key(name) for row in rows for name in (row.en, row.ar, row.fr, *row.aliases) if name)


@cache
def header_words(name: str) -> frozenset[str]:
    """A word list of all the languages' ``article.toml``, folded: articles mix languages above the text."""
    found: set[str] = set()
    for path in sorted(lexicon_dir().glob("*/article.toml")):
        table: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
        found.update(key(word) for word in table.get(name, "").split("|") if word)
    return frozenset(found)


def read_dateline(text: str, start: int, end: int, language: str) -> Dateline | None:
    """The dateline that the line ``start:end`` of a text begins with, if it does."""
    segments = _segments(text, start, end, language)
    agency = next((n for n, s in enumerate(segments[:5]) if _is_outlet(s, segments)), None)
    place, outlet, guess, stop, accepted = None, None, None, start, 0
    for number, segment in enumerate(segments[:7]):
        name = _bare(segment.text)
        if number == agency or (name in outlets() and name not in cities()):
            outlet = outlet or Piece(segment.start, segment.end, outlets().get(name, segment.text))
        elif name in cities():
            written = " ".join(segment.text.split()[: len(name.split())])
            place = place or Piece(segment.start, segment.start + len(written), written)
        elif name in header_words("generic"):
            agency = number if agency is None else agency
        elif agency is not None and segment.words <= 4 and _may_stand(segment, language):
            if number == 0 or (number > agency and segment.after):
                guess = guess or Piece(segment.start, segment.end, segment.text)
        elif not (place and segment.before.strip() in (",", "،") and segment.words <= 4 and number < 3):
            break
        accepted = number + 1
        if segment.strong or (segment.end == end and not segment.after):
            stop = segment.end + len(segment.after)
    if stop == start or not accepted:
        return None
    last = segments[accepted - 1]
    marked = agency is not None or (place is not None and _DASH.search(last.after) is not None)
    if not marked or (last.after and not last.strong):
        return None
    return Dateline(place or (guess if agency is not None else None), outlet, stop)


def _segments(text: str, start: int, end: int, language: str) -> list[_Segment]:
    window = _without_dates(text[start : min(end, start + REACH)], language)
    found: list[_Segment] = []
    at, before = _navigation(window), ""
    for match in _SEPARATOR.finditer(window):
        at += len(window[at:]) - len(window[at:].lstrip(_SKIPPED))
        if match.start() > at:
            found.append(
                _Segment(start + at, start + match.start(), window[at : match.start()], before, match.group())
            )
        at, before = match.end(), match.group()
    if at < len(window) and start + len(window) == end:
        found.append(_Segment(start + at, end, window[at:], before, ""))
    return found


def _without_dates(window: str, language: str) -> str:
    """A line with a comma in the place of each date before its first dash, of the same length."""
    folded = fold(window)
    for name in dict.fromkeys((language, "en")):
        for day in find_dates(folded.text, name, None):
            first, last = folded.span(day.start, day.end)
            ended = re.search(r"\s[-–—_ـ]\s", window[:first])  # what follows a dash is the text's own
            if not ended and any(c.isdigit() for c in window[first:last]):
                window = f"{window[:first]},{' ' * (last - first - 1)}{window[last:]}"
    return window


def _bare(name: str) -> str:
    """A name without the small words that join it to a date ("Riyadh on ...")."""
    words = key(name).split()
    while len(words) > 1 and words[-1] in header_words("beside"):
        words.pop()
    return " ".join(words)


def _navigation(window: str) -> int:
    """Where a line goes on after the words of a page's buttons."""
    folded = fold(window)
    for phrase in header_words("navigation"):
        if folded.text.startswith(phrase):
            return folded.span(0, len(phrase))[1]
    return 0


def _is_outlet(segment: _Segment, segments: list[_Segment]) -> bool:
    """An outlet by name, or any short name in brackets after the first word of a line, before a dash."""
    name = key(segment.text)
    if name in outlets():
        ended = bool(_DASH.search(segment.after)) if segment is segments[0] else segment.strong
        return name not in cities() and (segment.closed or not segment.after or ended)
    bracketed = segment.closed and ")" in segment.after and _DASH.search(segment.after)
    return bool(bracketed) and segment.words <= 3 and key(segments[0].text) in cities()


def _may_stand(segment: _Segment, language: str) -> bool:
    """Whether a segment beside an agency may be a city, a region, a date or a byline."""
    if (
        not _STRONG.search(segment.after)
        and "(" not in segment.after
        and segment.after.strip() not in (",", "،")
    ):
        return not segment.after and segment.words <= 3
    if find_dates(fold(segment.text).text, language, None) or segment.text.strip().isdigit():
        return True
    latin = [word for word in segment.text.split() if word[:1].isascii() and word[:1].isalpha()]
    return segment.words <= 3 and all(word[0].isupper() for word in latin)
