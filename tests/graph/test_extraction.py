"""The extraction record holds what the contract says, under its names."""

import json
from datetime import date, datetime

from graph.extraction import to_json
from graph.identity import RecordNames
from graph.model import (
    Actor,
    AgendaItem,
    Agreement,
    Article,
    ArticleRecords,
    Commitment,
    Event,
    Evidence,
    Membership,
    Participation,
    Position,
    PostHolding,
)

TEXT = "The minister of one state visited another and they agreed to meet again."


def piece(start: int, end: int) -> tuple[Evidence, ...]:
    return (Evidence(TEXT, start, end, "hand"),)


VISIT = Event(
    evidence=piece(4, 33),
    kind="visit",
    status="held",
    participations=(
        Participation(actor="KAZ", role="source", person="X", post="foreign minister", body="ministry"),
        Participation(actor="PSE", role="target"),
        Participation(actor="PSE", role="host"),
    ),
    earliest=date(2017, 7, 1),
    latest=date(2017, 7, 8),
    place="رام الله",
    place_en="Ramallah",
    agenda=(AgendaItem(evidence=piece(0, 3), subject="ties", issues=("settlements",)),),
    confidence=0.8,
)
RECORDS = ArticleRecords(
    article=Article(
        key="ar/002",
        text=TEXT,
        language="en",
        published=date(2017, 7, 8),
        updated=datetime(2017, 7, 8, 16, 41),
        outlet="MAAN",
        dateline="رام الله",
        path="ar/002.txt",
    ),
    actors=(Actor(evidence=piece(0, 3), id="KAZ", kind="state", name="one state"),),
    events=(VISIT,),
    positions=(
        Position(
            evidence=piece(42, 53),
            holders=("KAZ",),
            stance="condemns",
            issue="war",
            target=("ISR",),
            speaker="X",
        ),
    ),
    posts=(
        PostHolding(evidence=piece(4, 12), person="X", post="foreign minister", actor="KAZ", titles=("Dr",)),
    ),
    memberships=(Membership(evidence=piece(4, 12), member="KAZ", organization="OIC", role="observer"),),
    agreements=(Agreement(evidence=piece(42, 53), parties=("KAZ", "PSE"), title="Memorandum", signed=VISIT),),
    commitments=(
        Commitment(evidence=piece(42, 53), makers=("KAZ",), undertaking="to meet again", foresees=VISIT),
    ),
)
FOUND = to_json(RECORDS)


def test_it_is_json_with_the_keys_of_the_guide() -> None:
    assert json.loads(json.dumps(FOUND)) == FOUND
    assert {
        "id",
        "path",
        "language",
        "article",
        "actors",
        "events",
        "positions",
        "posts",
        "memberships",
    } <= FOUND.keys()
    assert (FOUND["id"], FOUND["path"], FOUND["language"]) == ("ar/002", "ar/002.txt", "en")
    article = FOUND["article"]
    assert (article["published"], article["outlet"], article["dateline"]) == (
        "2017-07-08",
        "MAAN",
        "رام الله",
    )
    assert FOUND["actors"][0]["id"] == "KAZ"


def test_an_event_has_its_sides_days_place_and_plover_category() -> None:
    (event,) = FOUND["events"]
    assert (event["type"], event["plover"], event["status"]) == ("visit", "CONSULT", "held")
    assert (event["participants"], event["source"], event["target"]) == (["KAZ", "PSE"], ["KAZ"], ["PSE"])
    assert (event["host"], event["place"], event["place_en"]) == ("PSE", "رام الله", "Ramallah")
    assert (event["earliest"], event["latest"]) == ("2017-07-01", "2017-07-08")
    assert event["agenda"][0]["issues"] == ["settlements"]


def test_a_position_a_post_and_a_membership_are_as_in_the_guide() -> None:
    (position,) = FOUND["positions"]
    assert (position["holders"], position["stance"], position["polarity"]) == (["KAZ"], "condemns", -1)
    assert (position["issue"], position["target"], position["speaker"]) == ("war", ["ISR"], "X")
    (post,) = FOUND["posts"]
    assert (post["person"], post["post"], post["actor"]) == ("X", "foreign minister", "KAZ")
    (membership,) = FOUND["memberships"]
    assert (membership["member"], membership["organization"], membership["role"]) == (
        "KAZ",
        "OIC",
        "observer",
    )


def test_every_record_has_its_words_its_rule_and_the_name_it_has_in_the_graph() -> None:
    names = RecordNames(RECORDS)
    kinds = ("actors", "events", "positions", "posts", "memberships", "agreements", "commitments")
    for kind in kinds:
        for record, given in zip(getattr(RECORDS, kind), FOUND[kind], strict=True):
            assert TEXT[given["start"] : given["end"]] == given["quote"]
            assert (given["rule"], given["confidence"]) == ("hand", record.confidence)
            assert given["iri"] == names[record]
    assert (
        FOUND["agreements"][0]["signed"] == FOUND["commitments"][0]["foresees"] == FOUND["events"][0]["iri"]
    )
