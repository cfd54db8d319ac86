"""Names to things: candidates for what a table calls a state, an organization or a person.

Behind the Reconciliation Service API (v0.2, W3C Community Group): scores run from 0 to 100, and a match is
certain when one name alone is the same, spelling variants folded.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from rapidfuzz import fuzz

from graph.folding import fold
from graph.identity import Namespace
from graph.lookups import Thing
from graph.lookups.asking import Things
from graph.lookups.overview import Named, names
from graph.store import Store

TYPES: MappingProxyType[str, str] = MappingProxyType(
    {"state": "State", "org": "Organization", "person": "Person"}
)
"""Kind word of an IRI -> what the type is called."""
_LEAST = 70.0  # scores below are no candidates


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A thing that a name may mean; ``score`` is 100 for the same name."""

    thing: Thing
    score: float
    match: bool


def reconcile(
    store: Store, asked: Sequence[tuple[str, str | None]], *, limit: int = 5
) -> list[list[Candidate]]:
    """Candidates for each (name, kind word or None), the best first; the names are gone through once."""
    known = list(_known(store))
    found = [_best(known, fold(name), kind) for name, kind in asked]
    things = Things(store, {node for scores in found for node in list(scores)[:limit]})
    return [_candidates(scores, things, limit) for scores in found]


def _known(store: Store) -> Iterator[tuple[str, Named]]:
    namespace = Namespace()
    for name in names(store):
        kind = namespace.kind(name.thing)
        if kind is not None and kind in TYPES:
            yield kind, name


def _best(known: list[tuple[str, Named]], wanted: str, kind: str | None) -> dict[str, float]:
    """Node -> its best score, the highest first."""
    scores: dict[str, float] = {}
    if not wanted:
        return scores
    for own, name in known:
        if kind and own != kind:
            continue
        score = 100.0 if name.folded == wanted else min(99.0, fuzz.ratio(wanted, name.folded))
        if score >= _LEAST and score > scores.get(name.thing, 0.0):
            scores[name.thing] = score
    return dict(sorted(scores.items(), key=lambda item: (-item[1], item[0])))


def _candidates(scores: dict[str, float], things: Things, limit: int) -> list[Candidate]:
    same = sum(score == 100.0 for score in scores.values())
    return [
        Candidate(thing=things[node], score=score, match=score == 100.0 and same == 1)
        for node, score in list(scores.items())[:limit]
    ]


def begins(store: Store, start: str, *, kinds: Sequence[str] = tuple(TYPES), limit: int = 10) -> list[Thing]:
    """Things one of whose names begins with some letters, the shortest name first (the suggest service)."""
    wanted = fold(start)
    found: dict[str, int] = {}
    for kind, name in _known(store):
        if wanted and kind in kinds and name.folded.startswith(wanted):
            found[name.thing] = min(found.get(name.thing, len(name.text)), len(name.text))
    best = sorted(found, key=lambda node: (found[node], node))[:limit]
    return Things(store, best).all(best)
