"""Instruments: what the text calls the treaty or protocol that somebody signs, and whether it is a further one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from graph.reading.lexicon import Lexicon
from graph.reading.tokens import Token

if TYPE_CHECKING:
    from graph.reading.events import Draft
    from graph.reading.records import Records

NEAR = 10  # words from the word of signing at which its instrument is looked for, and that a name may have
STOPS = ("relative", "that", "clause", "linking-verb")
SIGNED_NEAR = 8  # words from a word of signing to what it signs
PARTIES = ("between", "with", "by", "from", "in", "during", "after")


def instrument(builder: Records, draft: Draft) -> str | None:
    """The words for the instrument that a word of signing has, None where the sentence has none near it."""
    tokens, lexicon = builder.sentences[draft.sentence].tokens, builder.lexicon
    near = range(max(0, draft.index - NEAR), min(len(tokens), draft.index + NEAR))
    heads = [i for i in near if any(lexicon.has("instrument", a.stem) for a in tokens[i].analyses)]
    head = next((i for i in heads if i > draft.index), heads[-1] if heads else None)
    if head is None:
        return None
    first = _first(tokens, head, lexicon)
    last = head + 1
    while last < len(tokens) and last - head < NEAR and not _ends(tokens, last, lexicon):
        last += 1
    while last > head + 1 and _small(tokens[last - 1], lexicon):
        last -= 1
    text = builder.folded.quote(tokens[first].start, tokens[last - 1].end)
    prefix = next(
        (
            len(a.conjunction + a.preposition)
            for a in tokens[first].analyses
            if lexicon.has("instrument", a.stem)
        ),
        0,
    )
    return text[prefix:]


def _first(tokens: Sequence[Token], head: int, lexicon: Lexicon) -> int:
    """English: where what stands before the noun begins ("free trade agreement")."""
    if lexicon.language.ADJECTIVE_SIDE != "before":
        return head
    first = head
    while first and tokens[first - 1].word and not _small(tokens[first - 1], lexicon):
        first -= 1
    if first and tokens[first - 1].word:
        return first
    while first < head and _verbal(tokens[first], lexicon):
        first += 1
    return first


def _ends(tokens: Sequence[Token], index: int, lexicon: Lexicon) -> bool:
    """Whether the name of an instrument is over: a mark, a relative, a verb, or its parties, place and day."""
    token = tokens[index]
    if not token.word or any(lexicon.has(c, token.text) for c in STOPS):
        return True
    if any(
        lexicon.prepositions.get(w) in PARTIES
        for w in {token.text, *(a.preposition for a in token.analyses[:1])}
    ):
        return True
    return _verbal(token, lexicon)


def _verbal(token: Token, lexicon: Lexicon) -> bool:
    """Whether a word is a form of a verb and no noun."""
    forms = {form for a in token.analyses for form in lexicon.parts_of_speech(a.stem)}
    return bool(forms) and "noun" not in forms


def _small(token: Token, lexicon: Lexicon) -> bool:
    return lexicon.has("function", token.text) or lexicon.has("articles", token.text)


def further_instrument(tokens: Sequence[Token], index: int, lexicon: Lexicon) -> bool:
    """Whether an instrument is one more in a list of those signed, not the object of the verb itself."""
    signs = [
        i
        for i, t in enumerate(tokens)
        if any(
            x.kind == "signing" and x.need != "signed"
            for a in t.analyses
            for x in lexicon.triggers.get(a.stem, ())
        )
    ]
    if not signs or any(0 < index - i <= SIGNED_NEAR for i in signs):
        listed = any(a.conjunction for a in tokens[index].analyses) or any(
            lexicon.has("besides", t.text) for t in tokens[max(0, index - 2) : index]
        )
        return bool(signs) and listed
    return not any(
        lexicon.has("instrument", a.stem) for t in tokens[max(0, index - 3) : index] for a in t.analyses
    )


def known_instrument(tokens: Sequence[Token], index: int, lexicon: Lexicon) -> bool:
    """Whether a participle describes an instrument told before ("The memorandum, signed in S by")."""
    before = [t.text for t in tokens[max(0, index - 4) : index] if t.word]
    named = [i for i, w in enumerate(before) if lexicon.has("instrument", w)]
    return bool(named) and named[-1] == len(before) - 1 and "the" in before[: named[-1]]
