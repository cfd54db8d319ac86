import csv
import io
import xml.etree.ElementTree as ET
from collections.abc import Callable
from urllib.parse import quote

import pyoxigraph as ox
import pytest
from fastapi.testclient import TestClient

from graph.store import EmbeddedStore

WRITER = {"Authorization": "Bearer open-sesame"}
SELECT = "SELECT ?s ?o { ?s <x:p> ?o } ORDER BY ?s"


@pytest.fixture(autouse=True)
def two_graphs(store: EmbeddedStore) -> None:
    store.update('INSERT DATA { GRAPH <g:1> { <a:1> <x:p> "فلسطين"@ar } GRAPH <g:2> { <a:2> <x:p> 2 } }')


def subjects(client: TestClient, query: str, **parameters: object) -> list[str]:
    answer = client.get("/sparql", params={"query": query, **parameters})  # type: ignore[dict-item]
    assert answer.status_code == 200, answer.text
    return [row["s"]["value"] for row in answer.json()["results"]["bindings"]]


def test_a_query_sees_all_graphs_together(client: TestClient) -> None:
    assert subjects(client, SELECT) == ["a:1", "a:2"]


def test_a_dataset_of_the_request_or_of_the_query_narrows_it(client: TestClient) -> None:
    assert subjects(client, SELECT, **{"default-graph-uri": "g:2"}) == ["a:2"]
    assert subjects(client, "SELECT ?s FROM <g:1> { ?s ?p ?o }") == ["a:1"]
    assert subjects(client, "SELECT ?s { GRAPH ?g { ?s ?p ?o } }", **{"named-graph-uri": "g:1"}) == ["a:1"]
    assert subjects(client, SELECT, **{"named-graph-uri": "g:1"}) == []


@pytest.mark.parametrize(
    "sent",
    [
        {"data": {"query": SELECT}},
        {"content": SELECT, "headers": {"Content-Type": "application/sparql-query"}},
        {"content": SELECT, "headers": {"Content-Type": "application/sparql-query; charset=UTF-8"}},
    ],
)
def test_a_query_may_be_posted_as_form_or_body(client: TestClient, sent: dict[str, object]) -> None:
    answer = client.post("/sparql", **sent)  # type: ignore[arg-type]
    assert len(answer.json()["results"]["bindings"]) == 2


def test_rows_come_in_each_format(client: TestClient) -> None:
    def get(accept: str) -> str:
        answer = client.get("/sparql", params={"query": SELECT}, headers={"Accept": accept})
        assert answer.headers["content-type"].split(";")[0] == accept
        assert answer.headers["vary"].startswith("Accept")
        return answer.text

    assert list(csv.reader(io.StringIO(get("text/csv")))) == [["s", "o"], ["a:1", "فلسطين"], ["a:2", "2"]]
    assert '"فلسطين"@ar' in get("text/tab-separated-values")
    root = ET.fromstring(get("application/sparql-results+xml"))
    assert len(root.findall(".//{http://www.w3.org/2005/sparql-results#}result")) == 2


@pytest.mark.parametrize(
    "accept", ["text/turtle", "application/n-triples", "application/rdf+xml", "application/ld+json"]
)
def test_a_constructed_graph_reads_back(client: TestClient, accept: str) -> None:
    query = "CONSTRUCT { ?s <http://x/p> ?o } WHERE { ?s <x:p> ?o }"
    answer = client.get("/sparql", params={"query": query}, headers={"Accept": accept})
    form = ox.RdfFormat.from_media_type(accept)
    assert form and len(list(ox.parse(answer.content, format=form))) == 2


def test_a_link_names_the_form_of_the_answer(client: TestClient) -> None:
    browser = {"Accept": "text/html,*/*;q=0.8"}
    for name, media_type in (("csv", "text/csv"), ("json", "application/sparql-results+json")):
        answer = client.get("/sparql", params={"query": SELECT, "format": name}, headers=browser)
        assert answer.headers["content-type"].split(";")[0] == media_type
    graph = {"query": "CONSTRUCT WHERE { ?s ?p ?o }", "format": "ttl"}
    assert client.get("/sparql", params=graph).headers["content-type"].startswith("text/turtle")
    assert client.get("/sparql", params={**graph, "format": "csv"}).status_code == 406
    other = client.get("/sparql", params={**graph, "format": "n3"}, headers={"Accept": "application/rdf+xml"})
    assert other.headers["content-type"].startswith("application/rdf+xml")


