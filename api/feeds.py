"""Atom feeds (RFC 4287): what is new of a state or of a pair."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from urllib.parse import quote
from xml.etree.ElementTree import Element, SubElement, tostring

from graph.export.columns import clean
from graph.lookups import ChangeView, EventView

MEDIA_TYPE = "application/atom+xml"
_ATOM = "http://www.w3.org/2005/Atom"
_EPOCH = date(1970, 1, 1)


def feed(
    title: str, id: str, address: str, page: str, found: Iterable[tuple[ChangeView, list[EventView]]]
) -> bytes:
    """A feed with an entry for each article, holding the events it tells of with their quotes.

    ``id`` is the IRI of what it is about, ``address`` its own absolute address, ``page`` that of the page.
    """
    entries = list(found)
    root = Element("feed", xmlns=_ATOM)
    _text(root, "id", address)
    _text(root, "title", title)
    _text(root, "updated", _moment(max((change.day for change, _ in entries), default=_EPOCH)))
    SubElement(root, "link", rel="self", type=MEDIA_TYPE, href=address)
    SubElement(root, "link", rel="alternate", type="text/html", href=page)
    SubElement(root, "link", rel="related", href=id)
    SubElement(SubElement(root, "author"), "name").text = "Bilateral"
    base = page.split("/doc/", maxsplit=1)[0]
    for change, events in entries:
        _entry(root, base, change, events)
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode").encode()


def _entry(root: Element, base: str, change: ChangeView, events: list[EventView]) -> None:
    article = change.article
    entry = SubElement(root, "entry")
    _text(entry, "id", article.id)
    _text(entry, "title", article.title or _headline(events) or article.key)
    _text(entry, "updated", _moment(change.day))
    if article.published:
        _text(entry, "published", _moment(article.published))
    href = f"{base}/doc/article/{quote(article.key, safe='')}"
    SubElement(entry, "link", rel="alternate", type="text/html", href=href)
    if article.url and article.url.startswith(("http://", "https://")):
        SubElement(entry, "link", rel="via", href=article.url)
    for pair in change.relations:
        SubElement(entry, "category", term=pair)
    _text(entry, "summary", "\n".join(_line(event) for event in events) or article.key)


def _headline(events: list[EventView]) -> str:
    labels = events[0].labels if events else {}
    return labels.get("en") or next(iter(labels.values()), "")


def _line(event: EventView) -> str:
    label = event.labels.get("en") or event.type
    return f"{label} ({event.status}): «{event.quote or ''}»"


def _text(parent: Element, name: str, text: str) -> None:
    SubElement(parent, name).text = clean(text)


def _moment(day: date) -> str:
    """A day as RFC 3339 wants a moment: its first second, UTC."""
    return f"{day.isoformat()}T00:00:00Z"
