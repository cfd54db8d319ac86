"""SHACL over a store, some articles at a time, with as much of the world as their shapes ask about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice

import pyshacl
from pyoxigraph import BlankNode, Literal, NamedNode, Quad
from rdflib import RDF, RDFS, SH, SKOS, BNode, Graph, URIRef
from rdflib import Literal as RdfLiteral
from rdflib.term import Node

from graph.identity import Namespace
from graph.paths import ontology_dir
from graph.rdf.terms import PREF_LABEL, RDF_TYPE
from graph.sources import LANGUAGES
from graph.store import Store
from ontology.terms import ONTOLOGY

_BATCH = 20
_PORTION = 20_000
_POLARITY = URIRef(ONTOLOGY + "polarity")
# what shapes ask of a node that another graph describes: its class, its name, its code
_WORLD = f"{RDF_TYPE}, {PREF_LABEL}, <{ONTOLOGY}iso3>"


@dataclass(frozen=True, slots=True)
class Violation:
    """One breach of a shape: the node, the graph (article) it stands in, the property and what is wrong."""

    focus: str
    graph: str | None
    path: str | None
    value: str | None
    message: str


@cache
def _shapes() -> Graph:
    return aimed(Graph().parse(ontology_dir() / "shapes.ttl", format="turtle"))


def aimed(shapes: Graph) -> Graph:
    """The same shapes with the target classes given to the property shapes themselves, changed in place.

    ``sh:property`` says nothing of its own (SHACL, section 4.7.1), so a shape of a property that has the targets
    of the node shape around it finds the same; likewise a shape that other shapes of nodes add by ``sh:node``, whose
    own result only repeats what it finds. pySHACL takes all targets of a shape at once, but sets up a nested shape
    anew for each node, which costs many times more.
    """
    for link in (SH.node, SH.property):
        for around, inner in list(shapes.subject_objects(link)):
            if _stands_alone(shapes, around):
                shapes.remove((around, link, inner))
                for target in shapes.objects(around, SH.targetClass):
                    shapes.add((inner, SH.targetClass, target))
    return shapes


def _stands_alone(shapes: Graph, shape: Node) -> bool:
    """Whether a shape of nodes has targets and nothing else depends on what it holds."""
    bound = (SH.path, SH.closed, SH.deactivated)
    return (
        (shape, SH.targetClass, None) in shapes
        and not any((shape, term, None) in shapes for term in bound)
        and (None, SH.node, shape) not in shapes
    )


@cache
def _terms() -> tuple[tuple[Node, Node, Node], ...]:
    """Of the ontology what shapes look up: classes of classes, schemes of concepts, classes of issues."""
    whole = Graph()
    for name in ("core.ttl", "schemes.ttl", "issues.ttl"):
        whole.parse(ontology_dir() / name, format="turtle")
    wanted = {RDF.type, RDFS.subClassOf, SKOS.inScheme, SKOS.prefLabel, _POLARITY}
    return tuple(t for t in whole if t[1] in wanted)


def validate(store: Store, graphs: Iterable[str] | None = None) -> Iterator[Violation]:
    """Every violation in the named graphs, by default those that articles and people fill.

    The reference graph comes with the package and takes half a minute, and imported files are made by templates and
    may have millions of rows, so both are checked where they are named.

    A node that several articles label is held to the label that comes first: each article's own graph is
    what has to be right.
    """
    namespace = Namespace()
    names = list(graphs) if graphs is not None else store.graphs()
    skipped = (
        {namespace.graph(name) for name in ("ontology", "derived", "reference")} if graphs is None else set()
    )
    if graphs is None:
        skipped |= {name for name in names if namespace.kind(name) == "source"}
    articles = [g for g in names if namespace.kind(g) == "article"]
    for batch in _batches(articles, _BATCH):
        yield from _check(store, {g: list(store.quads(g)) for g in batch})
    for graph in names:
        if graph not in skipped and namespace.kind(graph) != "article":
            for portion in _portions(store.quads(graph)):
                yield from _check(store, {graph: portion})


def _batches(items: list[str], size: int) -> Iterator[list[str]]:
    source = iter(items)
    while batch := list(islice(source, size)):
        yield batch


def _portions(quads: Iterable[Quad]) -> Iterator[list[Quad]]:
    """The quads of a large graph by whole subjects, some thousand at a time."""
    subjects: dict[object, list[Quad]] = {}
    for quad in quads:
        subjects.setdefault(quad.subject, []).append(quad)
    portion: list[Quad] = []
    for described in subjects.values():
        portion += described
        if len(portion) >= _PORTION:
            yield portion
            portion = []
    if portion:
        yield portion


def _check(store: Store, graphs: dict[str, list[Quad]]) -> Iterator[Violation]:
    data = Graph()
    home: dict[str, str] = {}
    labels: dict[tuple[object, str | None], str] = {}
    mentioned: set[NamedNode] = set()
    for graph, quads in graphs.items():
        for quad in quads:
            if quad.predicate == RDF_TYPE and isinstance(quad.subject, NamedNode):
                home.setdefault(quad.subject.value, graph)
            if quad.predicate == PREF_LABEL and isinstance(quad.object, Literal):
                first = labels.setdefault((quad.subject, quad.object.language), graph)
                if first != graph:
                    continue
            if isinstance(quad.object, NamedNode):
                mentioned.add(quad.object)
            data.add((_rdflib(quad.subject), _rdflib(quad.predicate), _rdflib(quad.object)))
    mentioned |= {
        node for node in map(NamedNode, home) if not any((node, language) in labels for language in LANGUAGES)
    }
    for subject, predicate, value in _world(store, mentioned):
        data.add((subject, predicate, value))
    for triple in _terms():
        data.add(triple)
    yield from _violations(data, home)


def _world(store: Store, mentioned: set[NamedNode]) -> Iterator[tuple[Node, Node, Node]]:
    """Class, labels and code of what a graph mentions and others describe."""
    base = Namespace().base
    nodes = sorted(n.value for n in mentioned if n.value.startswith(base))
    for start in range(0, len(nodes), 500):
        values = " ".join(f"<{node}>" for node in nodes[start : start + 500])
        # with VALUES for ?p too, Oxigraph goes through every triple of these properties
        rows = store.select(
            f"SELECT DISTINCT ?s ?p ?o WHERE {{ VALUES ?s {{ {values} }} ?s ?p ?o FILTER(?p IN ({_WORLD})) }}"
        )
        seen: set[tuple[object, object]] = set()
        for row in rows:
            value = row["o"]
            if row["p"] == PREF_LABEL and isinstance(value, Literal):
                if (row["s"], value.language) in seen:
                    continue
                seen.add((row["s"], value.language))
            yield _rdflib(row["s"]), _rdflib(row["p"]), _rdflib(value)


def _violations(data: Graph, home: dict[str, str]) -> Iterator[Violation]:
    conforms, report, _ = pyshacl.validate(data, shacl_graph=_shapes(), inplace=True, inference="none")
    if conforms or not isinstance(report, Graph):
        return
    for result in report.subjects(RDF.type, SH.ValidationResult):
        focus = str(report.value(result, SH.focusNode))
        if focus not in home:
            continue  # another graph describes it, and is checked where it does
        path = report.value(result, SH.resultPath)
        value = report.value(result, SH.value)
        if path is None and report.value(result, SH.sourceConstraintComponent) == SH.NodeConstraintComponent:
            continue  # what the inner shape found is reported by itself
        messages = sorted(report.objects(result, SH.resultMessage), key=_english_first)
        yield Violation(
            focus=focus,
            graph=home.get(focus),
            path=str(path) if isinstance(path, URIRef) else None,
            value=None if value is None else str(value),
            message=str(messages[0]) if messages else "breaks a shape",
        )


def _english_first(message: Node) -> bool:
    return getattr(message, "language", None) not in {None, "en"}


def _rdflib(term: object) -> Node:
    if isinstance(term, NamedNode):
        return URIRef(term.value)
    if isinstance(term, Literal):
        if term.language:
            return RdfLiteral(term.value, lang=term.language)
        return RdfLiteral(term.value, datatype=URIRef(term.datatype.value))
    return BNode(term.value if isinstance(term, BlankNode) else str(term))
