"""French word forms: elided words before a stem, verbs in their parts, plurals, and what a word can be after another.

Everything works on folded text, so "rencontré" and "rencontre" are written alike: the word before tells which it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from graph.reading.forms import Analysis, Form

LANGUAGE = "fr"
ORDER = "subject-first"
ADJECTIVE_SIDE = "after"
ARTICLE, OF = "l'", "d'"
# elided words that leave the stem as it is
ELIDED = ("qu'", "n'", "s'", "j'", "c'", "m'", "lorsqu'", "puisqu'", "jusqu'")
VOWELS = "aeiou"
# after these a participle stands, else the same letters are a present
AUXILIARIES = (
    "a",
    "ont",
    "avait",
    "avaient",
    "aura",
    "auront",
    "ayant",
    "avoir",
    "etre",
    "ete",
    "fut",
    "furent",
)
STATES = ("est", "sont", "etait", "etaient", "sera", "seront", "s'est", "s'etait", "s'etaient")
BOUND = ("l'a", "l'ont", "n'a", "n'ont", "n'est", "n'avait", "n'etait")
ADVERBS = ("pas", "jamais", "plus", "aussi", "ensuite", "deja", "toujours", "ailleurs", "bien")
JOINING = ("et", "ou")
PERFECT = frozenset((*AUXILIARIES, *STATES, *BOUND, *ADVERBS))
# after these a bare infinitive stands
MODALS = frozenset(
    ("va", "vont", "doit", "doivent", "devrait", "devraient", "peut", "peuvent", "devra", "devront")
)
# after these no verb stands
ARTICLES = ("le", "la", "les", "un", "une", "des", "du", "de", "au", "aux", "ce", "cet", "cette", "ces")
OWNERS = ("son", "sa", "ses", "leur", "leurs", "notre", "nos")
ORDINALS = ("premier", "premiere", "deuxieme", "troisieme", "prochaine", "derniere", "nouvelle", "nouvelles")
DETERMINERS = frozenset((*ARTICLES, *OWNERS, *ORDINALS, "aucun", "aucune", "chaque"))
# after these no noun stands
PRONOUNS = frozenset(("il", "elle", "ils", "elles", "on", "qui", "se", "ne", "y"))


@lru_cache(maxsize=65536)
def analyses(word: str) -> tuple[Analysis, ...]:
    """Ways to read a folded word as [l' d' qu' ...] + stem; the whole word comes last."""
    whole = Analysis(word)
    head, mark, stem = word.partition("'")
    elided = head + mark
    if not stem:
        return (whole,)
    if elided == ARTICLE:
        return Analysis(stem, article=True), whole
    if elided == OF:
        return Analysis(stem, preposition=OF), whole
    return (Analysis(stem), whole) if elided in ELIDED else (whole,)


def verb_forms(lemma: str) -> Iterator[Form]:
    """Forms of an infinitive, or of "infinitive singular plural future participle [gerund]" (third person).

    The participle comes first, as it and the present are often written alike.
    """
    base, *parts = lemma.split(" ")
    if len(parts) >= 4:
        singular, plural, future, participle, *gerund = parts
    else:
        stem = base[:-2]
        singular, plural, participle = stem + "e", stem + "ent", stem + "e"
        future = base + "a"
        gerund = []
    for ending in _agreements(participle):
        yield Form(participle + ending, "past")
    yield Form(singular, "present")
    yield Form(plural, "present")
    yield Form(future, "future")
    yield Form(future[:-1] + "ont", "future")
    yield Form(gerund[0] if gerund else plural.removesuffix("ent") + "ant", "gerund")
    yield Form(base, "base")


def _agreements(participle: str) -> tuple[str, ...]:
    return ("", "e") if participle.endswith("s") else ("", "e", "s", "es")


def noun_forms(lemma: str) -> Iterator[Form]:
    """Singular and regular plural."""
    yield Form(lemma, "noun")
    if not lemma.endswith(("s", "x", "z")):
        yield Form(lemma + ("x" if lemma.endswith(("au", "eu")) else "s"), "noun")


def participle_forms(lemma: str) -> Iterator[Form]:
    """The participle that continues a saying verb ("soulignant")."""
    yield Form(lemma, "participle")


def plausible(feature: str, before: str) -> bool:
    """Whether a form of a feature can stand after a word ("a rencontré", "la rencontre", "rencontre")."""
    perfect = before in PERFECT or before.endswith("ment")
    if feature == "past":
        return perfect or before in JOINING
    if feature == "base":
        return before in MODALS
    if feature == "noun":
        return before not in PRONOUNS and not perfect
    return before not in DETERMINERS and not perfect
