"""Whether enough take part in what an event word tells."""

from __future__ import annotations

from typing import Any

import pytest


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("أصدر البرلمان الغاني قانونا جديدا.", ["decision"]),
        ("أصدرت وزارة الصحة الغانية تحذيرا للمسافرين.", []),
        ("أعلنت الحكومة الغانية الطوارئ وقررت إغلاق الأسواق.", []),
    ],
)
def test_parliaments_and_courts_decide_for_a_state_and_ministries_do_not(
    read: Any, text: str, kinds: list[str]
) -> None:
    assert [e.kind for e in read(text, "ar").events] == kinds


def test_a_meeting_of_one_organization_is_one(read: Any) -> None:
    (event,) = read("ناقش الحضور الملف خلال اجتماع طارئ لوزراء الخارجية العرب.", "ar").events
    assert (event.kind, [p.actor for p in event.participations]) == ("meeting", ["LAS"])
