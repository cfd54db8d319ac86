"""Any text at all: no exception, every quote equals its slice, every offset inside the text."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.exc import InputError
from graph.model import ArticleRecords
from graph.reading import open_article, read_article

SENTENCES = (
    "التقى وزير الخارجية الأردني نظيره التونسي في عمّان أمس، وأكد الجانبان ضرورة تعزيز التعاون.",
    "وقالت موسكو إنها ترفض العقوبات، مضيفة أن القرار «غير مقبول».",
    "The Kenyan president met Ghana's foreign minister in Nairobi on Monday and called for a ceasefire.",
    'Oslo "will not accept" the demand, the Norwegian prime minister said.',
    "وَقَّعَتِ الإماراتُ والهندُ مذكرةَ تفاهمٍ بشأن الطاقة",
)
ODD = (
    "\u200f",
    "\u202b",
    "\u200d",
    "\u00a0",
    "\ufeff",
    "\r\n",
    "\u0640",
    "\u2028",
    "\x00",
    "🙂",
    "ﻻ",
    "١٢/٣/٢٠١٩",
    "«",
    "”",
    "\t",
)

pieces = st.one_of(st.sampled_from(SENTENCES), st.sampled_from(ODD), st.text(max_size=40))
texts = st.lists(pieces, min_size=1, max_size=12).map("".join)


def read(text: str, language: str | None = None) -> ArticleRecords:
    return read_article(open_article(text, key="any/text", language=language, published=date(2020, 3, 4)))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(texts, st.sampled_from(["ar", "en"]))
def test_any_text_is_read_without_an_exception_and_quotes_are_slices(text: str, language: str) -> None:
    if not text.strip():
        return
    try:
        records = read(text, language)
    except InputError:
        return  # an article may be refused with a reason, as where nothing but marks is left of it
    for piece in records.evidence():
        assert text[piece.start : piece.end] == piece.quote
        assert piece.quote.strip()


@pytest.mark.parametrize("mark", ["\u200f", "\u202b", "\u00a0", "\u200d", "\ufeff"])
def test_invisible_marks_change_nothing_but_offsets(mark: str) -> None:
    plain = SENTENCES[0]
    marked = plain.replace(" ", mark + " " if mark != "\u00a0" else mark)
    one, two = read(plain, "ar"), read(marked, "ar")
    assert [(e.kind, e.status, e.participants) for e in one.events] == [
        (e.kind, e.status, e.participants) for e in two.events
    ]
    assert one.events


def test_windows_line_ends_read_like_others() -> None:
    text = "\n".join(SENTENCES[2:4])
    one, two = read(text, "en"), read(text.replace("\n", "\r\n"), "en")
    assert [(e.kind, e.participants) for e in one.events] == [(e.kind, e.participants) for e in two.events]
    assert one.events


def test_vowelled_text_reads_like_plain_text() -> None:
    vowelled = read(SENTENCES[4], "ar")
    assert [(e.kind, set(e.participants)) for e in vowelled.events] == [("signing", {"ARE", "IND"})]


def test_reading_twice_gives_the_same_records() -> None:
    text = " ".join(SENTENCES)
    assert read(text, "ar") == read(text, "ar")
