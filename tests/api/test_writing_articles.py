"""Articles sent in and taken out over HTTP."""

from collections.abc import Callable
from typing import Any

import pytest
from fastapi.testclient import TestClient

from graph.store import EmbeddedStore

WRITER = {"Authorization": "Bearer open-sesame"}
TEXT = "CAIRO, 14 May 2018 - Egypt and Russia held political consultations in Cairo on Monday."


@pytest.fixture
def send(client: TestClient) -> Callable[..., Any]:
    def post(article: dict[str, Any], **headers: str) -> Any:
        return client.post("/articles", json=article, headers={**WRITER, **headers})

    return post


def test_an_article_is_new_once_and_changes_nothing_again(
    client: TestClient, send: Callable[..., Any], store: EmbeddedStore
) -> None:
    article = {"id": "desk/1", "text": TEXT, "published": "2018-05-14", "lang": "en"}
    first = send(article)
    assert first.status_code == 201 and first.json()["outcome"] == "new"
    assert first.headers["location"] == "/articles/desk%2F1"
    assert client.get(first.headers["location"]).json()["text"] == TEXT
    size = store.size()
    again = send(article)
    assert again.status_code == 200 and again.json()["outcome"] == "unchanged"
    assert store.size() == size
    changed = send({**article, "text": TEXT + " The talks will resume in Moscow."})
    assert changed.status_code == 200 and changed.json()["outcome"] == "changed"
    assert len(client.get("/articles").json()["items"]) == 1


def test_an_article_whose_key_is_an_address_is_found_and_taken_out_by_it(
    client: TestClient, send: Callable[..., Any]
) -> None:
    """Feeds name their articles so."""
    stored = send({"id": "https://desk.example/news?id=7", "text": TEXT, "published": "2018-05-14"})
    assert client.get(stored.headers["location"]).json()["key"] == "https://desk.example/news?id=7"
    (told,) = client.get("/events", params={"article": "https://desk.example/news?id=7"}).json()["items"]
    assert told["article"] == stored.json()["id"]
    assert client.delete(stored.headers["location"], headers=WRITER).status_code == 204


def test_an_article_is_named_by_its_iri_too(client: TestClient, send: Callable[..., Any]) -> None:
    first = send({"id": "desk", "text": TEXT, "published": "2018-05-14"}).json()
    again = send({"id": first["id"], "text": TEXT, "published": "2018-05-14"}).json()
    assert again["key"] == "desk" and again["outcome"] == "unchanged"
    assert client.delete(f"/articles/{first['id']}", headers=WRITER).status_code == 204
    assert client.get("/articles/desk").status_code == 404


def test_bare_text_is_taken_with_its_details_in_the_address(client: TestClient) -> None:
    answer = client.post(
        "/articles?published=2018-05-14&outlet=DESK",
        content=TEXT,
        headers={**WRITER, "Content-Type": "text/plain; charset=utf-8"},
    )
    assert answer.status_code == 201 and answer.json()["key"].startswith("http/")
    article = client.get(answer.headers["location"]).json()
    assert article["published"] == "2018-05-14" and article["outlet"] == "DESK"


def test_an_article_goes_with_all_that_only_it_says(
    client: TestClient, send: Callable[..., Any], store: EmbeddedStore
) -> None:
    send({"id": "desk/0", "text": TEXT, "published": "2018-05-13"})
    before = store.size()
    send({"id": "desk/1", "text": TEXT, "published": "2018-05-14"})
    assert client.delete("/articles/desk%2F1", headers=WRITER).status_code == 204
    assert store.size() == before
    assert client.get("/articles/desk%2F1").status_code == 404
    assert client.delete("/articles/desk%2F1", headers=WRITER).status_code == 404


@pytest.mark.parametrize(
    ("article", "words"),
    [
        ({"text": ""}, "body.text"),
        ({"text": "   "}, "empty"),
        ({}, "body.text"),
        ({"text": TEXT, "published": "yesterday"}, "body.published"),
        ({"text": TEXT, "lang": "xx"}, "lang"),
        ({"text": TEXT, "colour": "red"}, "body.colour"),
    ],
)
def test_what_cannot_be_read_is_refused_with_the_reason(
    send: Callable[..., Any], store: EmbeddedStore, article: dict[str, Any], words: str
) -> None:
    before = store.size()
    answer = send(article)
    assert answer.status_code == 422 and words in answer.json()["detail"]
    assert store.size() == before


@pytest.mark.parametrize(
    ("content", "kind", "status"),
    [
        (b"{not json", "application/json", 422),
        (b"[]", "application/json", 422),
        (TEXT.encode(), "text/html", 415),
        ("نص عربي قصير للتجربة".encode("windows-1256"), "text/plain", 422),
        (b"\x00\x01\x02\x03" * 20, "text/plain", 422),
    ],
)
def test_other_bodies_are_refused(
    client: TestClient, store: EmbeddedStore, content: bytes, kind: str, status: int
) -> None:
    before = store.size()
    answer = client.post("/articles", content=content, headers={**WRITER, "Content-Type": kind})
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    assert store.size() == before


def test_a_text_over_the_limit_is_refused(serve: Callable[..., TestClient]) -> None:
    client = serve(max_article=50)
    answer = client.post("/articles", json={"text": TEXT}, headers=WRITER)
    assert answer.status_code == 413 and "50 bytes" in answer.json()["detail"]


def test_a_server_without_a_token_takes_nothing(serve: Callable[..., TestClient]) -> None:
    client = serve(token=None)
    assert client.post("/articles", json={"text": TEXT}, headers=WRITER).status_code == 403
    assert client.delete("/articles/a", headers=WRITER).status_code == 403
