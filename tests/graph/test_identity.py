"""Names come from content: the same things are named alike, different things apart."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.folding import fold
from graph.identity import Namespace, RecordNames, words_key
from graph.model import Actor, Article, ArticleRecords, Event, Evidence, Participation, PostHolding

TEXT = "Some words for records to stand on, and some more of them."
BASE = "https://w3id.org/bilateral/id/"


def piece(start: int = 0) -> tuple[Evidence, ...]:
    return (Evidence(TEXT, start, start + 5, "hand"),)


def event(start: int = 0, **fields: object) -> Event:
    parts = (Participation(actor="KAZ"), Participation(actor="PSE"))
    given = {"kind": "meeting", "status": "held", "participations": parts, **fields}
    return Event(evidence=piece(start), **given)  # type: ignore[arg-type]


def names(*events: Event, key: str = "a/1", **kinds: tuple[object, ...]) -> RecordNames:
    article = Article(key=key, text=TEXT, language="en")
    return RecordNames(ArticleRecords(article=article, events=events, **kinds))  # type: ignore[arg-type]


def test_lasting_things_are_named_by_their_codes() -> None:
    space = Namespace()
    assert space.actor("KAZ") == f"{BASE}state/KAZ"
    assert space.actor("OIC") == f"{BASE}org/OIC"
    assert space.actor("KAZ", "organization") == f"{BASE}org/KAZ"
    assert space.relation("PSE", "KAZ") == space.relation("KAZ", "PSE") == f"{BASE}relation/KAZ-PSE"
    assert space.article("ar/002") == f"{BASE}article/ar%2F002"
    assert space.key(space.article("ar/002")) == "ar/002"
    assert space.kind(space.post("KAZ", "foreign minister")) == "post"
    assert space.post("KAZ", "foreign minister") == f"{BASE}post/KAZ-foreign-minister"
    assert space.place("أستانا", "Astana") == f"{BASE}place/astana"


def test_spellings_of_a_name_are_one_person_and_other_states_others() -> None:
    space = Namespace()
    assert space.person("أحمد علي", "KAZ") == space.person("احمد  على", "KAZ")
    assert space.person("أحمد علي", "KAZ") != space.person("أحمد علي", "PSE")
    assert space.place("رام اللّه", None) == space.place("رام الله", None)


def test_the_base_is_a_setting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BILATERAL_BASE", "https://example.org/x/")
    assert Namespace().state("KAZ") == "https://example.org/x/state/KAZ"


def test_a_record_keeps_its_name_when_only_certainty_changes() -> None:
    sure = event()
    assert names(sure)[sure] == names(replace(sure, confidence=0.9))[replace(sure, confidence=0.9)]


def test_records_are_told_apart_by_article_and_place() -> None:
    one, other = event(0), event(7)
    found = names(one, other)
    assert found[one] != found[other]
    assert found[one] != names(one, key="a/2")[one]


def test_records_that_differ_in_what_a_name_leaves_out_are_numbered() -> None:
    one, other = event(venue="here"), event(venue="there")
    found = names(one, other)
    assert found[one] != found[other]
    assert names(one)[one] == found[one]


def test_people_belong_to_the_side_that_the_article_gives_them() -> None:
    post = PostHolding(evidence=piece(), person="X Y", post="envoy", actor="KAZ")
    actor = Actor(evidence=piece(), id="PSE", kind="state")
    found = names(posts=(post,), actors=(actor,))
    assert found.person("X Y", "PSE") == Namespace().person("X Y", "KAZ")
    assert found.person("Z", "PSE") == Namespace().person("Z", "PSE")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("إسرائيل", "اسرائيل"),
        ("وزارة", "وزاره"),
        ("العـــراق", "العراق"),
        ("Côte d’Ivoire", "cote d'ivoire"),
        ("مُحَمَّد", "محمد"),
    ],
)
def test_folding_leaves_out_what_writers_vary(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@given(st.text(max_size=20), st.text(max_size=20))
def test_different_words_have_different_keys(one: str, other: str) -> None:
    if one != other:
        assert words_key(one) != words_key(other)
