"""One ministry under several spellings and scripts is one body; what only resembles it is another."""

import pytest
from pyoxigraph import NamedNode

from graph.bodies import body_key
from graph.folding import fold
from graph.identity import Namespace
from graph.model import Article, ArticleRecords, Event, Evidence, Participation
from graph.rdf import records_to_quads
from graph.rdf.terms import PREF_LABEL
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
    assert body_key(actor, words) == f"{actor}-foreign-ministry"


@pytest.mark.parametrize(
    ("actor", "words"),
    [
        ("JOR", "وزارة الخارجية السورية"),  # of another state
        ("JOR", "Foreign Ministry officials"),
        ("JOR", "delegation"),
        ("JOR", "Jordan"),
        ("GCC", "وزارة الخارجية"),  # of no state
    ],
)
def test_what_the_table_does_not_know_wholly_is_left_alone(actor: str, words: str) -> None:
    assert body_key(actor, words) is None


def test_each_name_of_the_table_is_that_of_one_body() -> None:
    names = [fold(row.name) for row in tables.bodies()]
    assert len(names) == len(set(names))
    assert {row.lang for row in tables.bodies()} <= {"ar", "en", "fr"}


def test_articles_in_two_scripts_tell_of_one_ministry_in_their_own_words() -> None:
    store = open_store(":memory:")
    for key, language, name in (
        ("en", "en", "Jordanian Foreign Ministry"),
        ("ar", "ar", "الخارجية الأردنية"),
    ):
        text = f"{name}: RUS"
        evidence = (Evidence(text, 0, len(text), "test"),)
        parts = (
            Participation(actor="JOR", role="source", body=name),
            Participation(actor="RUS", role="target"),
        )
        event = Event(evidence=evidence, kind="accusation", status="held", participations=parts)
        article = Article(key=key, text=text, language=language)
        store.add(records_to_quads(ArticleRecords(article=article, events=(event,))))
    ministry = NamedNode(Namespace().body("JOR", "وزارة الخارجية"))
    rows = store.select(f"SELECT ?g ?l {{ GRAPH ?g {{ {ministry} {PREF_LABEL} ?l }} }}")
    assert {getattr(row["l"], "value", "") for row in rows} == {
        "Jordanian Foreign Ministry",
        "الخارجية الأردنية",
    }
    assert len({str(row["g"]) for row in rows}) == 2
