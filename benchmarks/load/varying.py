"""Texts made over: other states in the same forms of their names, other people in the same offices, other days.

What is replaced is found by the reference tables (names, adjectives, capitals of states) and by reading the text
once (people). The same state, office and years always give the same person, in both scripts, as in the world.
"""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache

from graph.ingest import open_source
from graph.reading import read_article
from graph.reference import tables
from graph.sources import Source

Form = tuple[str, str]
"""A state's code and the kind of name (``adjective-f``)."""

_KINDS = {
    "en": ("short", "adjective", "demonym", "capital"),
    "ar": ("short", "adjective", "adjective-f", "capital"),
}
_REPLACED = ("official", "short", "variant", "adjective", "demonym", "capital", "adjective-f", "adjective-mp")
_SYLLABLES = ("ra", "mi", "to", "ka", "le", "nu", "so", "di", "ve", "ba", "fu", "ge")
_LETTERS = ("را", "مي", "تو", "كا", "لي", "نو", "سو", "دي", "في", "با", "فو", "جي")
_MONTHS = {
    "en": (
        *("January", "February", "March", "April", "May", "June", "July"),
        *("August", "September", "October", "November", "December"),
    ),
    "ar": (
        *("يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو"),
        *("أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"),
    ),
}
_TERM = 4
"""Years that an office-holder stays."""


@cache
def _forms(language: str) -> Mapping[str, Form]:
    """Name -> whose it is and in which form, for names that only one present state has."""
    found: defaultdict[str, set[Form]] = defaultdict(set)
    for row in tables.state_names():
        if row.lang == language and row.kind in _REPLACED and not row.caution and not row.until:
            found[row.name].add((row.code, row.kind))
    return {name: min(forms) for name, forms in found.items() if len({code for code, _ in forms}) == 1}


@cache
def _names(language: str) -> Mapping[Form, str]:
    """The first name of a state in each form."""
    found: dict[Form, str] = {}
    for name, form in _forms(language).items():
        found.setdefault(form, name)
    return found


@cache
def states() -> tuple[tuple[str, ...], tuple[float, ...]]:
    """The states with names of all forms in both languages, and how often each is told of: by its rank (Zipf)."""
    present = sorted(row.code for row in tables.states() if row.kind == "member" and not row.end)
    complete = [
        code
        for code in present
        if all((code, kind) in _names(language) for language, kinds in _KINDS.items() for kind in kinds)
    ]
    random.Random(1).shuffle(complete)
    return tuple(complete), tuple(1 / rank for rank in range(1, len(complete) + 1))


@cache
def _pattern(language: str) -> re.Pattern[str]:
    names = "|".join(re.escape(name) for name in sorted(_forms(language), key=len, reverse=True) if name)
    before = "(?P<before>[وفبك]?(?:ال)?)" if language == "ar" else "(?P<before>)"
    return re.compile(rf"\b{before}(?P<name>{names})\b")


@cache
def _dates(language: str) -> re.Pattern[str]:
    months = "|".join(_MONTHS[language])
    return re.compile(rf"\b\d{{1,2}} (?:{months})(?P<year> \d{{4}})?\b|\b(?P<alone>(?:19|20)\d\d)\b")


@cache
def people(text: str, language: str) -> tuple[tuple[str, str, str], ...]:
    """The people of a text, the longest name first: name, the state or body they act for, their office."""
    records = read_article(open_source(Source(key="own", text=text, language=language)))
    found = {h.person: (h.actor, h.post) for h in records.posts}
    for event in records.events:
        for part in event.participations:
            if part.person:
                found.setdefault(part.person, (part.actor, part.post or ""))
    for position in records.positions:
        if position.speaker:
            found.setdefault(position.speaker, (position.holders[0], ""))
    return tuple((name, *found[name]) for name in sorted(found, key=lambda n: (-len(n), n)))


def is_varied(sentence: str, language: str) -> bool:
    """Whether a sentence names a state, so that it comes out otherwise each time."""
    return _pattern(language).search(sentence) is not None


def made_name(seed: str, language: str) -> str:
    """Two words of syllables, in either script those of the same seed."""
    chance = random.Random(seed)
    words = [chance.choices(range(len(_SYLLABLES)), k=3) for _ in range(2)]
    letters = _LETTERS if language == "ar" else _SYLLABLES
    return " ".join("".join(letters[at] for at in word).capitalize() for word in words)


class Cast:
    """Who stands for whom in one article, and its day."""

    def __init__(self, chance: random.Random, language: str, published: date) -> None:
        self._chance, self._language, self._published = chance, language, published
        self._states: dict[str, str] = {}

    def made_over(self, sentence: str, persons: tuple[tuple[str, str, str], ...]) -> str:
        """A sentence with other people, states and days."""
        for name, actor, office in persons:
            if name in sentence:
                who = f"{self._state(actor)} {office} {self._published.year // _TERM}"
                sentence = sentence.replace(name, made_name(who, self._language))
        sentence = _pattern(self._language).sub(self._name, sentence)
        return _dates(self._language).sub(self._day, sentence)

    def _state(self, code: str) -> str:
        if code not in self._states:
            there = set(self._states.values())
            while (new := self._chance.choices(*states())[0]) in there:
                pass
            self._states[code] = new
        return self._states[code]

    def _name(self, found: re.Match[str]) -> str:
        code, kind = _forms(self._language)[found["name"]]
        kind = kind if (names := _names(self._language)) and kind in _KINDS[self._language] else "short"
        return found["before"] + names[self._state(code), kind]

    def _day(self, found: re.Match[str]) -> str:
        day = self._published + timedelta(days=self._chance.randint(-3, 3))
        if found["alone"]:
            return str(day.year)
        year = f" {day.year}" if found["year"] else ""
        return f"{day.day} {_MONTHS[self._language][day.month - 1]}{year}"
