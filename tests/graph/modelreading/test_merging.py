"""Rules and model side by side: agreement, single voices, contradiction, and confidence from gold."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from graph.evaluate import Judged
from graph.exc import InputError
from graph.model import ArticleRecords, Event, Evidence, Membership, Participation, Position, PostHolding
from graph.modelreading.merging import merge
from graph.modelreading.trust import Trust, measure, read_trust, voice_of
from graph.reading import open_article

TEXT = (
    "Nepal met Chad in Oslo on Monday. Nepal backs the plan. Prime Minister Ram Thapa of Nepal chairs SAARC."
)
ARTICLE = open_article(TEXT, key="own/1", published=date(2024, 5, 14))


def shown(words: str, rule: str) -> tuple[Evidence, ...]:
    start = TEXT.index(words)
    return (Evidence(TEXT, start, start + len(words), rule),)


def meeting(rule: str, words: str = "Nepal met Chad", **changes: Any) -> Event:
    parts = tuple(Participation(actor=a) for a in ("NPL", "TCD"))
    details = {"kind": "meeting", "status": "held", "participations": parts, "confidence": 0.8, **changes}
    return Event(evidence=shown(words, rule), **details)


def backing(rule: str, stance: str = "supports", **changes: Any) -> Position:
    details = {"holders": ("NPL",), "stance": stance, "issue": "the plan", "confidence": 0.6, **changes}
    return Position(evidence=shown("Nepal backs the plan", rule), **details)


def read(**records: Any) -> ArticleRecords:
    return ArticleRecords(article=ARTICLE, **records)


def test_what_both_say_is_one_record_with_the_evidence_of_both() -> None:
    merged = merge(
        read(events=(meeting("mutual:meet"),)),
        read(events=(meeting("model:m", "Nepal met Chad in Oslo on Monday", place="Oslo"),)),
        Trust(),
    )
    (event,) = merged.records.events
    assert [e.rule for e in event.evidence] == ["both:mutual:meet", "model:m"]
    assert event.place == "Oslo"
    assert event.confidence == pytest.approx(0.96)
    assert merged.counts == {"both": 1}


def test_what_one_says_stays_with_its_rule_and_confidence() -> None:
    merged = merge(
        read(positions=(backing("weak:back"),)), read(events=(meeting("model:m", confidence=0.7),)), Trust()
    )
    assert [(r.rule, r.confidence) for r in (*merged.records.events, *merged.records.positions)] == [
        ("model:m", 0.7),
        ("weak:back", 0.6),
    ]
    assert merged.counts == {"rules": 1, "model": 1}


@pytest.mark.parametrize(
    ("rules", "model"),
    [
        (meeting("r"), meeting("model:m", status="cancelled")),
        (backing("r"), backing("model:m", "opposes")),
    ],
    ids=["status", "polarity"],
)
def test_what_the_two_contradict_stays_twice_and_is_disputed(rules: Any, model: Any) -> None:
    kind = "events" if isinstance(rules, Event) else "positions"
    merged = merge(read(**{kind: (rules,)}), read(**{kind: (model,)}), Trust())
    found = getattr(merged.records, kind)
    assert [(r.rule, r.claim) for r in found] == [("r", "disputed"), ("model:m", "disputed")]
    assert all(r.confidence < 0.5 for r in found)
    assert merged.counts == {"disputed": 2}


def test_an_act_turned_round_is_disputed() -> None:
    there = (Participation(actor="NPL", role="source"), Participation(actor="TCD", role="target"))
    back = (Participation(actor="TCD", role="source"), Participation(actor="NPL", role="target"))
    merged = merge(
        read(events=(meeting("r", kind="aid", participations=there),)),
        read(events=(meeting("model:m", kind="aid", participations=back),)),
        Trust(),
    )
    assert merged.counts == {"disputed": 2}


def test_posts_meet_by_a_name_and_memberships_by_their_sides() -> None:
    post = {"post": "prime minister", "actor": "NPL", "confidence": 0.5}
    bond = {"member": "NPL", "organization": "SAARC", "role": "chair", "confidence": 0.5}
    rules = read(
        posts=(PostHolding(person="Thapa", evidence=shown("Thapa", "r"), **post),),
        memberships=(Membership(evidence=shown("chairs SAARC", "r"), **bond),),
    )
    model = read(
        posts=(PostHolding(person="Ram Thapa", evidence=shown("Ram Thapa", "model:m"), **post),),
        memberships=(Membership(evidence=shown("of Nepal chairs SAARC", "model:m"), **bond),),
    )
    merged = merge(rules, model, Trust())
    assert merged.counts == {"both": 2}
    assert merged.records.posts[0].confidence == pytest.approx(0.75)


def test_confidence_is_what_gold_measured_where_it_was_measured(tmp_path: Path) -> None:
    tried = [
        *(Judged("events", "both:a:b", 0.9, right=True) for _ in range(8)),
        *(Judged("events", "model:m", 0.7, right=n < 5) for n in range(8)),
        Judged("events", "mutual:meet", 0.4, right=False, claim="disputed"),
        Judged("positions", "weak:back", 0.6, right=True),
    ]
    measured = measure(tried)
    assert measured == {
        "model": {"events": 0.6},
        "both": {"events": 0.9},
        "rules": {"positions": 0.67},
        "disputed": {"events": 0.33},
    }
    file = tmp_path / "trust.json"
    file.write_text(json.dumps(measured), encoding="utf-8")
    merged = merge(read(events=(meeting("r"),)), read(events=(meeting("model:m"),)), read_trust(str(file)))
    assert merged.records.events[0].confidence == 0.9


@pytest.mark.parametrize("text", ["[]", '{"model": {"events": 2}}', '{"model": 1}', "{"])
def test_a_file_of_confidence_that_is_none_is_refused(tmp_path: Path, text: str) -> None:
    file = tmp_path / "trust.json"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match="confidence"):
        read_trust(str(file))


@pytest.mark.parametrize(
    ("rule", "claim", "voice"),
    [
        ("model:m", "reported", "model"),
        ("both:x:y", "reported", "both"),
        ("visit:went", "reported", "rules"),
        ("model:m", "disputed", "disputed"),
    ],
)
def test_a_voice_is_told_by_rule_and_claim(rule: str, claim: str, voice: str) -> None:
    assert voice_of(rule, claim) == voice
