"""To whom a body or an office belongs that the phrases right behind it name."""

from __future__ import annotations

from typing import Any


def test_an_office_of_an_organization_known_by_its_noun_is_its_own(read: Any) -> None:
    text = "أعلن الاتحاد الأفريقي خطة جديدة.\nوأكد الأمين العام للاتحاد ضرورة تمويلها."
    assert [p.holders for p in read(text, "ar").positions] == [("AU",)]


def test_ministers_of_each_of_several_are_those_of_all(read: Any) -> None:
    (event,) = read("تناول البيان اجتماع وزراء دفاع كل من غانا وتوغو في لومي.", "ar").events
    assert {p.actor for p in event.participations} == {"GHA", "TGO"}
