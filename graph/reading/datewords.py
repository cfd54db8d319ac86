"""The words that dates are made of, and a text seen as a row of one-letter symbols for them.

The words of a language are ``data/lexicon/<language>/dates.toml`` and CLDR's month and day names.
Each word belongs to one class of ``CLASSES``; a class is one letter, so that the grammar of dates is
a regular expression over letters and the words between dates cost one dictionary look-up each.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from babel.dates import get_day_names, get_month_names

from graph.paths import lexicon_dir
from graph.reading.fold import fold

UNITS = ("hour", "day", "week", "weekend", "month", "year", "decade", "century", "period")
CLASSES = (
    *(f"{unit}word" for unit in UNITS),
    *(
        "number",
        "count",
        "year",
        "round",
        "hyear",
        "ordinal",
        "cardinal",
        "month",
        "loose",
        "shortmonth",
        "hmonth",
    ),
    *("weekday", "shortday", "season", "decadename", "relday", "part", "last", "past", "next", "this"),
    *("recent", "of", "to", "until", "from", "and", "since", "before", "backward", "ago", "ahead", "after"),
    *("within", "in", "about", "some", "daytime", "suffix", "erahijri", "era", "attribute", "notdate"),
    *("counted", "stop", "noise", "upon", "slash", "dash", "dot", "comma", "open", "close", "colon"),
)
LETTERS = {name: chr(0xC0 + place) for place, name in enumerate(CLASSES)}
GAP = "~"
ANCHORS = frozenset(
    LETTERS[name]
    for name in CLASSES
    if name.endswith("word")
    or name
    in (
        "year",
        "round",
        "hyear",
        "month",
        "loose",
        "shortmonth",
        "hmonth",
        "weekday",
        "season",
        "decadename",
        "relday",
    )
)
_MARKS = {
    "/": "slash",
    "-": "dash",
    ".": "dot",
    ",": "comma",
    "،": "comma",
    "(": "open",
    ")": "close",
    ":": "colon",
}
_TOKEN = re.compile(r"\d+|[^\W\d_]+|[^\w\s]|[_\n]")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a class with what it stands for: a number, a unit, a part, days counted from today."""

    kind: str
    number: int = 0
    name: str = ""
    span: tuple[int, int] = (0, 0)
    definite: bool = False


@dataclass(frozen=True, slots=True)
class Symbols:
    """A text as symbols: letter i stands for ``words[i]`` at folded offsets ``starts[i]:ends[i]``."""

    text: str
    words: list[Word]
    starts: list[int]
    ends: list[int]


@dataclass(frozen=True, slots=True)
class DateWords:
    """A language's words, and by first token the expressions of several words, the longest first."""

    single: dict[str, Word]
    longer: dict[str, list[tuple[re.Pattern[str], Word]]]
    transparent: frozenset[str]
    month_first: bool
    definite: bool


_UNKNOWN = Word("")


def symbols(text: str, words: DateWords) -> Symbols:
    """Read a folded text as symbols; a run of other words is one gap."""
    letters: list[str] = []
    row: list[Word] = []
    starts: list[int] = []
    ends: list[int] = []
    done, gap = 0, False
    single, longer = words.single, words.longer
    for match in _TOKEN.finditer(text):
        token = match.group()
        if gap and token not in single and token not in longer and not token[0].isdecimal():
            continue
        word = words.single.get(token)
        if word is None and token not in words.longer and not token[0].isdecimal():
            gap = gap or (match.start() >= done and token not in words.transparent)
            continue
        start, end = match.span()
        if start < done:
            continue
        if token in words.longer:
            word, end = _longest(words.longer[token], text, end) or (word, end)
        if word is None:
            if not token[0].isdecimal():
                gap = True
                continue
            word = _number(token)
        if gap:
            letters.append(GAP)
            row.append(_UNKNOWN)
            starts.append(start)
            ends.append(start)
        gap, done = False, end
        letters.append(LETTERS[word.kind])
        row.append(word)
        starts.append(start)
        ends.append(end)
    return Symbols("".join(letters), row, starts, ends)


def _longest(longer: list[tuple[re.Pattern[str], Word]], text: str, end: int) -> tuple[Word, int] | None:
    for pattern, word in longer:
        if rest := pattern.match(text, end):
            return word, rest.end()
    return None


