"""Instruments: what is signed goes by the words that the text has for it."""

from typing import Any

import pytest


@pytest.mark.parametrize(
    ("language", "text", "title"),
    [
        ("en", "Peru and Chile signed a free trade agreement on Friday.", "free trade agreement"),
        (
            "en",
            "Peru and Chile signed a Memorandum of Understanding on Fisheries.",
            "Memorandum of Understanding on Fisheries",
        ),
        ("ar", "وقعت بيرو وتشيلي اتفاقية تجارة حرة في ليما.", "اتفاقية تجارة حرة"),
        ("ar", "جرى توقيع مذكرة تفاهم لتعزيز السياحة بين بيرو وتشيلي.", "مذكرة تفاهم لتعزيز السياحة"),
        ("ar", "رحب الوزير بالاتفاق التجاري الذي وقعته بيرو مع تشيلي العام الماضي.", "الاتفاق التجاري"),
    ],
)
def test_an_agreement_is_called_as_the_text_calls_it(read: Any, language: str, text: str, title: str) -> None:
    (agreement,) = read(text, language).agreements
    assert agreement.title == title
    assert set(agreement.parties) == {"PER", "CHL"}
