"""Whose act a verb tells."""

from typing import Any

import pytest


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Bolivia expelled the ambassador of Paraguay."),
        ("en", "The ambassador of Paraguay was expelled by Bolivia."),
        ("ar", "طردت بوليفيا سفير باراغواي."),
        ("ar", "بوليفيا تطرد سفير باراغواي."),
    ],
)
def test_subject_and_object_are_found_in_either_order_and_voice(read: Any, language: str, text: str) -> None:
    assert [(e.kind, e.source, e.target) for e in read(text, language).events] == [
        ("expulsion", ("BOL",), ("PRY",))
    ]


def test_the_subject_may_be_a_pronoun_in_the_verb(read: Any) -> None:
    found = read("أكد الرئيس الكيني دعم السلام. وأعرب عن قلقه من القتال في النيجر.", "ar")
    assert [(p.holders, p.stance) for p in found.positions] == [
        (("KEN",), "supports"),
        (("KEN",), "concerned"),
    ]


def test_a_verb_without_a_subject_that_acts_makes_no_event(read: Any) -> None:
    assert read("Observers expelled the ambassador.", "en").events == ()


def test_a_noun_between_a_preposition_and_a_phrase_owns_it(read: Any) -> None:
    (event,) = read("أعلنت فنلندا عن طرد ثلاثة دبلوماسيين روس.", "ar").events
    assert {(p.actor, p.role) for p in event.participations} == {("FIN", "source"), ("RUS", "target")}
