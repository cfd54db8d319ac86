"""Happenings in a real store: no trace of order, nothing left of what is removed, people's word kept."""

import random
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyoxigraph import NamedNode

from graph.curation import join, withdraw
from graph.derived import content_of, following, rebuild
from graph.evaluate import read_reports
from graph.happenings import Change, Remembered, account_of, renewal
from graph.identity import Namespace
from graph.ingest import ingest_article, remove_article
from graph.model import Article, ArticleRecords
from graph.rdf.statements import facts_of
from graph.rdf.terms import bir
from graph.reading import read_article
from graph.store import Store, open_store

GOLD = Path(__file__).parents[3] / "data" / "gold"
DERIVED = Namespace().graph("derived")


@cache
def articles() -> tuple[Article, ...]:
    chosen = ("jordan", "georgia", "oman", "cyprus", "algeria")
    return tuple(r.article for r in read_reports(GOLD) if r.article.key.startswith(chosen))


@cache
def records(article: Article) -> ArticleRecords:
    return read_article(article)


def filled(some: tuple[Article, ...] | list[Article]) -> Store:
    store = open_store(":memory:")
    for article in some:
        ingest_article(store, article, read=records)
    return store


def derived(store: Store) -> set[str]:
    return {str(quad) for quad in store.quads(DERIVED)}


@cache
def whole() -> frozenset[str]:
    return frozenset(derived(filled(articles())))


@pytest.fixture
def store() -> Iterator[Store]:
    yield filled(articles())


@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.permutations(articles()))
def test_any_order_of_ingest_gives_the_same_graph(order: list[Article]) -> None:
    assert derived(filled(order)) == whole()


def test_removing_articles_restores_what_was() -> None:
    some = articles()[:12]
    store = filled(articles())
    gone = list(articles()[12:])
    random.Random(8).shuffle(gone)
    for article in gone:
        remove_article(store, article.key)
    assert derived(store) == derived(filled(some))
    for article in some:
        remove_article(store, article.key)
    assert derived(store) == set()


def test_a_rebuilt_graph_is_the_incremental_one(store: Store) -> None:
    remove_article(store, articles()[3].key)
    kept = derived(store)
    rebuild(store)
    assert derived(store) == kept


def test_reading_again_changes_nothing(store: Store) -> None:
    graph = Namespace().article(articles()[0].key)
    assert renewal(store, {graph: account_of(facts_of(store.quads(graph)))}, [graph]) == Change()


def test_a_batch_gives_what_one_by_one_gives() -> None:
    source = filled(articles())
    graphs = [Namespace().article(a.key) for a in articles()]
    batch = {graph: list(source.quads(graph)) for graph in graphs}
    store = open_store(":memory:")
    then = following(store, {graph: content_of(graph, facts_of(quads)) for graph, quads in batch.items()})
    store.add(quad for quads in batch.values() for quad in quads)
    store.update(then.after)
    assert derived(store) == whole()


@pytest.mark.parametrize("most", [0, 5, 1000])
def test_reports_remembered_from_batch_to_batch_give_what_the_store_gives(most: int) -> None:
    remembered = Remembered(most)
    store = open_store(":memory:")
    source = filled(articles())
    graphs = [Namespace().article(a.key) for a in articles()]
    for at in range(0, len(graphs), 4):
        contents = {g: content_of(g, facts_of(source.quads(g))) for g in graphs[at : at + 4]}
        then = following(store, contents, remembered=remembered)
        store.add(quad for graph in contents for quad in source.quads(graph))
        store.update(then.after)
        remembered.learn(report for content in contents.values() for report in content.account.reports)
    assert derived(store) == whole()


def test_people_join_and_part_reports_and_take_it_back(store: Store) -> None:
    rows = store.select(f"SELECT ?event WHERE {{ ?happening {bir('hasReport')} ?event }} ORDER BY ?event")
    one, other = (NamedNode(getattr(rows[at]["event"], "value", "")) for at in (0, -1))
    together = f"ASK {{ ?h {bir('hasReport')} {one} , {other} }}"
    before = derived(store)
    assert not store.ask(together)
    merge = join(store, "merge", one.value, other.value, by="Ada")
    assert store.ask(together)
    incremental = derived(store)
    rebuild(store)
    assert derived(store) == incremental
    withdraw(store, merge.key, by="Ada")
    assert derived(store) == before


def test_a_split_holds_when_its_article_is_read_again(store: Store) -> None:
    happening = next(
        row["h"]
        for row in store.select(f"SELECT ?h WHERE {{ ?h {bir('outletCount')} 3 ; {bir('hasReport')} ?r }}")
    )
    rows = store.select(
        f"SELECT ?r ?g WHERE {{ {happening} {bir('hasReport')} ?r GRAPH ?g {{ ?r a ?kind }} }}"
    )
    one, other = (getattr(rows[at]["r"], "value", "") for at in (0, 1))
    join(store, "split", one, other, by="Ada")
    together = f"ASK {{ ?h {bir('hasReport')} {NamedNode(one)} , {NamedNode(other)} }}"
    assert not store.ask(together)
    article = next(a for a in articles() if Namespace().article(a.key) == getattr(rows[0]["g"], "value", ""))
    remove_article(store, article.key)
    ingest_article(store, article, read=records)
    assert not store.ask(together)
    kept = derived(store)
    rebuild(store)
    assert derived(store) == kept
