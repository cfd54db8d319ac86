"""Names of office holders as the open sets write them: which two are one person, and how to write one."""

from __future__ import annotations

import re
import unicodedata

from rapidfuzz import fuzz

TITLES = frozenset(
    word
    for line in (
        "president prime minister king queen emir amir sultan pope emperor chancellor premier governor",
        "general interim transitional acting supreme leader prince princess grand duke duchess co-prince",
        "captain regent dr dr. gen gen. col col. colonel brig. brig maj. maj lt. sir dame first chief of",
        "state sheikh chairman chairperson council sovereign presidential leadership crown hon. taoiseach",
    )
    for word in line.split()
)
PARTICLES = frozenset(
    ("al", "el", "bin", "ibn", "ould", "de", "da", "dos", "van", "von", "of", "the", "abu", "ben")
)
ALIKE = 84  # of 100: Nazarbaev and Nazarbayev, Zhaparov and Japarov
PLAIN = {"ı": "i", "ø": "o", "đ": "d", "ł": "l", "ß": "ss", "æ": "ae", "ə": "a"}


def fold(name: str) -> str:
    """A name without accents, case and punctuation."""
    for letter, plain in PLAIN.items():
        name = name.replace(letter, plain)
    bare = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return " ".join(re.sub(r"[\W_]+", " ", bare.replace("'", "").replace("’", "").lower()).split())


def latin(name: str) -> str:
    """A name without leading titles and without words in capitals."""
    words = [word.strip(",") for word in name.split()]
    while len(words) > 1 and words[0].lower() in TITLES:
        words.pop(0)
    return " ".join(word if re.fullmatch(r"[IVX]+", word) else _capitals(word) for word in words)


def _capitals(word: str) -> str:
    if len(word) < 3 or word.upper() != word or "." in word:
        return word
    return "-".join(part.capitalize() for part in word.split("-"))


def same_person(one: str, other: str) -> bool:
    """Whether two names are one, but for middle names, particles and ways of transcribing.

    Meant for two holders of one post at one time: strangers may pass too.
    """
    first, second = (set(fold(name).split()) - PARTICLES for name in (one, other))
    few, many = sorted((first, second), key=len)
    if few and few <= many:
        return True
    if len(few) > 1 and fuzz.ratio(fold(one).replace(" ", ""), fold(other).replace(" ", "")) >= ALIKE:
        return True
    return bool(few) and all(any(fuzz.ratio(word, spelt) >= ALIKE for spelt in many) for word in few)


def likeness(one: str, other: str) -> float:
    """How alike two names are, 1 for the same words in any order."""
    first, second = (" ".join(sorted(set(fold(name).split()) - PARTICLES)) for name in (one, other))
    return fuzz.ratio(first, second) / 100
