"""The actors of an article: who is named as an actor, not merely as a place or a subject of talk."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from graph.model import Actor, Event, Position
from graph.reading.mention import Mention
from graph.reading.sentence import Sentence
from graph.reference import tables

if TYPE_CHECKING:
    from graph.reading.records import Records

# a capital that one leaves or reaches is a place, unless an event makes more of it
JOURNEY = frozenset({"to", "from"})
NAMED = frozenset({"name", "body", "person", "counterpart", "people", "adjective"})


def actors(builder: Records, events: Sequence[Event], positions: Sequence[Position]) -> Iterator[Actor]:
    """One record an actor, with its first mention by name, else its first at all."""
    needed = {a for e in events for a in e.participants} | {
        a for p in positions for a in (*p.holders, *p.target)
    }
    shown: dict[str, Mention] = {}
    for sentence in builder.sentences:
        listed = False
        for position, mention in enumerate(sentence.mentions):
            listed = _background(builder, sentence, mention) or (
                listed and mention.joined and sentence.mentions[position - 1].last >= mention.first - 2
            )
            for actor in mention.actors:
                if actor in needed or (mention.kind in NAMED and not listed):
                    first = shown.setdefault(actor, mention)
                    if mention.kind == "name" != first.kind:
                        shown[actor] = mention
    for actor, mention in shown.items():
        evidence = builder.mention_evidence(mention, "name")
        kind = "state" if actor in _states() else "organization"
        yield Actor(id=actor, kind=kind, name=evidence.quote, evidence=(evidence,), confidence=0.9)


def _background(builder: Records, sentence: Sentence, mention: Mention) -> bool:
    """Whether a state is named as a place or as the subject of a situation ("the situation in")."""
    if mention.kind != "name" or mention.person:
        if mention.kind == "adjective":
            words = [
                a.stem for t in sentence.tokens[max(0, mention.first - 2) : mention.first] for a in t.analyses
            ]
            return not any(builder.lexicon.has("state-act", w) for w in words)
        return mention.kind in ("place", "own", "pair", "all")
    if not set(mention.actors) <= _states():
        return False
    if "capital" in mention.titles and (
        mention.preposition in JOURNEY or _names_accord(builder, sentence, mention)
    ):
        return True
    if mention.preposition == "in":
        return not builder.lexicon.has("affairs", sentence.tokens[max(0, mention.first - 2)].text)
    before = {t.text for t in sentence.tokens[max(0, mention.first - 3) : mention.first]}
    return any(builder.lexicon.has("topic", w) for w in before)


def _names_accord(builder: Records, sentence: Sentence, mention: Mention) -> bool:
    """Whether a capital only gives its name to a text or a process ("the Minsk agreements")."""
    beside = (
        sentence.tokens[max(0, mention.first - 1) : mention.first]
        + sentence.tokens[mention.last : mention.last + 1]
    )
    return any(builder.lexicon.has("accord", a.stem) for t in beside for a in t.analyses)


@cache
def _states() -> frozenset[str]:
    return frozenset(row.code for row in tables.states())
