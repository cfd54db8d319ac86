"""Events, positions and articles."""

from __future__ import annotations

from typing import Any

from pyoxigraph import NamedNode

from graph.exc import NotFoundError
from graph.identity import Namespace
from graph.lookups.asking import Things, page, record_iri, value
from graph.lookups.filtering import EventFilter, PositionFilter
from graph.lookups.records import Shelf
from graph.lookups.retelling import event_iri
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


def nodes(rows: list[Row]) -> list[str]:
    """The records of some rows."""
    return [value(row, "record") or "" for row in rows]


def events(
    store: Store,
    where: EventFilter | None = None,
    *,
    newest_first: bool = False,
    limit: int = 100,
    after: str | None = None,
) -> Page[EventView]:
    """Events in order of time, one for each happening unless ``where`` asks for every report.

    With ``where.source`` they are those that a data set codes.
    """
    where = where or EventFilter()
    given = where.given(store)

    def shown(rows: list[Row]) -> list[EventView]:
        return Shelf(store, nodes(rows)).events()

    return page(store, where.query, limit, after, shown, newest_first=newest_first, **given)


def event(store: Store, key: str) -> EventView:
    """One event, by its key or IRI or by its happening's, which gives the report that is shown for it."""
    return Shelf(store, [event_iri(store, key)]).events()[0]


def positions(
    store: Store,
    where: PositionFilter | None = None,
    *,
    newest_first: bool = False,
    limit: int = 100,
    after: str | None = None,
) -> Page[PositionView]:
    """Positions in order of time."""
    given = (where or PositionFilter()).given(store)

    def shown(rows: list[Row]) -> list[PositionView]:
        return Shelf(store, nodes(rows)).positions()

    return page(store, "positions.rq", limit, after, shown, newest_first=newest_first, **given)


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
