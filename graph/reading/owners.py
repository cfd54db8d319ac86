"""Phrases that belong together where the owner comes after its head, with a preposition between.

"le président du Sénégal", "le ministre égyptien de la Défense", "le chef de la diplomatie turque, Hakan X",
"la France, l'Allemagne et l'Italie".
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from graph.reading.lexicon import Lexicon
from graph.reading.mention import Mention
from graph.reading.mentions import Phrases
from graph.reading.tokens import Token

OPEN = ("person", "body")
NAMED = ("person", "counterpart")
LISTED = ("name", "person", "body", "people", "counterpart")
JOINER = "et"
GAP = 2
PORTFOLIO = 8
MIN_NAME, NAME_WORDS = 2, 5


def owned(phrases: Phrases, mentions: Sequence[Mention]) -> list[Mention]:
    """The phrases of a sentence with heads joined to their owners and names, and lists marked as such."""
    found: list[Mention] = []
    for mention in mentions:
        previous = found[-1] if found else None
        if previous and mention.first < previous.last:
            continue  # the rest of an office has taken it in
        _completed(phrases, mention)
        if previous and _owns(phrases, previous, mention):
            previous.actors = mention.actors
            _reach(phrases, previous, phrases.person_after(previous, mention.last))
        else:
            found.append(mention)
    for mention in found:
        _name_beside(phrases, mention)
    _lists(phrases, found)
    return found


def _reach(phrases: Phrases, mention: Mention, last: int) -> None:
    mention.last, mention.end = last, phrases.tokens[last - 1].end


def _completed(phrases: Phrases, mention: Mention) -> None:
    """ "le ministre égyptien de la Défense": what an office is of stands behind the adjective, or is not listed."""
    if mention.kind not in OPEN or mention.person:
        return
    tokens, names = phrases.tokens, phrases.lexicon.names
    head = names.at(tokens, mention.first)
    if head is None:
        return
    length = head.last - head.first
    stretched = [*tokens[head.first : head.last], *tokens[mention.last : mention.last + PORTFOLIO]]
    whole = names.at(stretched, 0)
    if mention.last > head.last and whole and whole.last > length:
        for name in whole.names:
            if name.kind == "office":
                mention.posts[:1] = [name.value.rpartition(":")[2]]
        _reach(phrases, mention, mention.last + whole.last - length)
    elif mention.posts and mention.posts[-1] == "minister":
        _reach(phrases, mention, _portfolio(phrases, mention.last))
    _shared(phrases, mention)
    if mention.actors:
        _reach(phrases, mention, phrases.person_after(mention, mention.last))


def _shared(phrases: Phrases, mention: Mention) -> None:
    """ "les gouvernements argentin et uruguayen": one head of several states."""
    tokens, last = phrases.tokens, mention.last
    if not mention.actors or not phrases.lexicon.has("plural", tokens[mention.first].text):
        return
    while last + 1 < len(tokens) and tokens[last].text in (JOINER, ","):
        hit = phrases.lexicon.names.at(tokens, last + 1)
        state = next((n.value for n in hit.names if n.kind == "adjective"), None) if hit else None
        if hit is None or state is None:
            return
        mention.actors, last = (*mention.actors, state), hit.last
        _reach(phrases, mention, last)


def _portfolio(phrases: Phrases, position: int) -> int:
    """Where "de l'Énergie", "du Tourisme et des Sports" ends behind "ministre"."""
    tokens, end = phrases.tokens, position
    while end < len(tokens) and end - position < PORTFOLIO:
        token = tokens[end]
        small = _links(phrases.lexicon, token) or (token.text == JOINER and end > position)
        if not small and not (token.word and token.capital and phrases.lexicon.names.at(tokens, end) is None):
            break
        end += 1
    while end > position and not tokens[end - 1].capital:
        end -= 1
    return end if end > position and _links(phrases.lexicon, tokens[position]) else position


def _links(lexicon: Lexicon, token: Token) -> bool:
    return lexicon.has("genitive", token.text) or lexicon.has("articles", token.text)


def _owns(phrases: Phrases, previous: Mention, mention: Mention) -> bool:
    """ "le président du Sénégal": a head without a state, and a name right behind "of"."""
    gap = phrases.tokens[previous.last : mention.first]
    links = all(_links(phrases.lexicon, t) for t in gap)
    heads = previous.kind in OPEN and not previous.actors and not previous.person
    return heads and mention.kind == "name" and mention.preposition == "of" and len(gap) <= GAP and links


def _name_beside(phrases: Phrases, mention: Mention) -> None:
    """The name between commas behind an office or "son homologue", or before the office."""
    tokens = phrases.tokens
    if mention.kind not in NAMED or mention.person or not (mention.posts or mention.kind == "counterpart"):
        return
    if mention.last + 1 < len(tokens) and tokens[mention.last].text == ",":
        start = mention.last + 1
        while start < len(tokens) and phrases.names.honorific(tokens[start]):
            start += 1
        end = phrases.name_end(start)
        closed = (
            end >= len(tokens) or not tokens[end].word or phrases.lexicon.has("function", tokens[end].text)
        )
        if end - start >= MIN_NAME and closed:
            mention.person, mention.name_first = phrases.names.text(start, end), start
            _reach(phrases, mention, end)
            return
    comma = mention.first - 1
    while comma > 0 and phrases.lexicon.has("articles", tokens[comma].text):
        comma -= 1
    if comma < MIN_NAME or tokens[comma].text != "," or mention.kind != "person":
        return
    start = comma
    while start > 0 and tokens[start - 1].word and tokens[start - 1].capital and comma - start < NAME_WORDS:
        start -= 1
    if comma - start >= MIN_NAME and phrases.name_end(start) == comma:
        mention.person, mention.name_first = phrases.names.text(start, comma), start
        mention.first, mention.start = start, tokens[start].start


def _lists(phrases: Phrases, mentions: Sequence[Mention]) -> None:
    """All members of a list that ends in "et" hang on the same preposition."""
    run: list[Mention] = []
    for previous, mention in pairwise(mentions):
        gap = phrases.tokens[previous.last : mention.first]
        bare = [t.text for t in gap if not _links(phrases.lexicon, t)]
        if bare not in ([","], [JOINER]) or mention.kind not in LISTED or previous.kind not in LISTED:
            run = []
            continue
        run = [*(run or [previous]), mention]
        if bare == [JOINER]:
            for member in run[1:]:
                member.joined, member.preposition = True, run[0].preposition
            run = []
