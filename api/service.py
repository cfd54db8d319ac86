"""What the server says of itself: the service description and the VoID description of its data."""

from __future__ import annotations

import time
from dataclasses import dataclass

import pyoxigraph as ox
from pyoxigraph import BlankNode, Literal, NamedNode, QueryResultsFormat, RdfFormat, Triple

from graph.readers.answerer import Answerer
from graph.readers.wire import Question
from graph.settings import Settings
from graph.store import Row, Store, plain
from ontology.terms import ONTOLOGY

SD = "http://www.w3.org/ns/sparql-service-description#"
FORMATS = "http://www.w3.org/ns/formats/"
VOID = "http://rdfs.org/ns/void#"
DCTERMS = "http://purl.org/dc/terms/"
LIMIT = "https://w3id.org/bilateral/limit#"
TYPE = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
PREFIXES = {"sd": SD, "formats": FORMATS, "void": VOID, "dcterms": DCTERMS, "limit": LIMIT}
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
_DEPENDABLE = 60.0  # seconds for which counts are not taken again


def _sd(name: str) -> NamedNode:
    return NamedNode(SD + name)


def _void(name: str) -> NamedNode:
    return NamedNode(VOID + name)


@dataclass(frozen=True, slots=True)
class Counts:
    """How much there is: quads, subjects, members of each class, uses of each property (all by IRI)."""

    triples: int
    subjects: int
    classes: tuple[tuple[str, int], ...]
    properties: tuple[tuple[str, int], ...]


class Census:
    """Counts of a store, at most a minute old; those that scan it run where they can be killed."""

    def __init__(self, store: Store, answers: Answerer) -> None:
        self._store, self._answers = store, answers
        self._size: tuple[float, int] | None = None
        self._counts: tuple[float, Counts] | None = None

    def size(self) -> int:
        """Number of quads."""
        if self._size is None or time.monotonic() - self._size[0] > _DEPENDABLE:
            self._size = (time.monotonic(), self._store.size())
        return self._size[1]

    async def _rows(self, query: str) -> list[Row]:
        form = QueryResultsFormat.JSON.media_type
        reply = await self._answers.answer(Question(query, None, (form, form), None))
        try:
            body = reply.first + b"".join([part async for part in reply.rest()])
        finally:
            reply.end()
        found = ox.parse_query_results(body, format=QueryResultsFormat.JSON)
        assert isinstance(found, ox.QuerySolutions)
        names = [variable.value for variable in found.variables]
        return [{name: row[name] for name in names if row[name] is not None} for row in found]

    async def counts(self) -> Counts:
        """All counts; raises LimitError where counting takes longer than a query may."""
        if self._counts is None or time.monotonic() - self._counts[0] > _DEPENDABLE:
            total = "SELECT (COUNT(*) AS ?n) (COUNT(DISTINCT ?s) AS ?m) WHERE { ?s ?p ?o }"
            of_class = "SELECT ?x (COUNT(DISTINCT ?s) AS ?n) WHERE { ?s a ?x FILTER(isIRI(?x)) } GROUP BY ?x"
            of_property = "SELECT ?x (COUNT(*) AS ?n) WHERE { ?s ?x ?o } GROUP BY ?x"
            (whole,) = await self._rows(total)
            found = [
                tuple(sorted((str(plain(row["x"])), _number(row)) for row in await self._rows(query)))
                for query in (of_class, of_property)
            ]
            counts = Counts(_number(whole), _number(whole, "m"), found[0], found[1])
            self._counts = (time.monotonic(), counts)
        return self._counts[1]


def _number(row: Row, name: str = "n") -> int:
    return int(str(plain(row[name])))


def _limits(service: BlankNode, settings: Settings) -> list[Triple]:
    """What a query may take, under the names of the settings."""
    told = {
        "querySeconds": settings.query_seconds,
        "queryMemoryBytes": settings.query_memory,
        "queryTextBytes": settings.max_query,
        "concurrentQueries": settings.queries,
        "waitingQueries": settings.queries_waiting,
        "stalenessSeconds": settings.staleness,
        "answerCacheBytes": settings.answer_cache,
        "bodyBytes": settings.max_body,
    }
    return [Triple(service, NamedNode(LIMIT + name), Literal(value)) for name, value in told.items()]


def describe(census: Census, endpoint: str, form: RdfFormat, writable: bool, settings: Settings) -> bytes:
    """The service at ``endpoint``: its features, formats, limits and number of triples."""
    service, dataset, default = BlankNode("service"), BlankNode("dataset"), BlankNode("default")
    languages = ["SPARQL11Query", *(["SPARQL11Update"] if writable else [])]
    features = ["UnionDefaultGraph", *(["BasicFederatedQuery"] if settings.hosts else [])]
    triples = [
        Triple(service, TYPE, _sd("Service")),
        Triple(service, _sd("endpoint"), NamedNode(endpoint)),
        *(Triple(service, _sd("feature"), _sd(name)) for name in features),
        Triple(service, _sd("defaultDataset"), dataset),
        Triple(dataset, TYPE, _sd("Dataset")),
        Triple(dataset, _sd("defaultGraph"), default),
        Triple(default, TYPE, _sd("Graph")),
        Triple(default, _void("triples"), Literal(census.size())),
        *(Triple(service, _sd("supportedLanguage"), _sd(name)) for name in languages),
        *(Triple(service, _sd("resultFormat"), NamedNode(FORMATS + name)) for name in OUTPUT),
        *_limits(service, settings),
    ]
    return ox.serialize(triples, format=form, prefixes=PREFIXES) or b""


def describe_data(counts: Counts, site: str, form: RdfFormat, settings: Settings) -> bytes:
    """The data as VoID has it (W3C Interest Group Note, 2011); ``site`` is the server's address with a slash."""
    dataset = NamedNode(f"{site}.well-known/void#dataset")
    triples = [
        Triple(dataset, TYPE, _void("Dataset")),
        Triple(dataset, NamedNode(DCTERMS + "title"), Literal("Bilateral", language="en")),
        Triple(dataset, _void("sparqlEndpoint"), NamedNode(f"{site}sparql")),
        Triple(dataset, _void("dataDump"), NamedNode(f"{site}export?format=nq")),
        Triple(dataset, _void("uriSpace"), Literal(settings.base)),
        Triple(dataset, _void("vocabulary"), NamedNode(ONTOLOGY)),
        Triple(dataset, _void("triples"), Literal(counts.triples)),
        Triple(dataset, _void("distinctSubjects"), Literal(counts.subjects)),
        Triple(dataset, _void("classes"), Literal(len(counts.classes))),
        Triple(dataset, _void("properties"), Literal(len(counts.properties))),
    ]
    parts = (
        ("class", "classPartition", "entities", counts.classes),
        ("property", "propertyPartition", "triples", counts.properties),
    )
    for kind, partition, unit, found in parts:
        for place, (iri, number) in enumerate(found):
            part = BlankNode(f"{kind}{place}")
            triples.append(Triple(dataset, _void(partition), part))
            triples.append(Triple(part, _void(kind), NamedNode(iri)))
            triples.append(Triple(part, _void(unit), Literal(number)))
    return ox.serialize(triples, format=form, prefixes=PREFIXES) or b""
