"""Exports: the graph, a pair or a state's surroundings as files that other people's tools read.

``write(store, format, selection, stream)`` writes any of FORMATS to a binary stream. Graph files are made
from one projection (:func:`project`), RDF from the selected records themselves.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType
from typing import BinaryIO

from pyoxigraph import RdfFormat

from graph.exc import InputError
from graph.export import (
    cyjs,
    d3,
    dot,
    gexf,
    graphml,
    jsonld,
    neo4j,
    plovertable,
    recordtable,
    statements,
    tables,
    xlsx,
)
from graph.export.projection import Graph, project
from graph.export.selection import Selection
from graph.store import Store

__all__ = ["FORMATS", "Format", "Graph", "Selection", "project", "write"]

Writer = Callable[[Store, Selection, BinaryIO], None]


@dataclass(frozen=True, slots=True)
class Format:
    """What a format is called on the wire and on disk, and what writes it."""

    media_type: str
    suffix: str
    says: str
    writer: Writer


def _of(writer: Callable[[Graph, BinaryIO], None]) -> Writer:
    def write_projected(store: Store, selection: Selection, stream: BinaryIO) -> None:
        writer(project(store, selection), stream)

    return write_projected


def _write_xlsx(store: Store, selection: Selection, stream: BinaryIO) -> None:
    xlsx.write(project(store, selection), plovertable.rows(store, selection), stream)


_TRIG = partial(statements.write_quads, form=RdfFormat.TRIG)
_N_QUADS = partial(statements.write_quads, form=RdfFormat.N_QUADS)
_TURTLE = partial(statements.write_triples, form=RdfFormat.TURTLE)
_RDF_XML = partial(statements.write_triples, form=RdfFormat.RDF_XML)
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_N_TRIPLES = partial(statements.write_triples, form=RdfFormat.N_TRIPLES)

FORMATS: MappingProxyType[str, Format] = MappingProxyType(
    {
        "gexf": Format("application/gexf+xml", ".gexf", "for Gephi", _of(gexf.write)),
        "graphml": Format("application/graphml+xml", ".graphml", "for yEd, igraph", _of(graphml.write)),
        "cyjs": Format("application/vnd.cytoscape+json", ".cyjs", "for Cytoscape", _of(cyjs.write)),
        "d3": Format("application/json", ".json", "node-link, for D3", _of(d3.write)),
        "dot": Format("text/vnd.graphviz", ".dot", "for Graphviz", _of(dot.write)),
        "csv": Format("text/csv", ".csv", "edges as a table, for spreadsheets", _of(tables.write)),
        "records": Format("text/csv", ".records.csv", "a row for each record", recordtable.write),
        "plover": Format("text/csv", ".plover.csv", "events in POLECAT's columns", plovertable.write),
        "xlsx": Format(_XLSX, ".xlsx", "edges, actors and events, for Excel", _write_xlsx),
        "neo4j": Format("application/zip", ".neo4j.zip", "CSV files for Neo4j's import", _of(neo4j.write)),
        "trig": Format("application/trig", ".trig", "RDF with named graphs", _TRIG),
        "nq": Format("application/n-quads", ".nq", "RDF, a quad a line", _N_QUADS),
        "ttl": Format("text/turtle", ".ttl", "RDF merged into one graph", _TURTLE),
        "nt": Format("application/n-triples", ".nt", "RDF, a triple a line", _N_TRIPLES),
        "rdf": Format("application/rdf+xml", ".rdf", "RDF as XML", _RDF_XML),
        "jsonld": Format("application/ld+json", ".jsonld", "RDF as JSON", jsonld.write),
    }
)
"""Name -> format; the names are those of the command line and of ``GET /export``."""


def write(store: Store, format: str, selection: Selection, stream: BinaryIO) -> None:
    """Writes the selected part of the store to ``stream`` in one of FORMATS.

    Raises InputError for an unknown format, NotFoundError for an actor the store knows nothing of.
    """
    if format not in FORMATS:
        raise InputError(f"unknown format {format!r}; choose one of {', '.join(FORMATS)}")
    FORMATS[format].writer(store, selection, stream)
