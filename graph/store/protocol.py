"""What every store can do. Queries see the union of all graphs as their default graph.

Terms are pyoxigraph's, whichever store they come from.
"""

from __future__ import annotations

import enum
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Protocol, TypeAlias, TypeVar

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, QueryResultsFormat, RdfFormat, Triple

T = TypeVar("T")
Term: TypeAlias = NamedNode | BlankNode | Literal | Triple
Row: TypeAlias = Mapping[str, Term]
"""One row of a SELECT; variables without a value are absent."""

_XSD = "http://www.w3.org/2001/XMLSchema#"
Plain: TypeAlias = str | int | float | bool | date | datetime


class Form(enum.Enum):
    """What a query answers with: rows (SELECT), a truth value (ASK) or triples (CONSTRUCT, DESCRIBE)."""

    ROWS = "rows"
    TRUTH = "truth"
    TRIPLES = "triples"


@dataclass(frozen=True, slots=True)
class Answer:
    """A serialized answer to a query and the media type of its bytes."""

    body: bytes
    media_type: str
    form: Form


class Store(Protocol):
    """Quads in named graphs, asked and changed through SPARQL 1.1.

    Every method raises StoreError where the store cannot be reached, read or written, and QueryError
    where the engine refuses the SPARQL text.
    """

    location: str

    def answer(
        self,
        query: str,
        *,
        results: QueryResultsFormat = QueryResultsFormat.JSON,
        rdf: RdfFormat = RdfFormat.TURTLE,
        default_graphs: Iterable[str] | None = None,
        named_graphs: Iterable[str] | None = None,
    ) -> Answer:
        """Answer a query of any form, serialized by the engine: rows and truths as ``results``, triples
        as ``rdf``. The graph lists are the protocol's dataset (SPARQL 1.1 Protocol, 2.1.4).
        """
        ...

    def select(self, query: str) -> list[Row]:
        """The rows of a SELECT query."""
        ...

    def ask(self, query: str) -> bool:
        """The truth value of an ASK query."""
        ...

    def construct(self, query: str) -> list[Triple]:
        """The triples of a CONSTRUCT or DESCRIBE query."""
        ...

    def update(self, update: str) -> None:
        """Run a SPARQL update; several operations in one text are applied together or not at all."""
        ...

    def replace(self, graph: str, quads: Iterable[Quad], *, before: str = "", after: str = "") -> None:
        """Put ``quads`` in place of all that the graph ``graph`` holds, in one transaction.

        ``before`` and ``after`` are updates run in the same transaction around the change.
        """
        ...

    def remove(self, graph: str, *, before: str = "") -> None:
        """Drop a graph, after the update ``before`` in the same transaction."""
        ...

    def add(self, quads: Iterable[Quad]) -> None:
        """Add quads to the graphs they name (any number; not one transaction)."""
        ...

    def load(self, pieces: Iterable[bytes]) -> None:
        """Add N-Quads given in pieces that end anywhere. The embedded store takes all or, where it fails or is
        killed on the way, nothing; a remote one may keep a part.
        """
        ...

    def put(self, document: bytes, after: str = "") -> None:
        """Add the quads of an N-Quads document without blank nodes, all or none, and run the update ``after``.

        The update comes in the same transaction, or in one that ``finish`` makes good where it was cut short.
        """
        ...

    def finish(self) -> None:
        """Run the update of a ``put`` that was cut short."""
        ...

    def quads(self, graph: str | None = None) -> Iterator[Quad]:
        """All quads, or those of one graph."""
        ...

    def graphs(self) -> list[str]:
        """The names of all graphs, sorted."""
        ...

    def size(self) -> int:
        """Number of quads."""
        ...

    def once(self, name: str, work: Callable[[], T]) -> T:
        """What ``work`` gives, which asks this store alone. An embedded store keeps it until it changes;
        a remote one, which others may change unseen, has it computed each time. Nobody may alter what is given.
        """
        ...

    def close(self) -> None:
        """Write what is still to be written and let go of the store."""
        ...


def plain(term: Term | None) -> Plain | None:
    """A term as a Python value: IRIs and strings as str, numbers, booleans, days and moments as such."""
    if not isinstance(term, Literal):
        return None if term is None else str(getattr(term, "value", term))
    kind = term.datatype.value.removeprefix(_XSD)
    if kind in {"integer", "positiveInteger", "nonNegativeInteger", "int", "long"}:
        return int(term.value)
    if kind in {"decimal", "double", "float"}:
        return float(Decimal(term.value)) if kind == "decimal" else float(term.value)
    if kind == "boolean":
        return term.value in {"true", "1"}
    if kind == "date":
        return date.fromisoformat(term.value[:10])
    if kind == "dateTime":
        return datetime.fromisoformat(term.value)
    return term.value
