"""To whom a body or an office belongs that the phrases right behind it name."""

from __future__ import annotations

from collections.abc import Sequence

from graph.reading.lexicon import Lexicon
from graph.reading.mention import Mention
from graph.reading.names import is_state
from graph.reading.tokens import Token

EACH = ("each", "agent-from")


def office_of(lexicon: Lexicon, mention: Mention, following: Mention) -> bool:
    """Whether an Arabic office is that of an organization known by its noun ("the head of the Alliance")."""
    known = following.kind == "name" and following.preposition == "to" and following.first == mention.last
    verb_first = lexicon.language.ORDER != "subject-first"
    return (
        verb_first and known and bool(mention.posts) and not (mention.actors or is_state(following.actors[0]))
    )


def of_each(lexicon: Lexicon, tokens: Sequence[Token], body: Mention, mention: Mention) -> bool:
    """Whether a body is that of each of a list ("the foreign ministers of each of S, T and U")."""
    gap = [t.text for t in tokens[body.last : mention.first]]
    each = len(gap) == len(EACH) and all(lexicon.has(c, w) for c, w in zip(EACH, gap, strict=True))
    return each and body.kind in ("body", "person") and not body.actors


def list_from(mentions: Sequence[Mention], order: int) -> tuple[str, ...]:
    """The actors of the phrase at a place among those of its sentence, and of those that go on with its list."""
    found = list(mentions[order].actors)
    for other in mentions[order + 1 :]:
        if not other.joined:
            break
        found += other.actors
    return tuple(dict.fromkeys(found))


def shares(previous: Mention, mention: Mention) -> bool:
    """ "S's deputy prime minister and defence minister, N.": the second office is of the same state."""
    bare = mention.kind == "person" and mention.posts and not mention.actors and mention.joined
    return bool(bare and previous.posts and not previous.person and 0 <= mention.first - previous.last <= 1)


def unnamed(tokens: Sequence[Token], mention: Mention) -> None:
    """Take back a word behind an office that is no name."""
    mention.person, mention.last = None, mention.name_first
    mention.end, mention.name_first = tokens[mention.last - 1].end, -1
