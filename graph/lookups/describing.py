"""The bare statements about one thing."""

from __future__ import annotations

from pyoxigraph import NamedNode, Triple

from graph.lookups.asking import value
from graph.queries import named
from graph.store import Store


def describe(store: Store, iri: str) -> list[Triple]:
    """What the store says of ``iri``, with the evidence of a record; empty where it says nothing."""
    found = store.construct(named("describe.rq", thing=NamedNode(iri)))
    return sorted(dict.fromkeys(found), key=str)


def moved(store: Store, iri: str) -> str | None:
    """The IRI of the thing that this one has been merged into (``dcterms:isReplacedBy``), None where it has not."""
    for row in store.select(named("moved.rq", thing=NamedNode(iri))):
        if (successor := value(row, "successor")) and successor != iri:
            return successor
    return None
