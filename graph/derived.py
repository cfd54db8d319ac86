"""The derived graph: shortcuts and pairs, computed from records and never edited.

``takesPartIn``, ``discusses``, ``mentions``, ``isMemberOf`` and the relations of two states follow from
records. An article's share is renewed in the transaction that changes the article.
"""

from __future__ import annotations

from pyoxigraph import NamedNode

from graph.identity import Namespace
from graph.queries import named
from graph.store import Store


def derive(graph: str) -> str:
    """The update that adds what follows from the records of one graph."""
    return named("derive.ru", g=NamedNode(graph))


def forget(graph: str) -> str:
    """The update that takes out what only the records of one graph are behind."""
    return named("forget.ru", g=NamedNode(graph))


def rebuild(store: Store) -> None:
    """Compute the whole derived graph anew, from all records of the store, in one transaction."""
    store.replace(Namespace().graph("derived"), (), after=named("derive.ru"))
