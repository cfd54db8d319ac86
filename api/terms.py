"""The ontology as a page: each term with its labels and definitions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from html import escape

from pyoxigraph import Literal, NamedNode, Triple

SKOS = "http://www.w3.org/2004/02/skos/core#"
TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
OWL = "http://www.w3.org/2002/07/owl#"
PARTS = (
    ("Classes", OWL + "Class"),
    ("Relations", OWL + "ObjectProperty"),
    ("Values", OWL + "DatatypeProperty"),
    ("Schemes", SKOS + "ConceptScheme"),
    ("Concepts", SKOS + "Concept"),
)
SHOWN = (SKOS + "prefLabel", SKOS + "definition", SKOS + "scopeNote", SKOS + "example")
HEAD = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Bilateral Relations Ontology</title>
<link rel="stylesheet" href="/static/css/base.css">
<link rel="stylesheet" href="/static/css/parts.css">
</head>
<body>
<main>
<h1>Bilateral Relations Ontology</h1>
<p class="lead">By the Accept header, the same address gives Turtle, JSON-LD, N-Triples and RDF/XML.</p>
"""


def page(triples: Iterable[Triple]) -> str:
    """An HTML page of all named terms, by class of term and in the order of their names."""
    types: dict[str, set[str]] = defaultdict(set)
    texts: dict[str, dict[str, list[Literal]]] = defaultdict(lambda: defaultdict(list))
    for triple in triples:
        subject, predicate, value = triple.subject, triple.predicate.value, triple.object
        if not isinstance(subject, NamedNode):
            continue
        if predicate == TYPE and isinstance(value, NamedNode):
            types[value.value].add(subject.value)
        elif predicate in SHOWN and isinstance(value, Literal):
            texts[subject.value][predicate].append(value)
    parts = []
    for title, kind in PARTS:
        entries = "".join(_entry(iri, texts[iri]) for iri in sorted(types[kind]))
        parts.append(f'<section><h2>{title}</h2><div class="stack">{entries}</div></section>')
    return HEAD + "".join(parts) + "</main></body></html>"


def _entry(iri: str, texts: dict[str, list[Literal]]) -> str:
    name = escape(iri.rstrip("/").rsplit("/", 1)[-1].rsplit("#", 1)[-1])
    lines = "".join(
        f'<p lang="{escape(text.language or "en")}" dir="auto">{escape(text.value)}</p>'
        for predicate in SHOWN
        for text in sorted(texts.get(predicate, []), key=lambda literal: literal.language or "", reverse=True)
    )
    head = f'<h3>{name}</h3><p class="soft small">{escape(iri)}</p>'
    return f'<article class="card" id="{name}">{head}{lines}</article>'
