"""Event words: which entries of the lexicon the words at a place satisfy, with what must and must not stand near."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from graph.reading.clauses import Clauses
from graph.reading.forms import Form
from graph.reading.instruments import further_instrument
from graph.reading.lexicon import Lexicon, Trigger
from graph.reading.sentence import Sentence
from graph.reading.tokens import Token

NEAR = 8
BEHIND_SUBJECT = 3


class Triggers:
    """Finds the entries for event words in the sentences of one article."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon

    def at(self, sentence: Sentence, clauses: Clauses, index: int) -> Iterator[tuple[Trigger, int]]:
        """Lexicon entries that the words at ``index`` satisfy, the most specific first."""
        tokens = sentence.tokens
        named = any(m.last == index for m in sentence.mentions)
        found: list[tuple[Trigger, int]] = []
        for analysis in tokens[index].analyses:
            for trigger in self.lexicon.triggers.get(analysis.stem, ()):
                if trigger.verb and (
                    analysis.article
                    or analysis.preposition
                    or not clauses.verbal(index, trigger.form, trigger.lemma, named)
                ):
                    continue
                if not trigger.verb and analysis.article and trigger.form.possessed:
                    continue
                if not clauses.plausible(trigger.form.feature, index):
                    continue
                if not trigger.verb and self._verb_too(tokens, index):
                    continue
                if trigger.form.feature == "participle" and not clauses.continues(index):
                    continue
                if trigger.form.feature == "present" and self._noun_before(sentence, clauses, index):
                    continue
                length = self._length(tokens, index, trigger)
                if trigger.need == "signed" and not further_instrument(tokens, index, self.lexicon):
                    continue
                if length and self._company(sentence, index, length, trigger):
                    several = trigger.form.feature == "base" and clauses.many(index)
                    form = Form(trigger.form.text, "present") if several else trigger.form
                    found.append((replace(trigger, form=form), length) if several else (trigger, length))
        subject_first = self.lexicon.language.ORDER == "subject-first"
        noun_first = bool(index) and subject_first and self._attributive(tokens, index - 1)
        return iter(sorted(found, key=lambda f: (-f[1], noun_first and f[0].verb, -bool(f[0].near))))

    def _verb_too(self, tokens: Sequence[Token], index: int) -> bool:
        """Whether what may be an event noun is a verb where it stands ("to deal with")."""
        lexicon = self.lexicon
        noun = not index or not lexicon.has("verb-too", tokens[index].text)
        return not noun and lexicon.has("before-base", tokens[index - 1].text)

    def _noun_before(self, sentence: Sentence, clauses: Clauses, index: int) -> bool:
        """Whether a plain noun stands right before an English present: that is the subject, or both are one noun."""
        if self.lexicon.language.ORDER != "subject-first" or not index:
            return False
        if any(m.kind == "adjective" and m.last == index for m in sentence.mentions):
            return True
        before = sentence.tokens[index - 1]
        small = before.capital or not before.word or self.lexicon.has("function", before.text)
        plain = not small and not before.text.endswith("ly") and not clauses.verbs[index - 1]
        return plain and index - 1 not in clauses.covered

    def _attributive(self, tokens: Sequence[Token], index: int) -> bool:
        """Whether a word makes a noun of the one after it: no name stands there, so no subject of a verb."""
        return not tokens[index].capital

    def _length(self, tokens: Sequence[Token], index: int, trigger: Trigger) -> int:
        if not trigger.rest:
            return 1
        window = tokens[index + 1 : index + 1 + len(trigger.rest)]
        if len(window) < len(trigger.rest):
            return 0
        fits = all(
            any(a.stem in (w, w + "ا") for a in t.analyses) or t.text == w
            for t, w in zip(window, trigger.rest, strict=True)
        )
        return 1 + len(trigger.rest) if fits else 0

    def _company(self, sentence: Sentence, index: int, length: int, trigger: Trigger) -> bool:
        """Whether the words that must stand near do, and those that must not do not.

        The words of a long subject right behind an Arabic verb do not count.
        """
        if not trigger.near and not trigger.far:
            return True
        tokens, last = sentence.tokens, index + length + NEAR
        around = self._around((*tokens[max(0, index - 3) : index], *tokens[index:last]))
        if around & trigger.far and not self._in_names(sentence, trigger.far, index - 3, last):
            return False
        if not trigger.near or around & trigger.near:
            return True
        if trigger.kind == "signing" or not trigger.verb or self.lexicon.language.ORDER == "subject-first":
            return False
        more = BEHIND_SUBJECT + sum(m.last - m.first for m in sentence.mentions if index < m.first < last)
        around = self._around(tokens[last : last + more])
        return bool(around & trigger.near) and not around & trigger.far

    def _in_names(self, sentence: Sentence, words: frozenset[str], first: int, last: int) -> bool:
        """English: whether words stand only in names of states and bodies ("the Security Council")."""
        names = [m for m in sentence.mentions if m.kind == "name" and m.first < last and m.last > first]
        inside = {i for m in names for i in range(m.first, m.last)}
        if not inside or self.lexicon.language.ORDER != "subject-first":
            return False
        bare = [t for i, t in enumerate(sentence.tokens) if first <= i < last and i not in inside]
        return not self._around(bare) & words

    def _around(self, tokens: Sequence[Token]) -> set[str]:
        """The readings of words, as far as the sentence reaches."""
        around: set[str] = set()
        for token in tokens:
            if token.text in (".", "\n"):
                break
            around.add(token.text)
            around.update(a.stem for a in token.analyses)
            around.update("ال" + a.stem for a in token.analyses if a.article)
        return around
