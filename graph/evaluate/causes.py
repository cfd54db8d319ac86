"""Causes: in what way the events and positions of gold were missed, and what the wrong ones are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from graph.evaluate.figures import pair_up
from graph.evaluate.gold import GoldArticle
from graph.evaluate.likeness import Json, overlap, same_act, same_stance


@dataclass(frozen=True, slots=True)
class Error:
    """A record that gold has and the reader has not (missed), or the other way round (wrong)."""

    article: str
    kind: str
    fault: str
    cause: str
    quote: str


def errors(article: GoldArticle) -> Iterator[Error]:
    """The events and positions of an article that gold and reader do not share, each with its cause."""
    gold, found = article.gold, article.found
    events = gold.get("events", []), found.get("events", [])
    positions = gold.get("positions", []), found.get("positions", [])
    for side, other, fault in ((0, 1, "missed"), (1, 0, "wrong")):
        for record in _left(events[side], events[other], same_act):
            cause = _event_cause(record, events[other], positions[other], fault)
            yield Error(article.name, "events", fault, cause, record["quote"])
        for record in _left(positions[side], positions[other], _same_position):
            cause = _position_cause(record, positions[other], events[other], fault)
            yield Error(article.name, "positions", fault, cause, record["quote"])


def count_causes(found: Iterable[Error]) -> dict[tuple[str, str, str], int]:
    """Kind, fault and cause -> errors, the commonest first within a kind and fault."""
    counts = Counter((e.kind, e.fault, e.cause) for e in found)
    return dict(sorted(counts.items(), key=lambda item: (item[0][:2], -item[1], item[0])))


def _same_position(a: Json, b: Json) -> bool:
    return bool(set(a["holders"]) & set(b["holders"])) and same_stance(a, b)


def _left(records: Sequence[Json], others: Sequence[Json], same: Callable[[Json, Json], bool]) -> list[Json]:
    """Records of one side that none of the other is matched with."""
    _, left = pair_up(others, records, same)
    return left


def _event_cause(record: Json, events: Sequence[Json], positions: Sequence[Json], fault: str) -> str:
    if any(same_act(record, other) for other in events):
        return "told twice" if fault == "wrong" else "taken for another of the kind"
    near = [other for other in events if overlap(record, other) >= 0.5]
    actors = set(record["participants"])
    if any(other["type"] == record["type"] for other in near):
        return "other actors"
    if any(actors == set(other["participants"]) for other in near):
        return "other type"
    if near:
        return "other type and actors"
    if any(overlap(record, other) >= 0.5 and actors & set(other["holders"]) for other in positions):
        return "a position on the other side"
    return "nothing on the other side"


def _position_cause(record: Json, positions: Sequence[Json], events: Sequence[Json], fault: str) -> str:
    holders = set(record["holders"])
    near = [other for other in positions if overlap(record, other) >= 0.5]
    if any(_same_position(record, other) for other in near):
        return "told twice" if fault == "wrong" else "joined with another"
    if any(holders & set(other["holders"]) for other in near):
        return "other polarity"
    if near:
        return "other holder"
    if any(overlap(record, other) >= 0.5 and holders & set(other["participants"]) for other in events):
        return "an event on the other side"
    return "nothing on the other side"
