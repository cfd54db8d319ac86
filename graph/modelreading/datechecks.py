"""Whether the days that a model gives can be derived from the words that it gives them for.

The reader's own grammar of dates reads the words at their place in the text, with the day of publication;
a bound stands where it begins or ends one of their readings, or is the day of publication itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from graph.model import Article
from graph.modelreading.aligning import Span, languages_in
from graph.reading.dates import DateMention, find_dates, resolve
from graph.reading.fold import fold
from graph.reading.headers import full_dates

AHEAD = frozenset({"planned", "postponed"})


@dataclass(frozen=True, slots=True)
class Days:
    """The range that was accepted, and why it is not the one that was given (None where it is)."""

    earliest: date | None
    latest: date | None
    fault: str | None = None


class DateChecks:
    """The date expressions of one article."""

    def __init__(self, article: Article) -> None:
        self.article = article

    @cached_property
    def _mentions(self) -> list[tuple[Span, DateMention]]:
        folded = fold(self.article.text)
        return [
            (folded.span(m.start, m.end), m)
            for code in languages_in(self.article.text, self.article.language)
            for m in find_dates(folded.text, code, self.article.published)
        ]

    def check(self, earliest: str | None, latest: str | None, words: Sequence[Span], status: str) -> Days:
        """The days of an event, as given where they can be derived from ``words``, else as the words say."""
        mentions = [m for span, m in self._mentions if any(_overlap(span, w) for w in words)]
        said = self._said(mentions, status)
        try:
            first, last = _day(earliest), _day(latest)
        except ValueError as error:
            return Days(*said, fault=f"a day is no YYYY-MM-DD: {error}")
        allowed = {self.article.published, None}
        for mention in mentions:
            ahead, behind = resolve(mention, True), resolve(mention, False)
            for span in ((mention.earliest, mention.latest), ahead, behind, mention.ahead, mention.behind):
                allowed.update(span or ())
        strange = [day for day in (first, last) if day not in allowed]
        if strange:
            days = " and ".join(str(day) for day in strange)
            return Days(*said, fault=f"{days} cannot be derived from {self._reading(mentions)}")
        if first and last and first > last:
            return Days(*said, fault=f"{first} is after {last}")
        return Days(first, last)

    def _said(self, mentions: Sequence[DateMention], status: str) -> tuple[date | None, date | None]:
        return resolve(mentions[0], status in AHEAD) if mentions else (None, None)

    def _reading(self, mentions: Sequence[DateMention]) -> str:
        if not mentions:
            return "the article: give the words that tell when as date_words"
        read = ", ".join(f"{m.earliest or '…'} to {m.latest or '…'}" for m in mentions)
        return f"the date_words, which say {read} (published {self.article.published or 'on an unknown day'})"


def published_in(words: str, language: str) -> date | None:
    """The one day that some words of a text name by themselves; None where they name none or a range."""
    days = full_dates(fold(words).text, language)
    return days[0].earliest if days else None


def _day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]
