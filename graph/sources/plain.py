"""A text file: one article."""

from __future__ import annotations

from collections.abc import Iterator

from graph.sources.decoding import decode
from graph.sources.source import Document, Found, Manner, Source


def read_plain(document: Document, manner: Manner) -> Iterator[Found]:
    """The document as one article, named by its folder and stem."""
    text = decode(document.read(manner.max_bytes), document.where, manner.encoding)
    yield Source(key=document.key, text=text, path=document.path)
