"""What was said before its verb: "the talks were important," X said; "...", said X."""

from __future__ import annotations

from collections.abc import Sequence

from graph.reading.clauses import QUOTE
from graph.reading.lexicon import Lexicon
from graph.reading.mention import Mention
from graph.reading.sentence import Sentence
from graph.reading.tokens import Token

CLOSING = (",", QUOTE)
PRONOUNS = ("he", "she", "it", "they", "i", "we", "il", "elle", "ils")
MIN_SAID = 4
MIN_SPEECH = 5
MAX_SPEAKER = 12
NAME_WORDS = 2
PEOPLE = ("person", "body", "name", "pair", "counterpart", "people")


def speaker_after(tokens: Sequence[Token], mentions: Sequence[Mention], index: int) -> Mention | None:
    """The phrase that a verb right after a quotation or a comma has behind it ("...," said the minister)."""
    if not index or tokens[index - 1].text not in CLOSING:
        return None
    return next(
        (m for m in mentions if 0 < m.first - index <= 2 and m.kind in PEOPLE and not m.preposition), None
    )


def behind_quotation(sentence: Sentence, index: int) -> int | None:
    """Where the words begin that tell who said a quotation, where the verb at ``index`` is the one behind it."""
    tokens = sentence.tokens
    for position in range(index - 1, max(0, index - MAX_SPEAKER), -1):
        if tokens[position].text == QUOTE:
            closes = tokens[position - 1].text in (",", "?", "!", ".")
            return position + 1 if closes and position + 1 < index else None
    return None


def first_person(sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether "we" or "I" stands in a sentence outside quotation marks."""
    first = next((i for i, t in enumerate(sentence.tokens) if lexicon.has("first-person", t.text)), None)
    return first is not None and all(t.text != QUOTE for t in sentence.tokens[:first])


def stranger(sentence: Sentence, lexicon: Lexicon) -> bool:
    """English: whether the sentence opens with the name of one who speaks for nobody known."""
    if lexicon.language.ORDER != "subject-first":
        return False
    tokens = sentence.tokens
    first = next((i for i, t in enumerate(tokens) if t.word and not lexicon.has("function", t.text)), 0)
    last = first
    while (
        last < len(tokens)
        and tokens[last].word
        and tokens[last].capital
        and not lexicon.has("function", tokens[last].text)
    ):
        last += 1
    named = last - first >= NAME_WORDS and first <= 1 and not lexicon.has("honorific", tokens[first].text)
    return named and not any(m.first < last + 1 and m.kind != "own" for m in sentence.mentions)


def said_before(sentence: Sentence, index: int) -> tuple[int, int] | None:
    """Tokens of what stands before "X said" where nothing said follows; None in other orders."""
    tokens = sentence.tokens
    if _says_on(tokens, index):
        return None
    end = _speaker_start(sentence, index)
    if end < MIN_SAID or tokens[end - 1].text not in CLOSING:
        return None
    quotes = [i for i in range(end) if tokens[i].text == QUOTE]
    start = quotes[-2] if len(quotes) > 1 and tokens[end - 1].text == QUOTE else 0
    return (start + (tokens[start].text == QUOTE), end - 1) if end - start > MIN_SAID else None


def _says_on(tokens: Sequence[Token], index: int) -> bool:
    """Whether content follows the verb: "that", a quotation, or more than when and where it was said."""
    following = [t.text for t in tokens[index + 1 : index + MAX_SPEAKER]]
    return "that" in following[:4] or QUOTE in following or ":" in following[:2]


def _speaker_start(sentence: Sentence, index: int) -> int:
    """Where the phrase of the speaker before the verb begins; the verb itself where the speaker follows."""
    tokens = sentence.tokens
    if tokens[index - 1].text in CLOSING:
        return index
    if tokens[index - 1].text in PRONOUNS:
        return index - 1
    near = [m for m in sentence.mentions if m.last <= index and index - m.last <= 3 and m.kind in PEOPLE]
    if not near:
        return 0
    first = near[-1].first
    while first > 1 and index - first < MAX_SPEAKER and tokens[first - 1].text not in CLOSING:
        first -= 1
    return first


def opens_speech(sentence: Sentence, index: int) -> bool:
    """Whether the verb ends its line with a colon: what follows are the speaker's words."""
    tokens = [t.text for t in sentence.tokens[index + 1 :]]
    return ":" in tokens[:MAX_SPEAKER] and not any(t.isalpha() for t in tokens[tokens.index(":") :])


def quoted(tokens: Sequence[Token], open_before: bool) -> tuple[list[range], bool]:
    """The stretches of a sentence inside quotation marks, long enough to be speech; whether the last stays open."""
    marks = [i for i, t in enumerate(tokens) if t.text == QUOTE]
    bounds = [-1, *marks] if open_before else marks
    stays = len(bounds) % 2 == 1
    bounds = [*bounds, len(tokens)] if stays else bounds
    found = [range(a + 1, b) for a, b in zip(bounds[::2], bounds[1::2], strict=True)]
    return [r for r in found if sum(tokens[i].word for i in r) >= MIN_SPEECH], stays
