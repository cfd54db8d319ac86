"""Web pages: the text of an article without what stands around it, by trafilatura (extra ``web``)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from graph.exc import InputError
from graph.sources.source import LANGUAGES, Document, Found, Manner, Source, missing, too_long
from graph.sources.tables import titled

_MARKUP = 10  # a page may be so many times as long as the article in it


def read_page(document: Document, manner: Manner) -> Iterator[Found]:
    """The article of a saved page with its title, day, site and address, named by the page's folder and stem."""
    try:
        from trafilatura import bare_extraction
    except ImportError:
        raise missing(document.where, "trafilatura", "web") from None
    data = document.read(_MARKUP * manner.max_bytes)
    if not data.strip():
        raise InputError(f"{document.where}: empty; there is nothing to read")
    found = bare_extraction(_decoded(data, manner), with_metadata=True, include_comments=False)
    text = (getattr(found, "text", None) or "").strip()
    if not text:
        raise InputError(f"{document.where}: no article was found in the page")
    if len(text.encode("utf-8", "replace")) > manner.max_bytes:
        raise InputError(too_long(document.where, len(text.encode("utf-8", "replace")), manner.max_bytes))
    day, language = getattr(found, "date", None), getattr(found, "language", None)
    title = getattr(found, "title", None)
    yield Source(
        key=document.key,
        text=titled(title, text) if title else text,
        path=document.path,
        published=date.fromisoformat(day[:10]) if day else None,
        outlet=getattr(found, "sitename", None),
        url=getattr(found, "url", None),
        language=language if language in LANGUAGES else None,
    )


def _decoded(data: bytes, manner: Manner) -> bytes | str:
    """The page as text where its encoding is known or named; else as it is, for its own declaration to be found."""
    for encoding in ("utf-8-sig", manner.encoding):
        if encoding:
            try:
                return data.decode(encoding)
            except (UnicodeDecodeError, LookupError):
                continue
    return data
