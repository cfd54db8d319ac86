"""French word forms, and short communiqués."""

from typing import Any

import pytest

from graph.reading.french import analyses, plausible, verb_forms


def test_elided_words_come_off_and_the_whole_word_stays() -> None:
    assert [(a.stem, a.article, a.preposition) for a in analyses("d'oman")] == [
        ("oman", False, "d'"),
        ("d'oman", False, ""),
    ]
    assert analyses("l'iran")[0].article and analyses("aujourd'hui")[0].stem == "aujourd'hui"


def test_a_regular_verb_needs_only_its_infinitive() -> None:
    forms = {(f.text, f.feature) for f in verb_forms("signer")}
    assert {("signees", "past"), ("signe", "present"), ("signera", "future"), ("signant", "gerund")} <= forms


@pytest.mark.parametrize(
    ("feature", "before", "stands"),
    [("past", "a", True), ("past", "la", False), ("present", "ministre", True), ("noun", "la", True),
     ("noun", "a", False), ("base", "va", True), ("present", "une", False)],
)  # fmt: skip
def test_the_word_before_tells_noun_present_and_participle_apart(
    feature: str, before: str, stands: bool
) -> None:
    assert plausible(feature, before) is stands


def test_a_communique_gives_meeting_posts_and_joint_position(read: Any) -> None:
    found = read(
        "Le ministre bolivien des Affaires étrangères, Luis Arce Roca, a reçu lundi à Sucre son homologue "
        "belge, Anne Claes. Les deux ministres ont souligné la nécessité d'un accord commercial.",
        "fr",
    )
    assert [(e.kind, e.status, e.host, str(e.earliest)) for e in found.events] == [
        ("meeting", "held", "BOL", "2024-03-11")
    ]
    assert {(p.person, p.post, p.actor) for p in found.posts} == {
        ("Luis Arce Roca", "foreign minister", "BOL"),
        ("Anne Claes", "foreign minister", "BEL"),
    }
    assert [(p.holders, p.stance) for p in found.positions] == [(("BOL", "BEL"), "calls-for")]
