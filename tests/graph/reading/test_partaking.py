"""Through whom a state takes part: the name of its body, without what is written onto it."""

from __future__ import annotations

from typing import Any

import pytest


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("اتهمت وزارة الخارجية التشيلية بيرو بخرق الهدنة.", "وزارة الخارجية التشيلية"),
        ("اجتمعت وزارة خارجية غانا، ووزارة الخارجية التشيلية في أكرا.", "وزارة الخارجية التشيلية"),
        ("التقى وفد من غانا بوزارة الخارجية التشيلية.", "وزارة الخارجية التشيلية"),
        ("قدمت غانا مساعدات مالية للحكومة التشيلية.", "الحكومة التشيلية"),
    ],
)
def test_a_body_is_named_without_proclitics(read: Any, text: str, body: str) -> None:
    found = [p.body for e in read(text, "ar").events for p in e.participations if p.actor == "CHL"]
    assert found == [body]
