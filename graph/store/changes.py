"""SPARQL update texts for changes that must happen together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from pyoxigraph import BlankNode, NamedNode, Quad, RdfFormat, parse

from graph.exc import QueryError


def insert_text(graph: str, quads: Iterable[Quad]) -> str:
    """An update that puts the quads' triples into one graph; empty for no quads.

    Those with blank nodes are a template for one solution, which the standard treats alike (SPARQL 1.1 Update,
    3.1.3): Virtuoso takes no blank nodes in INSERT DATA.
    """
    blank = False
    lines = []
    for quad in quads:
        blank = blank or isinstance(quad.subject, BlankNode) or isinstance(quad.object, BlankNode)
        lines.append(f"{quad.subject} {quad.predicate} {quad.object} .")
    body = "{ GRAPH " + f"{NamedNode(graph)} {{\n" + "\n".join(lines) + "\n} }"
    if not lines:
        return ""
    return f"INSERT {body} WHERE {{}}" if blank else f"INSERT DATA {body}"


def parsed(document: bytes) -> list[Quad]:
    """The quads of an N-Quads document; QueryError where it is none."""
    try:
        return list(parse(document, format=RdfFormat.N_QUADS))
    except (SyntaxError, ValueError) as error:
        raise QueryError(f"the document cannot be read: {error}") from error


def graphwise(quads: Iterable[Quad]) -> str:
    """An ``INSERT DATA`` of quads in any named graphs; empty for none."""
    graphs: defaultdict[str, list[str]] = defaultdict(list)
    for q in quads:
        graphs[str(q.graph_name)].append(f"{q.subject} {q.predicate} {q.object} .")
    bodies = [f"GRAPH {graph} {{" + "\n".join(lines) + "}" for graph, lines in graphs.items()]
    return "INSERT DATA { " + "\n".join(bodies) + " }" if bodies else ""


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
