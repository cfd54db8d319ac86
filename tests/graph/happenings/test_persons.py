"""One person under several spellings, incrementally and with people's word above all."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from pyoxigraph import NamedNode

from graph import lookups
from graph.curation import join, withdraw
from graph.derived import rebuild
from graph.evaluate import read_reports
from graph.identity import Namespace
from graph.ingest import ingest_article, remove_article
from graph.model import Article
from graph.rdf.terms import bir
from graph.store import Store, open_store

GOLD = Path(__file__).parents[3] / "data" / "gold"
DERIVED = Namespace().graph("derived")
PERSON = Namespace().person
ARABIC, LATIN = PERSON("سامر حدادين", "JOR"), PERSON("Samer Haddadin", "JOR")
NORWAY = PERSON("Ingrid Solvang", "NOR")


@cache
def articles() -> tuple[Article, ...]:
    return tuple(r.article for r in read_reports(GOLD) if r.article.key.startswith("jordan"))


def derived(store: Store) -> set[str]:
    return {str(quad) for quad in store.quads(DERIVED)}


def same(store: Store, one: str, other: str) -> bool:
    a, b = NamedNode(min(one, other)), NamedNode(max(one, other))
    return store.ask(f"ASK {{ {a} {bir('isSamePersonAs')} {b} }}")


@pytest.fixture
def store() -> Iterator[Store]:
    store = open_store(":memory:")
    for article in articles():
        ingest_article(store, article)
    yield store


def test_a_minister_in_two_scripts_is_one_person_and_his_colleague_another(store: Store) -> None:
    assert same(store, ARABIC, LATIN)
    assert not same(store, LATIN, NORWAY)
    (match,) = store.select(
        f"SELECT ?sign ?post {{ ?match {bir('matches')} {NamedNode(ARABIC)} ; "
        f"{bir('sign')} ?sign ; {bir('ofPost')} ?post }}"
    )
    assert getattr(match["sign"], "value", "") == "spelling"
    assert getattr(match["post"], "value", "").endswith("JOR-foreign-minister")
    assert [thing.id for thing in lookups.person(store, LATIN).same_as] == [ARABIC]


def test_a_match_goes_with_the_last_article_that_has_the_spelling(store: Store) -> None:
    arabic = [a for a in articles() if a.language == "ar"]
    assert same(store, ARABIC, LATIN)
    for article in arabic:
        remove_article(store, article.key)
    assert not same(store, ARABIC, LATIN)
    kept = derived(store)
    rebuild(store)
    assert derived(store) == kept


def test_people_part_and_join_persons(store: Store) -> None:
    before = derived(store)
    split = join(store, "split", ARABIC, LATIN, by="Ada")
    assert not same(store, ARABIC, LATIN)
    merge = join(store, "merge", LATIN, NORWAY, by="Ada")
    assert same(store, LATIN, NORWAY)
    kept = derived(store)
    rebuild(store)
    assert derived(store) == kept
    withdraw(store, split.key, by="Ada")
    withdraw(store, merge.key, by="Ada")
    assert derived(store) == before
