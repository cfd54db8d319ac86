"""Whom a meeting or a call brought together, where that is said beside its noun."""

from __future__ import annotations

from typing import Any


def test_who_told_whom_something_in_a_call_took_part_in_it(read: Any) -> None:
    (event,) = read("أبلغ رئيس غانا الرئيس التوغولي، في اتصال هاتفي، بموعد الحفل.", "ar").events
    assert (event.kind, {p.actor for p in event.participations}) == ("call", {"GHA", "TGO"})


def test_friday_gathers_nobody(read: Any) -> None:
    found = read("عقد الاجتماع الجمعة وسط اهتمام الصحف الغانية والتوغولية.", "ar").events
    assert [e for e in found if e.kind == "meeting"] == []


def test_a_meeting_that_brought_two_together_was_theirs(read: Any) -> None:
    (event,) = read("جاء ذلك خلال لقاء جمع رئيس غانا بنظيره التوغولي.", "ar").events
    assert {p.actor for p in event.participations} == {"GHA", "TGO"}
