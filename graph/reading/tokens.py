"""Tokens of a folded text: words and punctuation with their offsets."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from graph.reading.fold import Folded
from graph.reading.forms import Analysis

# a word keeps inner full stops (U.S.), apostrophes and hyphens; 's stands alone
TOKEN = re.compile(
    r"(?P<abbreviation>\b(?:[a-z]\.){2,}"
    r"|\b(?:mr|mrs|ms|dr|gen|sen|rep|gov|adm|maj|capt|lt|col|st|jr)\.(?= )"
    r"|\b[b-hj-z]\.(?= ?[a-z])|\b(?:no|jan|feb|mar|apr|aug|sept?|oct|nov|dec)\.(?= ?\d)|(?<!\w)[ء-ي]\.(?= ))"
    r"|(?P<possessive>'s\b|(?<=s)'(?=[\s.,;]))"
    r"|(?P<word>[^\W_]+(?:['.-](?!s\b)[^\W_]+)*)"
    r"|(?P<mark>[^\w\s]|_)|(?P<line>\n)"
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word or mark; ``start``/``end`` count in the folded text, ``original`` is as the author wrote it."""

    text: str
    start: int
    end: int
    original: str
    analyses: tuple[Analysis, ...]
    word: bool

    @property
    def capital(self) -> bool:
        """Whether the word is written with a capital letter first."""
        return self.original[:1].isupper()


def tokenize(
    folded: Folded, start: int, end: int, analyse: Callable[[str], tuple[Analysis, ...]]
) -> list[Token]:
    """The tokens of a stretch of folded text."""
    tokens = []
    for match in TOKEN.finditer(folded.text, start, end):
        text, word = match.group(), match.lastgroup in ("word", "abbreviation")
        if match.lastgroup == "mark" and text == "_":
            continue
        readings = analyse(text) if word else (Analysis(text),)
        tokens.append(Token(text, match.start(), match.end(), folded.quote(*match.span()), readings, word))
    return tokens
