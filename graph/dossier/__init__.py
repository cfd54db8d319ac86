"""A relation as a document that a person can send on: HTML or DOCX, in English or Arabic.

``compose`` makes the document from a relation, ``FORMATS`` write it. Every statement has a note with its quote.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from types import MappingProxyType

from graph.dossier import docx, html
from graph.dossier.composing import LANGUAGES, compose
from graph.dossier.document import Dossier

__all__ = ["FORMATS", "LANGUAGES", "Dossier", "Format", "compose"]


@dataclass(frozen=True, slots=True)
class Format:
    """What a format is called on the wire and on disk, and what writes it."""

    media_type: str
    suffix: str
    writer: Callable[[Dossier], bytes]


FORMATS: MappingProxyType[str, Format] = MappingProxyType(
    {
        "html": Format("text/html; charset=utf-8", ".html", html.write),
        "docx": Format(
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx", docx.write
        ),
    }
)
