"""The short way of a query: the same answers as the long one, whatever the client does."""

import http.client
import json
import re
import socket
from collections.abc import Iterator
from urllib.parse import quote, urlsplit

import httpx
import pytest
from pyoxigraph import Literal, NamedNode, Quad

from api.app import create_app
from graph.settings import Settings
from graph.store import EmbeddedStore
from tests.api.conftest import over_http

ROWS = "SELECT ?n { ?s <urn:p> ?n } ORDER BY ?n LIMIT %d"
# a header that the short way does not know sends a request the long way
LONG = {"X-Other": "1"}


@pytest.fixture
def address(store: EmbeddedStore) -> Iterator[str]:
    graph = NamedNode("urn:g")
    store.add(Quad(NamedNode(f"urn:{n}"), NamedNode("urn:p"), Literal(n), graph) for n in range(20_000))
    app = create_app(Settings.model_validate({"token": "open-sesame"}), store)
    with over_http(app) as address:
        yield address


def asked(address: str, query: str, **headers: str) -> httpx.Response:
    plain = {"Accept-Encoding": "identity", **headers}
    return httpx.get(f"{address}/sparql", params={"query": query}, headers=plain, timeout=60)


def told(answer: httpx.Response) -> tuple[int, bytes, dict[str, str]]:
    """Status, body and headers but those that are another's each time; a failed answer names its own path only."""
    headers = {k: v for k, v in answer.headers.items() if k not in ("date", "x-request-id")}
    return answer.status_code, answer.content, headers


def count(address: str, status: int) -> int:
    text = httpx.get(f"{address}/metrics", timeout=30).text
    found = re.search(
        rf'bilateral_requests_total{{method="GET",route="/sparql",status="{status}"}} (\d+)', text
    )
    return int(found[1]) if found else 0


@pytest.mark.parametrize(
    ("query", "accept"),
    [
        ("ASK {}", "*/*"),
        ("ASK {}", "text/csv"),
        (ROWS % 3, "application/json"),
        (ROWS % 3, "text/tab-separated-values"),
        (ROWS % 20_000, "application/sparql-results+json"),  # more than one piece
        ("CONSTRUCT { ?s ?p ?o } { ?s ?p ?o . FILTER(?o = 7) }", "text/turtle"),
        ("SELECT <base> {}", "*/*"),
        ("ASK { SERVICE <http://127.0.0.1:9/> {} }", "*/*"),
        ("CONSTRUCT WHERE { ?s ?p ?o }", "text/csv"),
        ("ASK {}", "image/png"),
        ("DESCRIBE <relative>", "*/*"),
    ],
)
def test_both_ways_say_the_same_anew_and_again(address: str, query: str, accept: str) -> None:
    anew = told(asked(address, query, Accept=accept))
    again = told(asked(address, query, Accept=accept))
    assert anew == again == told(asked(address, query, Accept=accept, **LONG))


def test_every_answer_has_an_id_of_its_own_and_is_counted(address: str) -> None:
    answers = [asked(address, "ASK {}") for _ in range(3)]
    assert len({answer.headers["x-request-id"] for answer in answers}) == 3
    assert count(address, 200) == 3
    asked(address, "no query")
    assert count(address, 400) == 1


def test_a_long_answer_is_compressed_for_who_takes_that(address: str) -> None:
    for _ in range(2):
        small = asked(address, "ASK {}", **{"Accept-Encoding": "gzip"})
        large = asked(address, ROWS % 100, **{"Accept-Encoding": "gzip"})
        assert "content-encoding" not in small.headers and small.json()["boolean"] is True
        assert large.headers["content-encoding"] == "gzip" and len(large.json()["results"]["bindings"]) == 100


def test_a_write_is_seen_by_the_next_query(address: str) -> None:
    query = "ASK { <urn:new> ?p ?o }"
    assert asked(address, query).json()["boolean"] is False
    httpx.post(
        f"{address}/update",
        content="INSERT DATA { GRAPH <urn:g> { <urn:new> <urn:p> 1 } }",
        headers={"Content-Type": "application/sparql-update", "Authorization": "Bearer open-sesame"},
        timeout=30,
    ).raise_for_status()
    assert asked(address, query).json()["boolean"] is True


def test_requests_sent_at_once_are_answered_in_order(address: str) -> None:
    where = urlsplit(address)
    numbers = list(range(1, 400))
    asked(address, ROWS % 1)  # one of them is known, the others are not
    requests = "".join(
        f"GET /sparql?query={quote(ROWS % (1 if n % 2 else n % 7 + 1))} HTTP/1.1\r\nHost: x\r\n\r\n"
        for n in numbers
    )
    requests += "GET /sparql?query=ASK%7B%7D HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
    with socket.create_connection((str(where.hostname), where.port or 80), timeout=60) as connection:
        connection.sendall(requests.encode())
        received = b"".join(iter(lambda: connection.recv(1 << 16), b""))
    bodies = [
        json.loads(part.partition(b"\r\n\r\n")[2]) for part in received.split(b"HTTP/1.1 200 OK\r\n") if part
    ]
    rows = [len(body["results"]["bindings"]) for body in bodies[:-1]]
    assert rows == [1 if n % 2 else n % 7 + 1 for n in numbers]
    assert bodies[-1]["boolean"] is True


def test_a_connection_goes_both_ways_in_turn(address: str) -> None:
    where = urlsplit(address)
    connection = http.client.HTTPConnection(str(where.hostname), where.port, timeout=60)
    for path, method in (
        ("/sparql?query=ASK%7B%7D", "GET"),
        ("/sparql?query=ASK%7B%7D", "HEAD"),
        ("/health", "GET"),
        ("/sparql?query=ASK%7B%7D", "GET"),
        ("/sparql", "GET"),
        (f"/sparql?query={quote(ROWS % 20_000)}", "GET"),
        ("/sparql?query=ASK%7B%7D", "GET"),
    ):
        connection.request(method, path)
        answer = connection.getresponse()
        body = answer.read()
        assert answer.status == 200, path
        assert bool(body) is (method == "GET")
    connection.close()
