"""Attendance: who took part, where a sentence of its own lists it ("Participants in the call included ...")."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from graph.reading.arguments import Argument
from graph.reading.events import Draft
from graph.reading.forms import Form
from graph.reading.lexicon import Lexicon, Trigger
from graph.reading.mention import Mention
from graph.reading.roles import Part
from graph.reading.sentence import Sentence

REACH = 8  # words from "participants" to "included"
CALL, MEETING = "call", "meeting"


@dataclass(frozen=True, slots=True)
class Attendance:
    """The sentence, by its number, that lists who took part; ``index`` is the word that says so."""

    number: int
    index: int
    listed: tuple[Mention, ...]
    kind: str

    @property
    def actors(self) -> tuple[str, ...]:
        """Whoever is listed, each once."""
        return tuple(dict.fromkeys(a for m in self.listed for a in m.actors))

    def draft(self, sentence: Sentence, own: str | None, published: date | None) -> Draft:
        """The call or meeting with those listed and whose account the article is."""
        parts = [Part(a, "party", Argument(m, "between", m.actors)) for m in self.listed for a in m.actors]
        unique = {p.actor: p for p in reversed(parts)}
        if own and own not in unique:
            mention = Mention(self.index, self.index, "own", (own,))
            unique[own] = Part(own, "party", Argument(mention, "subject", (own,)))
        word = sentence.tokens[self.index].text
        trigger = Trigger(self.kind, "mutual", word, Form(word, "noun"))
        first = min(self.index, *(m.first for m in self.listed))
        last = max(self.index + 1, *(m.last for m in self.listed))
        start, end = sentence.tokens[first].start, sentence.tokens[last - 1].end
        found = list(reversed(unique.values()))
        draft = Draft(self.kind, "held", found, trigger, self.number, self.index, start, end)
        draft.latest = published
        return draft


def attendance(
    sentences: Sequence[Sentence], lexicon: Lexicon, titles: int, own: str | None
) -> Attendance | None:
    """Who is listed as having taken part; None where no sentence does, or fewer than two besides ``own``."""
    if "attending" not in lexicon.words:
        return None
    for number, sentence in enumerate(sentences[titles:], titles):
        found = _included(sentence, lexicon) or _joined(sentence, lexicon)
        listed = [m for m in found[1] if m.actors and m.kind in ("person", "name", "body")] if found else []
        if found and len({a for m in listed for a in m.actors} - {own}) > 1:
            around = (t.text for s in (*sentences[:titles], sentence) for t in s.tokens)
            called = any(lexicon.has("by-call", word) for word in around)
            return Attendance(number, found[0], tuple(listed), CALL if called else MEETING)
    return None


def _included(sentence: Sentence, lexicon: Lexicon) -> tuple[int, list[Mention]] | None:
    """ "Participants in the call included N. of S and M. of T"."""
    tokens = sentence.tokens
    for index, token in enumerate(tokens):
        if lexicon.has("attending", token.text):
            behind = range(index + 1, min(len(tokens), index + REACH))
            verb = next((i for i in behind if lexicon.has("including", tokens[i].text)), None)
            return (index, [m for m in sentence.mentions if m.first > verb]) if verb else None
    return None


def _joined(sentence: Sentence, lexicon: Lexicon) -> tuple[int, list[Mention]] | None:
    """ "N. of S, M. of T and the ministers of U participated in the call"."""
    tokens = sentence.tokens
    for index, token in enumerate(tokens):
        behind = tuple(t.text for t in tokens[index + 1 : index + 4])
        if lexicon.has("participated", token.text) and behind in lexicon.phrases.get("attended", ()):
            return index, [m for m in sentence.mentions if m.last <= index]
    return None
