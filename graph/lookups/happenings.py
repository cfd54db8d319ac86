"""Events, positions, pairs of states and articles."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from pyoxigraph import Literal, NamedNode

from graph.exc import InputError, NotFoundError
from graph.identity import Namespace
from graph.lookups.actors import memberships, ties
from graph.lookups.asking import Things, concept, iris, page, record_iri, rows, value
from graph.lookups.naming import actor_iri, state_code
from graph.lookups.records import Shelf
from graph.lookups.views import (
    ArticleRecordsView,
    ArticleView,
    EventView,
    HoldingView,
    MembershipView,
    Page,
    PairView,
    PositionView,
    RelationView,
    SharedOrganization,
)
from graph.queries import named
from graph.rdf.terms import bir
from graph.store import Row, Store, plain
from ontology.terms import EVENT_GROUPS, EVENT_KINDS, EVENT_STATUSES, STANCES


def _nodes(rows: list[Row]) -> list[str]:
    return [value(row, "record") or "" for row in rows]


def _known(given: str | None, known: Sequence[str] | dict[str, Any], what: str) -> None:
    if given is not None and given not in known:
        raise InputError(f"{given!r} is no {what}; these are: {', '.join(known)}")


def _actors(store: Store, names: Sequence[str]) -> list[NamedNode] | None:
    return [NamedNode(actor_iri(store, name)) for name in names] or None


def events(
    store: Store,
    *,
    type: str | None = None,
    status: str | None = None,
    participants: Sequence[str] = (),
    since: date | None = None,
    until: date | None = None,
    place: str | None = None,
    limit: int = 100,
    after: str | None = None,
) -> Page[EventView]:
    """Events in order of time; ``participants`` must all take part, ``type`` may be a group (``meet``).

    ``since`` and ``until`` keep what may have happened between them; ``place`` is a name or an IRI.
    """
    _known(status, EVENT_STATUSES, "event status")
    _known(type, [*EVENT_KINDS, *EVENT_GROUPS], "type of event")
    given: dict[str, Any] = {
        "type": concept("group" if type in EVENT_GROUPS and type not in EVENT_KINDS else "event", type),
        "status": concept("status", status),
        "participant": _actors(store, participants),
        "since": since,
        "until": until,
        "place": place if place is None or place.startswith("http") else place.lower(),
    }
    return page(store, "events.rq", limit, after, lambda rows: Shelf(store, _nodes(rows)).events(), **given)


def event(store: Store, key: str) -> EventView:
    """One event."""
    node = _record(store, "event", "Event", key)
    return Shelf(store, [node]).events()[0]


def positions(
    store: Store,
    *,
    holder: str | None = None,
    issue: str | None = None,
    stance: str | None = None,
    polarity: int | None = None,
    target: str | None = None,
    since: date | None = None,
    until: date | None = None,
    limit: int = 100,
    after: str | None = None,
) -> Page[PositionView]:
    """Positions in order of time; ``issue`` is an issue's key (narrower ones count) or words."""
    _known(stance, STANCES, "stance")
    issue_node = concept("issue", issue) if issue and " " not in issue and issue.isascii() else None
    known = issue_node is not None and store.ask(f"ASK {{ {issue_node} a {bir('Issue')} }}")
    given: dict[str, Any] = {
        "holder": NamedNode(actor_iri(store, holder)) if holder else None,
        "issue": issue_node if known else None,
        "words": issue.lower() if issue and not known else None,
        "stance": concept("stance", stance),
        "polarity": None if polarity is None else _whole(polarity),
        "target": NamedNode(actor_iri(store, target)) if target else None,
        "since": since,
        "until": until,
    }
    return page(
        store, "positions.rq", limit, after, lambda rows: Shelf(store, _nodes(rows)).positions(), **given
    )


def _whole(number: int) -> Literal:
    return Literal(number)


def position(store: Store, key: str) -> PositionView:
    """One position."""
    node = _record(store, "position", "Position", key)
    return Shelf(store, [node]).positions()[0]


def _record(store: Store, kind: str, name: str, key: str) -> str:
    node = record_iri(kind, key)
    if not store.ask(f"ASK {{ {NamedNode(node)} a {bir(name)} }}"):
        raise NotFoundError(f"no {kind} {key!r} in the store")
    return node


# -- pairs


def _pairs(store: Store, found: list[Row]) -> list[PairView]:
    nodes = [value(row, "relation") or "" for row in found]
    things = Things(store, [value(row, side) or "" for row in found for side in "ab"])
    scores = {
        value(r, "relation"): r["score"] for r in rows(store, "scores.rq", "relation", nodes) if "score" in r
    }
    pairs = []
    for node, row in zip(nodes, found, strict=True):
        counts: dict[str, Any] = {
            name: int(value(row, name) or 0)
            for name in ("events", "positions", "agreements", "commitments", "articles")
        }
        span: dict[str, Any] = {name: plain(row.get(name)) for name in ("first", "last")}
        days: dict[str, Any] = {
            name: None if day in (date.min, date.max) else day for name, day in span.items()
        }
        score: Any = plain(scores.get(node))
        pairs.append(
            PairView(
                id=node,
                key=Namespace().key(node),
                a=things[value(row, "a") or ""],
                b=things[value(row, "b") or ""],
                score=score,
                **counts,
                **days,
            )
        )
    return pairs


def pairs(store: Store, *, limit: int = 100, after: str | None = None) -> Page[PairView]:
    """All pairs of states that records bring together, those with most records first."""
    return page(store, "pairs.rq", limit, after, lambda rows: _pairs(store, rows))


