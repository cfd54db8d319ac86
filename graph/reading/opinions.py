"""Opinions: whether what somebody is only said to have said is a view of his own and no report of a happening."""

from __future__ import annotations

from graph.reading.clauses import QUOTE, Clauses
from graph.reading.lexicon import Lexicon

MIN_OPINION, MIN_QUOTED = 4, 5
ASIDE = 25
MAIN_VERB = 10


class Opinions:
    """Tells opinions from reports among the contents of verbs that only say."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon

    def holds(self, clauses: Clauses, first: int, last: int) -> bool:
        """Whether the tokens ``first:last`` behind a verb of saying are an opinion."""
        opening = self._opening(clauses, first, last)
        if opening is None:
            return False
        words = sum(t.word for t in clauses.tokens[opening:last])
        if clauses.tokens[opening].text == QUOTE:
            told = self.lexicon.language.ORDER == "subject-first" and self._reports(
                clauses, opening + 1, last
            )
            return words >= MIN_QUOTED and not told
        return words > MIN_OPINION and not self._reports(clauses, opening + 1, last)

    def _opening(self, clauses: Clauses, first: int, last: int) -> int | None:
        """Where what is said begins, over when and where it was said: at "that", or at its quotation mark."""
        tokens = clauses.tokens
        for index in range(max(0, first - 1), min(last, first + ASIDE)):
            if self.lexicon.has("that", tokens[index].text) and not self._adverbial(clauses, index):
                quoted = index + 1 < last and tokens[index + 1].text == QUOTE
                return index + quoted
            if tokens[index].text == QUOTE:
                return index
        return None

    def _adverbial(self, clauses: Clauses, index: int) -> bool:
        """Whether "that" only makes a clause of time or manner ("after that", "without")."""
        return index > 0 and self.lexicon.has("that-adverb", clauses.tokens[index - 1].text)

    def _reports(self, clauses: Clauses, first: int, last: int) -> bool:
        """Whether the first verb of a clause is a past one."""
        for index in range(first, min(last, first + MAIN_VERB)):
            token = clauses.tokens[index]
            if self.lexicon.has("reported", token.text):
                return True
            if self.lexicon.has("relative", token.text):
                return False
            if clauses.verbs[index]:
                return clauses.past(index)
        return False
