"""What an organization is called by when it comes back: "the Council", "المجلس", "the bloc"."""

from __future__ import annotations

from collections.abc import Iterator

from graph.reading.lexicon import Lexicon
from graph.reading.mention import Mention
from graph.reading.names import is_state
from graph.reading.tokens import Token


class Generic:
    """The organizations of an article by the noun that says what they are; sentences are given in their order."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.arabic = lexicon.language.LANGUAGE == "ar"
        self.nouns = lexicon.words.get("organization-head", frozenset())
        self.called: dict[str, tuple[str, ...]] = {}

    def named(self, tokens: list[Token], mention: Mention) -> None:
        """Take up the noun of an organization that a phrase names in full."""
        if mention.kind != "name" or mention.last - mention.first < 2 or len(mention.actors) != 1:
            return
        if is_state(mention.actors[0]):
            return
        words = tokens[mention.first : mention.last]
        stems = [a.stem for a in words[0].analyses] if self.arabic else [words[-1].text]
        for stem in stems:
            if stem in self.nouns:
                self.called[stem] = mention.actors

    def again(self, tokens: list[Token], taken: set[int]) -> Iterator[Mention]:
        """The nouns that stand alone in a sentence for an organization named before."""
        for index, token in enumerate(tokens if self.called else ()):
            if index in taken or not token.word:
                continue
            noun = self._noun(tokens, index)
            if noun in self.called and (index + 1 not in taken or not self._goes_on(tokens, index)):
                yield Mention(index, index + 1, "name", self.called[noun])

    def _noun(self, tokens: list[Token], index: int) -> str:
        """The noun at a token if it is definite."""
        if self.arabic:
            return next((a.stem for a in tokens[index].analyses if a.article and a.stem in self.called), "")
        return tokens[index].text if index and tokens[index - 1].text == "the" else ""

    def _goes_on(self, tokens: list[Token], index: int) -> bool:
        """Whether the noun has a name or an owner of its own right behind it ("the Council of S")."""
        following = tokens[index + 1].text if index + 1 < len(tokens) else ""
        return self.arabic or following in ("of", "'s")
