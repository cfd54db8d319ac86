"""Running a query on an Oxigraph store: the dataset it sees and the errors it ends in."""

from __future__ import annotations

from collections.abc import Iterable

import pyoxigraph as ox
from pyoxigraph import BlankNode, DefaultGraph, NamedNode

from graph.exc import QueryError, StoreError
from graph.sparql_text import names_dataset


def run(
    engine: ox.Store,
    query: str,
    default_graphs: Iterable[str] | None = None,
    named_graphs: Iterable[str] | None = None,
) -> ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples:
    """The engine's answer, not yet computed; without a dataset of its own a query sees all graphs as one.

    The graph lists are the protocol's dataset (SPARQL 1.1 Protocol, 2.1.4). Raises QueryError where the
    text does not parse and StoreError where the store cannot be read.
    """
    chosen: list[NamedNode | BlankNode | DefaultGraph] | None = None
    named: list[NamedNode | BlankNode] | None = None
    try:
        if default_graphs is not None or named_graphs is not None:
            chosen = [NamedNode(g) for g in default_graphs or ()]
            named = [NamedNode(g) for g in named_graphs or ()]
        # the engine's union would override a FROM of the query's own
        union = chosen is None and not names_dataset(query)
        return engine.query(query, use_default_graph_as_union=union, default_graph=chosen, named_graphs=named)
    except (SyntaxError, ValueError) as error:
        raise QueryError(f"the query cannot be read: {error}") from error
    except (OSError, RuntimeError) as error:
        raise StoreError(f"the store cannot be read: {error}") from error
