"""Quotes are found up to what writers and models vary, come back as the text has them, and are never made up."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.modelreading.aligning import Aligner

ARABIC = (
    "واستقبل وزير خارجية أوروغواي نظيره الأردني في مونتيفيديو أمس.\n"
    "وأكَّـد الوزيران أهمية التعاون، ثم زار نظيره الأردني البرلمان."
)
ENGLISH = (
    "The minister met Peru’s envoy in Lima.  Later the minister\nmet Chile's envoy. The US thanked Austria."
)


@pytest.mark.parametrize(
    ("quote", "shown"),
    [
        ("وزير خارجية أوروغواي", "وزير خارجية أوروغواي"),
        ("استقبل وزير خارجية أوروغواي", "استقبل وزير خارجية أوروغواي"),  # cut behind its conjunction
        ("واستقبل وزير خارجيه اوروغواي", "واستقبل وزير خارجية أوروغواي"),  # hamza, teh marbuta
        ("وأكد الوزيران اهميه التعاون", "وأكَّـد الوزيران أهمية التعاون"),  # tatweel, harakat
        ("أكد الوزيران أهمية تعاون", "وأكَّـد الوزيران أهمية التعاون"),  # conjunction, article
        ("في  مونتيفيديو\nأمس", "في مونتيفيديو أمس"),  # spaces
        ("لمونتيفيديو أمس", "مونتيفيديو أمس"),  # a preposition that the text has not
    ],
)
def test_an_arabic_quote_is_found_as_the_text_has_it(quote: str, shown: str) -> None:
    span = Aligner(ARABIC, "ar").align(quote)
    assert span is not None
    assert ARABIC[slice(*span)] == shown


@pytest.mark.parametrize(
    ("quote", "shown"),
    [
        ("met Peru's envoy", "met Peru’s envoy"),
        ("later the minister met Chile’s envoy", "Later the minister\nmet Chile's envoy"),
        ("THE US thanked", "The US thanked"),
    ],
)
def test_an_english_quote_is_found_as_the_text_has_it(quote: str, shown: str) -> None:
    span = Aligner(ENGLISH, "en").align(quote)
    assert span is not None
    assert ENGLISH[slice(*span)] == shown


@pytest.mark.parametrize(
    "quote",
    [
        "استقبل وزير خارجية الأردن",  # a word of another place
        "استقبل وزير أوروغواي",  # a word left out
        "استقبل وزير خارجية أوروغواي أمس نظيره",  # a word put in
        "وزير … مونتيفيديو",
        "الخارجي",  # part of no word
        "وزير خارج",  # the beginning of a word
        "",
        "…",
    ],
)
def test_a_quote_that_the_text_has_not_is_nowhere(quote: str) -> None:
    assert Aligner(ARABIC, "ar").align(quote) is None


@pytest.mark.parametrize("quote", ["inister", "us", "ria", "met Peru's envoys"])
def test_part_of_an_english_word_is_no_quote(quote: str) -> None:
    span = Aligner(ENGLISH, "en").align(quote)
    assert span is None or ENGLISH[slice(*span)] == "US"


def test_of_several_places_the_nearest_to_the_neighbours_is_meant() -> None:
    aligner = Aligner(ARABIC, "ar")
    first, second = aligner.spans("نظيره الأردني")
    assert aligner.align("نظيره الأردني") == first
    assert aligner.align("نظيره الأردني", near=aligner.align("البرلمان") or ()) == second


def test_only_the_part_that_was_asked_about_is_searched() -> None:
    border = ENGLISH.index("Later")
    assert Aligner(ENGLISH, "en", border).align("Peru’s envoy") is None
    assert Aligner(ENGLISH, "en", 0, border).align("Chile's envoy") is None


def test_the_likest_passage_is_shown_for_a_quote_that_is_not_there() -> None:
    aligner = Aligner(ENGLISH, "en")
    assert "Peru’s envoy in Lima" in (aligner.likest("the minister met Peruvian envoy in Lima") or "")
    assert aligner.likest("zzzz qqqq") is None


@given(st.integers(0, len(ARABIC)), st.integers(1, 60))
def test_whatever_is_found_is_a_slice_with_the_words_of_the_quote(start: int, size: int) -> None:
    quote = ARABIC[start : start + size]
    span = Aligner(ARABIC, "ar").align(quote)
    if span:
        assert 0 <= span[0] < span[1] <= len(ARABIC)
        assert quote.strip(" .،\nـ") in ARABIC[slice(*span)] + "ـ" or quote.strip() in ARABIC
