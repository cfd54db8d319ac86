"""Groups told by their number: "the four states" are the last four that the article named in one list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graph.reading.lexicon import Lexicon
from graph.reading.mention import Mention
from graph.reading.tokens import Token

COUNTS = {"of-three": 3, "of-four": 4, "of-five": 5, "of-six": 6, "of-seven": 7}
LISTED = frozenset({"name", "person", "body", "adjective"})
COMMAS = (",", "،")


class Lists:
    """The lists of actors of an article, sentence after sentence."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.told: list[tuple[Sequence[Token], Sequence[Mention]]] = []

    def settle(self, tokens: Sequence[Token], mentions: Sequence[Mention]) -> None:
        """Take in a sentence and give the members of lists told before to the groups told by number in it."""
        for order, mention in enumerate(mentions):
            number = self._number(tokens, mention)
            if number:
                mention.titles.append("counted")
                mention.actors = self._last(number, (tokens, mentions[:order]))
        self.told.append((tokens, mentions))

    def _last(self, number: int, here: tuple[Sequence[Token], Sequence[Mention]]) -> tuple[str, ...]:
        """The last list of as many members."""
        for tokens, mentions in (here, *reversed(self.told)):
            lists = [members for members in self._lists(tokens, mentions) if len(members) == number]
            if lists:
                return lists[-1]
        return ()

    def _number(self, tokens: Sequence[Token], mention: Mention) -> int:
        if mention.kind != "all":
            return 0
        word = tokens[mention.last - 1].text
        return next((n for category, n in COUNTS.items() if self.lexicon.has(category, word)), 0)

    def _lists(self, tokens: Sequence[Token], mentions: Sequence[Mention]) -> Iterator[tuple[str, ...]]:
        run: list[str] = []
        last = -1
        for mention in mentions:
            gap = tokens[last : mention.first] if last >= 0 else []
            goes_on = last >= 0 and all(t.text in COMMAS or t.text == "و" for t in gap)
            if mention.kind not in LISTED or not mention.actors:
                continue
            if not (goes_on and (mention.joined or gap)):
                yield tuple(dict.fromkeys(run))
                run = []
            run += mention.actors
            last = mention.last
        yield tuple(dict.fromkeys(run))
