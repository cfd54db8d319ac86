"""N-Quads by templates: what is escaped, and the statements that every import makes."""

from __future__ import annotations

import re

from graph.rdf.terms import XSD

_TO_ESCAPE = re.compile(r'[\\"\n\r]')
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r"}
# what RFC 3986 lets stand in an address as it is; anything else is kept as text
_ADDRESS = re.compile(
    r"https?://[A-Za-z0-9.-]+(?::\d+)?(?:[/?](?:[A-Za-z0-9._~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2})*)?\Z"
)
RDF_TYPE = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"


def literal(text: str, language: str | None = None) -> str:
    """A string as N-Quads writes it (RDF 1.1 N-Quads, section 4)."""
    if _TO_ESCAPE.search(text):
        text = _TO_ESCAPE.sub(lambda found: _ESCAPES[found[0]], text)
    return f'"{text}"@{language}' if language else f'"{text}"'


def address(url: str) -> str:
    """A source's address as an IRI, or as a string where it is none."""
    return f"<{url}>" if _ADDRESS.match(url) else literal(url)


def day(iso: str) -> str:
    """A day (``2017-07-08``) as an xsd:date."""
    return f'"{iso}"^^<{XSD}date>'


def number(value: int) -> str:
    """An xsd:integer."""
    return f'"{value}"^^<{XSD}integer>'
