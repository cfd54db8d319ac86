"""Addresses in any script, before the framework sees them."""

import socket
import threading
import time
from collections.abc import Iterator

import pytest
import uvicorn
from fastapi import FastAPI

from api.direct import Direct


@pytest.fixture
def port() -> Iterator[int]:
    """A server that tells what it was asked."""
    app = FastAPI()

    @app.api_route("/{path:path}", methods=["GET", "POST"])
    async def told(path: str, q: str = "") -> dict[str, str]:
        return {"path": path, "q": q}

    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        free = int(probe.getsockname()[1])
    server = uvicorn.Server(uvicorn.Config(app, http=Direct, port=free, log_level="error"))
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    yield free
    server.should_exit = True
    thread.join()


def answer(link: socket.socket, *parts: bytes) -> str:
    """What comes back for a request that is sent in parts."""
    for part in parts:
        link.sendall(part)
        time.sleep(0.02)
    return link.recv(65536).decode()


def test_an_address_may_be_written_in_arabic(port: int) -> None:
    rest = b" HTTP/1.1\r\nHost: here\r\n\r\n"
    with socket.create_connection(("127.0.0.1", port)) as link:
        asked = "GET /كازاخستان?q=فلسطين".encode()
        wanted = '{"path":"كازاخستان","q":"فلسطين"}'
        assert answer(link, asked + rest).endswith(wanted)
        assert answer(link, asked[:9], asked[9:] + rest).endswith(wanted), (
            "in two parts, on the same connection"
        )
        body = "نص".encode()
        posted = b"POST /x HTTP/1.1\r\nHost: here\r\nContent-Length: %d\r\n\r\n" % len(body)
        assert '{"path":"x","q":""}' in answer(link, posted, body), "a body is left as it is"
        assert answer(link, asked + rest).endswith(wanted)
