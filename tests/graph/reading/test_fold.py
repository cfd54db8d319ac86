"""Folding and the way back to the original offsets."""

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.reading.fold import fold

MIXED = st.text(
    st.one_of(
        st.sampled_from("أإآٱاىيةهؤوئکیگـَُِّْٰٕٔ\u200c\u200f\u00ad\u00a0\r\n ﻻﷲ٣۴Éßﬁİ“»–½"),
        st.characters(codec="utf-8"),
    )
)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("أُسْتَاذٌ إلى آخِرِ المـــدرسةِ", "استاذ الي اخر المدرسه"),
        ("مسؤول هيئة", "مسوول هييه"),
        ("کیف گاز", "كيف گاز"),
        ("٠١٢٣٤٥٦٧٨٩ ۰۱۲۳", "0123456789 0123"),
        ("ﻻ ﷲ ﻋﺮﺑﻲ", "لا الله عربي"),
        ("Élysée – “ÇA” ﬁn", 'elysee - "ca" fin'),
        ("İstanbul ısı", "istanbul isi"),
        ("a\u00a0b\u2009c\td", "a b c d"),
        ("one\r\ntwo\rthree\nfour", "one\ntwo\nthree\nfour"),
        ("co\u00adoperate\u200b\u200f!", "cooperate!"),
        ("e\u0301 ي\u0654", "e ي"),
    ],
)
def test_spellings_fall_together(text: str, folded: str) -> None:
    assert fold(text).text == folded


def test_a_span_keeps_the_marks_of_its_last_letter_and_leaves_invisible_characters_out() -> None:
    text = "\u200fقال مُحَمَّدٌ\u200f أمس"
    folded = fold(text)
    start = folded.text.index("محمد")
    assert folded.quote(start, start + 4) == "مُحَمَّدٌ"
    assert folded.quote(0, 3) == "قال"


def test_every_letter_of_a_ligature_stands_at_the_ligature() -> None:
    folded = fold("سﻻم")
    assert folded.text == "سلام"
    assert folded.span(1, 2) == folded.span(2, 3) == folded.span(1, 3) == (1, 2)


def test_an_original_offset_is_found_again() -> None:
    folded = fold("مُحَمَّدٌ قال")
    assert folded.text[folded.index(folded.original.index("قال")) :] == "قال"


def test_an_empty_span_stays_empty() -> None:
    folded = fold("مُحَمَّد")
    assert folded.span(2, 2) == (4, 4)
    assert fold("").span(0, 0) == (0, 0)


@given(MIXED)
def test_offsets_are_monotone_and_inside(text: str) -> None:
    folded = fold(text)
    assert len(folded.offsets) == len(folded.text) + 1
    assert folded.offsets[len(folded.text)] == len(text)
    assert all(a <= b for a, b in pairwise(folded.offsets))


@given(MIXED, st.data())
def test_spans_are_inside_and_monotone(text: str, data: st.DataObject) -> None:
    folded = fold(text)
    ends = st.integers(0, len(folded.text))
    a, b = sorted((data.draw(ends), data.draw(ends)))
    start, end = folded.span(a, b)
    assert 0 <= start <= end <= len(text)
    assert (end > start) == (b > a)
    wider = folded.span(0, len(folded.text))
    assert wider[0] <= start
    assert end <= wider[1] or a == b


@given(MIXED)
def test_folding_twice_changes_nothing_more(text: str) -> None:
    once = fold(text).text
    assert fold(once).text == once


@given(MIXED)
def test_a_span_folds_to_what_it_stands_for(text: str) -> None:
    folded = fold(text)
    for place in range(len(folded.text)):
        assert folded.text[place] in fold(folded.quote(place, place + 1)).text


@given(MIXED)
def test_no_harakat_and_no_format_characters_are_left(text: str) -> None:
    left = fold(text).text
    assert "\r" not in left
    assert not any(0x64B <= ord(c) <= 0x65F or c in "\u200f\u200e\u00ad\ufeff\u0640" for c in left)
    assert not any(unicodedata.category(c) == "Zs" and c != " " for c in left)
