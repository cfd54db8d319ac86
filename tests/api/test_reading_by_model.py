"""Articles sent in to a server whose settings name a model."""

import json
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from graph.exc import InputError
from graph.settings import Settings

WRITER = {"Authorization": "Bearer open-sesame"}
ARTICLE = {"id": "own/1", "text": "Kenya met Peru in Lima.", "published": "2024-05-14", "lang": "en"}
ANSWER = {
    "actors": [
        {"id": "KEN", "kind": "state", "name": "Kenya"},
        {"id": "PER", "kind": "state", "name": "Peru"},
    ],
    "events": [
        {
            "kind": "negotiation",
            "status": "held",
            "participants": [{"actor": "KEN"}, {"actor": "PER"}],
            "quote": "Kenya met Peru in Lima",
        },
        {"kind": "aid", "status": "held", "participants": [{"actor": "KEN"}], "quote": "Kenya helped Peru"},
    ],
}


@pytest.fixture
def model() -> Iterator[Callable[[Any], str]]:
    """A server that gives one answer; None for one that refuses."""
    servers = []

    def start(answer: Any) -> str:
        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                self.rfile.read(int(self.headers["Content-Length"]))
                message = {"role": "assistant", "content": answer and json.dumps(answer)}
                choice = {"index": 0, "finish_reason": "stop", "message": message}
                body = json.dumps({"id": "c", "object": "chat.completion", "choices": [choice]}).encode()
                self.send_response(200)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, format: str, *args: object) -> None:
                pass

        server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}).start()
        servers.append(server)
        return f"http://127.0.0.1:{server.server_port}/v1"

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


@pytest.fixture
def reading(
    serve: Callable[..., TestClient], model: Callable[[Any], str], tmp_path: Path
) -> Callable[[Any], TestClient]:
    def start(answer: Any) -> TestClient:
        return serve(
            reader="model", model_url=model(answer), model_name="m", model_cache=str(tmp_path / "cache")
        )

    return start


def test_an_article_that_is_sent_in_is_read_by_the_model(reading: Callable[[Any], TestClient]) -> None:
    client = reading(ANSWER)
    stored = client.post("/articles", json=ARTICLE, headers=WRITER)
    assert stored.status_code == 201
    assert any("1 events" in warning for warning in stored.json()["warnings"])
    (event,) = client.get("/articles/own%2F1").json()["events"]
    assert (event["type"], event["quote"]) == ("negotiation", "Kenya met Peru in Lima")
    again = client.post("/articles", json=ARTICLE, headers=WRITER)
    assert again.json()["outcome"] == "unchanged"


def test_a_model_without_an_answer_is_a_bad_gateway_and_stores_nothing(
    reading: Callable[[Any], TestClient],
) -> None:
    client = reading(None)
    refused = client.post("/articles", json=ARTICLE, headers=WRITER)
    assert refused.status_code == 502
    assert "the answer is empty" in refused.json()["detail"]
    assert client.get("/articles/own%2F1").status_code == 404


def test_a_server_that_writes_needs_the_model_that_it_names() -> None:
    with pytest.raises(InputError, match="BILATERAL_MODEL_URL"):
        create_app(Settings(reader="model", token="t", model_url="", model_name=""))
    create_app(Settings(reader="model", token=None, model_url="", model_name=""))
