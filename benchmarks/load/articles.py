"""Any number of articles made from the project's own texts, as an agency's archive would have them.

Ten come out a day, so that 2,000 are 200 days and 20,000 five and a half years. An article takes a few sentences from
two texts of one language and puts other states, people and days in the place of those that stand there
(load/varying.py). States are told of as unevenly as in the world: the second half as often as the first, the tenth a
tenth as often.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from graph.reading.article import language_of
from graph.sources import Source
from load.varying import Cast, is_varied, made_name, people

ROOT = Path(__file__).parents[2]
_OUTLETS = tuple(f"Outlet {n}" for n in range(40))
_A_DAY = 10
_FIRST = date(2010, 1, 1)
_SAID = {
    "ar": "قال المتحدث {name} في بيان رقم {n}.",
    "en": "The spokesman {name} issued note {n}.",
}


@cache
def _texts() -> dict[str, list[tuple[str, list[str]]]]:
    """Language -> texts, each whole and as a list of its sentences that name states, without the lines above."""
    found: dict[str, list[tuple[str, list[str]]]] = {"ar": [], "en": []}
    paths = [*(ROOT / "data" / "gold").glob("[ae][rn]/*.txt"), *(ROOT / "data" / "articles").glob("*.txt")]
    for path in sorted(paths):
        text = path.read_text(encoding="utf-8")
        language = language_of(text)
        parts = (part.strip() for part in re.split(r"(?<=[.؟!])\s+|\n+", text))
        sentences = [part for part in parts if len(part.split()) > 6 and is_varied(part, language)]
        if sentences:
            found[language].append((text, sentences))
    return found


def article(number: int) -> Source:
    """The article of a number, the same each time: five to nine sentences under a day of its own."""
    chance = random.Random(number)
    language = "ar" if chance.random() < 0.6 else "en"
    published = _FIRST + timedelta(days=number // _A_DAY)
    cast = Cast(chance, language, published)
    sources = [chance.choice(_texts()[language]) for _ in range(2)]
    sentences = []
    for _ in range(chance.randint(5, 9)):
        text, own = chance.choice(sources)
        sentences.append(cast.made_over(chance.choice(own), people(text, language)))
    sentences.append(_SAID[language].format(name=made_name(str(number), language), n=number))
    return Source(
        key=f"made/{number}",
        text="\n".join(dict.fromkeys(sentences)),
        published=published,
        outlet=chance.choice(_OUTLETS),
        language=language,
    )


def articles(number: int) -> Iterator[Source]:
    """So many articles."""
    return (article(n) for n in range(number))
