"""Quotations that reach over several sentences, and those that go on behind one with the same speaker."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.reading.clauses import QUOTE
from graph.reading.contents import Voice
from graph.reading.forms import Form
from graph.reading.lexicon import Lexicon
from graph.reading.quotation import MAX_SPEAKER
from graph.reading.sentence import Sentence
from graph.reading.stances import Saying

LONGEST = 6  # sentences; what is not closed by then was no opening
MIN_WORDS = 3
OPENING, CLOSING = frozenset("“„‟«"), frozenset("”»")


@dataclass(frozen=True, slots=True)
class Passage:
    """Tokens ``first:last`` of a sentence, by its number, that somebody said."""

    number: int
    first: int
    last: int


def stating(whose: tuple[str, ...]) -> Voice | None:
    """The voice of one whose words are no quotation: of a whole article, or of a sentence that says "we"."""
    said = Saying("affirms", "weak", "statement", Form("statement", "noun"))
    return Voice(-1, said, whose, None, 0) if whose else None


class Speeches:
    """The long quotations of an article; its sentences are given in their order."""

    def __init__(self, lexicon: Lexicon, sentences: Sequence[Sentence]) -> None:
        self.lexicon, self.sentences = lexicon, sentences
        known = "first-person" in lexicon.words
        self.closing = dict(self._spans() if known else ())  # number of the last sentence -> of the first
        self.inside = {n for last, first in self.closing.items() for n in range(first, last)}
        self.opener: Voice | None = None
        self.voice: Voice | None = None

    def _spans(self) -> Iterator[tuple[int, int]]:
        """(last, first) sentence of every quotation that is opened in one and closed in another."""
        opened: int | None = None
        for number, sentence in enumerate(self.sentences):
            if opened is not None and number - opened > LONGEST:
                opened = None
            marks = [sentence.tokens[i].original for i in _marks(sentence)]
            if opened is not None and marks and (marks[0] in OPENING or _marks(sentence)[0] == 0):
                opened = None  # a new paragraph of the same speech, or the mark before was no opening
            ends_open = opened is not None
            for mark in marks:
                ends_open = mark in OPENING or (mark not in CLOSING and not ends_open)
            if opened is not None and marks:
                yield number, opened
                opened = None
            if ends_open and marks and self._opens(sentence):
                opened = number

    def _opens(self, sentence: Sentence) -> bool:
        """Whether the last quotation mark has the quotation behind it."""
        return sum(t.word for t in sentence.tokens[_marks(sentence)[-1] :]) >= MIN_WORDS

    def holds(self, number: int, voices: Sequence[Voice]) -> bool:
        """Whether a sentence is nothing but part of a quotation whose speaker another sentence tells."""
        if number not in self.inside:
            return False
        if number not in self.closing.values():
            return True
        mark = _marks(self.sentences[number])[-1]
        self.opener = next((v for v in reversed(voices) if v.index < mark and v.holders), None)
        return self.opener is None

    def said(self, number: int, voices: Sequence[Voice]) -> Iterator[tuple[Passage, Voice]]:
        """The passages whose speaker this sentence tells, or that go on with the last one."""
        if "first-person" not in self.lexicon.words:
            return
        sentence, marks = self.sentences[number], _marks(self.sentences[number])
        speakers = [v for v in voices if v.holders and not self.first_person(sentence, v.index)]
        if number in self.closing:
            first = self.closing[number]
            behind = (v for v in speakers if marks[0] < v.index <= marks[0] + MAX_SPEAKER)
            voice = next(behind, None) or self.opener
            if voice:
                for other in range(first + bool(self.opener), number):
                    start = _marks(self.sentences[other])[-1] + 1 if other == first else 0
                    yield Passage(other, start, len(self.sentences[other].tokens)), voice
                if voice is self.opener:
                    yield Passage(number, 0, marks[0]), voice
            self.voice, self.opener = voice, None
        elif marks[:1] == [0] and len(marks) == 2 and self.voice and not speakers:
            yield Passage(number, 1, marks[1]), self.voice
        elif marks:
            self.voice = next((v for v in reversed(speakers) if v.saying.weight == "weak"), None)
        elif number not in self.inside:
            self.voice = None

    def first_person(self, sentence: Sentence, index: int) -> bool:
        """Whether the subject of a verb is "we" or "I"."""
        for token in reversed(sentence.tokens[max(0, index - 3) : index]):
            if self.lexicon.has("first-person", token.text):
                return True
            if not self.lexicon.has("function", token.text) and not token.text.endswith("ly"):
                return False
        return False


def _marks(sentence: Sentence) -> list[int]:
    return [i for i, t in enumerate(sentence.tokens) if t.text == QUOTE]
