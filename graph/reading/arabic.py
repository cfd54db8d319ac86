"""Arabic word forms: which clitics a word may carry, and the forms that a lemma is written in.

Everything works on folded text (graph.reading.fold), so hamza, final ya and ta marbuta are level.
Forms are third person only: news is told about others.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from graph.reading.forms import Analysis, Form

LANGUAGE = "ar"
ORDER = "verb-first"
ADJECTIVE_SIDE = "after"

CONJUNCTIONS = ("و", "ف")
PREPOSITIONS = {"ب": "ب", "ل": "ل", "ك": "ك"}
ARTICLE = "ال"
PRONOUNS = ("ه", "ها", "هما", "هم", "هن")
MIN_STEM = 2
HAMZA, SEATS = "اء", ("ي", "و")  # a final hamza gets a seat before a pronoun, by the case


@lru_cache(maxsize=65536)
def analyses(word: str) -> tuple[Analysis, ...]:
    """Ways to read a folded word as [و ف] [ب ل ك] [ال] + stem, the least stripped first."""
    found: list[Analysis] = []
    for conjunction, rest in _split(word, CONJUNCTIONS):
        for preposition, stem in _prepositions(rest):
            if stem.startswith(ARTICLE) and len(stem) >= len(ARTICLE) + MIN_STEM:
                found.append(Analysis(stem[len(ARTICLE) :], conjunction, preposition, True))
            if len(stem) >= MIN_STEM:
                found.append(Analysis(stem, conjunction, preposition, False))
    found.sort(key=lambda a: (bool(a.conjunction) + bool(a.preposition), not a.article))
    return tuple(found) or (Analysis(word, "", "", False),)


def _split(word: str, letters: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    yield "", word
    if word[:1] in letters and len(word) > MIN_STEM:
        yield word[0], word[1:]


def _prepositions(word: str) -> Iterator[tuple[str, str]]:
    yield "", word
    if word.startswith("لل") and len(word) > 3:
        yield "ل", ARTICLE + word[2:]
    if word[:1] in PREPOSITIONS and len(word) > MIN_STEM:
        yield word[0], word[1:]


def verb_forms(lemma: str) -> Iterator[Form]:
    """Forms of ``past present`` ("التقي يلتقي"): 3rd person, all numbers, future with س, object pronouns.

    A past written "-" is left out: it would be written like a common noun.
    """
    past, _, present = lemma.partition(" ")
    if past != "-":
        plain = _past(past)
        yield from (Form(f, "past") for f in plain)
        yield from (Form(f, "past", possessed=True) for f in _bound(plain) - plain)
    if present:
        plain = _present(present)
        bound = _bound(plain) - plain
        for prefix, feature in (("", "present"), ("س", "future")):
            yield from (Form(prefix + f, feature) for f in plain)
            yield from (Form(prefix + f, feature, possessed=True) for f in bound)


def _past(past: str) -> set[str]:
    if past[-1] in "يا" and len(past) > 2:
        base, long = past[:-1], past if past[-1] == "ي" else past[:-1] + "و"
        return {past, base + "ت", base + "وا", base + "تا", long + "ا"}
    return {past, past + "ت", past + "ا", past + "وا", past + "تا"}


def _present(present: str) -> set[str]:
    rest = present[1:]
    weak = rest[-1] in "يوا"
    stems = {rest, rest + "ان", (rest[:-1] if weak else rest) + "ون", (rest[:-1] if weak else rest) + "وا"}
    if rest[-1] == "ا":
        stems |= {rest[:-1] + "يان"}
    return {prefix + stem for prefix in "يتن" for stem in stems}


def _bound(forms: set[str]) -> set[str]:
    """The forms with an object pronoun; a final ي becomes ا before it, the ا after و goes."""
    found = set()
    for form in forms:
        stem = (
            form[:-1]
            if form.endswith("وا")
            else form[:-1] + "ا"
            if form.endswith("ي") and form[0] not in "يتن"
            else form
        )
        found |= {stem + pronoun for pronoun in ("ه", "ها", "هم", "هما")}
    return found


def noun_forms(lemma: str) -> Iterator[Form]:
    """A noun with its duals and possessive pronouns; plurals that are not regular stand in the lexicon."""
    yield Form(lemma, "noun")
    for pronoun in (*PRONOUNS, "نا"):
        bound = lemma[:-1] + "ت" if lemma.endswith("ه") else lemma
        yield Form(bound + pronoun, "noun", possessed=True)
        for seat in SEATS if lemma.endswith(HAMZA) else ():
            yield Form(lemma[:-1] + seat + pronoun, "noun", possessed=True)
    if lemma.endswith("ه"):
        for ending in ("تا", "تان", "تين", "تي"):
            yield Form(lemma[:-1] + ending, "noun", dual=True)
        yield Form(lemma[:-1] + "ات", "noun")
        for pronoun in PRONOUNS:
            yield Form(lemma[:-1] + "ات" + pronoun, "noun", possessed=True)
    else:
        for ending in ("ان", "ين", "ا"):
            yield Form(lemma + ending, "noun", dual=ending != "ا")
        if not lemma.endswith("ات"):
            yield Form(lemma + "ات", "noun")
        yield from (Form(lemma + "ات" + p, "noun", possessed=True) for p in PRONOUNS)


def participle_forms(lemma: str) -> Iterator[Form]:
    """A participle ("موكد") in the genders, numbers and the accusative in which it continues a saying verb."""
    for ending in ("", "ا", "ه", "ين", "ون", "ان", "ات", "تين"):
        yield Form(lemma + ending, "participle")


def plausible(feature: str, before: str) -> bool:
    """Whether a form of a feature can stand after a word; Arabic forms tell by themselves."""
    return True
