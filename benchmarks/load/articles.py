"""Any number of articles made from the project's own texts: other states, people and days in each.

A text is taken apart into sentences once; an article takes a few of them from several texts of one language,
so that no two are near copies, and puts other names of states (from the reference tables), surnames and days
in the place of those that stand there.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from graph.reading.article import language_of
from graph.reference import tables
from graph.sources import Source

ROOT = Path(__file__).parents[2]
_OUTLETS = tuple(f"Outlet {n}" for n in range(40))
_DAYS = 6000
"""Days over which the articles are spread: twenty a day make five years, so 20,000 articles meet seldom."""
_SYLLABLES = ("ra", "mi", "to", "ka", "le", "nu", "so", "di", "ve", "ba", "fu", "ge")
_LETTERS = ("را", "مي", "تو", "كا", "لي", "نو", "سو", "دي", "في", "با", "فو", "جي")


@cache
def _texts() -> dict[str, list[list[str]]]:
    """Language -> texts, each a list of its sentences without the lines above the body."""
    found: dict[str, list[list[str]]] = {"ar": [], "en": []}
    paths = [*(ROOT / "data" / "gold").glob("[ae][rn]/*.txt"), *(ROOT / "data" / "articles").glob("*.txt")]
    for path in sorted(paths):
        text = path.read_text(encoding="utf-8")
        sentences = [s.strip() for s in re.split(r"(?<=[.؟!])\s+|\n+", text) if len(s.split()) > 6]
        found[language_of(text)].append(sentences)
    return found


@cache
def _states(language: str) -> dict[str, str]:
    """Name of a present state -> its code, longest first, so that a name inside another is not taken."""
    present = {row.code for row in tables.states() if not row.end}
    names = {
        row.name: row.code
        for row in tables.state_names()
        if row.lang == language and row.kind == "short" and row.code in present and not row.caution
    }
    return dict(sorted(names.items(), key=lambda pair: -len(pair[0])))


@cache
def _pattern(language: str) -> re.Pattern[str]:
    return re.compile("|".join(rf"\b{re.escape(name)}\b" for name in _states(language) if name))


def article(number: int) -> Source:
    """The article of a number, the same each time: five to nine sentences under a day of its own."""
    chance = random.Random(number)
    language = "ar" if chance.random() < 0.6 else "en"
    names = list(_states(language))
    other: dict[str, str] = {}
    sentences = []
    for _ in range(chance.randint(5, 9)):
        sentence = chance.choice(chance.choice(_texts()[language]))
        sentences.append(
            _pattern(language).sub(lambda m: other.setdefault(m[0], chance.choice(names)), sentence)
        )
    name = "".join(chance.choices(_LETTERS if language == "ar" else _SYLLABLES, k=4)).capitalize()
    said = (
        "قال المتحدث {name} في بيان رقم {n}." if language == "ar" else "The spokesman {name} issued note {n}."
    )
    sentences.append(said.format(name=name, n=number))
    return Source(
        key=f"made/{number}",
        text="\n".join(sentences),
        published=date(2005, 1, 1) + timedelta(days=chance.randrange(_DAYS)),
        outlet=chance.choice(_OUTLETS),
        language=language,
    )


def articles(number: int) -> Iterator[Source]:
    """So many articles."""
    return (article(n) for n in range(number))
