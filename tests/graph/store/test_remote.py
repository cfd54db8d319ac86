"""The remote store, against real SPARQL servers on free ports."""

import csv
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, QueryResultsFormat

from api.app import create_app
from graph import lookups
from graph.exc import QueryError, StoreError
from graph.ingest import Outcome, ingest, remove_article
from graph.settings import Settings
from graph.sources import read_sources
from graph.store import EmbeddedStore, Form, RemoteStore, open_store
from graph.store.upkeep import restore

SAMPLE = Path(__file__).parents[3] / "data" / "articles" / "maan-2017-07-08.ar.txt"

A, B = "urn:graph:a", "urn:graph:b"


def quad(graph: str, value: str) -> Quad:
    return Quad(NamedNode("urn:s"), NamedNode("urn:p"), Literal(value, language="ar"), NamedNode(graph))


@pytest.fixture
def store(any_endpoint: str) -> Iterator[RemoteStore]:
    store = open_store(any_endpoint)
    assert isinstance(store, RemoteStore)
    for graph in store.graphs():
        store.remove(graph)
    yield store
    store.close()


def test_graphs_are_replaced_whole(store: RemoteStore) -> None:
    store.replace(A, [quad(A, "قديم")])
    store.replace(B, [quad(B, "other")])
    store.replace(
        A,
        [quad(A, "جديد")],
        after="INSERT { GRAPH <urn:d> { ?s <urn:q> 1 } } WHERE { GRAPH <urn:graph:a> { ?s ?p ?o } }",
    )
    assert store.graphs() == ["urn:d", A, B]
    assert set(store.quads(A)) == {quad(A, "جديد")}
    store.remove(A)
    assert store.graphs() == ["urn:d", B]


def test_many_quads_go_in_batches(store: RemoteStore) -> None:
    store.add(quad(A if n % 2 else B, str(n)) for n in range(6000))
    assert store.size() == 6000


def test_an_article_of_many_quads_goes_in_one_request(store: RemoteStore) -> None:
    store.replace(A, (quad(A, str(n)) for n in range(12_000)))
    store.put("".join(f"{quad(B, str(n))} .\n" for n in range(6000)).encode())
    assert store.size() == 18_000


def test_answers_of_every_form(store: RemoteStore) -> None:
    store.add([quad(A, "a"), quad(B, "b")])
    assert store.answer("ASK { ?s ?p ?o }").form is Form.TRUTH
    assert store.ask("ASK { ?s ?p ?o }") is True
    assert store.ask("ASK { <urn:s> <urn:q> ?o }") is False
    assert store.answer("CONSTRUCT WHERE { ?s ?p ?o }").form is Form.TRIPLES
    rows = store.answer("SELECT ?o { ?s ?p ?o }", results=QueryResultsFormat.CSV, default_graphs=[B])
    assert list(csv.reader(rows.body.decode().splitlines())) == [["o"], ["b"]]
    assert len(store.construct("CONSTRUCT WHERE { <urn:s> ?p ?o }")) == 2


def test_an_article_is_the_same_there_as_here(store: RemoteStore) -> None:
    here = EmbeddedStore()
    for target in (here, store):
        (result,) = ingest(target, read_sources([str(SAMPLE)]))
        assert result.outcome is Outcome.NEW
        (again,) = ingest(target, read_sources([str(SAMPLE)]))
        assert again.outcome is Outcome.UNCHANGED
    assert set(store.quads()) == set(here.quads())
    assert lookups.relation(store, "KAZ", "PSE") == lookups.relation(here, "KAZ", "PSE")
    assert lookups.stats(store) == lookups.stats(here)
    remove_article(store, "articles/maan-2017-07-08.ar")
    assert store.size() == 0


def test_errors_say_whose_they_are(store: RemoteStore) -> None:
    with pytest.raises(QueryError):
        store.select("SELECT ?s WHERE { ?s ?p")
    with pytest.raises(StoreError, match="cannot be reached"):
        open_store("http://127.0.0.1:9/query").select("SELECT * { ?s ?p ?o }")


def test_a_copy_takes_the_place_of_what_is_there(store: RemoteStore, tmp_path: Path) -> None:
    copy = EmbeddedStore(tmp_path / "copy.db")
    copy.add([quad(A, "a"), Quad(BlankNode(), NamedNode("urn:p"), BlankNode(), NamedNode(B))])
    copy.close()
    store.add([quad(A, "before"), Quad(BlankNode(), NamedNode("urn:p"), Literal("before"), NamedNode(B))])
    for _ in range(2):
        assert restore(tmp_path / "copy.db", store.location, replace=True) == 2
    assert list(store.quads(A)) == [quad(A, "a")]


def test_the_api_answers_from_there_as_from_here(store: RemoteStore) -> None:
    here = EmbeddedStore()
    for target in (here, store):
        assert all(result.outcome is Outcome.NEW for result in ingest(target, read_sources([str(SAMPLE)])))
    resources = (
        "/states", "/relations", "/relations/KAZ/PSE", "/relations/KAZ/PSE/timeline", "/matrix", "/measures",
        "/network", "/events", "/events?participant=KAZ&participant=PSE&status=held", "/positions?holder=KAZ",
        "/people", "/organizations", "/organizations/CICA", "/articles", "/changes?since=2020-01-01", "/issues",
        "/search/quotes?q=سلام",
    )  # fmt: skip
    with (
        TestClient(create_app(Settings(), here)) as ours,
        TestClient(create_app(Settings(), store)) as theirs,
    ):
        for resource in resources:
            told, expected = theirs.get(resource), ours.get(resource)
            assert expected.status_code == 200, resource
            assert told.status_code == 200, (resource, told.text)
            assert _rounded(told.json()) == _rounded(expected.json()), resource


def _rounded(told: object) -> object:
    """Without the last digits of numbers, which servers calculate differently."""
    return json.loads(json.dumps(told), parse_float=lambda digits: round(float(digits), 9))
