"""Verbs of saying and the words in what is said that turn its stance, as the lexicon has them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from graph.reading.fold import fold
from graph.reading.forms import Form, Language


@dataclass(frozen=True, slots=True)
class Saying:
    """A form of a verb of saying; ``weight`` strong, weak or joint.

    ``opinion`` says that a weak verb's content needs no cue where it is one: a quotation, or a clause that tells
    of no past happening. ``near`` are words of which one must follow. ``judges``: what is called a reproach
    (``Lexicon.reproach``) is condemned.
    """

    stance: str
    weight: str
    lemma: str
    form: Form
    rest: tuple[str, ...] = ()
    opinion: bool = False
    near: frozenset[str] = frozenset()
    judges: bool = False


@dataclass(frozen=True, slots=True)
class Cues:
    """Words and phrases in a content that turn the stance of its verb."""

    words: frozenset[str]
    phrases: tuple[str, ...]


def cues_of(words: Iterable[str], pack: Language) -> Cues:
    """Cues as written, and where a cue is one Arabic noun, with the pronouns it may carry."""
    found: dict[str, None] = {}
    for word in (fold(w).text for w in words):
        found[word] = None
        if pack.LANGUAGE == "ar" and " " not in word and word[:1] not in "يتن":
            found.update((form.text, None) for form in pack.noun_forms(word) if form.possessed)
    return Cues(
        words=frozenset(c for c in found if " " not in c), phrases=tuple(f" {c} " for c in found if " " in c)
    )
