"""A relation as a document: each statement leads to its words, in both languages."""

import io
import re
import zipfile
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser

import docx
import pytest
from lxml import etree

from graph import lookups
from graph.dossier import FORMATS, Dossier, compose
from graph.exc import InputError
from graph.store import Store

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MADE = date(2026, 1, 2)


def made(store: Store, language: str) -> Dossier:
    return compose(lookups.relation(store, "KAZ", "PSE"), language, made=MADE)


@pytest.mark.parametrize(
    ("language", "title"), [("en", "Kazakhstan – Palestine"), ("ar", "كازاخستان – فلسطين")]
)
def test_every_statement_of_a_record_has_a_note_with_its_words(
    sample_store: Store, language: str, title: str
) -> None:
    dossier = made(sample_store, language)
    assert dossier.title == title
    relation = lookups.relation(sample_store, "KAZ", "PSE")
    quotes = {note.quote for note in dossier.notes}
    for record in (*relation.events, *relation.positions, *relation.commitments):
        assert record.quote in quotes
    assert [note.number for note in dossier.notes] == list(range(1, len(dossier.notes) + 1))
    used = [number for section in dossier.sections for s in section.statements for number in s.notes]
    assert set(used) == set(range(1, len(dossier.notes) + 1))
    assert list(dict.fromkeys(used)) == sorted(set(used)), "notes are numbered in the order they are met"


def test_the_html_is_whole_and_its_notes_are_reached(sample_store: Store) -> None:
    found = FORMATS["html"].writer(made(sample_store, "ar")).decode()

    class Reader(HTMLParser):
        def __init__(self) -> None:
            super().__init__()
            self.ids: set[str] = set()
            self.targets: set[str] = set()
            self.open: list[str] = []

        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            given = dict(attrs)
            self.ids |= {str(given["id"])} if "id" in given else set()
            self.targets |= {str(given["href"])[1:]} if str(given.get("href", "")).startswith("#") else set()
            if tag not in {"meta"}:
                self.open.append(tag)

        def handle_endtag(self, tag: str) -> None:
            assert self.open.pop() == tag

    reader = Reader()
    reader.feed(found)
    assert reader.open == [] and reader.targets and reader.targets <= reader.ids
    assert '<html lang="ar" dir="rtl">' in found
    assert not re.search(r"<script|src=|@import|url\(", found), "nothing else is loaded"


@pytest.mark.parametrize(("language", "direction"), [("en", "ltr"), ("ar", "rtl")])
def test_our_sentences_run_as_the_document_does(sample_store: Store, language: str, direction: str) -> None:
    found = FORMATS["html"].writer(made(sample_store, language)).decode()
    body = found[: found.index("<ol>")]
    runs = re.findall(r'<bdi(?: dir="(\w+)")?>', body)
    assert runs and set(runs) == {direction}, "a sentence that begins with a name must not turn round"


@pytest.mark.parametrize(
    ("language", "tie", "source"),
    [
        ("en", "Kazakhstan → Palestine", "articles/maan-2017-07-08.ar, MAAN, 8 July 2017"),
        (
            "ar",
            "كازاخستان ← فلسطين",
            "\u200farticles/maan-2017-07-08.ar\u200f، \u200fMAAN\u200f، 8 يوليو 2017",
        ),
    ],
)
def test_a_list_keeps_its_order_among_words_of_the_other_script(
    sample_store: Store, language: str, tie: str, source: str
) -> None:
    dossier = made(sample_store, language)
    assert dossier.notes[0].where == source
    assert tie in {statement.head for section in dossier.sections for statement in section.statements}


def test_what_a_text_says_is_no_markup(sample_store: Store) -> None:
    dossier = made(sample_store, "en")
    sly = Dossier(**{**{f: getattr(dossier, f) for f in Dossier.__dataclass_fields__}, "title": "<b>&"})
    assert "<h1>&lt;b&gt;&amp;</h1>" in FORMATS["html"].writer(sly).decode()


