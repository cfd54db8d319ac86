"""English word forms: verbs in their parts, plurals and possessives."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from graph.reading.forms import Analysis, Form

LANGUAGE = "en"
ORDER = "subject-first"
ADJECTIVE_SIDE = "before"
VOWELS = "aeiou"


@lru_cache(maxsize=65536)
def analyses(word: str) -> tuple[Analysis, ...]:
    """A word has one stem; a possessive ending is a token of its own."""
    return (Analysis(word),)


def verb_forms(lemma: str) -> Iterator[Form]:
    """Forms of ``base`` or ``base past participle`` ("meet met met", "visit"); further words stay as they are."""
    base, *parts = lemma.split(" ")
    regular = _suffixed(base, "ed")
    past, participle = (parts + [regular, regular])[:2] if len(parts) >= 2 else (regular, regular)
    yield Form(base, "base")
    yield Form(_third(base), "present")
    yield Form(past, "past")
    yield Form(participle, "participle")
    yield Form(_suffixed(base, "ing"), "gerund")


def _third(base: str) -> str:
    if base.endswith(("s", "sh", "ch", "x", "z", "o")):
        return base + "es"
    return base[:-1] + "ies" if base.endswith("y") and base[-2] not in VOWELS else base + "s"


def _suffixed(base: str, ending: str) -> str:
    if base.endswith("e") and not base.endswith(("ee", "ye", "oe")):
        return base[:-1] + ending
    if base.endswith("y") and base[-2:-1] not in VOWELS and ending == "ed":
        return base[:-1] + "ied"
    return base + ending


def noun_forms(lemma: str) -> Iterator[Form]:
    """Singular and regular plural."""
    yield Form(lemma, "noun")
    if not lemma.endswith("s"):
        yield Form(_third(lemma), "noun")


def participle_forms(lemma: str) -> Iterator[Form]:
    """The participle that continues a saying verb ("adding")."""
    yield Form(lemma, "participle")
