"""Who asks again is told whether anything changed."""

from collections.abc import Callable

import pytest
from fastapi.testclient import TestClient

WRITER = {"Authorization": "Bearer open-sesame"}
TEXT = "القاهرة - 3 مايو 2018: التقى وزير الخارجية المصري سامح شكري نظيره الفرنسي في القاهرة."


@pytest.mark.parametrize("path", ["/states", "/relations/KAZ/PSE", "/events?limit=2", "/data/state/KAZ.ttl"])
def test_an_answer_that_did_not_change_is_not_sent_again(reader: TestClient, path: str) -> None:
    first = reader.get(path)
    tag = first.headers["etag"]
    assert first.status_code == 200 and not tag.startswith("W/")
    again = reader.get(path, headers={"If-None-Match": f'"another", {tag}'})
    assert again.status_code == 304 and again.content == b"" and again.headers["etag"] == tag
    assert reader.get(path, headers={"If-None-Match": '"another"'}).status_code == 200
    assert reader.get(path, headers={"If-None-Match": f"W/{tag}"}).status_code == 304


@pytest.mark.parametrize("encoding", ["gzip", "identity"])
@pytest.mark.parametrize("path", ["/states", "/events", "/states?limit=1", "/data/state/KAZ.ttl"])
def test_what_an_answer_differs_by_is_named_once(reader: TestClient, path: str, encoding: str) -> None:
    answer = reader.get(path, headers={"Accept-Encoding": encoding})
    named = sorted(name.strip() for name in answer.headers["vary"].split(","))
    assert named == ["Accept", "Accept-Encoding"]


def test_another_question_has_another_tag(reader: TestClient) -> None:
    tags = {reader.get(path).headers["etag"] for path in ("/events", "/events?limit=2", "/states")}
    tags.add(reader.get("/events", headers={"Accept-Encoding": "identity"}).headers["etag"])
    tags.add(reader.get("/events", headers={"Accept-Encoding": "gzip"}).headers["etag"])
    assert len(tags) == 4, "the compressed answer has a tag of its own"


def test_a_write_changes_the_tag_and_a_question_by_post_does_not(client: TestClient) -> None:
    before = client.get("/states").headers["etag"]
    asked = client.post("/sparql", data={"query": "ASK {}"})
    assert asked.status_code == 200
    assert client.get("/states", headers={"If-None-Match": before}).status_code == 304
    sent = client.post("/articles", json={"text": TEXT}, headers=WRITER)
    assert sent.status_code == 201
    after = client.get("/states", headers={"If-None-Match": before})
    assert after.status_code == 200 and after.headers["etag"] != before


def test_errors_and_queries_have_no_tag(reader: TestClient) -> None:
    for path in ("/states/ZZZ", "/nowhere", "/sparql?query=ASK{}", "/health"):
        assert "etag" not in reader.get(path).headers


def test_caches_are_told_how_long(serve: Callable[..., TestClient]) -> None:
    assert serve().get("/states").headers["cache-control"] == "no-cache"
    assert serve(max_age=60).get("/states").headers["cache-control"] == "public, max-age=60"


def test_other_origins_may_ask_where_they_are_let(serve: Callable[..., TestClient]) -> None:
    page = {"Origin": "https://news.example"}
    assert "access-control-allow-origin" not in serve().get("/states", headers=page).headers
    let = serve(cors_origins="https://news.example, https://other.example")
    assert let.get("/states", headers=page).headers["access-control-allow-origin"] == "https://news.example"
    asked = let.options("/states", headers={**page, "Access-Control-Request-Method": "GET"})
    assert asked.status_code == 200 and "GET" in asked.headers["access-control-allow-methods"]
    stranger = let.get("/states", headers={"Origin": "https://evil.example"})
    assert "access-control-allow-origin" not in stranger.headers


@pytest.mark.parametrize("encoding", ["identity", "gzip"])
def test_an_answer_about_the_whole_graph_is_the_same_the_second_time(
    reader: TestClient, encoding: str
) -> None:
    first, again = (reader.get("/network", headers={"Accept-Encoding": encoding}) for _ in range(2))
    assert again.status_code == 200 and again.json() == first.json()
    own = {"x-request-id"}
    assert {n: again.headers[n] for n in again.headers.keys() - own} == {
        n: first.headers[n] for n in first.headers.keys() - own
    }


def test_an_answer_about_the_whole_graph_is_new_after_a_write(client: TestClient) -> None:
    before = client.get("/stats").json()
    assert client.post("/articles", json={"text": TEXT}, headers=WRITER).status_code == 201
    assert client.get("/stats").json()["articles"] == before["articles"] + 1
