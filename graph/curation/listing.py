"""Lists of corrections, a page at a time."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import NamedNode

from graph.curation.model import Correction
from graph.curation.store import by_iri
from graph.exc import InputError
from graph.identity import Namespace
from graph.lookups.asking import page, value
from graph.lookups.views import Page
from graph.rdf.terms import birx
from graph.store import Row, Store
from ontology.terms import CORRECTION_ACTIONS, CORRECTION_OUTCOMES

_PAGE = 200


def corrections(
    store: Store,
    *,
    article: str | None = None,
    outcome: str | None = None,
    action: str | None = None,
    newest_first: bool = False,
    limit: int = 100,
    after: str | None = None,
) -> Page[Correction]:
    """Corrections in the order in which they were made: of an article (key), with an outcome, of an action."""
    for name, given, known in (
        ("outcome", outcome, CORRECTION_OUTCOMES),
        ("action", action, CORRECTION_ACTIONS),
    ):
        if given is not None and given not in known:
            raise InputError(f"{name} is {given!r}, not one of {', '.join(known)}")

    def built(rows: list[Row]) -> list[Correction]:
        nodes = [value(row, "correction") or "" for row in rows]
        found = {Namespace().iri("correction", c.key): c for c in by_iri(store, nodes)}
        return [found[node] for node in nodes]

    return page(
        store,
        "corrections.rq",
        limit,
        after,
        built,
        newest_first=newest_first,
        article=NamedNode(Namespace().article(article)) if article else None,
        outcome=birx(f"outcome-{outcome}") if outcome else None,
        action=birx(f"action-{action}") if action else None,
    )


def all_corrections(
    store: Store, *, article: str | None = None, outcome: str | None = None
) -> Iterator[Correction]:
    """Every correction, page after page."""
    after = None
    while True:
        found = corrections(store, article=article, outcome=outcome, limit=_PAGE, after=after)
        yield from found.items
        after = found.next
        if after is None:
            return
