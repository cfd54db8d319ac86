from collections.abc import Callable

import pytest
from fastapi.testclient import TestClient

WRITER = {"Authorization": "Bearer open-sesame"}


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/nowhere", 404),
        ("GET", "/states/QQQ", 404),
        ("GET", "/relations/KAZ/QQQ", 404),
        ("GET", "/events/0000000000000000", 404),
        ("GET", "/articles/no/such", 404),
        ("GET", "/data/state/QQQ.ttl", 404),
        ("GET", "/data/state/KAZ.docx", 404),
        ("PUT", "/states", 405),
        ("GET", "/ontology", 406),
        ("GET", "/id/state/KAZ", 406),
        ("GET", "/states", 406),
        ("GET", "/relations/KAZ/PSE", 406),
        ("GET", "/relations/KAZ/PSE/feed", 406),
        ("GET", "/export?format=gexf", 406),
        ("GET", "/reconcile", 406),
        ("POST", "/reconcile", 406),
        ("GET", "/stats", 406),
        ("GET", "/events?limit=0", 422),
        ("GET", "/events?from=yesterday", 422),
        ("GET", "/search", 422),
        ("GET", "/export?format=docx", 422),
        ("GET", "/export?format=csv&between=KAZ", 422),
        ("GET", "/sparql?query=ASK+%7B", 400),
        ("POST", "/articles", 401),
        ("DELETE", "/articles/a", 401),
    ],
)
def test_every_error_is_a_problem_document(client: TestClient, method: str, path: str, status: int) -> None:
    answer = client.request(method, path, headers={"Accept": "image/png" if status == 406 else "*/*"})
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    problem = answer.json()
    assert problem["status"] == status and problem["detail"] and problem["title"]
    assert problem["instance"] == path.split("?", maxsplit=1)[0]


@pytest.mark.parametrize(
    "accept", ["*/*", "application/*", "text/html, application/json;q=0.1", "", "image/png, */*;q=0.1"]
)
def test_what_accepts_json_in_any_words_is_given_it(client: TestClient, accept: str) -> None:
    answer = client.get("/events", headers={"Accept": accept})
    assert answer.status_code == 200 and answer.headers["content-type"] == "application/json"


def test_every_error_that_any_request_may_meet_stands_in_the_document(client: TestClient) -> None:
    document = client.get("/openapi.json").json()
    assert {"404", "405", "406", "413", "422"} <= document["components"]["responses"].keys()
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            assert "422" in operation["responses"], (method, path)
            for status, answer in operation["responses"].items():
                if int(status) >= 400:
                    assert "application/problem+json" in answer["content"], (method, path, status)


def test_a_wrong_method_is_told_the_right_ones(client: TestClient) -> None:
    assert client.patch("/sparql").headers["allow"] == "GET, HEAD, POST"
    assert client.patch("/store").headers["allow"] == "GET, HEAD, POST, PUT, DELETE"
    assert client.post("/states").headers["allow"] == "GET, HEAD"


def test_a_faulty_parameter_is_named(client: TestClient) -> None:
    problem = client.get("/events", params={"limit": 0, "polarity": 7}).json()
    assert [fault["where"] for fault in problem["faults"]] == ["query.limit"]


def test_a_body_over_the_limit_is_refused_whether_announced_or_not(serve: Callable[..., TestClient]) -> None:
    client = serve(max_body=100)

    def chunks() -> object:
        yield b"x" * 80
        yield b"x" * 80

    for body in (b"x" * 160, chunks()):
        headers = {**WRITER, "Content-Type": "application/sparql-update"}
        answer = client.post("/update", content=body, headers=headers)  # type: ignore[arg-type]
        assert answer.status_code == 413 and answer.json()["detail"]


def test_head_is_get_without_a_body(client: TestClient) -> None:
    got, headed = client.get("/ontology"), client.head("/ontology")
    assert headed.status_code == 200 and headed.content == b""
    assert headed.headers["content-type"] == got.headers["content-type"]


def test_no_page_may_load_from_elsewhere(client: TestClient) -> None:
    for path in ("/", "/docs", "/static/js/main.js", "/nowhere"):
        policy = client.get(path).headers["content-security-policy"]
        assert "default-src 'none'" in policy and "script-src 'self'" in policy
        assert "unsafe" not in policy and "http" not in policy
