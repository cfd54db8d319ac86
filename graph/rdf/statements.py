"""Statements of one graph on their way to N-Quads: each once, written as text where it is made.

Making the engine's own quads of an article and writing those takes several times as long.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from decimal import Decimal
from functools import cache, lru_cache

from pyoxigraph import Quad, RdfFormat, Triple, parse

from graph.rdf.terms import XSD
from ontology.terms import ONTOLOGY

Facts = dict[str, dict[str, list[str]]]
"""Subject -> local name of a property of ours, IRI of another -> values as text."""
Text = tuple[str, str]
"""A literal: as N-Triples writes it, and its value."""
Value = str | Text | None
"""What a statement says: an IRI, a literal, or nothing."""

_SPECIAL = re.compile(r'["\\\n\r]')
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r"}


def facts_of(triples: Iterable[Quad | Triple]) -> Facts:
    """The facts that triples state."""
    facts: Facts = defaultdict(lambda: defaultdict(list))
    for triple in triples:
        subject, value = triple.subject, triple.object
        name = triple.predicate.value.removeprefix(ONTOLOGY)
        facts[getattr(subject, "value", "")][name].append(str(getattr(value, "value", value)))
    return facts


class Statements:
    """The statements of a graph, in the order in which they were made."""

    def __init__(self, graph: str) -> None:
        self.graph = graph
        self.facts: Facts = defaultdict(lambda: defaultdict(list))
        self._lines: dict[str, None] = {}

    def add(self, subject: str, name: str, value: Value) -> None:
        """One statement; ``name`` is a term of ours or an IRI, no value makes none."""
        if value is None:
            return
        text, plain = (f"<{value}>", value) if isinstance(value, str) else value
        line = f"<{subject}> {_property(name)} {text}"
        if line not in self._lines:
            self._lines[line] = None
            self.facts[subject][name].append(plain)

    def about(self, subject: str, **said: Value) -> None:
        """Several statements on one thing, by the names of terms of ours."""
        facts, lines, head = self.facts[subject], self._lines, f"<{subject}> "
        for name, value in said.items():
            if value is not None:
                text, plain = (f"<{value}>", value) if isinstance(value, str) else value
                line = f"{head}{_property(name)} {text}"
                if line not in lines:
                    lines[line] = None
                    facts[name].append(plain)

    def nquads(self) -> bytes:
        """All of them (RDF 1.1 N-Quads)."""
        return nquads(self._lines, self.graph)

    def quads(self) -> Iterator[Quad]:
        """All of them, as the engine's."""
        yield from parse(self.nquads(), format=RdfFormat.N_QUADS)


def nquads(triples: Iterable[str], graph: str) -> bytes:
    """Triples, as N-Triples without the full stop, in a graph."""
    lines = list(triples)
    end = f" <{graph}> .\n"
    return (end.join(lines) + end).encode() if lines else b""


@cache
def _property(name: str) -> str:
    return f"<{name}>" if ":" in name else f"<{ONTOLOGY}{name}>"


def words(text: str, language: str | None = None) -> Text:
    """Text, in a language or in none."""
    escaped = _SPECIAL.sub(lambda found: _ESCAPES[found[0]], text) if _SPECIAL.search(text) else text
    return f'"{escaped}"@{language}' if language else f'"{escaped}"', text


@lru_cache(8192)
def number(value: int) -> Text:
    """An xsd:integer."""
    return f'"{value}"^^<{XSD}integer>', str(value)


@lru_cache(8192)
def share(value: float) -> Text:
    """An xsd:decimal with every digit that the float needs to come back as it was, and none more."""
    text = format(Decimal(repr(value)), "f")
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return f'"{text}"^^<{XSD}decimal>', text


@lru_cache(8192)
def day(value: date) -> Text:
    """An xsd:date."""
    return f'"{value.isoformat()}"^^<{XSD}date>', value.isoformat()


def moment(value: datetime) -> Text:
    """An xsd:dateTime, with a zone only where the value has one."""
    return f'"{value.isoformat()}"^^<{XSD}dateTime>', value.isoformat()
