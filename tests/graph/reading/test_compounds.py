"""Phrases whose head comes last."""

from __future__ import annotations

import pytest

from graph.reading.clauses import sentences
from graph.reading.compounds import compound
from graph.reading.fold import fold
from graph.reading.lexicon import lexicon
from graph.reading.mentions import Mention, Phrases


def phrases(text: str) -> list[Mention]:
    words = lexicon("en")
    tokens = next(iter(sentences(fold(text), 0, words)))
    reader = Phrases(tokens, words)
    return compound(reader, list(reader.read()))


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Norway's foreign minister spoke.", ("NOR",)),
        ("The president of Egypt spoke.", ("EGY",)),
        ("Opposition groups in Zimbabwe spoke.", ("ZWE",)),
        ("Tunisian border officials spoke.", ("TUN",)),
        ("The foreign ministers of Egypt, Jordan and Iraq spoke.", ("EGY", "JOR", "IRQ")),
    ],
)
def test_an_owner_belongs_to_the_head(text: str, actors: tuple[str, ...]) -> None:
    assert phrases(text)[0].actors == actors


def test_two_adjectives_share_one_head() -> None:
    found = phrases("Turkish and Greek officials spoke.")
    assert [(m.kind, m.actors) for m in found] == [("body", ("TUR",)), ("body", ("GRC",))]


def test_a_list_hangs_on_its_first_preposition() -> None:
    found = phrases("It sent grain to Mali, Niger and Chad.")
    assert [m.preposition for m in found[-3:]] == ["to", "to", "to"]


def test_the_state_of_a_city_is_no_further_actor() -> None:
    found = phrases("She met him in Dubai, the United Arab Emirates.")
    assert len([m for m in found if m.place]) == 1


def test_a_person_keeps_the_name_after_the_state() -> None:
    assert phrases("The Foreign Minister of Latvia Edgars Rinkevics spoke.")[0].person == "Edgars Rinkevics"
