"""A server that speaks OpenAI's chat completions over real HTTP and answers as it is told to; own articles."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from graph.settings import Settings

Json = dict[str, Any]


@dataclass
class Turn:
    """One answer of the server: a status with headers and body, or a line that breaks."""

    content: str | None = None
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    finish: str = "stop"
    refusal: str | None = None
    delay: float = 0.0
    cut: bool = False
    body: Json | None = None


Script = Callable[[Json, int], Turn]


@dataclass
class Stub:
    """The server: what it answers to a request and its number (from 0), and what it was asked."""

    script: Script = lambda request, number: Turn("{}")
    asked: list[Json] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)
    url: str = ""
    lock: threading.Lock = field(default_factory=threading.Lock)
    over: threading.Event = field(default_factory=threading.Event)

    turn = Turn

    def said(self, answer: Json, **more: Any) -> Turn:
        """An answer that is JSON."""
        return Turn(json.dumps(answer, ensure_ascii=False), **more)

    def says(self, *turns: Turn) -> None:
        """Answer with these in turn, and with the last one from then on."""
        self.script = lambda request, number: turns[min(number, len(turns) - 1)]


def completion(turn: Turn, model: str) -> Json:
    """The chat completion object of an answer."""
    message = {"role": "assistant", "content": turn.content, "refusal": turn.refusal}
    return {
        "id": "c",
        "object": "chat.completion",
        "created": 0,
        "model": model,
        "choices": [{"index": 0, "finish_reason": turn.finish, "message": message, "logprobs": None}],
        "usage": {"prompt_tokens": 1000, "completion_tokens": 200, "total_tokens": 1200},
    }


@pytest.fixture
def stub() -> Iterator[Stub]:
    """The server, on a free port of this machine."""
    stub = Stub()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            request = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            with stub.lock:
                number = len(stub.asked)
                stub.asked.append(request)
                stub.paths.append(self.path)
            turn = stub.script(request, number)
            if turn.delay:
                stub.over.wait(turn.delay)
            body = json.dumps(turn.body or completion(turn, request["model"]), ensure_ascii=False).encode()
            self.send_response(turn.status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            for name, value in turn.headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body[: len(body) // 2] if turn.cut else body)
            self.close_connection = turn.cut

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    stub.url = f"http://127.0.0.1:{server.server_port}/v1"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield stub
    finally:
        stub.over.set()
        server.shutdown()
        server.server_close()
        thread.join()


@pytest.fixture
def settings(stub: Stub, tmp_path: Path) -> Settings:
    """Settings that ask the stub, with short waits."""
    return Settings(
        reader="model",
        model_url=stub.url,
        model_name="stub-1",
        model_timeout=5,
        model_retries=2,
        model_cache=str(tmp_path / "cache"),
    )


@pytest.fixture
def environment(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same settings for commands."""
    for name in ("url", "name", "timeout", "retries", "cache"):
        monkeypatch.setenv(f"BILATERAL_MODEL_{name.upper()}", str(getattr(settings, f"model_{name}")))
