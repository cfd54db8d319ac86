"""English word forms: verbs in their parts, plurals and possessives, and what a word can be after another."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from graph.reading.forms import Analysis, Form

LANGUAGE = "en"
ORDER = "subject-first"
ADJECTIVE_SIDE = "before"
VOWELS = "aeiou"
# words after which a verb cannot stand: what follows is a noun or an adjective
OWNERS = ("its", "his", "her", "their", "our", "my", "your", "'s", "'")
DETERMINERS = frozenset(
    ("a", "an", "the", "this", "these", "those", "any", "no", "some", "each", "every", "such", *OWNERS)
)
# prepositions after which no finite verb stands: what looks like one describes the noun ("for alleged theft")
BEFORE_NOUNS = frozenset(("of", "for", "with", "from", "at", "by", "against", "into", "between"))
# words after which a bare verb stands
MODALS = ("to", "will", "would", "shall", "should", "can", "could", "may", "might", "must", "cannot", "not")
PRONOUNS = ("i", "we", "you", "they", "who", "he", "she", "it", "us", "them")
NEGATED = ("won't", "wouldn't", "can't", "couldn't", "don't", "doesn't", "didn't", "do", "does", "did")
VERBAL = frozenset((*MODALS, *PRONOUNS, *NEGATED, "and", "or", "let", "help", "helps", "helped"))


@lru_cache(maxsize=65536)
def analyses(word: str) -> tuple[Analysis, ...]:
    """A word has one stem; a possessive ending is a token of its own."""
    return (Analysis(word),)


def verb_forms(lemma: str) -> Iterator[Form]:
    """Forms of ``base`` or ``base past participle`` ("meet met met", "visit").

    Where past and participle are one word, the form is a past: what stands before it tells a passive.
    """
    base, *parts = lemma.split(" ")
    regular = _suffixed(base, "ed")
    past, participle = (parts[0], parts[1]) if len(parts) == 2 else (regular, regular)
    yield Form(base, "base")
    yield Form(_third(base), "present")
    yield Form(past, "past")
    if participle not in (past, base):
        yield Form(participle, "participle")
    doubled = past == base + base[-1] + "ed" or _closed(base)
    yield Form(base + base[-1] + "ing" if doubled else _suffixed(base, "ing"), "gerund")


def _closed(base: str) -> bool:
    """One syllable of one vowel between consonants, whose last letter doubles ("cut", "ban")."""
    return (
        len(base) <= 4
        and base[-1] not in VOWELS + "wxy"
        and base[-2:-1] in VOWELS
        and base[-3:-2] not in VOWELS
        and len(base) > 2
    )


def _third(base: str) -> str:
    if base.endswith(("s", "sh", "ch", "x", "z", "o")):
        return base + "es"
    return base[:-1] + "ies" if base.endswith("y") and base[-2] not in VOWELS else base + "s"


def _suffixed(base: str, ending: str) -> str:
    if ending == "ed" and base.endswith("e"):
        return base + "d"
    if base.endswith("e") and not base.endswith(("ee", "ye", "oe")):
        return base[:-1] + ending
    if base.endswith("y") and base[-2:-1] not in VOWELS and ending == "ed":
        return base[:-1] + "ied"
    if _closed(base) and ending == "ed":
        return base + base[-1] + ending
    return base + ending


def noun_forms(lemma: str) -> Iterator[Form]:
    """Singular and regular plural."""
    yield Form(lemma, "noun")
    if not lemma.endswith("s"):
        yield Form(_third(lemma), "noun")


def participle_forms(lemma: str) -> Iterator[Form]:
    """The participle that continues a saying verb ("adding")."""
    yield Form(lemma, "participle")


def plausible(feature: str, before: str) -> bool:
    """Whether a form of a feature can stand after a word ("the visit" is no verb)."""
    if feature == "noun":
        return before not in VERBAL or before in ("and", "or", "not", "to", "help", "us", "who")
    if before in DETERMINERS or (feature == "past" and before in BEFORE_NOUNS):
        return False
    if feature == "base":
        return before in VERBAL or not before
    return True
