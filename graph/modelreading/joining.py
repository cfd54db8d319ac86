"""What several answers brought, as one: of a part and its repair, and of parts that overlap."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from graph.model import Event, Position, PostHolding, Record
from graph.modelreading.gate import Admitted

R = TypeVar("R", bound=Record)
_SECTIONS: tuple[str, ...] = ("actors", "events", "positions", "posts", "memberships")


def join(rounds: Sequence[Admitted]) -> Admitted:
    """All records once. What a later answer tells again stands for the first where it tells more."""
    joined = Admitted()
    for admitted in rounds:
        joined.actors = _joined(joined.actors, admitted.actors, lambda a, b: a.id == b.id)
        joined.events = _joined(joined.events, admitted.events, same_event)
        joined.positions = _joined(joined.positions, admitted.positions, same_position)
        joined.posts = _joined(joined.posts, admitted.posts, _same_post)
        joined.memberships = _joined(
            joined.memberships,
            admitted.memberships,
            lambda a, b: (a.member, a.organization, a.role) == (b.member, b.organization, b.role),
        )
        joined.refusals += admitted.refusals
    return joined


def repaired(first: Admitted, second: Admitted) -> Admitted:
    """A part's answer with its repair; what is still refused is what the repair did not bring.

    Which refused item a mended one stands for no answer tells, so they are counted off, section by section.
    """
    whole = join([first, second])
    left = list(second.refusals)
    for section in _SECTIONS:
        given = len(getattr(second, section))
        for refusal in (r for r in first.refusals if r.section == section):
            if given > 0:
                given -= 1
            elif refusal not in left:
                left.append(refusal)
    whole.refusals = left
    return whole


def _joined(known: list[R], new: Sequence[R], same: Callable[[R, R], bool]) -> list[R]:
    """The known records and the new ones; only what an earlier answer told is told again."""
    found, before = list(known), len(known)
    for record in new:
        place = next((n for n in range(before) if same(found[n], record)), None)
        if place is None:
            found.append(record)
        elif _told(record) > _told(found[place]):
            found[place] = record
    return found


def same_event(one: Event, other: Event) -> bool:
    """Whether two events of a text are one told twice: a kind, overlapping words, actors of which one has all."""
    mine, theirs = set(one.participants), set(other.participants)
    return one.kind == other.kind and overlapping(one, other) and (mine <= theirs or theirs <= mine)


def same_position(one: Position, other: Position) -> bool:
    """Whether two positions of a text are one: polarity, a holder and words in common."""
    return (
        one.polarity == other.polarity
        and overlapping(one, other)
        and bool(set(one.holders) & set(other.holders))
    )


def _same_post(one: PostHolding, other: PostHolding) -> bool:
    return (one.person, one.post, one.actor) == (other.person, other.post, other.actor)


def overlapping(one: Record, other: Record) -> bool:
    """Whether the quotes of two records share half of the shorter one."""
    shared = min(one.end, other.end) - max(one.start, other.start)
    return shared * 2 >= min(one.end - one.start, other.end - other.start)


def _told(record: Record) -> int:
    """How much a record tells: actors, days, place, persons, words."""
    match record:
        case Event():
            people = sum(1 for p in record.participations if p.person)
            details = sum(1 for d in (record.earliest, record.latest, record.place, record.date_text) if d)
            return 2 * len(record.participations) + people + details + len(record.agenda)
        case Position():
            return 2 * len(record.holders) + len(record.target) + bool(record.speaker)
        case _:
            return 0
