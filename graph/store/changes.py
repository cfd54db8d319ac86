"""SPARQL update texts for changes that must happen together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from pyoxigraph import BlankNode, NamedNode, Quad, RdfFormat, parse

from graph.exc import QueryError

_OPERATION = 2000  # triples of one INSERT: Virtuoso reads no more than about 4,900


def _insertions(triples: Iterable[tuple[str, Quad]]) -> str:
    """An update of several operations that puts triples into named graphs; empty for none.

    Those with blank nodes go in one operation, within which alone a blank node's name holds, and as a template for
    one solution, which the standard treats alike (SPARQL 1.1 Update, 3.1.3): Virtuoso takes none in INSERT DATA.
    """
    named: list[tuple[str, str]] = []
    unnamed: list[tuple[str, str]] = []
    for graph, quad in triples:
        blank = isinstance(quad.subject, BlankNode) or isinstance(quad.object, BlankNode)
        (unnamed if blank else named).append((graph, f"{quad.subject} {quad.predicate} {quad.object} ."))
    texts = [
        f"INSERT DATA {_by_graph(named[start : start + _OPERATION])}"
        for start in range(0, len(named), _OPERATION)
    ]
    if unnamed:
        texts.append(f"INSERT {_by_graph(unnamed)} WHERE {{}}")
    return " ;\n".join(texts)


def _by_graph(lines: Iterable[tuple[str, str]]) -> str:
    graphs: defaultdict[str, list[str]] = defaultdict(list)
    for graph, line in lines:
        graphs[graph].append(line)
    return (
        "{ " + "\n".join(f"GRAPH {name} {{\n" + "\n".join(ls) + "\n}" for name, ls in graphs.items()) + " }"
    )


def insert_text(graph: str, quads: Iterable[Quad]) -> str:
    """An update that puts the quads' triples into one graph; empty for no quads."""
    name = str(NamedNode(graph))
    return _insertions((name, quad) for quad in quads)


def parsed(document: bytes) -> list[Quad]:
    """The quads of an N-Quads document; QueryError where it is none."""
    try:
        return list(parse(document, format=RdfFormat.N_QUADS))
    except (SyntaxError, ValueError) as error:
        raise QueryError(f"the document cannot be read: {error}") from error


def graphwise(quads: Iterable[Quad]) -> str:
    """An update that puts quads into the named graphs they name; empty for none."""
    return _insertions((str(quad.graph_name), quad) for quad in quads)


def sequence(*updates: str) -> str:
    """Several updates as one request (SPARQL 1.1 Update, 3: operations apply in order).

    Their prefixes are declared once, at the start: Oxigraph takes none between operations.
    """
    prefixes: dict[str, None] = {}
    bodies = []
    for text in updates:
        lines = text.splitlines(keepends=True)
        while lines and lines[0].startswith("PREFIX "):
            prefixes[lines.pop(0)] = None
        if body := "".join(lines).strip():
            bodies.append(body)
    return "".join(prefixes) + " ;\n".join(bodies)


def replacement(graph: str, quads: Iterable[Quad], before: str, after: str) -> str:
    """Clear a graph and fill it again, with updates around it."""
    return sequence(before, f"DROP SILENT GRAPH {NamedNode(graph)}", insert_text(graph, quads), after)
