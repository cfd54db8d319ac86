"""What an article tells twice is one event."""

from typing import Any

import pytest


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "Laos and Nepal hold talks\n\nLaos and Nepal held talks in Vientiane on Monday. "
            "The talks between Laos and Nepal dealt with trade.",
        ),
        (
            "ar",
            "مباحثات بين لاوس ونيبال\n\nأجرت لاوس ونيبال مباحثات في فيينتيان الاثنين. "
            "وتناولت المباحثات بين لاوس ونيبال التجارة.",
        ),
    ],
)
def test_headline_and_repetition_join_the_telling(read: Any, language: str, text: str) -> None:
    (event,) = read(text, language).events
    assert set(event.participants) == {"LAO", "NPL"} and len(event.evidence) > 1


def test_two_demands_in_two_sentences_are_two(read: Any) -> None:
    found = read("Italy thanked Libya for its help. Italy also thanked Libya for the gas.", "en")
    assert [e.kind for e in found.events] == ["praise", "praise"]


def test_what_different_sources_do_stays_apart(read: Any) -> None:
    found = read("Peru expelled the ambassador of Mexico. Mexico expelled the ambassador of Peru.", "en")
    assert [e.source for e in found.events] == [("PER",), ("MEX",)]


def test_a_verb_and_its_noun_tell_one_act(read: Any) -> None:
    assert [e.kind for e in read("Norway imposed sanctions on Iran, Libya and Cuba.", "en").events] == [
        "sanction"
    ]


def test_tellings_of_a_visit_that_name_two_of_its_days_are_one(read: Any) -> None:
    text = "زار وزير الدفاع البولندي فنلندا يوم الاثنين.\nوكان وزير الدفاع البولندي زار فنلندا مساء الأحد."
    assert len([e for e in read(text, "ar").events if e.kind == "visit"]) == 1
