"""What may stand between a verb and its subject."""

from typing import Any

import pytest


@pytest.mark.parametrize(
    "text",
    [
        "وصل إلى هلسنكي مساء يوم الأحد الماضي وفد من وزارة النقل المصرية.",
        "وصل إلى هلسنكي وزير النقل المصري.",
    ],
)
def test_the_goal_may_stand_before_the_subject(read: Any, text: str) -> None:
    (visit,) = read(text, "ar").events
    assert [(p.actor, p.role) for p in visit.participations][:2] == [("EGY", "source"), ("FIN", "target")]


def test_what_another_had_done_has_no_subject_of_the_verb(read: Any) -> None:
    found = read("شدد الوزير المصري على موقفه. ودان ما قامت به فنلندا أمس.", "ar").positions
    assert [p.holders for p in found if p.stance == "condemns"] == [("EGY",)]


@pytest.mark.parametrize(
    ("text", "holder", "asked"),
    [
        ("قال الوزير المصري إن الأمر خطير. وحث إيران على ضبط النفس.", "EGY", "IRN"),
        ("قالت الوزيرة المصرية إن الأمر خطير. وحثت إيران العراق على ضبط النفس.", "IRN", "IRQ"),
    ],
)
def test_a_masculine_verb_has_no_feminine_state_for_its_subject(
    read: Any, text: str, holder: str, asked: str
) -> None:
    (request,) = read(text, "ar").events
    assert [(p.actor, p.role) for p in request.participations] == [(holder, "source"), (asked, "target")]
