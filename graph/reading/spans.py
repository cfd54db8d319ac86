"""The words shown for an event: from the verb that opens it to the end of its phrase."""

from __future__ import annotations

from collections.abc import Sequence

from graph.reading.events import Draft
from graph.reading.lexicon import Lexicon
from graph.reading.sentence import Sentence
from graph.reading.tokens import Token

STOPS = frozenset(".؟?!\n،,;؛:")
OPENING_REACH, CLOSING_REACH = 16, 18
JOINERS = frozenset({"و", "and", "et", "but"})


def shown(draft: Draft, sentence: Sentence, others: Sequence[Draft], lexicon: Lexicon) -> tuple[int, int]:
    """Folded offsets of an event's quote; ``others`` are drafts of the same sentence.

    Where the verb comes first, a verb that opens or lends itself to an event noun belongs to the quote; on
    the other side it runs on to the next stop, unless another clause begins before or the stop is far.
    """
    starts = {d.index for d in others}
    tokens = sentence.tokens
    first = draft.start
    if not draft.trigger.verb and lexicon.language.ORDER != "subject-first":
        opening = _opening(tokens, draft.index, starts, lexicon)
        if opening is None:
            first = _head(sentence, first)
        elif first > tokens[opening].start or any(d.start <= first and d.index < opening for d in others):
            # the sides stand before it only as those of another act ("agreed to hold")
            first = tokens[opening].start
    return first, _closing(tokens, draft.end, starts, lexicon)


def _head(sentence: Sentence, start: int) -> int:
    """Where the noun begins that an adjective at the start of the quote describes ("the measures of S")."""
    for mention in sentence.mentions:
        if mention.start == start and mention.kind == "adjective" and mention.first:
            before = sentence.tokens[mention.first - 1]
            return before.start if before.word else start
    return start


def _opening(tokens: Sequence[Token], index: int, others: set[int], lexicon: Lexicon) -> int | None:
    for position in range(index - 1, max(-1, index - OPENING_REACH), -1):
        token = tokens[position]
        if token.text in STOPS or position in others:
            return None
        for analysis in token.analyses:
            if not analysis.article and any(lexicon.has(c, analysis.stem) for c in ("begins", "light")):
                return position
    return None


def _closing(tokens: Sequence[Token], end: int, others: set[int], lexicon: Lexicon) -> int:
    position = next((i for i, t in enumerate(tokens) if t.start >= end), len(tokens))
    last, words = end, 0
    for index in range(position, len(tokens)):
        token = tokens[index]
        if token.text in STOPS or _clause(tokens, index, others, lexicon):
            return last
        words += token.word
        if words > CLOSING_REACH:
            return end
        last = token.end if token.word or token.text == ")" else last
    return last


def _clause(tokens: Sequence[Token], index: int, others: set[int], lexicon: Lexicon) -> bool:
    """Whether a clause or another event of its own begins at a token."""
    token = tokens[index]
    joined = token.text in JOINERS
    following = index + joined
    if lexicon.has("clause", token.text) and not lexicon.has("relative", token.text):
        return True
    if following >= len(tokens):
        return False
    for analysis in tokens[following].analyses:
        if not (joined or analysis.conjunction) or analysis.article or analysis.preposition:
            continue
        forms = [saying.form for saying in lexicon.sayings.get(analysis.stem, ())]
        forms += [trigger.form for trigger in lexicon.triggers.get(analysis.stem, ())]
        if following in others or any(form.feature != "noun" for form in forms):
            return True
    return False
