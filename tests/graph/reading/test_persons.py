"""People's names: where they begin and end."""

from typing import Any

import pytest


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("ar", "وصل الرئيس السنغالي عثمان ديالو إلى المدينة", "عثمان ديالو"),
        ("ar", "قال الأمير خالد بن سعود آل فهد إن", "خالد بن سعود آل فهد"),
        ("ar", "استقبل الوزير الألماني يوهان براندت ونظيره", "يوهان براندت"),
        ("en", "President Marie van den Berg arrived in the city", "Marie van den Berg"),
        ("en", "Foreign Minister Karl-Heinz Meier Monday told", "Karl-Heinz Meier"),
    ],
)
def test_a_name_ends_where_the_sentence_goes_on(phrases: Any, language: str, text: str, name: str) -> None:
    assert name in [m.person for m in phrases(text, language)]


def test_an_office_before_a_common_word_has_no_name(phrases: Any) -> None:
    assert [m.person for m in phrases("أكد وزير الخارجية التونسي أهمية الحوار", "ar")] == [None]
    assert [m.person for m in phrases("the Tunisian foreign minister said", "en")] == [None]


def test_a_style_is_kept_apart_from_the_name(phrases: Any) -> None:
    (mention,) = phrases("أمير قطر الشيخ جاسم المري", "ar")
    assert (mention.person, mention.titles) == ("جاسم المري", ["الشيخ"])
