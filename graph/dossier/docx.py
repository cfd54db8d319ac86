"""A dossier as a Word document (ECMA-376, WordprocessingML), with real footnotes and right-to-left paragraphs."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape

from graph.dossier.document import Dossier, Note, Section, Statement
from graph.exc import MissingExtraError

if TYPE_CHECKING:
    from docx.document import Document

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_FOOTNOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_RTL = re.compile(r"[\u0590-\u08ff\ufb1d-\ufefc]")
_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_FONT = "Arial"  # has Arabic letters wherever Word runs


def write(dossier: Dossier) -> bytes:
    """The file. MissingExtraError where python-docx is not installed."""
    try:
        import docx
    except ImportError:
        raise MissingExtraError("DOCX", "docx") from None
    document = docx.Document()
    _styled(document, dossier)
    _heading(document, dossier, dossier.title, 0)
    _runs(_paragraph(document, dossier), dossier.lead)
    noted: set[int] = set()
    for section in dossier.sections:
        _section(document, dossier, section, noted)
    _footnotes(document, dossier)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _styled(document: Document, dossier: Dossier) -> None:
    document.core_properties.title = dossier.title
    document.core_properties.language = dossier.language
    document.core_properties.author = "Bilateral"
    normal: Any = document.styles["Normal"]
    normal.font.name = _FONT
    normal.element.get_or_add_rPr().get_or_add_rFonts().set(f"{{{_W}}}cs", _FONT)


def _paragraph(document: Document, dossier: Dossier, style: str | None = None) -> Any:
    paragraph: Any = document.add_paragraph(style=style)
    if dossier.rtl:
        _mark(paragraph._p.get_or_add_pPr(), "bidi")
    return paragraph


def _mark(properties: Any, name: str) -> None:
    """Add an on/off property; these stand first among those of a paragraph or run that python-docx writes here."""
    from docx.oxml import OxmlElement

    properties.append(OxmlElement(f"w:{name}"))


def _runs(paragraph: Any, text: str, *, bold: bool = False) -> None:
    run = paragraph.add_run(_ILLEGAL.sub("", text))
    run.bold = run.font.cs_bold = bold or None  # Arabic letters have a bold of their own
    if _RTL.search(text):
        _mark(run._r.get_or_add_rPr(), "rtl")


def _heading(document: Document, dossier: Dossier, text: str, level: int) -> None:
    paragraph = _paragraph(document, dossier, "Title" if level == 0 else f"Heading {level}")
    _runs(paragraph, text)


def _section(document: Document, dossier: Dossier, section: Section, noted: set[int]) -> None:
    _heading(document, dossier, section.heading, section.level - 1)
    for statement in section.statements:
        if statement.text or statement.head:
            _statement(document, dossier, statement, noted)


def _statement(document: Document, dossier: Dossier, statement: Statement, noted: set[int]) -> None:
    paragraph = _paragraph(document, dossier)
    if statement.head:
        _runs(paragraph, f"{statement.head}  ", bold=True)
    _runs(paragraph, statement.text)
    for place, number in enumerate(statement.notes):
        _reference(paragraph, number, noted, dossier.rtl, beside=place > 0)
    for line in statement.more:
        if line:
            below = _paragraph(document, dossier)
            below.paragraph_format.left_indent = 360_000
            _runs(below, line)


def _reference(paragraph: Any, number: int, noted: set[int], rtl: bool, *, beside: bool) -> None:
    """A footnote's mark, set off where it stands beside another.

    A note that was named before is named again by its number, since a mark is its own note. In a line from right to
    left that number is kept from becoming part of one before it.
    """
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    if beside:
        paragraph.add_run(" ").font.superscript = True
    run = paragraph.add_run()
    run.font.superscript = True
    if number in noted:
        run.text = f"\u200f{number}" if rtl else str(number)
        return
    noted.add(number)
    mark = OxmlElement("w:footnoteReference")
    mark.set(qn("w:id"), str(number))
    run._r.append(mark)


def _footnotes(document: Document, dossier: Dossier) -> None:
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    lines = "".join(
        f'<w:footnote w:type="{kind}" w:id="{place}"><w:p><w:r><w:{kind}/></w:r></w:p></w:footnote>'
        for kind, place in (("separator", -1), ("continuationSeparator", 0))
    )
    lines += "".join(_footnote(note) for note in dossier.notes)
    text = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:footnotes xmlns:w="{_W}">{lines}</w:footnotes>'
    part = Part(PackURI("/word/footnotes.xml"), _FOOTNOTES, text.encode(), document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)


def _footnote(note: Note) -> str:
    quote = f" «{note.quote}»" if note.quote else ""
    told = " ".join(part for part in (quote, note.where, note.url or "") if part)
    rtl = bool(_RTL.search(told))
    bidi, run = ("<w:pPr><w:bidi/></w:pPr>", "<w:rtl/>") if rtl else ("", "")
    mark = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteRef/></w:r>'
    clean = escape(_ILLEGAL.sub("", told))
    size = '<w:sz w:val="18"/><w:szCs w:val="18"/>'
    words = f'<w:r><w:rPr>{size}{run}</w:rPr><w:t xml:space="preserve"> {clean}</w:t></w:r>'
    return f'<w:footnote w:id="{note.number}"><w:p>{bidi}{mark}{words}</w:p></w:footnote>'