def test_what_nobody_can_give_is_not_acceptable(client: TestClient) -> None:
    for query, accept in ((SELECT, "text/turtle"), ("CONSTRUCT WHERE { ?s ?p ?o }", "text/csv")):
        answer = client.get("/sparql", params={"query": query}, headers={"Accept": accept})
        assert answer.status_code == 406


def test_a_broken_query_is_answered_with_the_parsers_words(client: TestClient) -> None:
    answer = client.get("/sparql", params={"query": "SELECT * { ?s ?p"})
    assert answer.status_code == 400
    assert answer.headers["content-type"] == "application/problem+json"
    assert "1:" in answer.json()["detail"] and "expected" in answer.json()["detail"]


def test_calls_to_other_servers_are_refused(client: TestClient) -> None:
    answer = client.get("/sparql", params={"query": "ASK { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }"})
    assert answer.status_code == 400 and "SERVICE" in answer.json()["detail"]
    update = client.post("/update", data={"update": "LOAD <http://127.0.0.1:9/>"}, headers=WRITER)
    assert update.status_code == 400 and "LOAD" in update.json()["detail"]


def test_the_query_endpoint_takes_no_update(client: TestClient, store: EmbeddedStore) -> None:
    before = store.size()
    assert client.post("/sparql", data={"query": "CLEAR ALL"}, headers=WRITER).status_code == 400
    assert client.get("/sparql", params={"update": "CLEAR ALL"}, headers=WRITER).status_code == 400
    assert store.size() == before


def test_an_update_needs_the_token(client: TestClient, store: EmbeddedStore) -> None:
    update = {"update": "INSERT DATA { <a:3> <x:p> 3 }"}
    for headers in ({}, {"Authorization": "Bearer wrong"}, {"Authorization": "Basic open-sesame"}):
        answer = client.post("/update", data=update, headers=headers)
        assert answer.status_code == 401 and answer.headers["www-authenticate"].startswith("Bearer")
    assert client.post("/update", data=update, headers=WRITER).status_code == 204
    assert store.ask("ASK { <a:3> <x:p> 3 }")


@pytest.mark.parametrize("settings", [{"token": None}, {"read_only": True}])
def test_a_read_only_server_takes_no_update_at_all(
    serve: Callable[..., TestClient], store: EmbeddedStore, settings: dict[str, object]
) -> None:
    answer = serve(**settings).post("/update", data={"update": "CLEAR ALL"}, headers=WRITER)
    assert answer.status_code == 403 and store.size() == 2


def test_without_a_query_the_service_describes_itself(client: TestClient) -> None:
    answer = client.get("/sparql", headers={"Accept": "application/n-triples"})
    triples = {str(quad.triple) for quad in ox.parse(answer.content, format=ox.RdfFormat.N_TRIPLES)}
    assert any("#endpoint> <http://testserver/sparql>" in triple for triple in triples)
    assert any("#UnionDefaultGraph>" in triple for triple in triples)


def test_arabic_in_the_address_is_understood(client: TestClient) -> None:
    answer = client.get("/sparql?query=" + quote('ASK { ?s ?p "فلسطين"@ar }'))
    assert answer.json()["boolean"] is True


@pytest.mark.parametrize(
    ("query", "accept", "encoding"),
    [
        ("ASK {}", "*/*", "identity"),
        ("SELECT * { ?s ?p ?o }", "text/csv", "gzip"),
        ("CONSTRUCT WHERE { ?s ?p ?o }", "text/turtle", "gzip"),
        ("ASK {", "*/*", "identity"),
        ("ASK { SERVICE <http://127.0.0.1:9/> {} }", "*/*", "identity"),
        ("ASK {}", "image/png", "identity"),
        ("CONSTRUCT WHERE { ?s ?p ?o }", "text/csv", "identity"),
    ],
)
def test_the_short_way_answers_as_the_usual_one(
    client: TestClient, store: EmbeddedStore, query: str, accept: str, encoding: str
) -> None:
    store.update("INSERT DATA { " + " ".join(f"<a:{n}> <x:p> {n} ." for n in range(100)) + " }")
    asked = {"query": query}
    headers = {"Accept": accept, "Accept-Encoding": encoding, "X-Request-Id": "same"}
    short = client.get("/sparql", params=asked, headers=headers)
    # whatever might be an update is left to the routes
    usual = client.get("/sparql", params={**asked, "x": "update"}, headers=headers)
    assert (short.status_code, sorted(short.text)) == (usual.status_code, sorted(usual.text))
    # the usual way says of what it did not compress that it might have
    told = [{k: v for k, v in answer.headers.items() if k != "vary"} for answer in (short, usual)]
    assert told[0] == told[1]
