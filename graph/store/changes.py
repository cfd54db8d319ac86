"""SPARQL update texts for changes that must happen together."""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import NamedNode, Quad


def insert_text(graph: str, quads: Iterable[Quad]) -> str:
    """An INSERT DATA that puts the quads' triples into one graph; empty for no quads."""
    triples = "\n".join(f"{q.subject} {q.predicate} {q.object} ." for q in quads)
    return f"INSERT DATA {{ GRAPH {NamedNode(graph)} {{\n{triples}\n}} }}" if triples else ""


def sequence(*updates: str) -> str:
    """Several updates as one request (SPARQL 1.1 Update, 3: operations apply in order)."""
    return " ;\n".join(text for text in updates if text.strip())


def replacement(graph: str, quads: Iterable[Quad], before: str, after: str) -> str:
    """Clear a graph and fill it again, with updates around it."""
    return sequence(before, f"DROP SILENT GRAPH {NamedNode(graph)}", insert_text(graph, quads), after)
