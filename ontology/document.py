"""The ontology's documentation: one HTML page of all terms, schemes, issues and questions in both languages.

Made from the Turtle alone, without network; ``python -m ontology.document > ontology.html`` writes it out.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from html import escape

from pyoxigraph import Literal, NamedNode, RdfFormat, parse

import ontology
from ontology.terms import ONTOLOGY, SCHEME

PREFIXES = {
    "bir": ONTOLOGY,
    "birx": SCHEME,
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "oa": "http://www.w3.org/ns/oa#",
    "org": "http://www.w3.org/ns/org#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "sem": "http://semanticweb.cs.vu.nl/2009/11/sem/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "skosxl": "http://www.w3.org/2008/05/skos-xl#",
    "vann": "http://purl.org/vocab/vann/",
    "wd": "http://www.wikidata.org/entity/",
    "wdt": "http://www.wikidata.org/prop/direct/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
SELF = ONTOLOGY.rstrip("/")
TERMS = (
    ("Classes", "أصناف", "owl:Class"),
    ("Relations", "علاقات", "owl:ObjectProperty"),
    ("Values", "قيم", "owl:DatatypeProperty"),
)
FACTS = (
    ("rdfs:subClassOf", "is a kind of"),
    ("rdfs:subPropertyOf", "specializes"),
    ("rdfs:domain", "from"),
    ("schema:domainIncludes", "usually from"),
    ("rdfs:range", "to"),
    ("skos:closeMatch", "close to"),
    ("rdfs:seeAlso", "see also"),
    ("bir:ploverCode", "PLOVER"),
    ("bir:ploverScore", "score"),
    ("bir:cameoCode", "CAMEO"),
    ("bir:hasSourceRole", "source"),
    ("bir:hasTargetRole", "target"),
    ("bir:polarity", "polarity"),
    ("skos:notation", "code"),
)
NOTES = ("skos:definition", "skos:scopeNote", "skos:example", "skos:editorialNote")
Value = NamedNode | Literal


def _full(curie: str) -> str:
    prefix, name = curie.split(":", 1)
    return PREFIXES[prefix] + name


class _Terms:
    """The triples of the vocabulary by subject and predicate, in the order of the files."""

    def __init__(self) -> None:
        self.values: dict[str, dict[str, list[Value]]] = defaultdict(lambda: defaultdict(list))
        self.typed: dict[str, list[str]] = defaultdict(list)
        self.below: dict[str, list[str]] = defaultdict(list)
        for name in ontology.VOCABULARY:
            for quad in parse(ontology.read(name), format=RdfFormat.TURTLE):
                if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode | Literal):
                    self._take(quad.subject.value, quad.predicate.value, quad.object)

    def _take(self, subject: str, predicate: str, value: Value) -> None:
        self.values[subject][predicate].append(value)
        if predicate == _full("rdf:type"):
            self.typed[value.value].append(subject)
        elif predicate in {_full("skos:broader"), _full("skos:topConceptOf")}:
            self.below[value.value].append(subject)

    def of(self, subject: str, curie: str) -> list[Value]:
        """All values of a property."""
        return self.values[subject].get(_full(curie), [])

    def text(self, subject: str, curie: str, language: str) -> str:
        """The text of a property in one language, or nothing."""
        return next(iter(self.texts(subject, curie, language)), "")

    def texts(self, subject: str, curie: str, language: str) -> list[str]:
        """The texts of a property in one language."""
        found = self.of(subject, curie)
        return [v.value for v in found if isinstance(v, Literal) and (v.language or "en") == language]


def _local(iri: str) -> str:
    return iri.removeprefix(ONTOLOGY).removeprefix(SCHEME)


def _short(iri: str) -> str:
    for prefix, base in PREFIXES.items():
        if iri.startswith(base):
            return f"{prefix}:{iri.removeprefix(base)}"
    return iri


def _link(iri: str) -> str:
    ours = iri.startswith((ONTOLOGY, SCHEME))
    return f'<a href="{escape("#" + _local(iri) if ours else iri)}">{escape(_short(iri))}</a>'


def _shown(value: Value) -> str:
    return _link(value.value) if isinstance(value, NamedNode) else escape(value.value)


def _both(english: str, arabic: str, tag: str = "p") -> str:
    """English and Arabic beside each other, each in its own direction."""
    left = f'<{tag} lang="en" dir="ltr">{escape(english)}</{tag}>' if english else ""
    right = f'<{tag} lang="ar" dir="rtl">{escape(arabic)}</{tag}>' if arabic else ""
    return f'<div class="both">{left}{right}</div>' if left or right else ""


def _facts(terms: _Terms, iri: str) -> str:
    rows = [
        f"<dt>{label}</dt><dd>{', '.join(_shown(v) for v in terms.of(iri, curie))}</dd>"
        for curie, label in FACTS
        if terms.of(iri, curie)
    ]
    return f"<dl>{''.join(rows)}</dl>" if rows else ""


def _notes(terms: _Terms, iri: str) -> str:
    lines = []
    for curie in NOTES:
        english, arabic = (" ".join(terms.texts(iri, curie, language)) for language in ("en", "ar"))
        name = curie.split(":")[1]
        if english or arabic:
            lines.append(f'<div class="{name}">{_both(english, arabic)}</div>')
    return "".join(lines)


def _head(terms: _Terms, iri: str, tag: str = "h3") -> str:
    english, arabic = (terms.text(iri, "skos:prefLabel", language) for language in ("en", "ar"))
    return f"{_both(english, arabic, tag)}<code>{escape(_short(iri))}</code>"


def _card(terms: _Terms, iri: str) -> str:
    links = [_link(p) for p in _properties_of(terms, iri)]
    used = f'<p class="used">Used with {", ".join(links)}</p>' if links else ""
    body = _head(terms, iri) + _notes(terms, iri) + _facts(terms, iri) + used
    return f'<article id="{escape(_local(iri))}">{body}</article>'


def _properties_of(terms: _Terms, iri: str) -> Iterator[str]:
    for kind in ("owl:ObjectProperty", "owl:DatatypeProperty"):
        for name in terms.typed[_full(kind)]:
            ends = [v.value for c in ("rdfs:domain", "schema:domainIncludes") for v in terms.of(name, c)]
            if iri in ends:
                yield name


def _tree(terms: _Terms, iri: str) -> str:
    """A concept and those below it, as nested lists."""
    others = "".join(
        f'<p class="other" lang="{language}" dir="{direction}">{escape("؛ ".join(found))}</p>'
        if language == "ar"
        else f'<p class="other" lang="{language}" dir="{direction}">{escape("; ".join(found))}</p>'
        for language, direction in (("en", "ltr"), ("ar", "rtl"))
        if (found := terms.texts(iri, "skos:altLabel", language))
    )
    below = "".join(_tree(terms, narrower) for narrower in terms.below.get(iri, ()))
    inside = f"<ul>{below}</ul>" if below else ""
    words = _head(terms, iri, "h4") + _notes(terms, iri) + others + _facts(terms, iri)
    return f'<li id="{escape(_local(iri))}">{words}{inside}</li>'


def _scheme(terms: _Terms, iri: str) -> str:
    trees = "".join(_tree(terms, top) for top in terms.below.get(iri, ()))
    head = _head(terms, iri) + _notes(terms, iri)
    return f'<article id="{escape(_local(iri))}" class="scheme">{head}<ul>{trees}</ul></article>'


def _question(name: str, text: str) -> str:
    said = dict(re.findall(r"^# (en|ar): (.*)$", text, re.MULTILINE))
    query = "\n".join(line for line in text.splitlines() if not line.startswith("#"))
    body = f"<details><summary>SPARQL</summary><pre><code>{escape(query)}</code></pre></details>"
    return f'<article id="question-{escape(name)}">{_both(said["en"], said["ar"], "h3")}{body}</article>'


def _section(key: str, english: str, arabic: str, entries: Iterable[str]) -> str:
    return f'<section id="{key}">{_both(english, arabic, "h2")}{"".join(entries)}</section>'


def _about(terms: _Terms) -> str:
    english, arabic = (terms.text(SELF, "dcterms:title", language) for language in ("en", "ar"))
    texts = [
        _both(*(terms.text(SELF, curie, language) for language in ("en", "ar")))
        for curie in ("dcterms:abstract", "dcterms:description", "vann:usageNote")
    ]
    rows = [
        f"<dt>{label}</dt><dd>{', '.join(_shown(v) for v in terms.of(SELF, curie))}</dd>"
        for label, curie in (
            ("Version", "owl:versionInfo"),
            ("Modified", "dcterms:modified"),
            ("Publisher", "dcterms:publisher"),
            ("Licence", "dcterms:license"),
            ("Prefix", "vann:preferredNamespacePrefix"),
            ("Namespace", "vann:preferredNamespaceUri"),
        )
    ]
    return f"<header>{_both(english, arabic, 'h1')}{''.join(texts)}<dl>{''.join(rows)}</dl></header>"


def _contents() -> str:
    parts = [*((key.split(":")[1], english, arabic) for english, arabic, key in TERMS)]
    parts += [("schemes", "Schemes", "أنظمة المفاهيم"), ("questions", "Questions", "أسئلة")]
    links = "".join(
        f'<li><a href="#{key}">{english} <span lang="ar" dir="rtl">{arabic}</span></a></li>'
        for key, english, arabic in parts
    )
    return f'<nav aria-label="Contents"><ul>{links}</ul></nav>'


@cache
def page(stylesheet: str | None = None) -> str:
    """The whole page; ``stylesheet`` is the address to link, without it the style stands in the page."""
    terms = _Terms()
    style = f"<style>{ontology.read('document.css')}</style>"
    if stylesheet:
        style = f'<link rel="stylesheet" href="{escape(stylesheet)}">'
    sections = [
        _section(key.split(":")[1], english, arabic, (_card(terms, i) for i in terms.typed[_full(key)]))
        for english, arabic, key in TERMS
    ]
    schemes = (_scheme(terms, iri) for iri in terms.typed[_full("skos:ConceptScheme")])
    sections.append(_section("schemes", "Schemes", "أنظمة المفاهيم", schemes))
    asked = (_question(name, text) for name, text in ontology.questions())
    sections.append(_section("questions", "Competency questions", "أسئلة الكفاءة", asked))
    title = escape(terms.text(SELF, "dcterms:title", "en"))
    return (
        f'<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>{title}</title>\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n{style}\n</head>\n'
        f"<body>\n{_about(terms)}\n{_contents()}\n<main>\n{''.join(sections)}\n</main>\n</body>\n</html>\n"
    )


if __name__ == "__main__":
    sys.stdout.buffer.write(page().encode("utf-8"))
