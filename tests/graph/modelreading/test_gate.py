"""The gate: nothing that the text does not bear gets in, and nothing that it bears is lost."""

from datetime import date
from typing import Any

import pytest

from graph.model import Article
from graph.modelreading.datechecks import DateChecks
from graph.modelreading.gate import Admitted, Gate
from graph.modelreading.sightings import Sightings, is_short_form
from graph.reading import open_article

Json = dict[str, Any]
TEXT = (
    "MONTEVIDEO (Agency) - Uruguayan Foreign Minister Elena Sosa received Jordan's ambassador Sami Haddad "
    "in Montevideo on Tuesday. Sosa said Uruguay rejects the closure of ports. "
    "The River Forum called on Jordan to join it. Uruguay chairs the River Forum."
)
ARABIC = "زار وزير الخارجية الفنلندي أنتي كوسكي تشيلي أمس. ورحبت تشيلي بالاتفاق."


def article(text: str = TEXT) -> Article:
    return open_article(text, key="own/1", published=date(2024, 5, 16))


def admit(answer: Json, text: str = TEXT) -> Admitted:
    own = article(text)
    gate = Gate(own, Sightings(own), DateChecks(own), rule="model:m", sure=lambda kind: 0.7)
    return gate.admit(answer)


def event(**changes: Any) -> Json:
    return {
        "kind": "meeting",
        "status": "held",
        "participants": [
            {"actor": "URY", "role": "host", "person": "Elena Sosa"},
            {"actor": "JOR", "role": "party", "person": "Sami Haddad"},
        ],
        "date_words": ["on Tuesday"],
        "earliest": "2024-05-14",
        "latest": "2024-05-14",
        "place": "Montevideo",
        "agenda": [],
        "quote": "received Jordan's ambassador Sami Haddad in Montevideo on Tuesday",
        **changes,
    }


def position(**changes: Any) -> Json:
    return {
        "holders": ["URY"],
        "stance": "opposes",
        "content": "the closure of ports",
        "target": [],
        "speaker": "Sosa",
        "quote": "Sosa said Uruguay rejects the closure of ports",
        **changes,
    }


ACTORS = [
    {"id": "URY", "kind": "state", "name": "Uruguayan"},
    {"id": "JOR", "kind": "state", "name": "Jordan"},
]


def test_an_event_comes_out_with_its_evidence_days_place_and_persons() -> None:
    admitted = admit({"actors": ACTORS, "events": [event()]})
    (found,) = admitted.events
    assert admitted.refusals == []
    assert (found.kind, found.status, found.participants) == ("meeting", "held", ("URY", "JOR"))
    assert [p.person for p in found.participations] == ["Elena Sosa", "Sami Haddad"]
    assert found.earliest == found.latest == date(2024, 5, 14)
    assert (found.place, found.place_en, found.date_text) == ("Montevideo", "Montevideo", "on Tuesday")
    assert TEXT[found.start : found.end] == found.quote
    assert {e.about for e in found.evidence} == {None, "place", "date"}
    assert found.rule == "model:m"


def test_a_position_comes_out_with_its_content_and_speaker() -> None:
    (found,) = admit({"actors": ACTORS, "positions": [position()]}).positions
    assert (found.holders, found.stance, found.polarity) == (("URY",), "opposes", -1)
    assert (found.issue, found.speaker) == ("the closure of ports", "Sosa")


