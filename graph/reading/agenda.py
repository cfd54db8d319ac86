"""What a meeting dealt with: the subjects after "discussed", "dealt with", "touched on"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graph.reading.clauses import ENDS
from graph.reading.lexicon import Lexicon
from graph.reading.tokens import Token

MIN_WORDS = 2
JOINERS = frozenset({"و", "and", "et", "as", "well"})


def agenda(tokens: Sequence[Token], lexicon: Lexicon, skip: frozenset[int]) -> Iterator[tuple[int, int]]:
    """Folded offsets of the subjects that a sentence lists; ``skip`` are tokens of subjects of the verb."""
    index = 0
    while index < len(tokens):
        verb = any(lexicon.has("discuss", a.stem) for a in tokens[index].analyses if not a.article)
        index += 1
        if not verb:
            continue
        while index < len(tokens) and (index in skip or lexicon.has("discuss-after", tokens[index].text)):
            index += 1
        end = _end(tokens, index, lexicon)
        cuts = [index, *(i for i in range(index + MIN_WORDS, end - 1) if _cut(tokens, i, lexicon)), end]
        for first, last in zip(cuts, cuts[1:], strict=False):
            yield from _item(tokens, first, last)
        index = max(end, index)


def _item(tokens: Sequence[Token], first: int, last: int) -> Iterator[tuple[int, int]]:
    while first < last and (not tokens[first].word or tokens[first].text in JOINERS):
        first += 1
    while last > first and not tokens[last - 1].word:
        last -= 1
    if last - first >= MIN_WORDS:
        yield tokens[first].start, tokens[last - 1].end


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
    return any(s.weight == "strong" and s.form.feature in ("past", "present") for a in tokens[position].analyses if a.conjunction or lexicon.language.LANGUAGE != "ar"
               for s in lexicon.sayings.get(a.stem, ()))  # fmt: skip


def _cut(tokens: Sequence[Token], index: int, lexicon: Lexicon) -> bool:
    """A new subject begins after a comma, or at "and" with a head of subjects ("and the situation in")."""
    token, before = tokens[index], tokens[index - 1]
    if before.text in (",", "،"):
        return True
    return any(
        a.conjunction and lexicon.has("subject-head", ("ال" if a.article else "") + a.stem)
        for a in token.analyses
    ) or (token.text in JOINERS and lexicon.has("subject-head", tokens[index + 1].text))
