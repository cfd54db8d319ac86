"""What a meeting is for names nobody who takes part."""

from __future__ import annotations

from typing import Any


def test_those_named_in_the_purpose_of_a_call_are_no_parties(read: Any) -> None:
    text = "Norway's prime minister spoke with President Yaw Mensah of Ghana to praise the deal between Togo and Benin."
    calls = [e for e in read(text, "en").events if e.kind == "call"]
    assert [set(c.participants) for c in calls] == [{"NOR", "GHA"}]
