"""RDF of the selected part of the graph: TriG and N-Quads with the graphs, Turtle and N-Triples without.

Everything is everything, reference tables too. A part is its records with what they need to be read
alone: the parts actors take, agenda, evidence, articles, propositions, and names of whoever and whatever
they speak of; other records that they only link to are named but not described.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import BinaryIO

import pyoxigraph as ox
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Triple

from graph.export.asking import described, parts
from graph.export.selection import Selection
from graph.export.telling import Telling
from graph.identity import Namespace
from graph.store import Store
from ontology.terms import ONTOLOGY, SCHEME

_RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
# Described whole when a record leads to them; what has neither place is only named.
_WHOLE = frozenset({"evidence", "article", "post", "proposition", "series", "source"})
# Described by names, codes and classes: what else is said of a state belongs to other records.
_NAMED = frozenset({"state", "org", "person", "place"})
# Records are taken only where they are selected; listed for their prefixes.
_RECORDS = frozenset(
    {
        "event",
        "participation",
        "agenda",
        "position",
        "membership",
        "holding",
        "tie",
        "agreement",
        "commitment",
    }
)


def quads(store: Store, selection: Selection) -> Iterator[Quad]:
    """The selected quads, graph by graph and subject by subject."""
    if not selection.whole:
        yield from sorted(_part(store, selection), key=_order)
        return
    left_out = selection.namespace.graph("reference") if selection.reference is False else None
    for graph in store.graphs():
        if graph != left_out:
            yield from store.quads(graph)


def triples(store: Store, selection: Selection) -> Iterable[Triple]:
    """The selected quads without their graphs; of a part, each triple once."""
    found = (quad.triple for quad in quads(store, selection))
    return found if selection.whole else dict.fromkeys(sorted(found, key=str))


def write_quads(store: Store, selection: Selection, stream: BinaryIO, *, form: RdfFormat) -> None:
    """Writes named graphs: TriG or N-Quads."""
    ox.serialize(quads(store, selection), stream, form, prefixes=_prefixes(selection.namespace, form))


def write_triples(store: Store, selection: Selection, stream: BinaryIO, *, form: RdfFormat) -> None:
    """Writes one graph that merges the named ones: Turtle or N-Triples."""
    ox.serialize(triples(store, selection), stream, form, prefixes=_prefixes(selection.namespace, form))


def _prefixes(namespace: Namespace, form: RdfFormat) -> dict[str, str] | None:
    if form in {RdfFormat.N_QUADS, RdfFormat.N_TRIPLES}:
        return None
    kinds = {kind: f"{namespace.base}{kind}/" for kind in sorted(_WHOLE | _NAMED | _RECORDS)}
    return {
        "bir": ONTOLOGY,
        "birx": SCHEME,
        "dcterms": "http://purl.org/dc/terms/",
        "prov": "http://www.w3.org/ns/prov#",
        "skos": "http://www.w3.org/2004/02/skos/core#",
        "xsd": "http://www.w3.org/2001/XMLSchema#",
        **kinds,
    }


def _part(store: Store, selection: Selection) -> set[Quad]:
    records = set(Telling(store, selection).ends)
    frontier = records | parts(store, records)
    found = set(described(store, frontier))
    homes = {_iri(quad.graph_name) for quad in found}
    seen = set(frontier)
    while frontier := _leads(found, selection.namespace) - seen:
        seen |= frontier
        found |= {quad for quad in described(store, frontier) if _says(quad, homes, selection.namespace)}
    return found


def _leads(found: Iterable[Quad], namespace: Namespace) -> set[str]:
    """IRIs that the quads lead to and that are to be described."""
    objects = {quad.object.value for quad in found if isinstance(quad.object, NamedNode)}
    return {iri for iri in objects if namespace.kind(iri) in _WHOLE | _NAMED}


def _says(quad: Quad, homes: set[str], namespace: Namespace) -> bool:
    """Whether a quad belongs to the description of a thing that a record leads to."""
    graph = _iri(quad.graph_name)
    elsewhere = namespace.kind(graph) == "article" and graph not in homes
    if elsewhere or graph == namespace.graph("derived"):
        return False
    if namespace.kind(_iri(quad.subject)) in _WHOLE:
        return True
    return isinstance(quad.object, Literal) or quad.predicate.value == _RDF_TYPE


def _iri(term: object) -> str:
    return term.value if isinstance(term, NamedNode) else str(term)


def _order(quad: Quad) -> tuple[str, str, str, str]:
    return str(quad.graph_name), str(quad.subject), str(quad.predicate), str(quad.object)
