"""The W3C tests of the SPARQL 1.1 Protocol, Graph Store Protocol and Service Description, over HTTP."""

import re
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import uvicorn

from api.app import create_app
from api.direct import Direct
from graph.settings import Settings
from graph.store import EmbeddedStore

HARNESS = Path(__file__).parents[2].parent / "shared" / "suites" / "protocol_harness.py"


@pytest.fixture
def address(store: EmbeddedStore) -> Iterator[str]:
    app = create_app(Settings.model_validate({"token": "open-sesame"}), store)
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="error", http=Direct))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started and thread.is_alive():
        time.sleep(0.02)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    thread.join()


@pytest.mark.skipif(not HARNESS.is_file(), reason="the W3C suites are not beside this checkout")
def test_the_protocol_suites_pass_wholly(address: str) -> None:
    command = [sys.executable, str(HARNESS), "--query", f"{address}/sparql", "--update", f"{address}/update"]
    command += ["--gsp", f"{address}/store", "--header", "Authorization: Bearer open-sesame"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    figures = dict(
        re.findall(r"^(protocol|gsp-\w+|service-description) +(\d+/\d+)$", done.stdout, re.MULTILINE)
    )
    expected = {"protocol": "34/34", "gsp-indirect": "9/9", "gsp-direct": "4/4", "service-description": "3/3"}
    assert figures == expected, done.stdout + done.stderr
