"""Noun phrases that stand for actors."""

from typing import Any

import pytest


@pytest.mark.parametrize(
    ("language", "text", "posts", "actor", "person"),
    [
        ("en", "Nepali President Ram Karki", ["president"], "NPL", "Ram Karki"),
        ("ar", "الرئيس النيبالي بيشنو كاركي", ["president"], "NPL", "بيشنو كاركي"),
        ("en", "the foreign minister of Peru", ["foreign minister"], "PER", None),
        ("ar", "وزير خارجية بيرو", ["foreign minister"], "PER", None),
        ("ar", "وزير الدفاع البيروفي", ["defence minister"], "PER", None),
    ],
)
def test_an_office_is_read_with_its_state_and_holder(
    phrases: Any, language: str, text: str, posts: list[str], actor: str, person: str | None
) -> None:
    (mention,) = phrases(text, language)
    assert (mention.kind, mention.posts, mention.actors, mention.person) == (
        "person",
        posts,
        (actor,),
        person,
    )


@pytest.mark.parametrize(
    ("language", "text"), [("en", "the Danish foreign ministry"), ("ar", "وزارة الخارجية الدنماركية")]
)
def test_a_ministry_acts_for_its_state(phrases: Any, language: str, text: str) -> None:
    (mention,) = phrases(text, language)
    assert mention.body and mention.actors == ("DNK",)


def test_a_common_word_is_no_state(phrases: Any) -> None:
    assert phrases("we polish the china in march", "en") == []
    assert phrases("قرار مالي جديد بين العائلات", "ar") == []


def test_an_ambassador_is_posted_somewhere_and_comes_from_elsewhere(phrases: Any) -> None:
    (mention,) = phrases("the ambassador of Spain to Kuwait", "en")[:1]
    assert mention.actors == ("ESP",)
    (mention,) = phrases("السفير الإسباني لدى الكويت", "ar")
    assert (mention.actors, mention.posting) == (("ESP",), "KWT")
