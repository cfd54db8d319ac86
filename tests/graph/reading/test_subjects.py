"""Who does what the verb says, in English."""

from __future__ import annotations

from typing import Any

import pytest

from graph.reading import open_article, read_article


def told(text: str) -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    records = read_article(open_article(text, key="t/1", language="en"))
    return [(e.kind, tuple(e.source), tuple(e.target)) for e in records.events]


@pytest.mark.parametrize(
    "text",
    [
        "Kenya expelled two Sudanese diplomats.",
        "Kenya, a member of the commonwealth since 1963, has expelled two Sudanese diplomats.",
        "Two Sudanese diplomats were expelled by Kenya.",
    ],
)
def test_the_same_act_is_read_in_several_orders(text: str) -> None:
    assert ("expulsion", ("KEN",), ("SDN",)) in told(text)


def test_a_joined_verb_keeps_the_subject() -> None:
    found = told("Chile accused Bolivia of a breach and expelled two Bolivian diplomats.")
    assert {("accusation", ("CHL",), ("BOL",)), ("expulsion", ("CHL",), ("BOL",))} <= set(found)


def test_what_must_be_done_is_asked_by_the_speaker() -> None:
    assert ("request", ("RUS",), ("SDN",)) in told("Russia said that Sudan must return the helicopter.")


def test_a_joined_verb_goes_on_with_the_pronoun_and_not_with_the_object(read: Any) -> None:
    text = (
        "Norway's envoy met officials in Ghana. He congratulated Ghana and its citizens on the vote in December "
        "and urged Togo to follow."
    )
    assert [(e.source, e.target) for e in read(text, "en").events if e.kind == "request"] == [
        (("NOR",), ("TGO",))
    ]
