"""Numbers in the words of reports: how many of what, to see where two reports count otherwise."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from graph.reading.datewords import UNITS, DateWords, date_words
from graph.reading.fold import fold

_WORD = re.compile(r"\d[\d.,]*\d|\d|[^\W\d_]+")
_NUMBERS = frozenset({"number", "count", "year", "round", "hyear", "cardinal"})
_DATED = _NUMBERS | {
    "month",
    "loose",
    "shortmonth",
    "hmonth",
    "weekday",
    "season",
    *(f"{u}word" for u in UNITS),
}
_NAMES = 3
"""Letters that a word needs to be what is counted."""


@cache
def _words(language: str) -> DateWords:
    return date_words(language) or DateWords({}, {}, frozenset(), False, False)


def counts(quote: str, language: str | None) -> dict[str, tuple[int, str]]:
    """Folded word -> how many of it a quote tells, and in which words; what it tells of twice is left out.

    Numbers are digits and the cardinals of the language's lexicon. What belongs to a date is none, and one of a
    thing says nothing ("a visit").
    """
    folded = fold(quote)
    known = _words(language or "")
    found: dict[str, list[tuple[int, str]]] = {}
    row = list(_WORD.finditer(folded.text))
    for match, following in pairwise(row):
        number = _number(match[0], known)
        counted = following[0]
        dated = (meaning := known.single.get(counted)) is not None and meaning.kind in _DATED
        if number is None or number < 2 or dated or not counted.isalpha() or len(counted) < _NAMES:
            continue
        if folded.text[match.end() : following.start()] == " ":
            said = folded.quote(match.start(), following.end())
            found.setdefault(counted, []).append((number, said))
    return {counted: told[0] for counted, told in found.items() if len(told) == 1}


def _number(word: str, known: DateWords) -> int | None:
    if word[0].isdecimal():
        digits = re.sub(r"[.,](?=\d{3}(?:\D|$))", "", word)
        return int(digits) if digits.isdecimal() else None
    meaning = known.single.get(word)
    return meaning.number if meaning and meaning.kind in _NUMBERS else None


def miscounted(one: dict[str, tuple[int, str]], other: dict[str, tuple[int, str]]) -> list[tuple[str, str]]:
    """The words in which two quotes tell another number of the same, in order of what is counted."""
    return [
        (one[counted][1], other[counted][1])
        for counted in sorted(one.keys() & other.keys())
        if one[counted][0] != other[counted][0]
    ]
