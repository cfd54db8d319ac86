"""The subject of a verb in a language that puts it first: over appositions, joined verbs and participles."""

from __future__ import annotations

from collections.abc import Sequence

from graph.reading.clauses import Clauses
from graph.reading.mention import Mention
from graph.reading.tokens import Token

JOINING = ("and", "but", "or", "then", "et", "mais", "ou")
AUXILIARY = 6


def subject_before(
    mentions: Sequence[Mention],
    clauses: Clauses,
    index: int,
    first: int,
    gerund: bool,
    reduced: bool = False,
) -> Mention | None:
    """The phrase before the verb at ``index`` that acts; ``mentions`` are those that can act, in order."""
    tokens = clauses.tokens
    inside = [m for m in mentions if m.last <= index and m.first >= first]
    apposed = _over_apposition(tokens, [m for m in mentions if m.last <= index], clauses, index)
    if apposed:
        return apposed
    free = [m for m in inside if not m.preposition]
    nearest = free[-1] if free else None
    participle = gerund and index > 0 and tokens[index - 1].text == ","
    if nearest is None:
        goes_on = participle or _joins(clauses, first, index)
        return _of_clause_before(mentions, clauses, first) if goes_on else None
    gap = tokens[nearest.last : index]
    if reduced and _described(clauses, nearest.last, index):
        return None
    if participle or (_object(clauses, first, nearest) and any(t.text in JOINING for t in gap)):
        opens = clauses.verbs[first] and first > 0  # "S, which denies it, urged T to wait and said"
        before = _over_apposition(tokens, mentions, clauses, first) if opens else None
        pronoun = _object(clauses, first, free[0]) and by_pronoun(clauses, first, index)
        return before or (None if pronoun else free[0])
    return nearest


def by_pronoun(clauses: Clauses, first: int, index: int) -> bool:
    """Whether a joined verb has the pronoun for its subject that opens the clause ("he thanked S and urged T")."""
    tokens, last = clauses.tokens, index - 1
    while last > first and tokens[last].text.endswith("ly"):
        last -= 1
    verb = next((i for i in range(first, index) if clauses.verbs[i]), index)
    opening = [t.text for t in tokens[first:verb] if t.word]
    small = all(clauses.lexicon.has("function", w) or w.endswith("ly") for w in opening)
    named = any(clauses.lexicon.has("personal", w) for w in opening)
    return verb < last and tokens[last].text in JOINING and small and named


def _over_apposition(
    tokens: Sequence[Token], inside: Sequence[Mention], clauses: Clauses, index: int
) -> Mention | None:
    """ "Pakistan, a key ally in the war, has refused": the phrase before the first comma."""
    position = index - 1
    while position > 0 and index - position <= AUXILIARY and tokens[position].text != ",":
        text = tokens[position].text
        small = any(clauses.lexicon.has(c, text) for c in ("function", "planned"))
        if not small and not text.endswith("ly"):
            return None
        position -= 1
    if position <= 0 or tokens[position].text != ",":
        return None
    for mention in reversed(inside):
        named = any(t.text == "," for t in tokens[mention.first : mention.last])  # "the minister, N., spoke"
        if mention.last == position and named and not mention.preposition:
            return mention
        if mention.last < position and tokens[mention.last].text == "," and not mention.preposition:
            verb = any(clauses.verbs[mention.last : position])
            return (
                None
                if verb and not clauses.lexicon.has("relative", tokens[mention.last + 1].text)
                else mention
            )
    return None


def _object(clauses: Clauses, first: int, mention: Mention) -> bool:
    return any(clauses.verbs[first : mention.first])


def _described(clauses: Clauses, first: int, index: int) -> bool:
    """Whether a past form only describes the object of an earlier verb ("S kept the curbs imposed in May")."""
    tokens = clauses.tokens
    while index > first and tokens[index - 1].text.endswith("ly"):
        index -= 1
    if not any(clauses.verbs[first : index - 1]) or clauses.verbs[index - 1]:
        return False
    joins = {i for i in range(first, index - 1) if tokens[i].text in JOINING and not clauses.verbs[i + 1]}
    return all(
        t.word and (t.text not in JOINING or i in joins) and not clauses.lexicon.has("pronoun", t.text)
        for i, t in enumerate(tokens[first:index], first)
    ) and not clauses.lexicon.has("function", tokens[index - 1].text)


def _joins(clauses: Clauses, first: int, index: int) -> bool:
    """Whether the clause goes on with the subject of the one before ("and urged", "but was refusing")."""
    tokens, between = clauses.tokens, clauses.tokens[first:index]
    joined = first > 0 and (tokens[first].text in JOINING or tokens[first - 1].text in JOINING)
    return joined and all(clauses.lexicon.has("function", t.text) or t.text.endswith("ly") for t in between)


def _of_clause_before(mentions: Sequence[Mention], clauses: Clauses, first: int) -> Mention | None:
    """The first phrase before the verb of the nearest earlier clause that is no relative one."""
    while first > 0:
        start, end = clauses.around(first - 1)
        verb = next((i for i in range(start, end) if clauses.verbs[i]), end)
        earlier = [m for m in mentions if start <= m.first and m.last <= verb and not m.preposition]
        if earlier and not clauses.lexicon.has("relative", clauses.tokens[start].text):
            return earlier[0]
        first = start
    return None
