"""What governs a phrase: the preposition before it, and whether it goes on with a list."""

from __future__ import annotations

from collections.abc import Sequence

from graph.reading.forms import Analysis
from graph.reading.lexicon import Lexicon
from graph.reading.mention import SIDES, Mention
from graph.reading.persons import PersonNames
from graph.reading.tokens import Token

JOINERS = ("و", "and", "et")


def govern(mention: Mention, tokens: Sequence[Token], lexicon: Lexicon, names: PersonNames) -> None:
    """Set the preposition, the list flag and the offsets of a phrase."""
    mention.start, mention.end = tokens[mention.first].start, tokens[mention.last - 1].end
    hit = lexicon.names.at(tokens, mention.first)
    analysis = hit.analysis if hit else _side_reading(tokens[mention.first], lexicon)
    mention.joined = bool(analysis.conjunction)
    if (
        mention.head
        and lexicon.has("agent", mention.head)
        and mention.first
        and lexicon.has("agent-from", tokens[mention.first - 1].text)
    ):
        mention.preposition = "agent"
        return
    if mention.first and lexicon.has("belonging", tokens[mention.first - 1].text):
        return
    if analysis.preposition:
        mention.preposition = lexicon.prepositions.get(analysis.preposition, "")
        return
    index = mention.first - 1
    while index >= 0 and _passes(tokens, index, lexicon, names):
        clitic = next(
            (a.preposition for a in tokens[index].analyses if a.preposition and _marks(a, lexicon)), ""
        )
        if clitic:
            mention.preposition = lexicon.prepositions.get(clitic, "")
            return
        index -= 1
    if index > 0 and tokens[index].text == ":" and lexicon.has("list-head", tokens[index - 1].text):
        mention.preposition = "members"
        return
    if (
        index > 0
        and lexicon.has("agent", tokens[index].text)
        and lexicon.has("agent-from", tokens[index - 1].text)
    ):
        mention.preposition = "agent"
        return
    if (
        index > 0
        and lexicon.has("agent-from", tokens[index].text)
        and lexicon.has("each", tokens[index - 1].text)
    ):
        index -= 2  # "each of A, B and C" is governed as a whole
    while index >= 0 and tokens[index].text in ("#", '"'):
        index -= 1
    if index >= 0:
        before = tokens[index].text
        mention.joined = mention.joined or before in JOINERS
        bare = before[1:] if before not in lexicon.prepositions and before[:1] in ("و", "ف") else before
        mention.preposition = lexicon.prepositions.get(bare, "")


def _passes(tokens: Sequence[Token], index: int, lexicon: Lexicon, names: PersonNames) -> bool:
    """Words between a preposition and its phrase: styles, articles, "the city of", "the Kazakh capital"."""
    token = tokens[index]
    if (
        names.honorific(token)
        or lexicon.has("articles", token.text)
        or lexicon.has("describing", token.text)
        or any(_marks(a, lexicon) for a in token.analyses)
    ):
        return True
    marked = index and any(_marks(a, lexicon) for a in tokens[index - 1].analyses)
    hit = lexicon.names.at(tokens, index) if token.word and marked else None
    return hit is not None and any(n.kind == "adjective" for n in hit.names)


def _marks(analysis: Analysis, lexicon: Lexicon) -> bool:
    """Whether a word only says what kind of place follows ("city", "the capital")."""
    article = analysis.article and lexicon.has("markers", "ال" + analysis.stem)
    return article or lexicon.has("markers", analysis.stem)


def _side_reading(token: Token, lexicon: Lexicon) -> Analysis:
    for kind in SIDES:
        for analysis in token.analyses:
            if lexicon.has(kind, analysis.stem) or lexicon.has(kind, "ال" + analysis.stem):
                return analysis
    return token.analyses[0]
