"""Who took part, where a sentence of its own lists it."""

from __future__ import annotations

from typing import Any

import pytest


@pytest.mark.parametrize(
    "listed",
    [
        "Participants in the call included Prime Minister Ana Ruiz of Belize, Prime Minister Tor Lund of Norway, "
        "and President Yaw Mensah of Ghana.",
        "Prime Minister Ana Ruiz of Belize, Prime Minister Tor Lund of Norway, and President Yaw Mensah of Ghana "
        "participated in the call.",
    ],
)
def test_those_listed_took_part_and_hold_what_the_leaders_said(read: Any, listed: str) -> None:
    text = (
        "The prime minister of Malta spoke with other leaders. The leaders condemned the blockade. " + listed
    )
    records = read(text, "en")
    (call,) = [e for e in records.events if e.kind == "call"]
    assert {"BLZ", "NOR", "GHA"} <= set(call.participants)
    (position,) = records.positions
    assert {"BLZ", "NOR", "GHA"} <= set(position.holders)


def test_a_list_of_private_people_is_no_attendance(read: Any) -> None:
    text = "Participants in the meeting included Ana Ruiz, Riverside Bakers, and Tor Lund, Harbour Trust."
    assert not read(text, "en").events
