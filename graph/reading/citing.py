"""Citing: whose words "the agency quoted the minister as saying" reports, which are no words of the agency."""

from __future__ import annotations

from collections.abc import Sequence

from graph.reading.lexicon import Lexicon
from graph.reading.mention import Mention
from graph.reading.sentence import Sentence
from graph.reading.tokens import Token

REACH = 16  # words from "quoted" to "as saying"
SPEAKERS = ("person", "body", "name", "counterpart")


def cites(tokens: Sequence[Token], index: int, lexicon: Lexicon) -> int | None:
    """Where the "quoted" of "quoted N. as saying" stands, whose last word is at ``index``; None for other words."""
    if not index or not lexicon.has("cited-as", tokens[index - 1].text):
        return None
    words = range(index - 2, max(-1, index - 2 - REACH), -1)
    return next((i for i in words if lexicon.has("cites", tokens[i].text)), None)


def cited(sentence: Sentence, index: int, at: int) -> Mention | None:
    """Who is quoted: named behind the verb at ``at``, or before it in "N. was quoted as saying"."""
    able = [m for m in sentence.mentions if m.kind in SPEAKERS and m.last < index]
    inside = [m for m in able if m.first > at]
    if inside:
        return inside[-1] if inside[-1].person else inside[0]
    passive = sentence.tokens[at + 1 : index - 1] == []
    before = [m for m in able if m.last <= at and not m.preposition]
    return before[-1] if passive and before else None
