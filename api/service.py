"""The service description at the endpoint (SPARQL 1.1 Service Description)."""

from __future__ import annotations

import pyoxigraph as ox
from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple

from graph.store import Store

SD = "http://www.w3.org/ns/sparql-service-description#"
FORMATS = "http://www.w3.org/ns/formats/"
VOID = "http://rdfs.org/ns/void#"
TYPE = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
OUTPUT = (
    "SPARQL_Results_JSON",
    "SPARQL_Results_XML",
    "SPARQL_Results_CSV",
    "SPARQL_Results_TSV",
    "Turtle",
    "N-Triples",
    "JSON-LD",
    "RDF_XML",
    "TriG",
    "N-Quads",
)


def _sd(name: str) -> NamedNode:
    return NamedNode(SD + name)


def describe(store: Store, endpoint: str, form: RdfFormat, writable: bool) -> bytes:
    """The description of the service at ``endpoint`` with its features, formats and number of triples."""
    service, dataset, default = BlankNode("service"), BlankNode("dataset"), BlankNode("default")
    languages = ["SPARQL11Query", *(["SPARQL11Update"] if writable else [])]
    triples = [
        Triple(service, TYPE, _sd("Service")),
        Triple(service, _sd("endpoint"), NamedNode(endpoint)),
        Triple(service, _sd("feature"), _sd("UnionDefaultGraph")),
        Triple(service, _sd("defaultDataset"), dataset),
        Triple(dataset, TYPE, _sd("Dataset")),
        Triple(dataset, _sd("defaultGraph"), default),
        Triple(default, TYPE, _sd("Graph")),
        Triple(default, NamedNode(VOID + "triples"), Literal(store.size())),
        *(Triple(service, _sd("supportedLanguage"), _sd(name)) for name in languages),
        *(Triple(service, _sd("resultFormat"), NamedNode(FORMATS + name)) for name in OUTPUT),
    ]
    prefixes = {"sd": SD, "formats": FORMATS, "void": VOID}
    return ox.serialize(triples, format=form, prefixes=prefixes) or b""
