"""The W3C tests of the SPARQL 1.1 Protocol, Graph Store Protocol and Service Description, over HTTP."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from api.app import create_app
from graph.settings import Settings
from graph.store import EmbeddedStore
from tests.api.conftest import over_http

HARNESS = Path(__file__).parents[2].parent / "shared" / "suites" / "protocol_harness.py"


@pytest.fixture
def address(store: EmbeddedStore) -> Iterator[str]:
    app = create_app(Settings.model_validate({"token": "open-sesame"}), store)
    with over_http(app) as address:
        yield address


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
