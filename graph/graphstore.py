"""Whole graphs by name: the operations of the SPARQL 1.1 Graph Store HTTP Protocol.

A graph is named by its IRI; None is the default graph, which holds nothing that Bilateral wrote.
"""

from __future__ import annotations

import pyoxigraph as ox
from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat, Triple

from graph.exc import InputError, NotFoundError
from graph.store import EmbeddedStore, Store


def parse_triples(body: bytes, media_type: str, base: str) -> list[Triple]:
    """The triples of an RDF document; InputError where it does not parse, with the parser's words."""
    form = RdfFormat.from_media_type(media_type)
    if form is None:
        raise InputError(f"{media_type} is no RDF format that is known here")
    try:
        quads = list(ox.parse(body, format=form, base_iri=base, rename_blank_nodes=True))
    except (SyntaxError, ValueError) as error:
        raise InputError(f"the {form.name} document cannot be read: {error}") from error
    if any(not isinstance(quad.graph_name, DefaultGraph) for quad in quads):
        raise InputError("the document names graphs; one graph is put, so it may hold triples only")
    return [quad.triple for quad in quads]


def exists(store: Store, graph: str | None) -> bool:
    """Whether the graph is there; the default graph always is."""
    return graph is None or store.ask(f"ASK {{ GRAPH {NamedNode(graph)} {{ ?s ?p ?o }} }}")


def triples(store: Store, graph: str | None) -> list[Triple]:
    """All triples of a graph; NotFoundError where there is none of that name."""
    if graph is not None:
        found = [quad.triple for quad in store.quads(graph)]
        if not found:
            raise NotFoundError(f"there is no graph {graph}")
        return found
    if isinstance(store, EmbeddedStore):
        return [quad.triple for quad in store.engine.quads_for_pattern(None, None, None, DefaultGraph())]
    return store.construct("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }")


def read(store: Store, graph: str | None, form: RdfFormat) -> bytes:
    """A graph as a document."""
    return ox.serialize(triples(store, graph), format=form) or b""


def put(store: Store, graph: str | None, content: list[Triple]) -> bool:
    """Put ``content`` in place of a graph; True where the graph is new."""
    new = not exists(store, graph)
    if graph is None:
        store.update(f"DROP DEFAULT ; {_insert(content)}")
    else:
        store.replace(graph, (Quad(t.subject, t.predicate, t.object, NamedNode(graph)) for t in content))
    return new


def post(store: Store, graph: str | None, content: list[Triple]) -> bool:
    """Add ``content`` to a graph; True where the graph is new."""
    new = not exists(store, graph)
    name = DefaultGraph() if graph is None else NamedNode(graph)
    if graph is None:
        store.update(_insert(content))
    else:
        store.add(Quad(t.subject, t.predicate, t.object, name) for t in content)
    return new


def delete(store: Store, graph: str | None) -> None:
    """Empty the default graph or drop another; NotFoundError where there is none of that name."""
    if graph is None:
        store.update("DROP DEFAULT")
    elif exists(store, graph):
        store.remove(graph)
    else:
        raise NotFoundError(f"there is no graph {graph}")


def _insert(content: list[Triple]) -> str:
    return "INSERT DATA {\n" + "\n".join(f"{t.subject} {t.predicate} {t.object} ." for t in content) + "\n}"
