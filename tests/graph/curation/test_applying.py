"""Corrections on records: found again by words and fields, standing over what is read, in conflict where it differs."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from graph.curation import Anchor, Correction, apply
from graph.curation.fields import normal
from graph.curation.matching import neighbours
from graph.curation.model import GROUPS
from graph.exc import InputError
from graph.extraction import to_json
from graph.model import Article, ArticleRecords, Commitment, Event, Evidence, Participation, Position

TEXT = (
    "The Arcadian minister visited Meridia on Monday and met his counterpart in Port Selene. "
    "Arcadia supports the fishing talks. The two sides agreed to meet again in June."
)
ARTICLE = Article(key="own/1", text=TEXT, language="en", published=date(2031, 5, 2))
NOON = datetime(2031, 5, 3, 12, tzinfo=UTC)


def words(quote: str) -> tuple[Evidence, ...]:
    start = TEXT.index(quote)
    return (Evidence(TEXT, start, start + len(quote), "hand"),)


def event(kind: str, quote: str, *actors: str, **more: Any) -> Event:
    parts = tuple(Participation(actor=actor) for actor in actors or ("EGY", "JOR"))
    return Event(kind=kind, status="held", participations=parts, evidence=words(quote), **more)


VISIT = event("visit", "visited Meridia on Monday")
MEETING = event("meeting", "met his counterpart in Port Selene", place="Port Selene", place_en="Port Selene")
SUPPORT = Position(
    holders=("EGY",), stance="supports", issue="fishing", evidence=words("Arcadia supports the fishing talks")
)
READ = ArticleRecords(article=ARTICLE, events=(VISIT, MEETING), positions=(SUPPORT,))


def fix(action: str, kind: str, at: int = 0, read: ArticleRecords = READ, **wanted: Any) -> Correction:
    """A correction of a record of ``read``."""
    found = to_json(read)[GROUPS[kind]]
    whole = {**found[at], "record": kind}
    anchor = Anchor("own/1", whole, neighbours(found[at], found, kind), now=found[at]["iri"])
    goal = normal(kind, wanted, str) if wanted else None
    return Correction(
        key=f"{action}-{kind}-{at}", action=action, anchors=(anchor,), by="ada", at=NOON, wanted=goal
    )


def told(read: ArticleRecords, *made: Correction) -> tuple[ArticleRecords, dict[str, tuple[str, str | None]]]:
    applied = apply(read, made)
    return applied.records, {c.key: (c.outcome, c.message) for c in applied.corrections}


def test_a_rejected_record_is_gone_and_what_it_was_part_of_lets_go_of_it() -> None:
    promise = Commitment(
        makers=("EGY",), undertaking="meet again", foresees=MEETING, evidence=words("agreed to meet again")
    )
    read = replace(READ, commitments=(promise,))
    records, outcomes = told(read, fix("reject", "event", 1, read))
    assert records.events == (VISIT,)
    assert records.commitments[0].foresees is None
    assert outcomes == {"reject-event-1": ("applied", None)}


def test_an_accepted_record_is_confirmed_and_certain() -> None:
    records, outcomes = told(READ, fix("accept", "position"))
    assert (records.positions[0].claim, records.positions[0].confidence) == ("confirmed", 1.0)
    assert replace(records.positions[0], claim="reported", confidence=0.5) == SUPPORT
    assert outcomes["accept-position-0"] == ("applied", None)


def test_an_edit_replaces_its_fields_only() -> None:
    records, _ = told(READ, fix("edit", "event", 1, place="Cairo", date="2031-05-01", source="JOR"))
    changed = records.events[1]
    assert (changed.place, changed.place_en) == (None, "Cairo")  # the text has no such word
    assert changed.earliest == changed.latest == date(2031, 5, 1)
    assert {p.actor: p.role for p in changed.participations} == {"EGY": "party", "JOR": "source"}
    assert (changed.kind, changed.evidence) == (MEETING.kind, MEETING.evidence)


def test_what_was_added_stands_on_words_of_the_text() -> None:
    fields = normal("event", {"type": "agreement", "participants": "EGY, JOR"}, str)
    quote = "The two sides agreed to meet again in June"
    anchor = Anchor("own/1", {**fields, "record": "event", "quote": quote, "start": 0})
    new = Correction(key="new", action="add", anchors=(anchor,), by="ada", at=NOON, wanted=fields)
    records, outcomes = told(READ, new)
    assert (records.events[-1].quote, records.events[-1].rule) == (quote, "curated")
    assert outcomes["new"] == ("applied", None)
    lost = replace(anchor, fields={**anchor.fields, "quote": "They agreed to part"})
    records, outcomes = told(READ, replace(new, anchors=(lost,)))
    assert records.events == READ.events
    assert outcomes["new"][0] == "conflict"
    found = replace(READ, events=(*READ.events, event("agreement", "agreed to meet again in June")))
    records, outcomes = told(found, new)
    assert [e.kind for e in records.events] == ["visit", "meeting", "agreement"]
    assert outcomes["new"][0] == "unneeded"


# -- another reading


def test_a_record_is_found_again_where_its_words_have_shifted() -> None:
    moved = replace(READ, events=(event("visit", "visited Meridia"), MEETING))
    records, outcomes = told(moved, fix("reject", "event"))
    assert records.events == (MEETING,)
    assert outcomes["reject-event-0"] == ("applied", None)


def test_what_is_now_read_otherwise_is_not_rejected_for_it() -> None:
    other = event("negotiation", "visited Meridia on Monday")
    records, outcomes = told(replace(READ, events=(other, MEETING)), fix("reject", "event"))
    assert other in records.events
    assert outcomes["reject-event-0"] == (
        "conflict",
        "read otherwise, and kept: type: visit, now negotiation",
    )


def test_a_rejection_of_what_is_no_longer_read_is_not_needed() -> None:
    records, outcomes = told(replace(READ, events=(MEETING,)), fix("reject", "event"))
    assert records.events == (MEETING,)
    assert outcomes["reject-event-0"][0] == "unneeded"


def test_a_record_that_stood_beside_another_is_not_taken_for_it() -> None:
    whole = "The Arcadian minister visited Meridia on Monday and met his counterpart in Port Selene"
    both = replace(READ, events=(event("visit", whole), event("meeting", whole)))
    made = fix("edit", "event", 0, both, status="cancelled")
    records, outcomes = told(replace(both, events=both.events[1:]), made)
    assert [(e.kind, e.status) for e in records.events] == [("meeting", "held"), ("visit", "cancelled")]
    assert outcomes["edit-event-0"] == ("conflict", "this is no longer read")


def test_what_was_accepted_stands_when_it_is_no_longer_read_or_read_otherwise() -> None:
    made = fix("accept", "position")
    records, outcomes = told(replace(READ, positions=()), made)
    assert (records.positions[0].stance, records.positions[0].claim) == ("supports", "confirmed")
    assert outcomes["accept-position-0"] == ("conflict", "this is no longer read")
    against = replace(SUPPORT, stance="opposes")
    records, outcomes = told(replace(READ, positions=(against,)), made)
    assert [p.stance for p in records.positions] == ["supports"]
    assert outcomes["accept-position-0"] == ("conflict", "stance: supports, now opposes")
    made = fix("accept", "event", 1)
    records, outcomes = told(replace(READ, events=(VISIT, replace(MEETING, place_en="Arcadia City"))), made)
    assert records.events[1].place_en == "Port Selene"
    assert outcomes["accept-event-1"] == ("conflict", "place_en: Port Selene, now Arcadia City")


def test_an_edit_meets_what_the_reader_now_says() -> None:
    made = fix("edit", "event", 1, place_en="Cairo")
    for place, outcome in (("Cairo", "unneeded"), ("Arcadia City", "conflict"), ("Port Selene", "applied")):
        read = replace(READ, events=(VISIT, replace(MEETING, place_en=place, status="planned")))
        records, outcomes = told(read, made)
        assert (records.events[1].place_en, records.events[1].status) == ("Cairo", "planned")
        assert outcomes["edit-event-1"][0] == outcome


def test_an_edit_of_the_kind_stands_over_a_third_kind_and_rests_where_it_is_read_at_last() -> None:
    made = fix("edit", "event", 0, type="call")
    for kind, outcome in (("summit", "conflict"), ("call", "unneeded")):
        read = replace(READ, events=(event(kind, "visited Meridia on Monday"), MEETING))
        records, outcomes = told(read, made)
        assert sorted(e.kind for e in records.events) == ["call", "meeting"]
        assert outcomes["edit-event-0"][0] == outcome


def test_words_that_moved_in_a_changed_text_are_found_by_themselves() -> None:
    text = "Update. " + TEXT
    start = text.index("visited Meridia on Monday")
    moved = replace(VISIT, evidence=(Evidence(text, start, start + 25, "hand"),))
    read = ArticleRecords(article=replace(ARTICLE, text=text), events=(moved,))
    records, outcomes = told(read, fix("reject", "event"))
    assert records.events == ()
    assert outcomes["reject-event-0"][0] == "applied"


def test_a_later_correction_of_the_same_record_takes_the_place_of_an_earlier_one() -> None:
    first = fix("edit", "event", 1, place_en="Cairo")
    (record,) = to_json(apply(READ, [first]).records)["events"][1:]
    second = fix("reject", "event", 1)
    second = replace(
        second, at=NOON + timedelta(minutes=1), anchors=(Anchor("own/1", {**record, "record": "event"}),)
    )
    records, outcomes = told(READ, second, first)
    assert records.events == (VISIT,)
    assert outcomes == {"edit-event-1": ("superseded", None), "reject-event-1": ("applied", None)}


def test_judging_again_what_is_in_conflict_settles_it() -> None:
    made = fix("accept", "position")
    nothing = replace(READ, positions=())
    stood = apply(nothing, [made]).records
    again = replace(fix("accept", "position", 0, stood), key="again", at=NOON + timedelta(minutes=1))
    assert told(nothing, made, again)[1] == {
        "accept-position-0": ("superseded", None),
        "again": ("applied", None),
    }
    other = replace(READ, events=(event("negotiation", "visited Meridia on Monday"), MEETING))
    refused = fix("reject", "event")
    right = replace(fix("accept", "event", 0, other), key="right", at=NOON + timedelta(minutes=1))
    records, outcomes = told(other, refused, right)
    assert outcomes == {"reject-event-0": ("superseded", None), "right": ("applied", None)}
    assert records.events[0].claim == "confirmed"


def test_one_of_two_records_that_share_a_name_is_meant_by_all_that_it_says() -> None:
    later = replace(VISIT, status="planned")
    both = replace(READ, events=(VISIT, later))
    records, _ = told(both, fix("reject", "event", 1, both))
    assert records.events == (VISIT,)
    taken = {**to_json(both)["events"][1], "iri": to_json(both)["events"][0]["iri"], "record": "event"}
    made = replace(fix("reject", "event", 1, both), anchors=(Anchor("own/1", taken),))
    assert told(both, made)[0].events == (VISIT,)


@pytest.mark.parametrize(
    ("kind", "given", "complaint"),
    [
        ("event", {"colour": "red"}, "no field 'colour'"),
        ("event", {"earliest": "Monday"}, "not a day like"),
        ("event", {"round": "second"}, "whole number"),
        ("tie", {"type": "embassy"}, "no kind of record"),
    ],
)
def test_what_cannot_be_set_is_refused_with_what_can(
    kind: str, given: dict[str, str], complaint: str
) -> None:
    with pytest.raises(InputError, match=complaint):
        normal(kind, given, str)


def test_values_that_no_record_can_have_are_told() -> None:
    _, outcomes = told(READ, fix("edit", "event", 0, type="dance"))
    assert outcomes["edit-event-0"] == ("conflict", "unknown kind of event 'dance'")
