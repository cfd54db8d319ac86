"""Issues of the ontology that a text names by one of their labels."""

from __future__ import annotations

import re
from functools import cache

from pyoxigraph import Literal, NamedNode, RdfFormat, parse

import ontology
from graph.reading.fold import fold
from graph.reading.forms import language
from ontology.terms import SCHEME

SKOS = "http://www.w3.org/2004/02/skos/core#"
LABELS = frozenset({NamedNode(SKOS + "prefLabel"), NamedNode(SKOS + "altLabel")})

ARTICLE = "ال"


@cache
def _labels(code: str) -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """First word -> (words, issue key), the longest first; words are bare of clitics."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for quad in parse(ontology.read("issues.ttl"), format=RdfFormat.TURTLE):
        label, issue = quad.object, quad.subject
        if quad.predicate not in LABELS or not isinstance(label, Literal) or label.language != code:
            continue
        words = tuple(_bare(w) for w in fold(label.value).text.split())
        if words and isinstance(issue, NamedNode) and issue.value.startswith(SCHEME + "issue-"):
            found.setdefault(words[0], []).append((words, issue.value.removeprefix(SCHEME + "issue-")))
    for group in found.values():
        group.sort(key=lambda g: -len(g[0]))
    return found


def _bare(word: str) -> str:
    return word[2:] if word.startswith(ARTICLE) and len(word) > 4 else word


def issues_of(folded: str, code: str) -> tuple[str, ...]:
    """Keys of the issues that a folded stretch of text names, in order."""
    labels, analyse = _labels(code), language(code).analyses
    words = [{a.stem for a in analyse(w)} | {w} for w in re.findall(r"[^\W_]+(?:[-'][^\W_]+)*", folded)]
    found: list[str] = []
    for index, readings in enumerate(words):
        for reading in readings:
            for label, key in labels.get(reading, ()):
                if len(label) <= len(words) - index and all(
                    w in words[index + i] for i, w in enumerate(label)
                ):
                    found.append(key)
                    break
    return tuple(dict.fromkeys(found))
