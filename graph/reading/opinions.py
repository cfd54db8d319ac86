"""Opinions: whether what somebody is only said to have said is a view of his own and no report of a happening."""

from __future__ import annotations

from graph.reading.clauses import PREFIXES, QUOTE, Clauses
from graph.reading.events import MEET
from graph.reading.lexicon import Lexicon
from graph.reading.tokens import Token

MIN_OPINION, MIN_QUOTED = 4, 5
ASIDE = 25
MAIN_VERB = 10
SUBJECT = 14  # words of an English subject before its verb


class Opinions:
    """Tells opinions from reports among the contents of verbs that only say."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon

    def holds(self, clauses: Clauses, first: int, last: int) -> bool:
        """Whether the tokens ``first:last`` behind a verb of saying are an opinion."""
        english = self.lexicon.language.ORDER == "subject-first"
        opening = self.opening(clauses, first, last)
        if opening is None:
            return english and self._judges(clauses, first, last)
        words = sum(t.word for t in clauses.tokens[opening:last])
        least = MIN_QUOTED if clauses.tokens[opening].text == QUOTE else MIN_OPINION + 1
        return words >= least and not self._reports(clauses, opening + 1, last)

    def _judges(self, clauses: Clauses, first: int, last: int) -> bool:
        """Whether an English clause without "that" says how something is or must be, and not what happens."""
        tokens = clauses.tokens
        if not first or not self.lexicon.glances[tokens[first - 1].text].saying:
            return False
        for index in range(first, min(last, first + SUBJECT)):
            text = tokens[index].text
            if self.lexicon.has("reported", text) or (index == first and clauses.verbs[index]):
                return False
            if self.lexicon.has("modal", text):
                return index > first
            if self.lexicon.has("be", text):
                present = index > first and not self.lexicon.has("future-past", text)
                return present and not self._goes_on(clauses, index + 1, last)
            if self.lexicon.has("have", text):
                return False
            if clauses.verbs[index]:
                return not clauses.past(index)
        return False

    def _goes_on(self, clauses: Clauses, index: int, last: int) -> bool:
        """Whether a form of "to be" makes a passive or an act that goes on ("were freed", "was working on")."""
        tokens = clauses.tokens
        while index < last - 1 and (
            self.lexicon.has("function", tokens[index].text) or tokens[index].text.endswith("ly")
        ):
            if self.lexicon.has("articles", tokens[index].text):
                return False
            index += 1
        features = self.lexicon.parts_of_speech(tokens[index].text)
        acts = "past" in features or "participle" in features or "gerund" in features
        return acts or tokens[index].text.endswith(("ing", "ed"))

    def opening(self, clauses: Clauses, first: int, last: int) -> int | None:
        """Where what is said begins, over when and where it was said: at "that", or at its quotation mark."""
        tokens, closed = clauses.tokens, 0
        for index in range(max(0, first - 1), min(last, first + ASIDE)):
            if index < closed:
                continue
            if self.lexicon.has("that", tokens[index].text) and not self._adverbial(clauses, index):
                quoted = index + 1 < last and tokens[index + 1].text == QUOTE
                return index + quoted
            if tokens[index].text == QUOTE:
                closed = next((i + 1 for i in range(index + 1, last) if tokens[i].text == QUOTE), last)
                if closed - index > MIN_QUOTED or QUOTE not in (t.text for t in tokens[closed:last]):
                    return index  # else it is the name of whom he told it
        return None

    def _adverbial(self, clauses: Clauses, index: int) -> bool:
        """Whether "that" only makes a clause of time or manner ("after that", "without")."""
        return index > 0 and self.lexicon.has("that-adverb", clauses.tokens[index - 1].text)

    def _reports(self, clauses: Clauses, first: int, last: int) -> bool:
        """Whether a clause counts, or its first verb is a past one or tells of talks that somebody will hold."""
        for index in range(first, min(last, first + MAIN_VERB)):
            token = clauses.tokens[index]
            if index <= first + 1 and token.text[:1].isdigit():
                return True
            if any(self.lexicon.has(c, token.text) for c in ("relative", "what", "opinion")):
                return False
            if self.lexicon.has("reported", token.text):
                return not self._perhaps(clauses, index)
            if clauses.verbs[index]:
                return clauses.past(index) or self._holds(token)
        return False

    def _perhaps(self, clauses: Clauses, index: int) -> bool:
        """Whether the word that marks a past verb stands before a present one, and means "perhaps" there."""
        possible = self.lexicon.has("possible", clauses.tokens[index].text)
        return possible and index + 1 < len(clauses.tokens) and clauses.tokens[index + 1].text[0] in PREFIXES

    def _holds(self, token: Token) -> bool:
        """Whether a verb tells of a meeting, or lends a subject to the noun of one."""
        kinds = (t.kind for a in token.analyses for t in self.lexicon.triggers.get(a.stem, ()))
        light = any(self.lexicon.has("light", a.stem) for a in token.analyses)
        return light or any(kind in MEET for kind in kinds)
