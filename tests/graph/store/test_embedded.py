"""The embedded store: graphs replaced whole, errors in the user's words."""

import json
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad, QueryResultsFormat, RdfFormat

from graph.exc import QueryError, StoreError
from graph.store import EmbeddedStore, Form, open_store

A, B = "urn:graph:a", "urn:graph:b"


def quad(graph: str, value: str) -> Quad:
    return Quad(NamedNode("urn:s"), NamedNode("urn:p"), Literal(value, language="ar"), NamedNode(graph))


def values(store: EmbeddedStore) -> set[str]:
    return {str(row["o"].value) for row in store.select("SELECT ?o { ?s ?p ?o }")}  # type: ignore[union-attr]


def test_queries_see_all_graphs_as_one() -> None:
    store = EmbeddedStore()
    store.add([quad(A, "أ"), quad(B, "ب")])
    assert values(store) == {"أ", "ب"}


def test_work_is_done_once_until_something_is_written() -> None:
    store = EmbeddedStore()
    asked: list[int] = []

    def work() -> int:
        asked.append(store.size())
        return store.size()

    assert [store.once("size", work), store.once("size", work)] == [0, 0]
    store.add([quad(A, "new")])
    assert [store.once("size", work), store.once("size", work)] == [1, 1]
    assert asked == [0, 1]


def test_replacing_a_graph_touches_no_other() -> None:
    store = EmbeddedStore()
    store.replace(A, [quad(A, "one"), quad(A, "two")])
    store.replace(B, [quad(B, "three")])
    store.replace(A, [quad(A, 'four "quoted"\nline')])
    assert values(store) == {'four "quoted"\nline', "three"}
    assert store.graphs() == [A, B]


def test_a_replacement_that_fails_leaves_the_graph_as_it_was() -> None:
    store = EmbeddedStore()
    store.replace(A, [quad(A, "old")])
    with pytest.raises(QueryError):
        store.replace(A, [quad(A, "new")], after="INSERT broken")
    with pytest.raises(StoreError):
        store.replace(A, [quad(A, "new")], after="CLEAR GRAPH <urn:absent>")
    assert values(store) == {"old"}


def test_what_was_written_is_there_after_reopening(tmp_path: Path) -> None:
    store = open_store(tmp_path / "db")
    store.replace(A, [quad(A, "kept")])
    store.close()
    again = open_store(tmp_path / "db", read_only=True)
    assert again.size() == 1
    with pytest.raises(StoreError, match="reading only"):
        again.replace(A, [])


def test_a_second_writer_is_told_of_the_first(tmp_path: Path) -> None:
    store = open_store(tmp_path / "db")
    with pytest.raises(StoreError, match="another process"):
        open_store(tmp_path / "db")
    store.close()


def test_answers_come_in_every_standard_format() -> None:
    store = EmbeddedStore()
    store.add([quad(A, "قيمة")])
    for results in (
        QueryResultsFormat.JSON,
        QueryResultsFormat.XML,
        QueryResultsFormat.CSV,
        QueryResultsFormat.TSV,
    ):
        answer = store.answer("SELECT ?o { ?s ?p ?o }", results=results)
        assert "قيمة".encode() in answer.body
        assert (answer.media_type, answer.form) == (results.media_type, Form.ROWS)
    for rdf in (RdfFormat.TURTLE, RdfFormat.N_TRIPLES, RdfFormat.RDF_XML, RdfFormat.JSON_LD):
        answer = store.answer("CONSTRUCT WHERE { ?s ?p ?o }", rdf=rdf)
        assert (answer.media_type, answer.form) == (rdf.media_type, Form.TRIPLES)
        assert answer.body
    truth = store.answer("ASK { ?s ?p ?o }")
    assert json.loads(truth.body)["boolean"] is True
    assert truth.form is Form.TRUTH


def test_a_dataset_may_be_chosen() -> None:
    store = EmbeddedStore()
    store.add([quad(A, "a"), quad(B, "b")])
    only = store.answer("SELECT ?o { ?s ?p ?o }", results=QueryResultsFormat.CSV, default_graphs=[B])
    assert only.body.split() == [b"o", b"b"]
    named = store.answer(
        "SELECT ?o { GRAPH ?g { ?s ?p ?o } }", results=QueryResultsFormat.CSV, named_graphs=[A]
    )
    assert named.body.split() == [b"o", b"a"]


def test_a_broken_query_is_refused_with_its_position() -> None:
    with pytest.raises(QueryError, match=r"1:\d+"):
        EmbeddedStore().select("SELECT ?s WHERE { ?s ?p")


def test_places_that_hold_no_store_are_refused(tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("x")
    with pytest.raises(StoreError, match="is a file"):
        open_store(tmp_path / "note.txt")
    with pytest.raises(StoreError, match="other files"):
        open_store(tmp_path)
    with pytest.raises(StoreError, match="there is no store"):
        open_store(tmp_path / "absent", read_only=True)
    assert not (tmp_path / "absent").exists()
