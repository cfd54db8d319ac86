"""The server as a process: who leaves ends a query, a cut answer shows, a stop lets work end."""

import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import quote, urlsplit

import httpx
import pytest
from pyoxigraph import Literal, NamedNode, Quad

from graph.store import EmbeddedStore

FOREVER = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
ENDLESS = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
Server = tuple[str, "subprocess.Popen[bytes]", Path]


@pytest.fixture
def started(tmp_path: Path) -> Iterator[Callable[..., Server]]:
    """Starts ``bilateral serve`` on a store of some thousand quads; gives address, process and its log."""
    with ExitStack() as stack:

        def start(**settings: object) -> Server:
            store = EmbeddedStore(tmp_path / "db")
            graph = NamedNode("urn:g")
            store.add(Quad(NamedNode(f"urn:{n}"), NamedNode("urn:p"), Literal(n), graph) for n in range(2000))
            store.close()
            with socket.socket() as probe:
                probe.bind(("127.0.0.1", 0))
                port = probe.getsockname()[1]
            env = {**os.environ, "BILATERAL_TOKEN": "open-sesame"}
            env |= {f"BILATERAL_{name.upper()}": str(value) for name, value in settings.items()}
            log = tmp_path / "log"
            command = [sys.executable, "-c", "from graph.cli import main; main()", "serve"]
            command += ["--store", str(tmp_path / "db"), "--port", str(port)]
            with log.open("wb") as stream:
                process = stack.enter_context(subprocess.Popen(command, env=env, stderr=stream))
            stack.callback(process.kill)
            address = f"http://127.0.0.1:{port}"
            for _ in range(600):
                try:
                    httpx.get(f"{address}/metrics", timeout=5)
                    break
                except httpx.HTTPError:
                    assert process.poll() is None, log.read_text()
                    time.sleep(0.1)
            return address, process, log

        yield start


def running(address: str) -> int:
    text = httpx.get(f"{address}/metrics", timeout=30).text
    return int(float(text.split("\nbilateral_queries_running ")[1].split()[0]))


def wait_for(condition: Callable[[], bool], what: str) -> None:
    for _ in range(300):
        if condition():
            return
        time.sleep(0.1)
    raise AssertionError(f"in vain: {what}")


def lines(log: Path, logger: str) -> list[dict[str, object]]:
    found = [json.loads(line) for line in log.read_text().splitlines() if line.startswith("{")]
    return [line for line in found if line["logger"] == logger]


def test_a_client_that_leaves_ends_its_query(started: Callable[..., Server]) -> None:
    address, _, _ = started(query_seconds=600)
    for text in (FOREVER, ENDLESS):
        where = urlsplit(address)
        connection = http.client.HTTPConnection(str(where.hostname), where.port)
        connection.request("GET", f"/sparql?query={quote(text)}")
        wait_for(lambda: running(address) == 1, "a query that runs")
        connection.close()
        wait_for(lambda: running(address) == 0, "its end after the client left")
    assert httpx.get(f"{address}/sparql", params={"query": "ASK {}"}, timeout=30).json()["boolean"] is True


def test_an_answer_that_is_cut_cannot_be_taken_for_a_whole_one(started: Callable[..., Server]) -> None:
    address, _, log = started(query_seconds=8)
    for accept in ("application/sparql-results+json", "text/csv"):
        with (
            pytest.raises(httpx.RemoteProtocolError, match="incomplete"),
            httpx.stream(
                "GET",
                f"{address}/sparql",
                params={"query": ENDLESS},
                headers={"Accept": accept, "Accept-Encoding": "identity"},
                timeout=60,
            ) as answer,
        ):
            assert answer.status_code == 200
            for _ in answer.iter_raw():
                pass
    answer = httpx.get(f"{address}/sparql", params={"query": FOREVER}, timeout=60)
    assert answer.status_code == 503 and "8 seconds" in answer.json()["detail"]

    def whole() -> list[object]:
        return [line["whole"] for line in lines(log, "bilateral.requests") if line["path"] == "/sparql"]

    wait_for(lambda: len(whole()) == 3, "the line of the last request, which is written after its answer")
    assert whole() == [False, False, True]


def test_a_stop_lets_running_requests_end(started: Callable[..., Server], tmp_path: Path) -> None:
    address, process, _ = started(query_seconds=4)
    answers: list[httpx.Response] = []

    def ask() -> None:
        answers.append(httpx.get(f"{address}/sparql", params={"query": FOREVER}, timeout=60))

    asking = threading.Thread(target=ask)
    asking.start()
    wait_for(lambda: running(address) == 1, "a query that runs")
    process.send_signal(signal.SIGTERM)
    asking.join(60)
    assert answers[0].status_code == 503 and "4 seconds" in answers[0].json()["detail"]
    process.wait(60)
    assert not (tmp_path / "db.snapshots").exists()


def test_a_killed_server_leaves_nothing_that_the_next_one_does_not_clear(
    started: Callable[..., Server], tmp_path: Path
) -> None:
    address, process, _ = started()
    httpx.get(f"{address}/sparql", params={"query": "ASK {}"}, timeout=30)
    assert len(list((tmp_path / "db.snapshots").iterdir())) == 1
    process.kill()
    process.wait(30)
    address, _, _ = started()
    assert httpx.get(f"{address}/sparql", params={"query": "ASK {}"}, timeout=30).status_code == 200
    assert len(list((tmp_path / "db.snapshots").iterdir())) == 1


def test_an_update_without_end_is_refused_and_others_go_on(started: Callable[..., Server]) -> None:
    address, _, log = started(query_seconds=2)
    writer = {"Authorization": "Bearer open-sesame"}
    forever = "DELETE { ?a ?b ?c } WHERE { GRAPH <urn:g> " + FOREVER[FOREVER.index("{") :] + " }"
    ended = []
    updating = threading.Thread(
        target=lambda: ended.append(
            httpx.post(f"{address}/update", data={"update": forever}, headers=writer, timeout=60)
        )
    )
    updating.start()
    wait_for(lambda: running(address) == 1, "the update to begin")
    assert httpx.get(f"{address}/sparql", params={"query": "ASK { ?s ?p 1 }"}, timeout=30).json()["boolean"]
    updating.join(60)
    assert ended[0].status_code == 503 and "nothing was changed" in ended[0].json()["detail"]
    small = "DELETE { GRAPH ?g { ?s ?p 1 } } WHERE { GRAPH ?g { ?s ?p 1 } }"
    assert httpx.post(f"{address}/update", data={"update": small}, headers=writer).status_code == 204
    gone = httpx.get(f"{address}/sparql", params={"query": "ASK { ?s ?p 1 }"}, timeout=30)
    assert gone.json()["boolean"] is False
    assert [line["outcome"] for line in lines(log, "bilateral.audit")] == ["failed", "done"]
