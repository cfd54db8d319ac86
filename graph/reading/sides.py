"""Sides: phrases that stand for actors named elsewhere ("the two sides", "his counterpart", "their country")."""

from __future__ import annotations

from collections.abc import Sequence

from graph.reading.glance import MIXED_DUAL
from graph.reading.lexicon import Lexicon
from graph.reading.mention import SIDES, Mention
from graph.reading.persons import PersonNames
from graph.reading.tokens import Token

MAX_SIDES = 3
BRIDGE = 4


class SideReader:
    """Reads the sides among the tokens of one sentence."""

    def __init__(self, tokens: Sequence[Token], lexicon: Lexicon, names: PersonNames) -> None:
        self.tokens, self.lexicon, self.names = tokens, lexicon, names

    def at(self, index: int) -> Mention | None:
        """The side that begins at a token; a dual office before a name ("the presidents N. and M.") is none."""
        words = self._begins(index)
        if words is None:
            return None
        for kind in SIDES:
            if kind == "own" and self.tokens[index].original.endswith("ة"):
                continue  # "سفيرة" is a woman ambassador, "سفيره" his ambassador
            for word in words:
                length = self._length(kind, word, index)
                if not length:
                    continue
                named = index + 1 < len(self.tokens) and self.names.given(self.tokens[index + 1])
                if kind == "pair" and named:
                    return None
                mention = Mention(index, index + length, kind)
                if kind == "counterpart":
                    self._described(mention)
                elif kind == "pair":
                    self._members(mention)
                    mention.several = self._several(mention)
                return mention
        return None

    def _begins(self, index: int) -> list[str] | None:
        """The readings of a word, None where no side begins with any of them."""
        words = [("ال" if a.article else "") + a.stem for a in self.tokens[index].analyses]
        words += [w[: -len(MIXED_DUAL)] + "ين" for w in words if w.endswith(MIXED_DUAL)]
        for word in words:
            if word in self.lexicon.side_words:
                return words
        return None

    def _length(self, kind: str, word: str, index: int) -> int:
        for phrase in self.lexicon.phrases.get(kind, ()):
            if word != phrase[0]:
                continue
            if tuple(t.text for t in self.tokens[index + 1 : index + len(phrase)]) == phrase[1:]:
                return len(phrase)
        return int(self.lexicon.has(kind, word))

    def _state(self, position: int) -> tuple[str, int, str] | None:
        """State, end and preposition of an adjective or state name at a token."""
        hit = self.lexicon.names.at(self.tokens, position) if self.tokens[position].word else None
        value = next((n.value for n in hit.names if n.kind in ("adjective", "state")), None) if hit else None
        return (value, hit.last, hit.analysis.preposition) if hit and value else None

    def _several(self, mention: Mention) -> bool:
        """English: whether nothing in the words for a pair says that they are two ("the leaders", "they")."""
        two = self.lexicon.words.get("exactly-two", frozenset())
        return bool(two) and all(t.text not in two for t in self.tokens[mention.first : mention.last])

    def _members(self, mention: Mention) -> None:
        """ "the two sides, Egyptian and Ugandan" names its members."""
        position, found = mention.last, list[str]()
        while position < len(self.tokens) and len(found) < MAX_SIDES:
            state = self._state(position)
            if state is None or state[2] not in ("", "ل"):
                break
            found.append(state[0])
            position = state[1]
        if len(found) > 1:
            mention.actors, mention.last = tuple(found), position

    def _described(self, mention: Mention) -> None:
        """The adjective after "counterpart", across "from the ... side"."""
        for position in range(mention.last, min(len(self.tokens), mention.last + BRIDGE)):
            state = self._state(position)
            if state:
                mention.actors, mention.last = (state[0],), state[1]
                self._further(mention)
                return
            if not self.lexicon.has("bridge", self.tokens[position].text):
                return

    def _further(self, mention: Mention) -> None:
        """Further counterparts of "his Japanese, Australian and American counterparts"."""
        if not self.lexicon.has("counterparts", self.tokens[mention.first].text):
            return
        while mention.last < len(self.tokens) and any(
            a.conjunction for a in self.tokens[mention.last].analyses
        ):
            state = self._state(mention.last)
            if state is None:
                return
            mention.actors, mention.last = (*mention.actors, state[0]), state[1]
