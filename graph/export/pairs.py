"""From the ends of one record to the pairs of actors it joins."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from graph.export.asking import End

# The sides of a directed act, and the narrower roles that imply them where no side is given. Hosts are on
# no side of their own: consultations have one too.
_FROM = frozenset({"role-source", "role-guest", "role-giver", "role-decider"})
_TO = frozenset({"role-target", "role-recipient"})
_TOWARDS = {"favours": 1, "disfavours": -1, "hasTarget": 0}
# property of the one end -> property of the other
_LINKS = {"hasMember": "inOrganization", "comesFrom": "goesTo", "hasHolder": "isPostOf"}


@dataclass(frozen=True, slots=True)
class Pair:
    """Two actors that a record joins; ``towards`` is what a position says of its target: 1, 0 or -1."""

    source: str
    target: str
    directed: bool
    towards: int | None = None


def pairs(kind: str, ends: Sequence[End]) -> Iterator[Pair]:
    """Each pair once, no actor with itself; undirected pairs in the order of their IRIs."""
    if kind == "event":
        yield from _event(ends)
    elif kind == "position":
        yield from _position(ends)
    elif kind in {"agreement", "commitment"}:
        yield from _together(end.actor for end in ends)
    else:
        yield from _linked(ends)


def _event(ends: Sequence[End]) -> Iterator[Pair]:
    sources = {end.actor for end in ends if end.part in _FROM}
    targets = {end.actor for end in ends if end.part in _TO} - sources
    if not sources or not targets:
        yield from _together(end.actor for end in ends)
        return
    for source in sorted(sources):
        for target in sorted(targets):
            yield Pair(source, target, directed=True)
    others = {end.actor for end in ends} - sources - targets
    for pair in _together({end.actor for end in ends}):
        if pair.source in others or pair.target in others:
            yield pair


def _position(ends: Sequence[End]) -> Iterator[Pair]:
    holders = {end.actor for end in ends if end.part == "isHeldBy"}
    yield from _together(holders)
    towards: dict[str, int] = {}
    for end in ends:
        if end.part in _TOWARDS and end.actor not in holders:
            # The broader property stands beside the narrower one, which says more.
            towards[end.actor] = towards.get(end.actor) or _TOWARDS[end.part]
    for holder in sorted(holders):
        for target, sign in sorted(towards.items()):
            yield Pair(holder, target, directed=True, towards=sign)


def _linked(ends: Sequence[End]) -> Iterator[Pair]:
    for one, other in _LINKS.items():
        for source in sorted({end.actor for end in ends if end.part == one}):
            for target in sorted({end.actor for end in ends if end.part == other} - {source}):
                yield Pair(source, target, directed=True)


def _together(actors: Iterable[str]) -> Iterator[Pair]:
    for source, target in combinations(sorted(set(actors)), 2):
        yield Pair(source, target, directed=False)