def test_the_word_file_opens_with_footnotes_that_run_right_to_left(sample_store: Store) -> None:
    dossier = made(sample_store, "ar")
    body = FORMATS["docx"].writer(dossier)
    document = docx.Document(io.BytesIO(body))
    assert document.paragraphs[0].text == dossier.title
    with zipfile.ZipFile(io.BytesIO(body)) as archive:
        footnotes = etree.fromstring(archive.read("word/footnotes.xml"))
        text = etree.fromstring(archive.read("word/document.xml"))
    noted = {f.get(f"{W}id"): "".join(f.itertext()) for f in footnotes if f.get(f"{W}type") is None}
    assert len(noted) == len(dossier.notes)
    for note in dossier.notes:
        assert (note.quote or note.where) in noted[str(note.number)]
    marks = [mark.get(f"{W}id") for mark in text.iter(f"{W}footnoteReference")]
    assert marks == [str(note.number) for note in dossier.notes], "each note is marked once, in order"
    heads = [r for r in text.iter(f"{W}r") if r.find(f"{W}rPr/{W}b") is not None]
    assert heads and all(r.find(f"{W}rPr/{W}bCs") is not None for r in heads), (
        "Arabic letters are bold by this"
    )
    arabic = [p for p in text.iter(f"{W}p") if "فلسطين" in "".join(p.itertext())]
    assert arabic and all(p.find(f"{W}pPr/{W}bidi") is not None for p in arabic)
    assert all(
        r.find(f"{W}rPr/{W}rtl") is not None
        for p in arabic
        for r in p.iter(f"{W}r")
        if "فلسطين" in "".join(r.itertext())
    )


def test_strangers_have_a_dossier_that_says_so(sample_store: Store) -> None:
    dossier = compose(lookups.relation(sample_store, "TUV", "NRU"), "en", made=MADE)
    assert dossier.sections


def test_an_unknown_language_is_refused(sample_store: Store) -> None:
    with pytest.raises(InputError, match="en and ar"):
        made(sample_store, "fr")


@pytest.mark.parametrize(
    ("language", "counts", "told"),
    [
        ("en", (1, 2, 1, 1, 1), "1 event, 2 positions, 1 agreement and 1 commitment in 1 article."),
        ("en", (0, 1, 3, 0, 12), "0 events, 1 position, 3 agreements and 0 commitments in 12 articles."),
        ("ar", (1, 2, 3, 11, 1), "حدث واحد وموقفان و3 اتفاقات و11 تعهدًا في مقال واحد."),
        ("ar", (2, 0, 100, 1, 2), "حدثان ولا مواقف و100 اتفاق وتعهد واحد في مقالين."),
    ],
)
def test_counted_things_take_the_form_of_their_number(
    sample_store: Store, language: str, counts: tuple[int, ...], told: str
) -> None:
    relation = lookups.relation(sample_store, "KAZ", "PSE")
    names = ("events", "positions", "agreements", "commitments", "articles")
    summary = replace(relation.summary, **dict(zip(names, counts, strict=True)))
    found = compose(replace(relation, summary=summary), language, made=MADE)
    assert found.sections[0].statements[0].text == told


@pytest.mark.parametrize(
    ("start", "language", "told"),
    [("1992-04", "en", "April 1992"), ("1992-04", "ar", "أبريل 1992"), ("1992", "ar", "1992")],
)
def test_a_month_is_written_as_the_language_writes_it(
    sample_store: Store, start: str, language: str, told: str
) -> None:
    relation = lookups.relation(sample_store, "KAZ", "PSE")
    ties = [replace(tie, start_text=start) for tie in relation.ties]
    found = compose(replace(relation, ties=ties), language, made=MADE)
    texts = [s.text for section in found.sections for s in section.statements]
    assert ties and sum(told in text for text in texts) >= len(ties)
    assert not any("1992-04" in text for text in texts)
