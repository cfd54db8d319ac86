"""Rules and model side by side: what both say once, what one says, and where they contradict.

Records of the two are the same where they are of one kind and share words of the text. They contradict
where the same words bear another status, another polarity or the act turned round; then both stay, as
disputed. A record's rule begins with ``both:`` where both read it, and its evidence is that of both.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Generic, TypeVar

from graph.model import (
    ArticleRecords,
    Event,
    Evidence,
    Membership,
    Participation,
    Position,
    PostHolding,
    Record,
)
from graph.modelreading.following import agreements, commitments
from graph.modelreading.joining import overlapping, same_event, same_position
from graph.modelreading.trust import Trust
from graph.reading.fold import fold

R = TypeVar("R", bound=Record)
DISPUTED = "disputed"


@dataclass(frozen=True)
class Merged:
    """One article's records, and how many both readers, one of them, or each against the other said."""

    records: ArticleRecords
    counts: Counter[str] = field(default_factory=Counter)

    def __str__(self) -> str:
        counts = self.counts
        return (
            f"rules and model: {counts['both']} records of both, {counts['rules']} of the rules alone, "
            f"{counts['model']} of the model alone, {counts['disputed']} disputed"
        )


def merge(rules: ArticleRecords, model: ArticleRecords, trust: Trust) -> Merged:
    """One article's records out of two readings of the same text."""
    pairing = _Pairing(rules.article.text, trust)
    events = pairing.pair(
        "events", rules.events, model.events, _Likeness(same_event, _events_clash, _one_event)
    )
    article = model.article if model.article.published and not rules.article.published else rules.article
    records = ArticleRecords(
        article=article,
        actors=tuple({a.id: a for a in (*model.actors, *rules.actors)}.values()),
        events=tuple(events),
        positions=tuple(
            pairing.pair(
                "positions",
                rules.positions,
                model.positions,
                _Likeness(same_position, _positions_clash, _one_position),
            )
        ),
        posts=tuple(pairing.pair("posts", rules.posts, model.posts, _Likeness(_same_post))),
        memberships=tuple(
            pairing.pair("memberships", rules.memberships, model.memberships, _Likeness(_same_bond))
        ),
        agreements=tuple(agreements(events)),
        commitments=tuple(commitments(events, article.text)),
    )
    return Merged(records, pairing.counts)


@dataclass(frozen=True)
class _Likeness(Generic[R]):
    """When two records are the same, when they contradict, and which one stands for both."""

    same: Callable[[R, R], bool]
    clash: Callable[[R, R], bool] = lambda one, other: False
    one: Callable[[R, R], R] = lambda one, other: one


class _Pairing:
    """Puts the records of two readers side by side."""

    def __init__(self, text: str, trust: Trust) -> None:
        self._text, self._trust = text, trust
        self.counts: Counter[str] = Counter()

    def pair(self, kind: str, rules: Sequence[R], model: Sequence[R], like: _Likeness[R]) -> list[R]:
        """The records in the order of the text; each of one reader meets one of the other at most."""
        free, merged = list(model), []
        for record in rules:
            twin = next((m for m in free if like.same(record, m) and not like.clash(record, m)), None)
            if twin is None:
                disputed = any(like.clash(record, m) for m in model)
                merged.append(self._voiced("rules", kind, record, (record,), disputed))
            else:
                free.remove(twin)
                merged.append(self._voiced("both", kind, like.one(record, twin), (record, twin), False))
        for record in free:
            disputed = any(like.clash(r, record) for r in rules)
            merged.append(self._voiced("model", kind, record, (record,), disputed))
        return sorted(merged, key=lambda r: (r.start, r.end))

    def _voiced(self, voice: str, kind: str, record: R, readings: Sequence[R], disputed: bool) -> R:
        """A record with the confidence of those who say it, and the evidence of each."""
        voice = DISPUTED if disputed else voice
        self.counts[voice] += 1
        pieces = [piece for reading in readings for piece in reading.evidence]
        if voice == "both":
            first = pieces[0]
            pieces[0] = Evidence(self._text, first.start, first.end, f"both:{first.rule}", first.about)
        return replace(
            record,
            evidence=tuple(dict.fromkeys(pieces)),
            claim=DISPUTED if disputed else record.claim,
            confidence=self._trust.of(voice, kind, (r.confidence for r in readings)),
        )


def _events_clash(one: Event, other: Event) -> bool:
    """The same act of the same actors, put off here and held there, or done the other way round."""
    if not same_event(one, other) or set(one.participants) != set(other.participants):
        return False
    off = {"cancelled", "postponed"}
    turned = bool(one.source) and one.source == other.target and other.source == one.target
    return (one.status in off) != (other.status in off) or turned


def _positions_clash(one: Position, other: Position) -> bool:
    """One holder for and against in the same words."""
    return (
        one.polarity * other.polarity < 0
        and bool(set(one.holders) & set(other.holders))
        and overlapping(one, other)
    )


def _one_event(rules: Event, model: Event) -> Event:
    """The rules' event, with the actors, persons, days and place that only the model's has."""
    named = {(p.actor, p.role) for p in rules.participations}
    others: list[Participation] = [
        p
        for p in model.participations
        if p.actor not in rules.participants and (p.actor, p.role) not in named
    ]
    dated = rules if rules.earliest or rules.latest else model
    placed = rules if rules.place else model
    return replace(
        rules,
        participations=(*rules.participations, *others),
        earliest=dated.earliest,
        latest=dated.latest,
        date_text=dated.date_text,
        place=placed.place,
        place_en=placed.place_en,
        agenda=rules.agenda or model.agenda,
    )


def _one_position(rules: Position, model: Position) -> Position:
    """The rules' position with all holders and targets, and the model's speaker where the rules have none."""
    return replace(
        rules,
        holders=tuple(dict.fromkeys((*rules.holders, *model.holders))),
        target=tuple(dict.fromkeys((*rules.target, *model.target))),
        speaker=rules.speaker or model.speaker,
    )


def _same_post(one: PostHolding, other: PostHolding) -> bool:
    """One actor's, with a word of the person's name in common."""
    names = [{w for w in fold(p.person).text.split() if len(w) > 2} for p in (one, other)]
    return one.actor == other.actor and bool(names[0] & names[1])


def _same_bond(one: Membership, other: Membership) -> bool:
    return (one.member, one.organization, one.role) == (other.member, other.organization, other.role)