def _number(token: str) -> Word:
    value = int(token) if len(token) <= 4 else 0
    if len(token) <= 2 and 1 <= value <= 31:
        return Word("number", value)
    if len(token) == 4 and 1800 <= value <= 2100:
        return Word("year" if value % 100 else "round", value)
    if len(token) == 4 and 1300 <= value <= 1500:
        return Word("hyear", value)
    return Word("count", value)


@cache
def date_words(language: str) -> DateWords | None:
    """The date words of a language; None where the language has none."""
    path = lexicon_dir() / language / "dates.toml"
    if not path.is_file():
        return None
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    single: dict[str, Word] = {}
    longer: dict[str, dict[str, Word]] = {}
    for phrase, word in _phrases(table):
        for form, shape in _forms(fold(phrase).text.strip(), word, table):
            first, *rest = re.findall(r"[^\W_]+|[^\w\s]", form)
            if rest:
                longer.setdefault(first, {}).setdefault(" ".join(rest), shape)
            else:
                single.setdefault(first, shape)
    return DateWords(
        single,
        {
            first: [(_continuation(rest), rests[rest]) for rest in sorted(rests, key=len, reverse=True)]
            for first, rests in longer.items()
        },
        frozenset(fold(word).text for word in table["classes"].get("transparent", "").split("|")),
        table["month_first"],
        bool(table["article"]),
    )


def _continuation(rest: str) -> re.Pattern[str]:
    return re.compile("".join(rf"\s*{re.escape(part)}" for part in rest.split()) + r"(?!\w)")


def _forms(phrase: str, word: Word, table: dict[str, Any]) -> Iterator[tuple[str, Word]]:
    """A phrase as it stands, with the article, and with the particles that are written onto it."""
    yield phrase, word
    shapes = [(phrase, word)]
    article: str = table["article"]
    if article and (word.kind == "cardinal" or word.kind.endswith("word") or word.kind == "season"):
        shapes.append((article + phrase, replace(word, definite=True)))
        yield shapes[-1]
    if word.kind == "loose" or len(phrase) < 3:
        return
    for shape, meaning in shapes:
        for prefix in table["prefixes"]:
            joined = prefix + shape
            if prefix.endswith("ل") and shape.startswith("ال"):
                joined = prefix + "ل" + shape[2:]
            yield joined, meaning


def _phrases(table: dict[str, Any]) -> Iterator[tuple[str, Word]]:
    """Every phrase of the table with its word, names from CLDR after the table's own."""
    for mark, kind in _MARKS.items():
        yield mark, Word(kind)
    kinds = {"months": "month", "loose_months": "loose", "hijri_months": "hmonth", "weekdays": "weekday"}
    kinds |= {
        "short_months": "shortmonth",
        "short_weekdays": "shortday",
        "ordinals": "ordinal",
        "cardinals": "cardinal",
        "decades": "decadename",
    }
    for section, kind in kinds.items():
        for number, phrases in table.get(section, {}).items():
            for phrase in phrases.split("|"):
                yield phrase, Word(kind, int(number))
    for section, kind in (("seasons", "season"), ("relative", "relday")):
        for ends, phrases in table.get(section, {}).items():
            first, last = re.fullmatch(r"(-?\d+)[-,](-?\d+)", ends).groups()  # type: ignore[union-attr]
            for phrase in phrases.split("|"):
                yield phrase, Word(kind, span=(int(first), int(last)))
    for unit, forms in table["units"].items():
        for count, form in ((1, "one"), (2, "two"), (0, "many")):
            for phrase in filter(None, forms.get(form, "").split("|")):
                yield phrase, Word(f"{unit}word", count, unit)
    for name, phrases in table["parts"].items():
        for phrase in phrases.split("|"):
            yield phrase, Word("part", name=name)
    for kind, phrases in table["classes"].items():
        for phrase in phrases.split("|") if kind != "transparent" else ():
            yield phrase, Word(kind.replace("_", ""), name=phrase)
    yield from _names_from_cldr(table)


def _names_from_cldr(table: dict[str, Any]) -> Iterator[tuple[str, Word]]:
    loose = {fold(p).text for phrases in table["loose_months"].values() for p in phrases.split("|")}
    for locale in table["locales"]:
        for number, name in get_month_names("wide", "format", locale).items():
            if fold(name).text not in loose:
                yield name, Word("month", number)
        for number, name in get_day_names("wide", "format", locale).items():
            yield name, Word("weekday", number)
