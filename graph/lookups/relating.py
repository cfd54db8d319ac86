"""Pairs of states: the list of them, and all that is known of one."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from pyoxigraph import NamedNode

from graph.exc import InputError
from graph.identity import Namespace
from graph.lookups.asking import Things, iris, page, rows, value
from graph.lookups.coded import machine_coded
from graph.lookups.happenings import article_views, newest
from graph.lookups.joining import Joining
from graph.lookups.naming import state_code
from graph.lookups.records import Shelf
from graph.lookups.relationviews import (
    Comparison,
    Involved,
    PairView,
    RelationView,
    SharedOrganization,
)
from graph.lookups.views import (
    CommitmentView,
    EventView,
    HoldingView,
    MembershipView,
    Page,
    PositionView,
    Thing,
)
from graph.lookups.voting import voting
from graph.queries import named
from graph.rdf.terms import bir
from graph.store import Row, Store, plain

RECENT = 200
"""Events, and positions, of a relation that are given unless more are asked for."""
_A_SIDE = 5  # positions shown for each side of a comparison
_NOT_INSIDE = frozenset({"former member", "candidate", "suspended"})


def _nodes(found: Iterable[Row]) -> list[str]:
    return [value(row, "record") or "" for row in found]


# -- the list of pairs


def _pairs(store: Store, found: list[Row]) -> list[PairView]:
    nodes = [value(row, "relation") or "" for row in found]
    sums = {value(row, "relation") or "": row for row in rows(store, "sums.rq", "relation", nodes)}
    things = Things(store, [value(row, side) or "" for row in sums.values() for side in "ab"])
    scores = {
        value(r, "relation"): r["score"] for r in rows(store, "scores.rq", "relation", nodes) if "score" in r
    }
    pairs = []
    for node in nodes:
        row = sums[node]
        counts: dict[str, Any] = {
            name: int(value(row, name) or 0)
            for name in ("events", "positions", "agreements", "commitments", "articles")
        }
        span: dict[str, Any] = {name: plain(row.get(name)) for name in ("first", "last")}
        days: dict[str, Any] = {
            name: None if day in (date.min, date.max) else day for name, day in span.items()
        }
        score: Any = plain(scores.get(node))
        a, b = (things[value(row, side) or ""] for side in "ab")
        pairs.append(PairView(id=node, key=Namespace().key(node), a=a, b=b, score=score, **counts, **days))
    return pairs


def pairs(store: Store, *, limit: int = 100, after: str | None = None) -> Page[PairView]:
    """All pairs of states that records bring together, those with most records first."""
    return page(store, "pairs.rq", limit, after, lambda rows: _pairs(store, rows))


def relations_of(store: Store, state: str, *, limit: int = 100, after: str | None = None) -> Page[PairView]:
    """The pairs that one state is in, those with most records first."""
    side = NamedNode(Namespace().state(state_code(store, state)))
    return page(store, "pairs.rq", limit, after, lambda rows: _pairs(store, rows), side=side)


# -- one pair


def pair_of(store: Store, a: str, b: str) -> tuple[str, str]:
    """The codes of two states in alphabetical order; InputError where they are one and the same."""
    first, second = sorted((state_code(store, a), state_code(store, b)))
    if first == second:
        raise InputError(f"{first} has no relation with itself; give two states")
    return first, second


def relation(
    store: Store, a: str, b: str, *, on: date | None = None, limit: int | None = RECENT
) -> RelationView:
    """All that is known of two states, in either order; an empty relation where records never join them.

    ``on`` asks which organizations both belonged to on that day. Of more than ``limit`` events, and positions,
    the latest are given; counts and series are always those of all.
    """
    codes = pair_of(store, a, b)
    one, other = (NamedNode(Namespace().state(code)) for code in codes)
    node = NamedNode(Namespace().relation(*codes))
    joining = Joining(store, node)
    compared = _compared(store, one, other)
    members = _nodes(
        row
        for side in (one, other)
        for row in store.select(named("records.rq", kind=bir("Membership"), member=side))
    )
    tied = _nodes(store.select(named("records.rq", kind=bir("DiplomaticTie"), one=one, other=other)))
    acting = [value(row, "person") or "" for row in store.select(named("acting.rq", relation=node))]
    held = _nodes(store.select(named("held.rq", holder=iris(acting)))) if acting else []
    happened, stated = joining.latest("Event", limit), joining.latest("Position", limit)
    bound = {kind: joining.all(kind) for kind in ("Agreement", "Commitment")}
    beside = [position for sides in compared.values() for side in sides for position in side]
    shelf = Shelf(
        store,
        [*happened, *stated, *beside, *members, *tied, *held, *bound["Agreement"], *bound["Commitment"]],
    )
    events = sorted(shelf.only(happened).events(), key=told)
    positions = sorted(shelf.only(stated).positions(), key=told)
    sides = Things(store, [one.value, other.value])
    behind = [value(row, "article") or "" for row in store.select(named("behind.rq", relation=node))]
    articles = newest(article_views(store, behind))
    return RelationView(
        summary=joining.summary(
            node.value, sides[one.value], sides[other.value], len(articles), machine_coded(store, node.value)
        ),
        kinds=joining.kinds(),
        years=joining.years(),
        series=joining.series(),
        events=events,
        positions=positions,
        comparisons=_comparisons(store, shelf, compared),
        shared_organizations=_shared(shelf.only(members).memberships(), one.value, other.value, on),
        agreements=shelf.only(bound["Agreement"]).agreements(),
        commitments=kept(store, shelf.only(bound["Commitment"]).commitments()),
        people=involved(events, positions),
        posts=_posts(shelf.only(held).holdings(), one.value, other.value),
        ties=shelf.only(tied).ties(),
        articles=articles,
        voting=voting(store, *codes),
        truncated=len(happened) < joining.count("Event") or len(stated) < joining.count("Position"),
    )


def told(record: EventView | PositionView) -> tuple[date, date, str, int]:
    """When it was, then where it stands in which article."""
    last = record.latest or record.earliest or date.max
    return last, record.earliest or date.min, record.article or "", record.start or 0


# -- what both hold


def _compared(store: Store, one: NamedNode, other: NamedNode) -> dict[str, tuple[list[str], list[str]]]:
    """Issue -> the latest positions of either side on it, for issues on which both have some."""
    found: dict[str, tuple[list[str], list[str]]] = {}
    for row in store.select(named("compared.rq", holder=[one, other])):
        side = 0 if value(row, "holder") == one.value else 1
        found.setdefault(value(row, "issue") or "", ([], []))[side].extend(
            (value(row, "lines") or "").splitlines()
        )
    both = {issue: sides for issue, sides in sorted(found.items()) if sides[0] and sides[1]}
    return {issue: (_latest(sides[0]), _latest(sides[1])) for issue, sides in both.items()}


def _latest(lines: list[str]) -> list[str]:
    """The latest positions of lines that each have a day and an IRI."""
    return [line.partition(" ")[2] for line in sorted(set(lines), reverse=True)[:_A_SIDE]]


def _comparisons(
    store: Store, shelf: Shelf, compared: dict[str, tuple[list[str], list[str]]]
) -> list[Comparison]:
    issues = Things(store, compared)
    found = []
    for issue, (ours, theirs) in compared.items():
        a, b = shelf.only(ours).positions(), shelf.only(theirs).positions()
        found.append(Comparison(issue=issues[issue], verdict=_verdict(a, b), a=a, b=b))
    return sorted(found, key=lambda c: ({"shared": 0, "differing": 1}.get(c.verdict, 2), c.issue.key))


def _verdict(a: list[PositionView], b: list[PositionView]) -> str:
    """``shared``, ``differing`` where one leans for and the other against, ``mixed`` where that is open."""
    ours, theirs = ({p.polarity for p in side if p.polarity} for side in (a, b))
    if {p.id for p in a} & {p.id for p in b} or (ours == theirs and len(ours) < 2):
        return "shared"
    return "differing" if len(ours) == len(theirs) == 1 else "mixed"


# -- where both belong


def inside(membership: MembershipView, day: date) -> bool:
    """Whether a membership holds on a day, as far as is known: one whose start is open counts from any day."""
    begun = membership.start_date is None or membership.start_date <= day
    over = membership.end_date is not None and membership.end_date < day
    return begun and not over and membership.role not in _NOT_INSIDE and membership.claim != "disputed"


def _shared(
    memberships: list[MembershipView], one: str, other: str, on: date | None
) -> list[SharedOrganization]:
    sides: tuple[dict[str, list[MembershipView]], ...] = ({}, {})
    for membership in memberships:
        for side, state in zip(sides, (one, other), strict=True):
            if membership.member.id == state:
                side.setdefault(membership.organization.id, []).append(membership)
    a, b = sides

    def both(key: str, day: date) -> bool:
        return all(any(inside(m, day) for m in side[key]) for side in sides)

    return [
        SharedOrganization(
            organization=a[key][0].organization,
            a=a[key],
            b=b[key],
            now=both(key, date.today()),
            on=both(key, on) if on else None,
        )
        for key in sorted(a.keys() & b.keys())
    ]


# -- what was promised, and who acts


def kept(store: Store, commitments: list[CommitmentView]) -> list[CommitmentView]:
    """The commitments with the day they are due and the events that show them done."""
    due: dict[str, date] = {}
    done: dict[str, set[str]] = {}
    for row in rows(store, "kept.rq", "commitment", (c.id for c in commitments)):
        commitment, day = value(row, "commitment") or "", plain(row.get("due"))
        if isinstance(day, date):
            due[commitment] = day
        if shown := value(row, "done"):
            done.setdefault(commitment, set()).add(shown)
    return [
        CommitmentView(
            **{
                name: getattr(commitment, name)
                for name in CommitmentView.__dataclass_fields__
                if name not in {"due", "kept", "kept_by"}
            },
            due=due.get(commitment.id),
            kept=commitment.id in done,
            kept_by=sorted(done.get(commitment.id, ())),
        )
        for commitment in commitments
    ]


def involved(events: list[EventView], positions: list[PositionView]) -> list[Involved]:
    """The people who act or speak in some records, those who do so most often first."""
    actors: dict[str, tuple[Thing, Thing | None]] = {}
    posts: dict[str, dict[str, Thing]] = {}
    acts: dict[str, set[str]] = {}
    words: dict[str, set[str]] = {}
    for event in events:
        for part in event.participants:
            if part.person:
                actors.setdefault(part.person.id, (part.person, part.actor))
                acts.setdefault(part.person.id, set()).add(event.id)
                if part.post:
                    posts.setdefault(part.person.id, {})[part.post.id] = part.post
    for position in positions:
        if position.speaker:
            first = position.holders[0] if position.holders else None
            actors.setdefault(position.speaker.id, (position.speaker, first))
            words.setdefault(position.speaker.id, set()).add(position.id)
    found = [
        Involved(
            person=person,
            actor=actor,
            posts=list(posts.get(key, {}).values()),
            events=len(acts.get(key, ())),
            positions=len(words.get(key, ())),
        )
        for key, (person, actor) in actors.items()
    ]
    return sorted(found, key=lambda i: (-i.events - i.positions, i.person.key))


def _posts(holdings: list[HoldingView], one: str, other: str) -> list[HoldingView]:
    """Those of the holdings that are of posts of the two states."""
    return [h for h in holdings if h.actor and h.actor.id in {one, other}]
