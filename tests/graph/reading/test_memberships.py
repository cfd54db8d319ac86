"""Memberships that a text tells."""

from typing import Any

import pytest


@pytest.mark.parametrize(
    ("language", "text", "role"),
    [
        ("en", "Ghana is a founding member of the African Union.", "founding member"),
        ("ar", "غانا عضو مؤسس في الاتحاد الأفريقي.", "founding member"),
        ("en", "Ghana joined the African Union.", "member"),
        ("ar", "انضمت غانا إلى الاتحاد الأفريقي.", "member"),
        ("en", "Ghana withdrew from the African Union.", "former member"),
        ("ar", "انسحبت غانا من الاتحاد الأفريقي.", "former member"),
    ],
)
def test_member_organization_and_role(read: Any, language: str, text: str, role: str) -> None:
    found = read(text, language).memberships
    assert [(m.member, m.organization, m.role) for m in found] == [("GHA", "AU", role)]


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "Ghana wants to join the African Union."), ("ar", "تسعى غانا للانضمام إلى الاتحاد الأفريقي.")],
)
def test_who_wants_to_belong_does_not_yet(read: Any, language: str, text: str) -> None:
    assert read(text, language).memberships == ()
