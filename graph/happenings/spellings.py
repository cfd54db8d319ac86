"""One person's name in two spellings or scripts: a consonant skeleton that both come to.

Arabic names reach the Latin script through many hands (Maliki, Malki, Al-Malky); what stays are the
consonants. A likeness of skeletons is a sign and never enough alone: with it goes the same office of the same
actor.
"""

from __future__ import annotations

import re
from functools import cache

from rapidfuzz import fuzz

from graph.folding import fold

_ARABIC = {
    "ب": "b", "پ": "b", "ت": "t", "ط": "t", "ث": "t", "ج": "g", "غ": "g", "گ": "g", "خ": "k", "ك": "k",
    "ق": "k", "ک": "k", "د": "d", "ض": "d", "ذ": "d", "ر": "r", "ز": "s", "ظ": "s", "س": "s", "ص": "s",
    "ش": "s", "چ": "s", "ف": "f", "ڤ": "f", "ل": "l", "م": "m", "ن": "n",
}  # fmt: skip
_LATIN = {
    "b": "b", "p": "b", "t": "t", "g": "g", "j": "g", "k": "k", "q": "k", "c": "k", "d": "d", "r": "r",
    "z": "s", "s": "s", "f": "f", "v": "f", "l": "l", "m": "m", "n": "n", "x": "ks",
}  # fmt: skip
_DIGRAPHS = (
    (r"tch|sch|sh|ch", "s"),
    (r"kh", "k"),
    (r"gh", "g"),
    (r"dh|th", "t"),
    (r"ph", "f"),
    (r"c(?=[eiy])", "s"),
)
_SMALL_WORDS = re.compile(r"\b(al|el|bin|ibn|ben|von|van|de|بن|ال)\b")
_SAME = 80.0


@cache
def skeleton(name: str) -> tuple[str, ...]:
    """The consonants of each word of a name, sounds that scripts mix up made one; small words left out."""
    words = _SMALL_WORDS.sub(" ", fold(name)).split()
    return tuple(found for word in words if (found := _bare(word)))


def _bare(word: str) -> str:
    if re.search("[\u0600-\u06ff]", word):
        bare = word.removeprefix("ال").replace("تش", "ش")
        letters = "".join(_ARABIC.get(letter, "") for letter in bare)
    else:
        for pattern, sound in _DIGRAPHS:
            word = re.sub(pattern, sound, word)
        letters = "".join(_LATIN.get(letter, "") for letter in word)
    return re.sub(r"(.)\1+", r"\1", letters)


def arabic(name: str) -> bool:
    """Whether a name is written in Arabic letters."""
    return bool(re.search("[\u0600-\u06ff]", name))


def similar(one: str, other: str) -> bool:
    """Whether two spellings can be one name: their last words agree, and of first words what both have."""
    a, b = skeleton(one), skeleton(other)
    if not a or not b:
        return False
    return fuzz.ratio(a[-1], b[-1]) >= _SAME and fuzz.partial_ratio("".join(a), "".join(b)) >= _SAME


def different(one: str, other: str) -> bool:
    """Whether two names in one script cannot be one person's: no word of them agrees."""
    if arabic(one) != arabic(other):
        return False
    a, b = skeleton(one), skeleton(other)
    return bool(a and b) and not any(fuzz.ratio(x, y) >= _SAME for x in a for y in b)
