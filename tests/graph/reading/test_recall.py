"""People by their name alone."""

from __future__ import annotations

from typing import Any


def test_a_style_belongs_to_the_name_so_that_two_speak_together(read: Any) -> None:
    text = (
        "Norway's deputy foreign minister, Tor Lund, met Deputy Prime Minister Ana Ruiz of Belize. "
        "Mr. Lund and Ms. Ruiz reaffirmed the value of the partnership."
    )
    (position,) = read(text, "en").positions
    assert position.holders == ("NOR", "BLZ")


def test_one_of_several_names_is_enough_beside_the_office(read: Any) -> None:
    text = (
        "The minister spoke with President Sheikh Yaw bin Kofi Al Mensah of Ghana. "
        "President Sheikh Yaw thanked Norway for its help."
    )
    assert [set(e.participants) for e in read(text, "en").events if e.kind == "praise"] == [{"GHA", "NOR"}]


def test_an_ambassador_to_an_organization_acts_for_his_state_in_a_short_headline_too(read: Any) -> None:
    text = (
        "U.N. Ambassador Lund arrives in Chile.\n\n"
        "The Norwegian ambassador to the United Nations, Tor Lund, arrived in Chile on Monday."
    )
    (visit,) = read(text, "en").events
    assert (visit.source, visit.target) == (("NOR",), ("CHL",))
