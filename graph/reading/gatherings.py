"""Meetings and calls: whom they brought together, where that is said beside the noun and not by it."""

from __future__ import annotations

from graph.reading.arguments import COMMAS, Argument, Frame

TOLD_IN = ("call", "meeting")
APPOSED = 5
PARTIES = frozenset({"subject", "with", "between"})


def gathered(frame: Frame) -> list[Argument]:
    """The parties of "the meeting that brought together S and T" and of "the talks brought S and T together"."""
    lexicon = frame.discourse.lexicon
    start = frame.after + _apposed(frame)
    if start < len(frame.tokens) and lexicon.has("relative", frame.tokens[start].text):
        start += 1
    near = range(start, min(len(frame.tokens), start + 2))  # "that (was to) bring together"
    verb = next(
        (
            i
            for i in near
            if any(lexicon.has("gathers", a.stem) for a in frame.tokens[i].analyses if not a.article)
        ),
        None,
    )
    if verb is None:
        return []
    last = frame.clauses.reach(verb + 1, True, True)
    broker = [m for m in frame.sentence.mentions if m.kind == "adjective" and m.last == frame.index]
    inside = [m for m in frame.sentence.mentions if verb < m.first < last] + broker
    return [Argument(m, m.preposition or "between", frame.actors(m, ())) for m in inside]


def _apposed(frame: Frame) -> int:
    """Words that are set between commas right behind the noun ("the call, on Friday, brought together")."""
    marks = [t.text in COMMAS for t in frame.tokens[frame.after : frame.after + APPOSED]]
    return marks.index(True, 1) + 1 if marks[:1] == [True] and True in marks[1:] else 0


def met_by(frame: Frame, rest: list[Argument]) -> list[Argument]:
    """Arabic: who told whom something in or during a call or meeting that names no parties itframe."""
    before = frame.tokens[frame.index - 1].text if frame.index else ""
    lexicon = frame.discourse.lexicon
    occasion = lexicon.prepositions.get(before) == "in" or lexicon.has("held", before)
    if frame.trigger.kind not in TOLD_IN or not occasion or any(a.relation in PARTIES for a in rest):
        return []
    people = [
        m
        for m in frame.sentence.mentions
        if m.last <= frame.index
        and m.kind in ("person", "counterpart")
        and m.preposition in ("", "with", "to")
    ][-2:]
    sides = [frame.actors(m, ()) for m in people]
    if len(people) < len(TOLD_IN) or not all(sides) or set(sides[0]) & set(sides[1]):
        return []
    return [Argument(m, "between", a) for m, a in zip(people, sides, strict=True)]
