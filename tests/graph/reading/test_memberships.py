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


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Senior staff from Peru were joined by EU officials."),
        ("en", "Peru's president joined leaders of the Association of Southeast Asian Nations."),
        ("en", "Peru and CARICOM agreed on the use of acceding to the treaty."),
        ("en", "The bank fund will support Peru as part of the historic $50 billion G7 scheme."),
        ("en", "Peru is not a member of NATO."),
        ("ar", "أبرم الاتفاق بين بيرو والدول الخمس دائمة العضوية في مجلس الأمن الدولي."),
        ("ar", "استضافت بيرو محادثات شاركت فيها حركة طالبان."),
        ("ar", "اندلعت الحرب بين حزب الله وإسرائيل ثم جاء الانسحاب البيروفي من العراق."),
        ("ar", "انضمت بيرو إلى الاتصالات التي تجريها دول الاتحاد الأوروبي."),
        ("ar", "ألقى الرئيس البيروفي كلمة في مقر الاتحاد الأفريقي."),
        ("ar", "تحضر بيرو القمة وهي دولة غير عضو في الأمم المتحدة."),
    ],
)
def test_an_organization_near_by_is_not_one_that_somebody_belongs_to(
    read: Any, language: str, text: str
) -> None:
    assert read(text, language).memberships == ()
