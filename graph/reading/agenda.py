"""What a meeting dealt with: the subjects after "discussed", "dealt with", "touched on"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from graph.reading.clauses import ENDS
from graph.reading.lexicon import Lexicon
from graph.reading.tokens import Token

MIN_WORDS = 2
JOINERS = frozenset({"و", "and", "et", "as", "well"})


def agenda(tokens: Sequence[Token], lexicon: Lexicon, skip: frozenset[int]) -> Iterator[tuple[int, int]]:
    """Folded offsets of the subjects that a sentence lists; ``skip`` are tokens of subjects of the verb."""
    index = 0
    while index < len(tokens):
        verb = lexicon.glances[tokens[index].text].discusses and any(
            lexicon.has("discuss", a.stem) for a in tokens[index].analyses if not a.article
        )
        index += 1
        if not verb:
            continue
        while index < len(tokens) and (index in skip or lexicon.has("discuss-after", tokens[index].text)):
            index += 1
        end = _end(tokens, index, lexicon)
        cuts = [index, *(i for i in range(index + MIN_WORDS, end - 1) if _cut(tokens, i, lexicon)), end]
        for first, last in pairwise(cuts):
            yield from _item(tokens, first, last, lexicon)
        index = max(end, index)


def _item(tokens: Sequence[Token], first: int, last: int, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    while first < last and _leads(tokens, first, lexicon):
        first += 1
    while last > first and not tokens[last - 1].word:
        last -= 1
    if last - first >= MIN_WORDS:
        yield tokens[first].start, tokens[last - 1].end


def _leads(tokens: Sequence[Token], index: int, lexicon: Lexicon) -> bool:
    """Whether a token only leads to the subject ("besides", "in particular", "consisting of")."""
    token = tokens[index]
    if not token.word or token.text in JOINERS or _narrows(token, lexicon) or _adds(token, lexicon):
        return True
    before = tokens[index - 1] if index else token
    return token.text in lexicon.prepositions and (_narrows(before, lexicon) or _adds(before, lexicon))


def _narrows(token: Token, lexicon: Lexicon) -> bool:
    return any(lexicon.has("particular", word) for word in (token.text, token.text[1:]))


def _adds(token: Token, lexicon: Lexicon) -> bool:
    return any(lexicon.has("besides", word) for word in (token.text, token.text[1:]))


def _end(tokens: Sequence[Token], index: int, lexicon: Lexicon) -> int:
    for position in range(index, len(tokens)):
        if (
            tokens[position].text in ENDS
            or lexicon.has("agenda-end", tokens[position].text)
            or _says(tokens, position, lexicon)
        ):
            return position
    return len(tokens)


def _says(tokens: Sequence[Token], position: int, lexicon: Lexicon) -> bool:
    return any(
        s.weight == "strong" and s.form.feature in ("past", "present")
        for a in tokens[position].analyses
        if a.conjunction or lexicon.language.LANGUAGE != "ar"
        for s in lexicon.sayings.get(a.stem, ())
    )


def _cut(tokens: Sequence[Token], index: int, lexicon: Lexicon) -> bool:
    """A new subject begins after a comma, or at "and" with a head of subjects ("and the situation in")."""
    token, before = tokens[index], tokens[index - 1]
    if before.text in (",", "،") or _narrows(token, lexicon):
        return True
    return any(
        a.conjunction and lexicon.has("subject-head", ("ال" if a.article else "") + a.stem)
        for a in token.analyses
    ) or (token.text in JOINERS and lexicon.has("subject-head", tokens[index + 1].text))
