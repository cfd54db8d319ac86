"""Events, positions and articles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime

from pyoxigraph import NamedNode

from graph.exc import NotFoundError
from graph.identity import Namespace
from graph.lookups.asking import Facts, Things, filled, page, record_iri, rows, value
from graph.lookups.calendar import by_days
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
from graph.store import Row, Store
from ontology.terms import ONTOLOGY

_LOOKED_AT = 5000  # events of some days, before all that fit are put in order instead
_TERMS = "http://purl.org/dc/terms/"
_ARTICLE = {
    "key": NamedNode(_TERMS + "identifier"),
    "language": NamedNode(_TERMS + "language"),
    "published": bir("publishedOn"),
    "updated": bir("updatedAt"),
    "outlet": bir("isPublishedBy"),
    "dateline": bir("datelineText"),
    "title": NamedNode(_TERMS + "title"),
    "url": NamedNode(_TERMS + "source"),
    "path": bir("readFrom"),
    "text_hash": bir("textHash"),
}


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

    if where.long and limit > 0:
        most = None if where.plain else _LOOKED_AT
        days = by_days(
            store, where.query, limit, after, newest_first=newest_first, most=most, **where.by_day(given)
        )
        if days is not None:
            return filled(days, limit, shown)
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


def article_views(store: Store, nodes: Iterable[str]) -> list[ArticleView]:
    """Those of the nodes that are articles, as views without their texts."""
    articles = list(dict.fromkeys(nodes))
    facts = Facts(store, articles, _ARTICLE.values())
    measured: dict[str, dict[str, int]] = defaultdict(dict)
    for row in rows(store, "measured.rq", "article", articles):
        for name in row.keys() & {"length", "records"}:
            measured[value(row, "article") or ""][name] = int(value(row, name) or 0)

    def told(node: str, name: str) -> str | None:
        return facts.one(node, _ARTICLE[name].value.removeprefix(ONTOLOGY))

    return [
        ArticleView(
            id=node,
            key=told(node, "key") or "",
            language=told(node, "language"),
            published=facts.day(node, "publishedOn"),
            updated=_moment(told(node, "updated")),
            outlet=Namespace().key(outlet) if (outlet := told(node, "outlet")) else None,
            dateline=told(node, "dateline"),
            title=told(node, "title"),
            url=told(node, "url"),
            path=told(node, "path"),
            text_hash=told(node, "text_hash"),
            length=measured[node].get("length") or None,
            records=measured[node].get("records", 0),
        )
        for node in articles
        if told(node, "key") is not None
    ]


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


def newest(articles: Iterable[ArticleView]) -> list[ArticleView]:
    """Articles with the newest first, those without a day last."""
    return sorted(articles, key=lambda a: (-(a.published or date.min).toordinal(), a.id))


def articles(store: Store, *, limit: int = 100, after: str | None = None) -> Page[ArticleView]:
    """All articles, the newest first."""

    def shown(rows: list[Row]) -> list[ArticleView]:
        return article_views(store, [value(row, "article") or "" for row in rows])

    return page(store, "articles.rq", limit, after, shown)


def article(store: Store, key: str) -> ArticleRecordsView:
    """One article, by key or IRI, with its text and every record read from it."""
    node = NamedNode(Namespace().article(Namespace().article_key(key)))
    found = article_views(store, [node.value])
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
