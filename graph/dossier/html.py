"""A dossier as one HTML file that needs nothing else: no script, no font, no other file."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator
from functools import cache
from html import escape
from pathlib import Path

from graph.dossier.document import Dossier, Note, Section, Statement


@cache
def _style() -> str:
    return (Path(__file__).parent / "style.css").read_text(encoding="utf-8")


def style_hash() -> str:
    """What a Content-Security-Policy names the file's one style by (CSP 3, section 6.6.2.4)."""
    return "sha256-" + base64.b64encode(hashlib.sha256(_style().encode()).digest()).decode()


def write(dossier: Dossier) -> bytes:
    """The file, in UTF-8."""
    return "\n".join(_lines(dossier)).encode()


def _lines(dossier: Dossier) -> Iterator[str]:
    direction = "rtl" if dossier.rtl else "ltr"
    yield "<!doctype html>"
    yield f'<html lang="{dossier.language}" dir="{direction}">'
    yield '<head><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
    yield f"<title>{escape(dossier.title)}</title><style>{_style()}</style></head>"
    yield "<body>"
    yield f"<h1>{escape(dossier.title)}</h1>"
    yield f'<p class="lead">{escape(dossier.lead)}</p>'
    for section in dossier.sections:
        yield from _section(section, direction)
    if dossier.notes:
        yield f"<h2>{escape(dossier.notes_heading)}</h2><ol>"
        yield from (_note(note, direction) for note in dossier.notes)
        yield "</ol>"
    yield "</body></html>"


def _section(section: Section, direction: str) -> Iterator[str]:
    yield f"<h{section.level}>{escape(section.heading)}</h{section.level}>"
    for statement in section.statements:
        if statement.text or statement.head:
            yield _statement(statement, direction)


def _statement(statement: Statement, direction: str) -> str:
    # our sentences run as the document does, also where one begins with a name in the other script
    bdi = f'<bdi dir="{direction}">'
    head = f'<span class="head">{bdi}{escape(statement.head)}</bdi></span> ' if statement.head else ""
    marks = "".join(f'<sup><a href="#note-{number}">{number}</a></sup>' for number in statement.notes)
    more = "".join(f'<p class="more">{bdi}{escape(line)}</bdi></p>' for line in statement.more if line)
    return f"<p>{head}{bdi}{escape(statement.text)}</bdi>{marks}</p>{more}"


def _note(note: Note, direction: str) -> str:
    quote = f'<blockquote dir="auto">{escape(note.quote)}</blockquote>' if note.quote else ""
    where = f'<bdi dir="{direction}">{escape(note.where)}</bdi>'
    if note.url and note.url.startswith(("http://", "https://")):
        where = f'<a href="{escape(note.url)}">{where}</a>'
    return f'<li id="note-{note.number}">{quote}<span class="where">{where}</span></li>'