def relations_of(store: Store, state: str, *, limit: int = 100, after: str | None = None) -> Page[PairView]:
    """The pairs that one state is in, those with most records first."""
    side = NamedNode(Namespace().state(state_code(store, state)))
    return page(store, "pairs.rq", limit, after, lambda rows: _pairs(store, rows), side=side)


def _bound(store: Store, relation: NamedNode, kind: str) -> list[str]:
    return _nodes(store.select(named("records.rq", relation=relation, kind=bir(kind))))


def relation(store: Store, a: str, b: str) -> RelationView:
    """All that is known of two states, in either order; an empty relation where records never join them."""
    codes = sorted((state_code(store, a), state_code(store, b)))
    if codes[0] == codes[1]:
        raise InputError(f"{codes[0]} has no relation with itself; give two states")
    one, other = (NamedNode(Namespace().state(code)) for code in codes)
    node = NamedNode(Namespace().relation(*codes))
    things = Things(store, [one.value, other.value])
    summary = PairView(id=node.value, key="-".join(codes), a=things[one.value], b=things[other.value])
    for found in _pairs(store, store.select(named("pairs.rq", relation=node))):
        summary = found
    happened = Shelf(store, _nodes(store.select(named("events.rq", relation=node)))).events()
    stated = Shelf(store, _nodes(store.select(named("positions.rq", relation=node)))).positions()
    return RelationView(
        summary=summary,
        events=sorted(happened, key=_told),
        positions=sorted(stated, key=_told),
        shared_organizations=shared_organizations(store, one, other),
        agreements=Shelf(store, _bound(store, node, "Agreement")).agreements(),
        commitments=Shelf(store, _bound(store, node, "Commitment")).commitments(),
        posts=_posts(store, one, other, node),
        ties=ties(store, one=one, other=other),
        articles=_articles(store, store.select(named("articles.rq", relation=node))),
    )


def _told(record: EventView | PositionView) -> tuple[date, date, str, int]:
    """When it was, then where it stands in which article."""
    last = record.latest or record.earliest or date.max
    return last, record.earliest or date.min, record.article or "", record.start or 0


def shared_organizations(store: Store, one: NamedNode, other: NamedNode) -> list[SharedOrganization]:
    """The organizations that two states belong to, with the memberships of each."""
    sides: list[dict[str, list[MembershipView]]] = []
    for side in (one, other):
        by_organization: dict[str, list[MembershipView]] = {}
        for membership in memberships(store, member=side):
            by_organization.setdefault(membership.organization.id, []).append(membership)
        sides.append(by_organization)
    shared = sorted(sides[0].keys() & sides[1].keys())
    return [
        SharedOrganization(organization=sides[0][o][0].organization, a=sides[0][o], b=sides[1][o])
        for o in shared
    ]


def _posts(store: Store, one: NamedNode, other: NamedNode, relation: NamedNode) -> list[HoldingView]:
    """Posts of the two states held by those who act or speak in what joins them."""
    acting = [value(row, "person") or "" for row in store.select(named("acting.rq", relation=relation))]
    if not acting:
        return []
    held = store.select(named("held.rq", holder=iris(acting)))
    found = Shelf(store, _nodes(held)).holdings()
    return [h for h in found if h.actor and h.actor.id in {one.value, other.value}]


# -- articles


def _articles(store: Store, found: list[Row]) -> list[ArticleView]:
    namespace = Namespace()
    views = []
    for row in found:
        outlet = value(row, "outlet")
        dates: dict[str, Any] = {name: plain(row.get(name)) for name in ("published", "updated")}
        views.append(
            ArticleView(
                id=value(row, "article") or "",
                key=value(row, "identifier") or "",
                language=value(row, "language"),
                outlet=namespace.key(outlet) if outlet else None,
                dateline=value(row, "dateline"),
                title=value(row, "title"),
                url=value(row, "url"),
                path=value(row, "path"),
                text_hash=value(row, "hash"),
                length=int(value(row, "length") or 0) or None,
                records=int(value(row, "records") or 0),
                **dates,
            )
        )
    return views


def articles(store: Store, *, limit: int = 100, after: str | None = None) -> Page[ArticleView]:
    """All articles, the newest first."""
    return page(store, "articles.rq", limit, after, lambda rows: _articles(store, rows))


def article(store: Store, key: str) -> ArticleRecordsView:
    """One article, by key or IRI, with its text and every record read from it."""
    whole = key.startswith(("http://", "https://"))
    node = NamedNode(record_iri("article", key) if whole else Namespace().article(key))
    found = _articles(store, store.select(named("articles.rq", article=node)))
    if not found:
        raise NotFoundError(f"no article {key!r} in the store")
    (text,) = [value(row, "text") for row in store.select(named("text.rq", article=node))] or [None]
    view = found[0]

    def records(kind: str) -> Shelf:
        rows = store.select(named("records.rq", article=node, kind=bir(kind)))
        return Shelf(store, _nodes(rows))

    mentioned = store.select(named("mentioned.rq", article=node))
    things = Things(store, [value(row, "actor") or "" for row in mentioned])
    return ArticleRecordsView(
        article=ArticleView(**{n: getattr(view, n) for n in ArticleView.__slots__ if n != "text"}, text=text),
        mentions=[things[value(row, "actor") or ""] for row in mentioned],
        events=Shelf(store, _nodes(store.select(named("events.rq", article=node)))).events(),
        positions=sorted(records("Position").positions(), key=lambda p: p.start or 0),
        posts=records("PostHolding").holdings(),
        memberships=records("Membership").memberships(),
        agreements=records("Agreement").agreements(),
        commitments=records("Commitment").commitments(),
    )
