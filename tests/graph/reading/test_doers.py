"""Who does what the verbs of an Arabic sentence tell."""

from __future__ import annotations

from typing import Any

import pytest


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("صعّد وزير الخارجية الكولومبي من لهجته، محذرا من انهيار الهدنة.", "COL"),
        ("غادر وفد بوليفيا القاعة بعد أن انتقده الحضور، مؤكدا رفض القرار.", "BOL"),
    ],
)
def test_an_unknown_verb_at_the_head_of_a_sentence_gives_the_subject(
    read: Any, text: str, holder: str
) -> None:
    assert [p.holders for p in read(text, "ar").positions][-1:] == [(holder,)]


def test_several_who_do_it_all_go_on(read: Any) -> None:
    found = read(
        "أصدرت فنلندا والنرويج وأيسلندا بيانا مشتركا.\nوأكد البيان ضرورة حماية البيئة.", "ar"
    ).positions
    assert [set(p.holders) for p in found] == [{"FIN", "NOR", "ISL"}]


def test_an_act_follows_who_did_the_one_before(read: Any) -> None:
    found = read("تجاهلت تشيلي النداء، واستدعت سفيرها في ليما للتشاور.", "ar").events
    assert {(p.actor, p.role) for e in found for p in e.participations} == {
        ("CHL", "source"),
        ("PER", "target"),
    }
