"""How happenings ask a store: many values some hundred at a time, and differences as updates."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from pyoxigraph import NamedNode

from graph.happenings.clustering import Judgements
from graph.identity import Namespace
from graph.queries import Given, named
from graph.store import Row, Store
from graph.store.changes import sequence
from ontology.terms import ONTOLOGY

Link = tuple[str, str, str]
"""A judgement of people: two reports or persons (IRIs) and ``isMergedWith`` or ``isKeptApartFrom`` between them."""
_BATCH = 400


@dataclass(frozen=True, slots=True)
class Change:
    """A difference of the derived graph: triples to take out and to put in (N-Triples without the full stop), and
    an update to run then.
    """

    gone: frozenset[str] = frozenset()
    come: frozenset[str] = frozenset()
    then: str = ""

    def joined(self, other: Change) -> Change:
        """Both differences, which must not touch the same triples."""
        return Change(self.gone | other.gone, self.come | other.come, sequence(self.then, other.then))


def rows(store: Store, query: str, name: str, values: Iterable[str]) -> Iterator[Row]:
    """The rows of a named query for many IRIs (for ``key``, words)."""
    for batch in batched(sorted(values), plain=name == "key"):
        yield from store.select(named(query, **{name: batch}))


def batched(values: Sequence[str], *, plain: bool = False) -> Iterator[list[Given]]:
    """Values to put into a query, some hundred at a time."""
    for at in range(0, len(values), _BATCH):
        yield [value if plain else NamedNode(value) for value in values[at : at + _BATCH]]


def iri(row: Row, name: str) -> str:
    """The text of a column."""
    return str(getattr(row[name], "value", ""))


def data(verb: str, triples: Iterable[str]) -> str:
    """An ``INSERT DATA`` or ``DELETE DATA`` on the derived graph, sorted; empty for no triples."""
    lines = sorted(triples)
    graph = NamedNode(Namespace().graph("derived"))
    return f"{verb} DATA {{ GRAPH {graph} {{\n" + " .\n".join(lines) + " .\n} }" if lines else ""


def judged(store: Store, nodes: Iterable[str]) -> Iterable[Row]:
    """What people say of some reports or persons; asked for each only where they said anything at all."""
    return rows(store, "judged.rq", "event", nodes) if store.ask(named("judging.rq")) else ()


def judgements(
    store: Store,
    nodes: Iterable[str] | None = None,
    gone: Collection[Link] = (),
    come: Collection[Link] = (),
) -> Judgements:
    """What people say of some reports or persons (None: of all) once some links are gone and others have come."""
    found = store.select(named("judged.rq")) if nodes is None else judged(store, nodes)
    stored = {
        (iri(row, "event"), iri(row, "property").removeprefix(ONTOLOGY), iri(row, "other")) for row in found
    }
    links = (_ordered(stored) - _ordered(gone)) | _ordered(come)
    pairs = {
        name: {(a, b) for a, said, b in links if said == name} for name in ("isMergedWith", "isKeptApartFrom")
    }
    return Judgements(frozenset(pairs["isMergedWith"]), frozenset(pairs["isKeptApartFrom"]))


def _ordered(links: Iterable[Link]) -> set[Link]:
    return {(min(a, b), said, max(a, b)) for a, said, b in links}
