"""The bare statements about one thing."""

from __future__ import annotations

from pyoxigraph import NamedNode, Triple

from graph.queries import named
from graph.store import Store


def describe(store: Store, iri: str) -> list[Triple]:
    """What the store says of ``iri``, with the evidence of a record; empty where it says nothing."""
    found = store.construct(named("describe.rq", thing=NamedNode(iri)))
    return sorted(dict.fromkeys(found), key=str)
