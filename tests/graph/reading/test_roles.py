"""From relations to roles: who is source, target, party and host."""

from typing import Any

import pytest

from graph.reading.arguments import Argument
from graph.reading.forms import Form
from graph.reading.lexicon import Trigger
from graph.reading.mention import Mention
from graph.reading.roles import parts


def argument(relation: str, *actors: str) -> Argument:
    return Argument(Mention(0, 1, "name", actors), relation, actors)


def trigger(frame: str, *target: str) -> Trigger:
    return Trigger("meeting", frame, "x", Form("x", "past"), target=target)


@pytest.mark.parametrize(
    ("frame", "target", "relations", "roles"),
    [
        ("mutual", (), ("subject", "with"), [("CHL", "party"), ("PER", "party")]),
        ("host", (), ("subject", "object"), [("CHL", "host"), ("PER", "party")]),
        ("travel", (), ("subject", "to"), [("CHL", "source"), ("PER", "target")]),
        ("directed", ("obj",), ("subject", "object"), [("CHL", "source"), ("PER", "target")]),
        ("act", (), ("subject", "about"), [("CHL", "source")]),
    ],
)
def test_each_frame_says_what_a_relation_means(
    frame: str, target: tuple[str, ...], relations: tuple[str, str], roles: list[tuple[str, str]]
) -> None:
    found = parts(trigger(frame, *target), [argument(relations[0], "CHL"), argument(relations[1], "PER")])
    assert [(p.actor, p.role) for p in found] == roles


def test_nobody_acts_on_himself() -> None:
    found = parts(trigger("directed", "obj"), [argument("subject", "CHL"), argument("object", "CHL")])
    assert [(p.actor, p.role) for p in found] == [("CHL", "source")]


def test_a_host_without_a_guest_is_no_meeting(read: Any) -> None:
    assert read("استقبل أمير الكويت الفائزين في المسابقة.", "ar").events == ()
