"""What those who run the server see: limits, figures, lines in the log, and a description of the data."""

import json
import logging
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pyoxigraph as ox
import pytest
from fastapi.testclient import TestClient
from starlette.requests import Request

from api.journal import JsonLines, Ledger
from graph.exc import BusyError
from graph.settings import Settings
from graph.store import EmbeddedStore

WRITER = {"Authorization": "Bearer open-sesame"}
LINES = {"Accept": "application/n-triples"}
INSERT = {"update": "INSERT DATA { GRAPH <g:1> { <a:1> a <a:Class> . <a:1> <x:p> 1 } }"}


def triples(body: bytes) -> list[ox.Triple]:
    return [quad.triple for quad in ox.parse(body, format=ox.RdfFormat.N_TRIPLES)]


def test_the_service_tells_its_limits(serve: Callable[..., TestClient]) -> None:
    client = serve(query_seconds=7, max_query=1234, service_hosts="example.org")
    found = {
        t.predicate.value.split("#")[-1]: t.object
        for t in triples(client.get("/sparql", headers=LINES).content)
    }
    assert found["querySeconds"].value == "7"
    assert found["queryTextBytes"].value == "1234"
    assert {"queryMemoryBytes", "concurrentQueries", "waitingQueries", "stalenessSeconds"} <= set(found)
    assert "BasicFederatedQuery" in client.get("/sparql", headers=LINES).text


def test_a_query_longer_than_allowed_is_refused(serve: Callable[..., TestClient]) -> None:
    answer = serve(max_query=100).post("/sparql", data={"query": "ASK { }" + " " * 100})
    assert answer.status_code == 413 and "100 bytes" in answer.json()["detail"]


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("ASK { SERVICE <http://127.0.0.1:9/x> { ?s ?p ?o } }", 503),  # allowed, but nobody is there
        ("ASK { SERVICE <http://127.0.0.1:8/x> { ?s ?p ?o } }", 400),
        ("ASK { SERVICE ?where { ?s ?p ?o } }", 400),
        ("PREFIX e: <http://127.0.0.1:9/> ASK { SERVICE e:x { ?s ?p ?o } }", 400),
    ],
)
def test_only_hosts_of_the_settings_are_called(
    serve: Callable[..., TestClient], query: str, status: int
) -> None:
    answer = serve(service_hosts="127.0.0.1:9").get("/sparql", params={"query": query})
    assert answer.status_code == status, answer.text


def test_every_answer_has_the_id_of_its_request(client: TestClient) -> None:
    assert client.get("/metrics", headers={"X-Request-Id": "mine-1"}).headers["x-request-id"] == "mine-1"
    made = client.get("/metrics", headers={"X-Request-Id": "no good\x7f"}).headers["x-request-id"]
    assert len(made) == 32


def test_each_write_leaves_a_line(client: TestClient, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO, "bilateral"):
        client.post("/update", data=INSERT, headers={**WRITER, "X-Request-Id": "one"})
        client.post("/update", data={"update": "INSERT DATA {"}, headers=WRITER)
        client.request("DELETE", "/store?graph=g:1", headers=WRITER)
    lines = [record.__dict__["fields"] for record in caplog.records if record.name == "bilateral.audit"]
    told = [(line["what"], line["outcome"], line["quads_before"], line["quads_after"]) for line in lines]
    assert told == [("update", "done", 0, 2), ("update", "failed", 2, 2), ("delete graph", "done", 2, 0)]
    assert len({line["by"] for line in lines}) == 1 and "open-sesame" not in caplog.text


def test_a_write_does_not_wait_for_ever_for_another() -> None:
    ledger = Ledger(EmbeddedStore(), Settings(query_seconds=0.05))
    request = Request({"type": "http", "headers": []})
    begun, done = threading.Event(), threading.Event()

    def slow() -> bool:
        begun.set()
        return done.wait(30)

    with ThreadPoolExecutor(1) as thread:
        first = thread.submit(ledger.write, request, "update", slow)
        begun.wait(30)
        with pytest.raises(BusyError, match="nothing was changed"):
            ledger.write(request, "update", lambda: None)
        done.set()
        assert first.result() is True
    assert ledger.write(request, "update", lambda: "next") == "next"


def test_log_lines_are_json_with_their_fields() -> None:
    record = logging.LogRecord("bilateral.x", logging.INFO, "", 0, "%s سطر", ("one",), None)
    record.fields = {"status": 200}
    line = json.loads(JsonLines().format(record))
    assert (line["message"], line["status"], line["level"]) == ("one سطر", 200, "info")


def test_figures_count_requests_and_how_queries_ended(client: TestClient) -> None:
    client.get("/sparql", params={"query": "ASK {}"})
    client.get("/sparql", params={"query": "ASK {"})
    text = client.get("/metrics").text
    assert 'bilateral_requests_total{method="GET",route="/sparql",status="200"} 1.0' in text
    assert 'bilateral_queries_total{outcome="answered"} 1.0' in text
    assert 'bilateral_queries_total{outcome="QueryError"} 1.0' in text
    assert "bilateral_queries_running 0.0" in text


def test_the_data_are_described(client: TestClient, store: EmbeddedStore) -> None:
    store.update(INSERT["update"])
    found = triples(client.get("/.well-known/void", headers=LINES).content)
    void = "http://rdfs.org/ns/void#"
    said = {
        t.predicate.value.removeprefix(void): t.object.value
        for t in found
        if t.predicate.value.startswith(void) and isinstance(t.subject, ox.NamedNode)
    }
    assert (said["triples"], said["distinctSubjects"], said["classes"], said["properties"]) == (
        "2",
        "1",
        "1",
        "2",
    )
    assert said["sparqlEndpoint"] == "http://testserver/sparql"
    assert "a:Class" in {t.object.value for t in found if t.predicate.value == void + "class"}


def test_answers_are_compressed_for_those_who_ask(client: TestClient, store: EmbeddedStore) -> None:
    store.update("INSERT DATA { " + " ".join(f"<a:{n}> <x:p> {n} ." for n in range(5000)) + " }")
    for encoding, expected in (("gzip", "gzip"), ("identity", None)):
        answer = client.get(
            "/sparql", params={"query": "SELECT * { ?s ?p ?o }"}, headers={"Accept-Encoding": encoding}
        )
        assert answer.headers.get("content-encoding") == expected
        assert len(answer.json()["results"]["bindings"]) == 5000
