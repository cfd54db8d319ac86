"""A real SPARQL server that the tests of remote stores ask."""

import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest


@pytest.fixture(scope="module")
def endpoint() -> Iterator[str]:
    """The query address of an empty oxigraph server on a free port."""
    program = shutil.which("oxigraph", path=str(Path(sys.executable).parent)) or shutil.which("oxigraph")
    if program is None:
        pytest.skip("the program oxigraph (extra dev) is not installed")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    base = f"http://127.0.0.1:{port}"
    command = [program, "serve", "--bind", f"127.0.0.1:{port}", "--union-default-graph"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        try:
            for _ in range(200):
                try:
                    httpx.get(base, timeout=1)
                    break
                except httpx.HTTPError:
                    time.sleep(0.05)
            else:
                pytest.fail("the oxigraph server did not come up")
            yield f"{base}/query"
        finally:
            server.terminate()
