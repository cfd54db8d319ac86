"""Topics: where what is talked about, or what a meeting is for, begins behind a word of meeting."""

from __future__ import annotations

from collections.abc import Sequence

from graph.reading.lexicon import Lexicon, Trigger
from graph.reading.tokens import Token

PURPOSE = "ل"  # the letter that makes "to discuss" of an Arabic verbal noun


def topic(tokens: Sequence[Token], after: int, last: int, lexicon: Lexicon, trigger: Trigger) -> int:
    """The token at which the topic begins in ``after:last``; the last token of all where none does.

    In English a verb of meeting has one also in "spoke with S to thank it for the deal between T and U".
    """
    purposes = trigger.verb and lexicon.language.ORDER == "subject-first"
    for index in range(after, min(last, len(tokens))):
        text = tokens[index].text
        if lexicon.prepositions.get(text) == "about" or lexicon.has("margin", text):
            return index
        if text[0] == PURPOSE and lexicon.has("discuss", text):
            return index
        following = tokens[index + 1].text if index + 1 < len(tokens) else ""
        if purposes and text == "to" and "base" in lexicon.parts_of_speech(following):
            return index
    return len(tokens)
