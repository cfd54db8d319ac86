"""Folding: one spelling for what is written in several, with the way back to the text as it stands.

Arabic: hamza carriers, alef maqsura, teh marbuta and presentation forms become the plain letter,
tatweel and harakat go (Unicode Standard 15, section 9.2, for the letters; chapter 23 for the
invisible format characters). Latin, Greek and Cyrillic: lower case without accents. Digits of all
three sets become ASCII, quotation marks, dashes and spaces one each. Newlines stay.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

TATWEEL = "\u0640"
_RANGES = ((0x00, 0x2100), (0x2100, 0x2190), (0x2212, 0x2213), (0xFB00, 0x10000))
_LETTERS = {
    **dict.fromkeys("أإآٱٲٳ", "ا"),
    **dict.fromkeys("ىئیېے", "ي"),
    **dict.fromkeys("ةۀہھۃە", "ه"),
    **dict.fromkeys("ؤۆۇۋ", "و"),
    "ک": "ك",
    "ڪ": "ك",
    "ڤ": "ف",
    "پ": "ب",
    "ı": "i",
    "ß": "ss",
    "æ": "ae",
    "œ": "oe",
    "ø": "o",
    "ł": "l",
    "đ": "d",
    "٫": ".",
    "٬": ",",
    **dict.fromkeys("“”„‟«»‹›″〝〞", '"'),
    **dict.fromkeys("‘’‚‛′`´ʼʻ", "'"),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    **dict.fromkeys("\r\u0085\u2028\u2029", "\n"),
    **dict.fromkeys("\t\v\f\x1c\x1d\x1e\x1f", " "),
    TATWEEL: "",
}


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text. ``offsets[i]`` is where folded character i stands in ``original``, in code points.

    ``offsets`` has one entry more than ``text`` has characters: the last is ``len(original)``.
    """

    text: str
    original: str = field(repr=False)
    offsets: Sequence[int] = field(repr=False)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the original that folded ``start:end`` stands for.

        Marks on the last letter belong to it; invisible characters around the stretch do not.
        """
        if end <= start:
            return self.offsets[start], self.offsets[start]
        last = self.offsets[end - 1] + 1
        limit = self.offsets[end]
        while last < limit and _is_mark(self.original[last]):
            last += 1
        return self.offsets[start], last

    def quote(self, start: int, end: int) -> str:
        """The original characters of a folded stretch."""
        if isinstance(self.offsets, range):  # nothing grew or vanished
            return self.original[start:end]
        first, last = self.span(start, end)
        return self.original[first:last]

    def index(self, offset: int) -> int:
        """The first folded position that stands at or after an original offset."""
        return bisect_left(self.offsets, offset)


def fold(text: str) -> Folded:
    """Fold a text; takes time linear in its length."""
    plain, changing, pattern = _tables()
    pieces: list[str] = []
    offsets = array("I")
    at = 0
    for match in pattern.finditer(text):
        start, end = match.span()
        pieces.append(text[at:start])
        offsets.extend(range(at, start))
        for place in range(start, end):
            grown = changing.get(text[place], "")
            pieces.append(grown)
            offsets.extend([place] * len(grown))
        at = end
    if not at:
        return Folded(text.translate(plain), text, range(len(text) + 1))
    pieces.append(text[at:])
    offsets.extend(range(at, len(text) + 1))
    return Folded("".join(pieces).translate(plain), text, offsets)


def _is_mark(character: str) -> bool:
    return character == TATWEEL or unicodedata.combining(character) != 0


@cache
def _tables() -> tuple[dict[int, str], dict[str, str], re.Pattern[str]]:
    """Characters that become one other, those that become none or several, and a pattern of the latter."""
    plain: dict[int, str] = {}
    changing: dict[str, str] = {}
    for character in _characters():
        folded = _fold_character(character)
        if len(folded) != 1:
            changing[character] = folded
        elif folded != character:
            plain[ord(character)] = folded
    kind = "".join(re.escape(character) for character in changing)
    return plain, changing, re.compile(rf"(?:[{kind}]|\r(?=\n))+")


def _characters() -> Iterator[str]:
    for first, last in _RANGES:
        yield from (chr(code) for code in range(first, last) if not 0xD800 <= code < 0xE000)


def _fold_character(character: str) -> str:
    if character in _LETTERS:
        return _LETTERS[character]
    category = unicodedata.category(character)
    if category == "Nd":
        return str(unicodedata.decimal(character))
    if category == "Zs":
        return " "
    # U+0600 to U+0605 are format characters too, but number signs that can be seen.
    hidden = category == "Cf" and not 0x600 <= ord(character) <= 0x605
    if hidden or _is_mark(character) or 0xFE00 <= ord(character) <= 0xFE0F:
        return ""
    parts = unicodedata.normalize("NFKD", character.lower())
    return parts if parts == character else "".join(_fold_character(part) for part in parts)
