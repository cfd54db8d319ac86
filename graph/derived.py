"""The derived graph: shortcuts, pairs and happenings, computed from records and never edited.

``takesPartIn``, ``discusses``, ``mentions``, ``isMemberOf`` and the relations of two states follow from the
records of one article; happenings from those of several (``graph.happenings``). What follows from an article
is renewed in the transaction that changes the article.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from pyoxigraph import NamedNode, Quad

from graph.happenings import Link, renewal, tell_all
from graph.identity import Namespace
from graph.queries import named
from graph.store import Store
from graph.store.changes import sequence


@dataclass(frozen=True, slots=True)
class Following:
    """The updates to run before and after a change of articles, in its transaction."""

    before: str
    after: str


def following(
    store: Store,
    articles: Mapping[str, Sequence[Quad]],
    known: Collection[str] = (),
    *,
    gone: Collection[Link] = (),
    come: Collection[Link] = (),
) -> Following:
    """What follows when graphs get these quads, for one article or a batch at once.

    ``articles`` maps article IRIs to all the quads they will have, none for one that goes; ``known`` names
    those that the store has already. ``gone`` and ``come`` are people's links that change with them. The
    store is only asked; the caller runs the updates around the change, in its transaction.
    """
    filled = [graph for graph, quads in articles.items() if quads]
    happenings = renewal(store, articles, gone=gone, come=come)
    return Following(
        before=forget(*known) if known else "",
        after=sequence(derive(*filled) if filled else "", happenings),
    )


def derive(*graphs: str) -> str:
    """The update that adds the shortcuts that follow from the records of some graphs."""
    return named("derive.ru", g=[NamedNode(graph) for graph in graphs])


def forget(*graphs: str) -> str:
    """The update that takes out the shortcuts that only the records of some graphs are behind."""
    nodes = [NamedNode(graph) for graph in graphs]
    return named("forget.ru", g=nodes, without=nodes)


def rebuild(store: Store) -> None:
    """Compute the whole derived graph anew, from all records of the store, in one transaction."""
    store.replace(Namespace().graph("derived"), tell_all(store), after=named("derive.ru"))
