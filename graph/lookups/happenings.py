"""Events, positions and articles."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from pyoxigraph import Literal, NamedNode

from graph.exc import InputError, NotFoundError
from graph.identity import Namespace
from graph.lookups.asking import Things, concept, page, record_iri, value
from graph.lookups.naming import actor_iri
from graph.lookups.records import Shelf
from graph.lookups.views import (
    ArticleRecordsView,
    ArticleView,
    EventView,
    Page,
    PositionView,
)
from graph.queries import named
from graph.rdf.terms import bir
from graph.store import Row, Store, plain
from ontology.terms import EVENT_GROUPS, EVENT_KINDS, EVENT_STATUSES, STANCES


def nodes(rows: list[Row]) -> list[str]:
    """The records of some rows."""
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
    return page(store, "events.rq", limit, after, lambda rows: Shelf(store, nodes(rows)).events(), **given)


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
        store, "positions.rq", limit, after, lambda rows: Shelf(store, nodes(rows)).positions(), **given
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


# -- articles


def article_views(store: Store, found: list[Row]) -> list[ArticleView]:
    """The rows of articles.rq as views."""
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
    return page(store, "articles.rq", limit, after, lambda rows: article_views(store, rows))


def article(store: Store, key: str) -> ArticleRecordsView:
    """One article, by key or IRI, with its text and every record read from it."""
    whole = key.startswith(("http://", "https://"))
    node = NamedNode(record_iri("article", key) if whole else Namespace().article(key))
    found = article_views(store, store.select(named("articles.rq", article=node)))
    if not found:
        raise NotFoundError(f"no article {key!r} in the store")
    (text,) = [value(row, "text") for row in store.select(named("text.rq", article=node))] or [None]
    view = found[0]

    def records(kind: str) -> Shelf:
        rows = store.select(named("records.rq", article=node, kind=bir(kind)))
        return Shelf(store, nodes(rows))

    mentioned = store.select(named("mentioned.rq", article=node))
    things = Things(store, [value(row, "actor") or "" for row in mentioned])
    return ArticleRecordsView(
        article=ArticleView(**{n: getattr(view, n) for n in ArticleView.__slots__ if n != "text"}, text=text),
        mentions=[things[value(row, "actor") or ""] for row in mentioned],
        events=Shelf(store, nodes(store.select(named("events.rq", article=node)))).events(),
        positions=sorted(records("Position").positions(), key=lambda p: p.start or 0),
        posts=records("PostHolding").holdings(),
        memberships=records("Membership").memberships(),
        agreements=records("Agreement").agreements(),
        commitments=records("Commitment").commitments(),
    )
