"""RSS and Atom files: an article an entry, by feedparser (extra ``web``)."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import date
from html.parser import HTMLParser
from typing import Any

from graph.exc import InputError
from graph.identity import digest
from graph.sources.records import source_of
from graph.sources.source import LANGUAGES, Document, Found, Manner, Source, missing, too_long
from graph.sources.tables import titled

_LONGEST = 100  # a feed may be so many times as long as an article
_BLOCKS = frozenset(
    [
        "p",
        "br",
        "div",
        "li",
        "ul",
        "ol",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "tr",
        "table",
        "blockquote",
        "section",
        "article",
    ]
)


def read_feed(document: Document, manner: Manner) -> Iterator[Found]:
    """The entries of a feed with their content or summary, title, day and link, named by their ids or links."""
    try:
        import feedparser
    except ImportError:
        raise missing(document.where, "feedparser", "web") from None
    data = document.read(_LONGEST * manner.max_bytes)
    feed = feedparser.parse(io.BytesIO(data))
    if not feed.version and not feed.entries:
        reason = feed.get("bozo_exception") or "it names no format of feeds"
        raise InputError(f"{document.where}: neither RSS nor Atom: {reason}")
    if not feed.entries:
        raise InputError(f"{document.where}: the feed has no entries")
    for number, entry in enumerate(feed.entries, 1):
        try:
            yield _of_entry(entry, feed.feed, f"{document.where}, entry {number}", document, manner)
        except InputError as error:
            yield error


def _of_entry(entry: Any, feed: Any, place: str, document: Document, manner: Manner) -> Source:
    contents = [part.get("value") for part in entry.get("content", ()) if part.get("value")]
    text = _plain(max(contents, key=len) if contents else entry.get("summary", ""))
    if len(text) > manner.max_bytes:
        raise InputError(too_long(place, len(text), manner.max_bytes))
    title = _plain(entry.get("title", ""))
    link = entry.get("link")
    if text and title:
        text = titled(title, text)
    moment = entry.get("published_parsed") or entry.get("updated_parsed")
    language = str(entry.get("language") or feed.get("language") or "")[:2].lower()
    values = {
        "id": entry.get("id") or link or f"{document.stem}/{digest(text)[:12]}",
        "text": text,
        "published": date(*moment[:3]) if moment else None,
        "outlet": _plain(feed.get("title", "")) or None,
        "url": link,
        "lang": language if language in LANGUAGES else None,
    }
    return source_of(values, place=place, path=document.path)


class _Words(HTMLParser):
    """The words of a piece of HTML, with a new line where a block begins or ends."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []

    def handle_data(self, data: str) -> None:
        self.pieces.append(data)

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag in _BLOCKS:
            self.pieces.append("\n")

    def handle_endtag(self, tag: str) -> None:
        self.handle_starttag(tag, ())


def _plain(markup: str) -> str:
    words = _Words()
    words.feed(markup)
    words.close()
    lines = (" ".join(line.split()) for line in "".join(words.pieces).split("\n"))
    return "\n".join(line for line in lines if line)
