"""What is new: articles by the day they were published or last changed, with the pairs they speak of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from pyoxigraph import NamedNode

from graph.identity import Namespace
from graph.lookups.asking import page, rows, value
from graph.lookups.happenings import article_views
from graph.lookups.naming import actor_iri
from graph.lookups.relating import pair_of
from graph.lookups.views import ArticleView, Page
from graph.store import Row, Store


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeView:
    """An article on the day of its last change, with the keys of the pairs (``KAZ-PSE``) it says something of."""

    day: date
    article: ArticleView
    relations: list[str]


def changes(
    store: Store,
    *,
    since: date | None = None,
    actor: str | None = None,
    pair: tuple[str, str] | None = None,
    newest_first: bool = False,
    limit: int = 100,
    after: str | None = None,
) -> Page[ChangeView]:
    """Articles published or changed on a day or later, the oldest first; those without a day are left out.

    ``actor`` keeps those that name it, ``pair`` those that say something of two states.
    """
    relation = Namespace().relation(*pair_of(store, *pair)) if pair else None
    return page(
        store,
        "changed.rq",
        limit,
        after,
        lambda found: _changes(store, found),
        newest_first=newest_first,
        since=since,
        actor=NamedNode(actor_iri(store, actor)) if actor else None,
        relation=NamedNode(relation) if relation else None,
    )


def _changes(store: Store, found: list[Row]) -> list[ChangeView]:
    nodes = [value(row, "article") or "" for row in found]
    if not nodes:
        return []
    views = {v.id: v for v in article_views(store, nodes)}
    pairs: dict[str, set[str]] = {node: set() for node in nodes}
    for row in rows(store, "joined.rq", "article", nodes):
        pairs[value(row, "article") or ""].add(Namespace().key(value(row, "relation") or ""))
    days = {value(row, "article") or "": date.fromisoformat(value(row, "day") or "") for row in found}
    return [ChangeView(day=days[node], article=views[node], relations=sorted(pairs[node])) for node in nodes]
