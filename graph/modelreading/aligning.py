"""From a quote to the stretch of the text that it was taken from, or to nothing.

A quote is found where the text has it to the letter, or else where the same words stand in the same order
up to what writers and models vary: hamza seats, tatweel, harakat, letter case, spaces, punctuation, and
the proclitics and article of a word. No word may be missing, added or another. What comes back is always
a slice of the text as it stands, never the quote.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from rapidfuzz import fuzz

from graph.reading.fold import fold
from graph.reading.forms import language

Span = tuple[int, int]
ARABIC, LATIN = re.compile(r"[\u0600-\u06ff]"), re.compile(r"[A-Za-z]")
_WORD = re.compile(r"[^\W_]+")
_PROCLITIC = re.compile(r"[وف]?(?:س|لل|[بك]?ال|[بكل])?")
LIKE = 60.0  # per cent of likeness from which a passage is worth showing to whoever misquoted it


class Aligner:
    """Finds quotes in ``text[start:end]``; spans count code points of the whole text."""

    def __init__(self, text: str, code: str, start: int = 0, end: int | None = None) -> None:
        self.text, self.start, self.end = text, start, len(text) if end is None else end
        self._analyses = {scripted: language(scripted).analyses for scripted in (code, "ar")}
        self._code = code

    @cached_property
    def _words(self) -> list[tuple[str, int, int]]:
        """(folded word, its span) in order."""
        folded = fold(self.text[self.start : self.end])
        found = []
        for match in _WORD.finditer(folded.text):
            first, last = folded.span(*match.span())
            found.append((match.group(), self.start + first, self.start + last))
        return found

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        """Stem -> numbers of the words that may be read as it."""
        places: dict[str, list[int]] = {}
        for number, (word, _, _) in enumerate(self._words):
            for stem in self._stems(word):
                places.setdefault(stem, []).append(number)
        return places

    def _stems(self, word: str) -> frozenset[str]:
        code = "ar" if ARABIC.match(word) else self._code
        return frozenset((word, *(a.stem for a in self._analyses[code](word))))

    def align(self, quote: str, near: Sequence[int] = ()) -> Span | None:
        """The span of a quote: of several, the one nearest to the offsets ``near``, else the first."""
        spans = self.spans(quote)
        if not spans:
            return None
        return min(spans, key=lambda s: (sum(min(abs(s[0] - n), abs(s[1] - n)) for n in near), s[0]))

    def spans(self, quote: str) -> list[Span]:
        """Every stretch that a quote may stand for: those to the letter, else those up to spelling."""
        quote = quote.strip()
        if not _WORD.search(quote):
            return []
        return list(self._exact(quote)) or list(dict.fromkeys(self._alike(quote)))

    def _exact(self, quote: str) -> Iterator[Span]:
        at = self.text.find(quote, self.start, self.end)
        while at >= 0:
            if self._whole(at, at + len(quote)):
                yield at, at + len(quote)
            at = self.text.find(quote, at + 1, self.end)

    def _whole(self, start: int, end: int) -> bool:
        """Whether a stretch ends with a word and begins with one, or right behind its proclitics."""
        if end < len(self.text) and self.text[end - 1].isalnum() and self.text[end].isalnum():
            return False
        before = start
        while before > 0 and self.text[before - 1].isalnum() and self.text[start].isalnum():
            before -= 1
        return bool(_PROCLITIC.fullmatch(self.text[before:start]))

    def _alike(self, quote: str) -> Iterator[Span]:
        wanted = [self._stems(word) for word in _WORD.findall(fold(quote).text)]
        if not wanted:
            return
        words = self._words
        for first in sorted({n for stem in wanted[0] for n in self._places.get(stem, ())}):
            last = first + len(wanted)
            if last <= len(words) and all(
                not stems.isdisjoint(self._stems(word))
                for stems, (word, _, _) in zip(wanted, words[first:last], strict=True)
            ):
                yield words[first][1], words[last - 1][2]

    def likest(self, quote: str) -> str | None:
        """The passage most like a quote that was not found, to show to whoever gave it; never evidence."""
        passage = self.text[self.start : self.end]
        found = fuzz.partial_ratio_alignment(quote, passage, score_cutoff=LIKE)
        if found is None or not quote.strip():
            return None
        begin, finish = found.dest_start, found.dest_end
        while begin > 0 and passage[begin - 1].isalnum():
            begin -= 1
        while finish < len(passage) and passage[finish].isalnum():
            finish += 1
        return passage[begin:finish].strip() or None


def languages_in(text: str, code: str) -> tuple[str, ...]:
    """The language of a text, and those of the scripts that it holds: a text may quote another language."""
    scripts = [name for name, letter in (("ar", ARABIC), ("en", LATIN)) if letter.search(text)]
    return tuple(dict.fromkeys((code, *scripts)))


def anchors(spans: Iterable[Span | None]) -> list[int]:
    """The offsets of those spans that were found."""
    return [offset for span in spans if span for offset in span]
