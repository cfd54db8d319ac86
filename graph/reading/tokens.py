"""Tokens of a folded text: words and punctuation with their offsets."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from sys import intern
from typing import NamedTuple

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

WORDS = frozenset({"word", "abbreviation"})
ELIDED = 2  # letters before the apostrophe of "d'" and "qu'"


class Token(NamedTuple):
    """A word or mark; ``start``/``end`` count in the folded text, ``original`` is as the author wrote it."""

    text: str
    start: int
    end: int
    original: str
    analyses: tuple[Analysis, ...]
    word: bool

    @property
    def capital(self) -> bool:
        """Whether the word is written with a capital letter first, or behind an elided word ("l'Égypte")."""
        if self.original[:1].isupper() or "'" not in self.text:
            return self.original[:1].isupper()
        elided = self.text.index("'")
        return elided <= ELIDED and self.original[elided + 1 : elided + 2].isupper()


def tokenize(
    folded: Folded, start: int, end: int, analyse: Callable[[str], tuple[Analysis, ...]]
) -> list[Token]:
    """The tokens of a stretch of folded text."""
    tokens: list[Token] = []
    written = folded.original if isinstance(folded.offsets, range) else None
    add = tokens.append
    for match in TOKEN.finditer(folded.text, start, end):
        text = intern(match.group())  # a long text has few words, many times over
        if text == "_":
            continue
        word = match.lastgroup in WORDS
        first, last = match.span()
        original = folded.quote(first, last) if written is None else written[first:last]
        add(Token(text, first, last, intern(original), analyse(text) if word else _mark(text), word))
    return tokens


@lru_cache(maxsize=1024)
def _mark(text: str) -> tuple[Analysis, ...]:
    return (Analysis(text),)
