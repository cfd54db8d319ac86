"""Phrases for sides that are named elsewhere."""

from typing import Any

import pytest


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "the two countries"), ("ar", "الطرفان"), ("ar", "البلدين"), ("ar", "الجانباين")],
)
def test_two_unnamed_sides_are_a_pair(phrases: Any, language: str, text: str) -> None:
    assert [(m.kind, m.actors) for m in phrases(text, language)] == [("pair", ())]


def test_a_pair_may_name_its_members(phrases: Any) -> None:
    (mention,) = phrases("الجانبان المصري والأوغندي", "ar")
    assert (mention.kind, mention.actors) == ("pair", ("EGY", "UGA"))


@pytest.mark.parametrize(("language", "text"), [("en", "his Dutch counterpart"), ("ar", "نظيره الهولندي")])
def test_a_counterpart_is_of_the_state_beside_it(phrases: Any, language: str, text: str) -> None:
    (mention,) = phrases(text, language)
    assert mention.actors == ("NLD",) and mention.person is None


def test_his_country_is_the_subjects_own(phrases: Any) -> None:
    assert [m.kind for m in phrases("بلاده", "ar")] == ["own"]
    assert [m.kind for m in phrases("his country", "en")] == ["own"]
