"""Opinions: what somebody is only said to have said is his view, or a report of what happened."""

from __future__ import annotations

from typing import Any

import pytest


@pytest.mark.parametrize(
    "text",
    [
        "قال وزير الخارجية البرتغالي إن الحوار هو الطريق الوحيد إلى الاستقرار في المنطقة.",
        "وأضاف الرئيس الكيني: «الطريق إلى السوق المشتركة طويل لكنه مفتوح أمام الجميع».",
        "وأوضح السفير الياباني، خلال ندوة عقدت في المساء، أن الطاقة تمثل أساس الشراكة بين الطرفين.",
    ],
)
def test_a_view_told_by_a_verb_of_saying_is_a_position(read: Any, text: str) -> None:
    (position,) = read(text, "ar").positions
    assert (position.stance, position.polarity) == ("affirms", 1)


@pytest.mark.parametrize(
    "text",
    [
        "قال وزير الخارجية البرتغالي إن الوفد قد وصل إلى الميناء مساء أمس.",
        "وأوضح السفير الياباني أن الاجتماع تم في قاعة الضيوف الكبرى.",
        "وأضاف الرئيس الكيني «نعم».",
    ],
)
def test_a_report_of_a_happening_is_none(read: Any, text: str) -> None:
    assert read(text, "ar").positions == ()


def test_that_of_time_opens_no_content(read: Any) -> None:
    assert read("قال الوزير البرتغالي بعد أن غادر القاعة الكبرى مع الضيوف الكرام.", "ar").positions == ()
