"""The actors of an article."""

from typing import Any

import pytest


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "Canada condemned the killing in Haiti."), ("ar", "أدانت كندا القتل في هايتي.")],
)
def test_a_state_that_is_only_a_place_is_no_actor(read: Any, language: str, text: str) -> None:
    assert [a.id for a in read(text, language).actors] == ["CAN"]


@pytest.mark.parametrize(
    ("language", "text"), [("en", "Chile thanked the African Union."), ("ar", "شكرت تشيلي الاتحاد الأفريقي.")]
)
def test_states_and_organizations_are_told_apart(read: Any, language: str, text: str) -> None:
    assert [(a.id, a.kind) for a in read(text, language).actors] == [("CHL", "state"), ("AU", "organization")]


def test_an_actor_is_shown_by_its_name_in_the_text(read: Any) -> None:
    text = "الوزير الغاني في الطريق. وقد أدانت غانا الهجوم على القافلة."
    assert [(a.id, a.name) for a in read(text, "ar").actors] == [("GHA", "غانا")]
