"""Attacks: who is behind one and who is defended against it, where words around the noun tell."""

from __future__ import annotations

from graph.reading.arguments import Argument, Frame, acts
from graph.reading.mention import Mention
from graph.reading.names import is_state

ATTACKED = ("on", "against")
DEFENDED = ("name", "body", "adjective")
OWNER_REACH, DEFENCE_REACH = 3, 12


def attacker(frame: Frame, victim: tuple[str, ...]) -> list[Argument]:
    """English: whose act "its invasion of S" is: that of the last one named before, but the victim."""
    words = frame.tokens[max(frame.first, frame.index - OWNER_REACH) : frame.index]
    if not any(frame.discourse.lexicon.has("belonging-to", t.text) for t in words):
        return []
    before = (m for m in reversed(frame.sentence.mentions) if m.last <= frame.index and acts(m))
    named = next((m for m in before if not set(frame.actors(m, ())) & set(victim)), None)
    own = frame.actors(named, ()) if named else ()
    return [Argument(Mention(frame.index, frame.index, "own", own), "subject", own)] if own else []


def defender(frame: Frame, own: tuple[str, ...]) -> list[Argument]:
    """Who is attacked in "S as it defends itself against the attack of T"."""
    words = frame.tokens[max(0, frame.index - DEFENCE_REACH) : frame.index]
    if not any(frame.discourse.lexicon.has("defends", t.text) for t in words):
        return []
    start = frame.index - len(words)
    at = next(i for i, t in enumerate(words, start) if frame.discourse.lexicon.has("defends", t.text))
    named = (m for m in reversed(frame.sentence.mentions) if m.last <= at and m.kind in DEFENDED)
    mention = next((m for m in named if not set(m.actors) & set(own) and any(map(is_state, m.actors))), None)
    return [Argument(mention, "object", mention.actors)] if mention else []
