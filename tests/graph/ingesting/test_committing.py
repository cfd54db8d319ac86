"""Batches: whole or not at all, the same graph in any order, known articles passed over, refusals named."""

import random
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad
from reports import alone, held, report

from graph.derived import rebuild
from graph.exc import InputError, QueryError, StoreError
from graph.ingest import Outcome, ingest, ingest_article, open_source
from graph.sources import Source
from graph.store import EmbeddedStore, pending


def test_a_batch_gives_the_graph_that_single_articles_in_any_order_give() -> None:
    sources = [report(n) for n in range(40)]
    one_by_one = EmbeddedStore()
    for source in random.Random(5).sample(sources, len(sources)):
        ingest_article(one_by_one, open_source(source))
    assert alone(sources) == held(one_by_one)


def test_the_derived_graph_of_batches_is_the_rebuilt_one() -> None:
    store = EmbeddedStore()
    sources = [report(n) for n in range(60)]
    list(ingest(store, sources[:30]))
    changed = [replace(s, text=s.text.replace("visited", "left")) for s in sources[:5]]
    list(ingest(store, [*changed, *sources[30:]]))
    step_by_step = held(store)
    rebuild(store)
    assert held(store) == step_by_step


def test_what_is_known_is_not_read_again() -> None:
    store = EmbeddedStore()
    sources = [report(1), Source("plain", "CAIRO, 3 May 2018 - Egypt supports Jordan."), report(2)]
    list(ingest(store, sources))

    def read(article):  # type: ignore[no-untyped-def]
        raise AssertionError(f"{article.key} is read again")

    assert {r.outcome for r in ingest(store, sources, read=read)} == {Outcome.UNCHANGED}


@pytest.mark.parametrize("details", [
    {"published": date(2020, 2, 2)}, {"published": None}, {"outlet": "Another"}, {"outlet": None},
    {"url": "http://x/"}, {"language": "fr"},
], ids=str)  # fmt: skip
def test_other_details_are_a_change(details: dict[str, object]) -> None:
    store = EmbeddedStore()
    list(ingest(store, [report(1)]))
    (result,) = ingest(store, [replace(report(1), **details)])  # type: ignore[arg-type]
    assert result.outcome is Outcome.CHANGED


def test_the_day_that_stands_in_gives_way_to_that_of_the_text() -> None:
    text = "Published: 4 May 2018\n\nThe foreign minister of Norway visited Jordan on Monday."
    store = EmbeddedStore()
    fallback = date(2001, 1, 1)
    sources = [Source("dated", text, language="en"), Source("bare", "Norway supports Jordan.", language="en")]
    list(ingest(store, sources, published=fallback))
    days = {
        q.subject.value.rsplit("%2F", 1)[-1].rsplit("/", 1)[-1]: q.object.value  # type: ignore[union-attr]
        for q in store.quads()
        if q.predicate.value.endswith("/publishedOn")
    }
    assert days["bare"] == "2001-01-01"
    assert days["dated"] != "2001-01-01"
    assert {r.outcome for r in ingest(store, sources, published=fallback)} == {Outcome.UNCHANGED}


def test_one_key_twice_in_a_run_is_settled_in_turn() -> None:
    store = EmbeddedStore()
    twice = [report(1), InputError("a line: bad"), report(1), report(2)]
    outcomes = [r.outcome for r in ingest(store, twice)]
    assert sorted(o.value for o in outcomes) == ["failed", "new", "new", "unchanged"]


class Refusing(EmbeddedStore):
    """A store that takes nothing in which a word stands."""

    def __init__(self, word: bytes, error: type[Exception]) -> None:
        super().__init__()
        self._word, self._error = word, error

    def put(self, document: bytes, after: str = "") -> None:
        if self._word in document:
            raise self._error("refused")
        super().put(document, after)


def test_a_refused_batch_goes_in_one_by_one_and_the_refused_article_is_named() -> None:
    results = list(ingest(Refusing(b"Note 3.", QueryError), [report(n) for n in range(6)]))
    assert [r.key for r in results if r.outcome is Outcome.FAILED] == ["r/3"]
    assert sum(r.outcome is Outcome.NEW for r in results) == 5
    with pytest.raises(StoreError, match="r/3: refused"):
        list(ingest(Refusing(b"Note 3.", StoreError), [report(n) for n in range(6)]))


def quad(n: int, graph: str = "urn:g") -> Quad:
    return Quad(NamedNode(f"urn:{n}"), NamedNode("urn:p"), Literal(f'a "word"\n{n}'), NamedNode(graph))


@pytest.mark.parametrize("size", [10, 30_000])
def test_quads_come_and_go_together(tmp_path: Path, size: int) -> None:
    store = EmbeddedStore(tmp_path / "db")
    store.add([quad(-1), quad(-2)])
    document = "".join(f"{quad(n)} .\n" for n in range(size)).encode()
    store.put(document, f"DELETE DATA {{ GRAPH <urn:g> {{ {quad(-1).triple} }} }}")
    assert store.size() == size + 1
    assert store.graphs() == ["urn:g"]


@pytest.mark.parametrize("size", [10, 30_000])
def test_a_document_that_cannot_be_read_leaves_nothing(tmp_path: Path, size: int) -> None:
    store = EmbeddedStore(tmp_path / "db")
    document = "".join(f"{quad(n)} .\n" for n in range(size)).encode() + b"<urn:a> oops .\n"
    with pytest.raises((QueryError, StoreError)):
        store.put(document)
    assert store.size() == 0


def test_what_was_to_follow_a_load_is_made_good() -> None:
    store = EmbeddedStore()
    store.add([quad(1), quad(2)])
    store.load([pending.note(f"DELETE DATA {{ GRAPH <urn:g> {{ {quad(1).triple} }} }}")])
    store.finish()
    assert set(store.quads()) == {quad(2)}
    store.finish()
