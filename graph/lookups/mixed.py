"""Records of several kinds together."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from graph.lookups.asking import Things
from graph.lookups.records import Shelf
from graph.lookups.views import Shown, Thing
from graph.store import Store

_VIEWS: dict[str, Callable[[Shelf], Sequence[Shown]]] = {
    "event": Shelf.events,
    "position": Shelf.positions,
    "post": Shelf.holdings,
    "membership": Shelf.memberships,
    "agreement": Shelf.agreements,
    "commitment": Shelf.commitments,
    "tie": Shelf.ties,
}


def records(store: Store, wanted: Sequence[tuple[str, str]]) -> list[tuple[str, Shown]]:
    """The views of (IRI, kind) in the order given, each with its kind (``event``, ``post``, …)."""
    shelf = Shelf(store, [node for node, _ in wanted])
    return [(kind, _VIEWS[kind](shelf.only([node]))[0]) for node, kind in wanted]


def things(store: Store, nodes: Sequence[str]) -> list[Thing]:
    """Things with their names, by IRI."""
    return Things(store, nodes).all(nodes)
