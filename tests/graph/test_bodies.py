"""One ministry under several spellings and scripts is one body; what only resembles it is another."""

import pytest
from pyoxigraph import NamedNode, Quad

from graph.bodies import state_body
from graph.folding import fold
from graph.identity import Namespace
from graph.model import Article, ArticleRecords, Event, Evidence, Participation
from graph.rdf import records_to_quads
from graph.rdf.terms import bir
from graph.reference import tables
from graph.store import open_store


@pytest.mark.parametrize(
    ("actor", "words"),
    [
        ("JOR", "وزارة الخارجية الأردنية"),
        ("JOR", "الخارجية الأردنية"),
        ("JOR", "Jordan's Ministry of Foreign Affairs"),
        ("JOR", "the Jordanian Foreign Ministry"),
        ("BHR", "وزارة خارجية مملكة البحرين"),
        ("KAZ", "Ministry of Foreign Affairs of the Republic of Kazakhstan"),
        ("FRA", "le ministère des Affaires étrangères"),
    ],
)
def test_a_foreign_ministry_is_known_by_all_its_names(actor: str, words: str) -> None:
    body = state_body(actor, words)
    assert body and (body.key, body.kind) == (f"{actor}-foreign-ministry", "ministry")


def test_a_body_of_the_table_is_labelled_by_it_in_each_language() -> None:
    body = state_body("JOR", "خارجية الأردن")
    assert body and body.names["en"] == "Foreign Ministry (Jordan)"
    assert body.names["ar"] == "وزارة الخارجية (الأردن)"


@pytest.mark.parametrize(
    ("actor", "words", "key"),
    [
        ("JOR", "وزارة المياه الأردنية", "JOR-وزاره-المياه"),
        ("JOR", "وزارة المياه", "JOR-وزاره-المياه"),
        ("KAZ", "Ministry of Water of Kazakhstan", "KAZ-ministry-of-water"),
        ("KAZ", "the Kazakh Water Ministry", "KAZ-water-ministry"),
    ],
)
def test_a_ministry_that_no_row_names_is_told_by_a_pattern(actor: str, words: str, key: str) -> None:
    body = state_body(actor, words)
    assert body and (body.key, body.kind, body.names) == (key, "ministry", {})


@pytest.mark.parametrize(
    ("actor", "words"),
    [
        ("JOR", "وزارة الخارجية السورية"),  # of another state
        ("JOR", "Foreign Ministry officials"),
        ("JOR", "delegation"),
        ("JOR", "the ministry"),
        ("JOR", "الوزارة"),
        ("JOR", "دبلوماسيا الأردن"),
        ("JOR", "Jordan"),
        ("GCC", "وزارة الخارجية"),  # of no state
    ],
)
def test_people_things_and_what_is_of_another_are_no_body(actor: str, words: str) -> None:
    assert state_body(actor, words) is None


def test_each_name_of_the_table_is_that_of_one_body() -> None:
    names = [(fold(row.name), row.lang) for row in tables.bodies()]
    assert len(names) == len(set(names))
    assert len({fold(row.name): row.body for row in tables.bodies()}) == len(
        {(fold(row.name), row.body) for row in tables.bodies()}
    )
    assert {row.lang for row in tables.bodies()} <= {"ar", "en", "fr"}


def test_articles_in_two_scripts_tell_of_one_ministry_in_their_own_words() -> None:
    store = open_store(":memory:")
    store.add(reported("en", "en", "Jordanian Foreign Ministry"))
    store.add(reported("ar", "ar", "الخارجية الأردنية"))
    ministry = NamedNode(Namespace().iri("org", "JOR-foreign-ministry"))
    part = f"?part {bir('hasParticipant')} {ministry} ; {bir('bodyText')} ?l"
    rows = store.select(f"SELECT ?g ?l {{ GRAPH ?g {{ {ministry} {bir('isUnitOf')} ?state . {part} }} }}")
    assert {getattr(row["l"], "value", "") for row in rows} == {
        "Jordanian Foreign Ministry",
        "الخارجية الأردنية",
    }
    assert len({str(row["g"]) for row in rows}) == 2


def test_for_diplomats_of_a_state_the_state_itself_takes_part() -> None:
    store = open_store(":memory:")
    store.add(reported("ar", "ar", "دبلوماسيون أردنيون"))
    part = f"?part {bir('hasParticipant')} ?who . OPTIONAL {{ ?part {bir('bodyText')} ?text }}"
    rows = store.select(f"SELECT ?who ?text {{ GRAPH ?g {{ {part} }} }}")
    found = {tuple(getattr(row.get(name), "value", None) for name in ("who", "text")) for row in rows}
    states = Namespace().state
    assert found == {(states("JOR"), "دبلوماسيون أردنيون"), (states("RUS"), None)}


def reported(key: str, language: str, name: str) -> list[Quad]:
    """An accusation of Russia by a body of Jordan, as one article tells it."""
    text = f"{name}: RUS"
    evidence = (Evidence(text, 0, len(text), "test"),)
    parts = (
        Participation(actor="JOR", role="source", body=name),
        Participation(actor="RUS", role="target"),
    )
    event = Event(evidence=evidence, kind="accusation", status="held", participations=parts)
    article = Article(key=key, text=text, language=language)
    return list(records_to_quads(ArticleRecords(article=article, events=(event,))))