def test_posts_memberships_and_actors_of_no_table_come_out_as_the_text_names_them() -> None:
    admitted = admit(
        {
            "actors": [*ACTORS, {"id": "RIVER-FORUM", "kind": "organization", "name": "The River Forum"}],
            "posts": [
                {
                    "person": "Elena Sosa",
                    "post": "foreign minister",
                    "post_words": "Foreign Minister",
                    "actor": "URY",
                    "quote": "Uruguayan Foreign Minister Elena Sosa",
                }
            ],
            "memberships": [
                {
                    "member": "URY",
                    "organization": "RIVER-FORUM",
                    "role": "chair",
                    "quote": "Uruguay chairs the River Forum",
                }
            ],
        }
    )
    assert [(p.person, p.post, p.post_text, p.actor) for p in admitted.posts] == [
        ("Elena Sosa", "foreign minister", "Foreign Minister", "URY")
    ]
    assert [(m.member, m.organization, m.role) for m in admitted.memberships] == [
        ("URY", "RIVER-FORUM", "chair")
    ]
    assert {a.id: a.kind for a in admitted.actors}["RIVER-FORUM"] == "organization"


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"quote": "Jordan's ambassador Sami Haddad was received by the president"}, "not in the article"),
        ({"quote": "received Jordan's ambassador … on Tuesday"}, "not in the article"),
        ({"quote": ""}, "quote"),
        ({"quote": None}, "quote"),
        ({"kind": "war"}, "no kind of event"),
        ({"status": "rumoured"}, "no event status"),
        ({"participants": []}, "participants"),
        ({"participants": [{"actor": "URY", "role": "boss", "person": None}]}, "no role"),
        ({"participants": [{"actor": "FRA", "role": "party", "person": None}]}, "FRA is no actor"),
        ({"participants": "URY"}, "participants"),
    ],
)
def test_an_event_that_cannot_stand_is_refused_with_its_reason(changes: Json, reason: str) -> None:
    admitted = admit({"actors": ACTORS, "events": [event(**changes), event()]})
    assert len(admitted.events) == 1
    assert any(r.where == "events[0]" and reason in r.reason for r in admitted.refusals)
    assert not any(r.where == "events[1]" for r in admitted.refusals)


def test_an_item_without_a_quote_is_refused() -> None:
    bare = event()
    del bare["quote"]
    admitted = admit({"actors": ACTORS, "events": [bare, "talks", None]})
    assert admitted.events == []
    assert [r.where for r in admitted.refusals] == ["events[0]", "events[1]", "events[2]"]


@pytest.mark.parametrize(
    ("changes", "lost", "reason"),
    [
        ({"earliest": "2024-05-01", "latest": "2024-05-02"}, None, "cannot be derived"),
        (
            {"date_words": [], "earliest": "2024-05-14", "latest": "2024-05-14"},
            "earliest",
            "cannot be derived",
        ),
        ({"earliest": "last week"}, None, "YYYY-MM-DD"),
        ({"place": "Paris"}, "place", "not in the article"),
        ({"agenda": ["nuclear energy"]}, "agenda", "not in the article"),
    ],
)
def test_an_event_keeps_what_holds_and_loses_what_does_not(
    changes: Json, lost: str | None, reason: str
) -> None:
    admitted = admit({"actors": ACTORS, "events": [event(**changes)]})
    (found,) = admitted.events
    (refusal,) = admitted.refusals
    assert reason in refusal.reason
    assert not refusal.whole
    if lost:
        assert not getattr(found, lost)
    else:  # the words of the text say the day themselves
        assert found.earliest == date(2024, 5, 14)


def test_a_participant_that_the_text_has_not_is_taken_off_its_event() -> None:
    parts = [*event()["participants"], {"actor": "FRA", "role": "mediator", "person": None}]
    admitted = admit({"actors": ACTORS, "events": [event(participants=parts)]})
    assert admitted.events[0].participants == ("URY", "JOR")
    assert [r.whole for r in admitted.refusals] == [False]


def test_a_person_that_the_text_has_not_is_taken_off_its_participation() -> None:
    parts = [{"actor": "URY", "role": "host", "person": "Maria Luz"}]
    admitted = admit({"actors": ACTORS, "events": [event(participants=parts)]})
    assert [p.person for p in admitted.events[0].participations] == [None]


@pytest.mark.parametrize(
    ("actor", "in_it"),
    [
        ({"id": "FRA", "kind": "state", "name": "France"}, False),  # not in the text
        ({"id": "FRA", "kind": "state", "name": "Sosa"}, False),  # no name of France
        ({"id": "UN", "kind": "organization", "name": "United Nations"}, False),
        ({"id": "URY", "kind": "nation", "name": "Uruguay"}, False),
        ({"id": "URY", "kind": "state", "name": "Uruguay"}, True),
        ({"id": "ury", "kind": "organization", "name": "Uruguay"}, True),  # the tables know what it is
    ],
)
def test_an_actor_needs_a_name_in_the_text_that_the_tables_read_as_it(actor: Json, in_it: bool) -> None:
    admitted = admit({"actors": [actor]})
    assert [(a.id, a.kind) for a in admitted.actors] == ([("URY", "state")] if in_it else [])
    assert bool(admitted.refusals) is not in_it


