"""JSON-LD 1.1 compacted with the ontology's context (https://www.w3.org/TR/json-ld11/).

The context stands in the document, so that it reads back without a network. Known here is what the
ontology's context uses: prefixes, names for ``@id`` and ``@type``, and terms with ``@id``, ``@type`` and
``@container: @language``.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, BinaryIO

from pyoxigraph import Literal, NamedNode, Triple

import ontology
from graph.export.selection import Selection
from graph.export.statements import triples
from graph.store import Store

_XSD = "http://www.w3.org/2001/XMLSchema#"
_RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"


@dataclass(frozen=True, slots=True)
class Term:
    """What the context says of one name; ``coerced`` is ``@id`` or the IRI of a datatype."""

    name: str
    coerced: str | None = None
    container: str | None = None


class Context:
    """A context's terms and prefixes, looked up by IRI."""

    def __init__(self, document: Mapping[str, Any]) -> None:
        self.document = document
        self._prefixes = {
            name: iri for name, iri in document.items() if isinstance(iri, str) and iri.endswith(("/", "#"))
        }
        self._terms: dict[str, list[Term]] = defaultdict(list)
        for name, meaning in document.items():
            if name.startswith("@") or name in self._prefixes:
                continue
            held = {"@id": meaning} if isinstance(meaning, str) else meaning
            coerced = held.get("@type")
            term = Term(name, coerced and self._full(coerced), held.get("@container"))
            self._terms[self._full(held.get("@id", name))].append(term)

    def _full(self, name: str) -> str:
        prefix, colon, rest = name.partition(":")
        return self._prefixes[prefix] + rest if colon and prefix in self._prefixes else name

    def keyword(self, keyword: str) -> str:
        """The name that the context gives to ``@id`` or ``@type``."""
        return next((term.name for term in self._terms.get(keyword, ())), keyword)

    def name(self, iri: str) -> str:
        """A class as its term, or as :meth:`short` has it."""
        return next((term.name for term in self._terms.get(iri, ())), self.short(iri))

    def short(self, iri: str) -> str:
        """The IRI as ``prefix:rest`` where a prefix fits."""
        for prefix, start in self._prefixes.items():
            rest = iri.removeprefix(start)
            if rest != iri and rest and not rest.startswith("//"):
                return f"{prefix}:{rest}"
        return iri

    def put(self, node: dict[str, Any], predicate: str, value: Any) -> None:
        """Adds a value (a pyoxigraph term) to ``node`` under the term that fits it best."""
        terms = self._terms.get(predicate, [])
        for term in terms:
            if term.container == "@language" and isinstance(value, Literal) and value.language:
                _append(node.setdefault(term.name, {}), value.language, value.value)
                return
        free = next((term for term in terms if term.container is None), None)
        if free is None:
            _append(node, predicate if terms else self.short(predicate), self._object(value))
        else:
            _append(node, free.name, self._under(free, value))

    def _under(self, term: Term, value: Any) -> Any:
        """A value as short as the term's coercion lets it be."""
        if isinstance(value, Literal):
            if not value.language and term.coerced == value.datatype.value:
                return value.value
            return self._object(value) if term.coerced else self._native(value)
        return self.short(_iri(value)) if term.coerced == "@id" else self._object(value)

    def _native(self, value: Literal) -> Any:
        kind = value.datatype.value.removeprefix(_XSD)
        if kind == "string":
            return value.value
        if kind == "integer" and str(int(value.value)) == value.value:
            return int(value.value)
        return self._object(value)

    def _object(self, value: Any) -> Any:
        if not isinstance(value, Literal):
            return {"@id": self.short(_iri(value))}
        if value.language:
            return {"@value": value.value, "@language": value.language}
        if value.datatype.value == f"{_XSD}string":
            return {"@value": value.value}
        return {"@value": value.value, "@type": self.short(value.datatype.value)}


@cache
def ontology_context() -> Context:
    """The context that the ontology publishes."""
    return Context(json.loads(ontology.read(ontology.CONTEXT))["@context"])


def document(found: Iterable[Triple], context: Context) -> dict[str, Any]:
    """The triples as one compacted document, nodes in the order in which they are first met."""
    named, classes = context.keyword("@id"), context.keyword("@type")
    nodes: dict[str, dict[str, Any]] = {}
    for triple in dict.fromkeys(found):
        iri = _iri(triple.subject)
        node = nodes.setdefault(iri, {named: context.short(iri)})
        if triple.predicate.value == _RDF_TYPE:
            _append(node, classes, context.name(_iri(triple.object)))
        else:
            context.put(node, triple.predicate.value, triple.object)
    return {"@context": context.document, "@graph": list(nodes.values())}


def write(store: Store, selection: Selection, stream: BinaryIO) -> None:
    """Writes the selected triples, merged into one graph, to ``stream`` in UTF-8."""
    content = document(triples(store, selection), ontology_context())
    stream.write(json.dumps(content, ensure_ascii=False, indent=1).encode() + b"\n")


def _iri(term: Any) -> str:
    return term.value if isinstance(term, NamedNode) else str(term)


def _append(node: dict[str, Any], key: str, value: Any) -> None:
    """One value stands alone, several in a list."""
    if key not in node:
        node[key] = value
    elif isinstance(node[key], list):
        node[key].append(value)
    else:
        node[key] = [node[key], value]
