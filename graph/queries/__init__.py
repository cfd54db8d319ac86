"""Named SPARQL texts and how values get into them.

A text is valid SPARQL as it stands and asks for everything. Three kinds of comment narrow it:

``# values NAME`` becomes ``VALUES ?NAME { … }`` with the values given for NAME;
``# among NAME`` becomes ``FILTER(?NAME IN (…))``, for what is to be looked at once found, not looked for;
``# given NAME: PATTERN`` becomes PATTERN, once for each value given, with ``$NAME`` as the value.

Comments whose name is not given stay comments. Values are RDF terms and are written by the engine, so no
text of a user becomes SPARQL.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from functools import cache
from typing import TypeAlias

from pyoxigraph import Literal, NamedNode

from graph.exc import QueryError
from graph.identity import Namespace
from graph.paths import queries_dir
from ontology.terms import ID, ONTOLOGY, SCHEME

Given: TypeAlias = NamedNode | Literal | str | int | date
_COMMENT = re.compile(r"^[ \t]*#[ \t]*(values|among|given)[ \t]+(\w+)(?::[ \t]*(.*))?$", re.MULTILINE)
_PREFIXES = {
    "bir": ONTOLOGY,
    "birx": SCHEME,
    "bird": ID,
    "dcterms": "http://purl.org/dc/terms/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_DATE = NamedNode("http://www.w3.org/2001/XMLSchema#date")


def prefixes() -> dict[str, str]:
    """The prefixes that the named texts use and that answers are written with."""
    return dict(_PREFIXES)


@cache
def text(name: str) -> str:
    """A text by its file name (``events.rq``), with its prefixes."""
    declared = "".join(f"PREFIX {prefix}: <{iri}>\n" for prefix, iri in _PREFIXES.items())
    return declared + (queries_dir() / name).read_text(encoding="utf-8")


def _written(value: Given) -> str:
    if isinstance(value, date):
        return str(Literal(value.isoformat(), datatype=_DATE))
    return str(value) if isinstance(value, NamedNode | Literal) else str(Literal(value))


def named(name: str, **given: Given | Iterable[Given] | None) -> str:
    """The text of a file with values put in; None leaves a name open, an empty list of ``values`` binds none.

    A plain string is a literal; IRIs are given as NamedNode. QueryError for a name the text has not.
    """
    terms = {
        key: [value] if isinstance(value, NamedNode | Literal | str | int | date) else list(value)
        for key, value in given.items()
        if value is not None
    }
    body = text(name).replace(ID, Namespace().base)
    if unknown := terms.keys() - {match[2] for match in _COMMENT.finditer(body)}:
        raise QueryError(f"{name} has no place for {', '.join(sorted(unknown))}")

    def put(match: re.Match[str]) -> str:
        directive, key, pattern = match.groups()
        if key not in terms:
            return match[0]
        written = [_written(value) for value in terms[key]]
        if directive == "values":
            return f"VALUES ?{key} {{ {' '.join(written)} }}"
        if directive == "among":
            return f"FILTER(?{key} IN ({', '.join(written)}))"
        return "\n".join(pattern.replace(f"${key}", term) for term in written)

    return _COMMENT.sub(put, body)