def test_a_name_of_one_state_brings_no_other() -> None:
    admitted = admit({"actors": [{"id": "BOL", "kind": "state", "name": "Jordan"}]})
    assert [a.id for a in admitted.actors] == ["JOR"]


def test_an_organization_that_the_tables_know_otherwise_stays_as_named() -> None:
    admitted = admit({"actors": [{"id": "NATO", "kind": "organization", "name": "River Forum"}]})
    assert [a.id for a in admitted.actors] == ["RIVER-FORUM"]
    assert not admitted.refusals[0].whole


@pytest.mark.parametrize(
    ("words", "actor", "known"),
    [
        ("International Atomic Agency", "IAEA", True),
        ("energy", "IAEA", False),  # a word of many names
        ("Atomic Energy Ministry", "IAEA", False),  # a word of none of its names
        ("the", "IAEA", False),
        ("River Forum", "RIVER-FORUM", False),
    ],
)
def test_a_short_form_has_half_the_words_of_a_known_name_and_no_others(
    words: str, actor: str, known: bool
) -> None:
    assert is_short_form(words, actor) is known


@pytest.mark.parametrize(
    "quote", ["زار وزير الخارجية الفنلندي", "وزار وزير الخارجيه الفنلندى", "زار وزيـر الخارجية الفنلندي"]
)
def test_a_clitic_or_a_hamza_costs_no_arabic_event(quote: str) -> None:
    answer = {
        "actors": [
            {"id": "FIN", "kind": "state", "name": "فنلندي"},
            {"id": "CHL", "kind": "state", "name": "تشيلي"},
        ],
        "events": [
            event(
                kind="visit",
                participants=[
                    {"actor": "FIN", "role": "source", "person": "انتي كوسكي"},
                    {"actor": "CHL", "role": "target", "person": None},
                ],
                date_words=["أمس"],
                earliest="2024-05-15",
                latest="2024-05-15",
                place=None,
                quote=quote,
            )
        ],
    }
    admitted = admit(answer, ARABIC)
    assert admitted.refusals == []
    (found,) = admitted.events
    assert found.quote == "زار وزير الخارجية الفنلندي"
    assert found.participations[0].person == "أنتي كوسكي"


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"stance": "adores"}, "no stance"),
        ({"holders": ["FRA"]}, "holder FRA"),
        ({"holders": []}, "holders"),
        ({"quote": "Sosa said Uruguay welcomes the closure of ports"}, "not in the article"),
    ],
)
def test_a_position_that_cannot_stand_is_refused(changes: Json, reason: str) -> None:
    admitted = admit({"actors": ACTORS, "positions": [position(**changes)]})
    assert admitted.positions == []
    assert any(reason in r.reason for r in admitted.refusals)


def test_the_refusal_of_a_quote_shows_the_passage_likest_to_it() -> None:
    (refusal,) = admit(
        {
            "actors": ACTORS,
            "positions": [position(quote="Sosa said that Uruguay rejects the closure of ports")],
        }
    ).refusals
    assert "Uruguay rejects the closure of ports" in refusal.reason


@pytest.mark.parametrize("section", ["actors", "events", "positions", "posts", "memberships"])
def test_a_section_that_is_no_list_is_refused_and_the_others_stand(section: str) -> None:
    admitted = admit({"actors": ACTORS, "events": [event()], "positions": [position()], section: {"a": 1}})
    assert [r.section for r in admitted.refusals if r.section == section] == [section]
    assert admitted.positions or section == "positions"


def test_an_article_that_quotes_another_language_loses_nothing() -> None:
    quoted = "\n".join("The band played a long and well known song of the sea." for _ in range(6))
    text = f"زار وزير الخارجية الفنلندي تشيلي أمس.\n{quoted}"
    assert article(text).language == "en"  # most of its letters
    parts = [{"actor": "FIN", "role": "source"}, {"actor": "CHL", "role": "target"}]
    days = {"date_words": ["أمس"], "earliest": "2024-05-15", "latest": "2024-05-15", "place": None}
    visit = event(kind="visit", participants=parts, **days, quote="وزار وزير الخارجيه الفنلندي تشيلي أمس")
    actors = [
        {"id": "FIN", "kind": "state", "name": "الفنلندي"},
        {"id": "CHL", "kind": "state", "name": "تشيلي"},
    ]
    admitted = admit({"actors": actors, "events": [visit]}, text)
    assert admitted.refusals == []
    assert admitted.events[0].earliest == date(2024, 5, 15)
