"""Causes of errors: what was read in the place of a record that was missed or wrong."""

from typing import Any

import pytest

from graph.evaluate import GoldArticle, count_causes, errors

Records = list[dict[str, Any]]


def event(kind: str, *participants: str, start: int = 0) -> dict[str, Any]:
    place = {"start": start, "end": start + 10, "quote": "x" * 10}
    return {"type": kind, "participants": list(participants), **place}


def position(holder: str, polarity: int = 1) -> dict[str, Any]:
    return {"holders": [holder], "polarity": polarity, "start": 0, "end": 10, "quote": "y" * 10}


def causes(gold: dict[str, Records], found: dict[str, Records]) -> set[tuple[str, str, str]]:
    return set(count_causes(errors(GoldArticle("xx/1", "xx", gold, found))))


@pytest.mark.parametrize(
    ("found", "missed", "wrong"),
    [
        ([event("visit", "A", "C")], "other actors", "other actors"),
        ([event("call", "A", "B")], "other type", "other type"),
        ([event("call", "A", "C")], "other type and actors", "other type and actors"),
        ([event("call", "A", "B", start=50)], "nothing on the other side", "nothing on the other side"),
    ],
)
def test_an_event_is_missed_for_what_was_read_in_its_place(found: Records, missed: str, wrong: str) -> None:
    assert causes({"events": [event("visit", "A", "B")]}, {"events": found}) == {
        ("events", "missed", missed),
        ("events", "wrong", wrong),
    }


def test_an_event_found_twice_is_wrong_once() -> None:
    visit = event("visit", "A", "B")
    assert causes({"events": [visit]}, {"events": [visit, dict(visit)]}) == {
        ("events", "wrong", "told twice")
    }


def test_a_demand_read_as_a_position_is_told_from_one_not_read() -> None:
    gold, found = {"events": [event("request", "A", "B")]}, {"positions": [position("A")]}
    assert causes(gold, found) == {
        ("events", "missed", "a position on the other side"),
        ("positions", "wrong", "an event on the other side"),
    }
    assert causes(gold, {}) == {("events", "missed", "nothing on the other side")}


def test_a_position_is_missed_by_its_holder_or_its_sign() -> None:
    gold = {"positions": [position("A")]}
    assert ("positions", "missed", "other holder") in causes(gold, {"positions": [position("B")]})
    assert ("positions", "missed", "other polarity") in causes(gold, {"positions": [position("A", -1)]})
    assert causes(gold, {"positions": [position("A")]}) == set()
