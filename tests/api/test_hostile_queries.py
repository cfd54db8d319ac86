"""Queries made to hurt, really run: each ends in an answer or a clear error while others are answered.

With ``-s`` this prints a table: when each ended, how, and how quick a small query was meanwhile.
"""

import os
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import quantiles

import httpx
import pytest
from pyoxigraph import NamedNode, Quad

from graph.store import EmbeddedStore

SECONDS, MEMORY = 4, 256 << 20
DEEP = 30_000
HOSTILE = {
    "cross product": "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }",
    "unbounded path": "SELECT (COUNT(*) AS ?n) { ?a (!<urn:x>)* ?b . ?c (!<urn:y>|!^<urn:z>)+ ?d }",
    "self-join, ordered": "SELECT * { ?a ?b ?c . ?d ?b ?e . ?f ?b ?g } ORDER BY ?g ?e ?c",
    "grouped cross product": "SELECT ?a ?d (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f } GROUP BY ?a ?d ORDER BY ?n",
    "literal that doubles": "SELECT (STRLEN(?x30) AS ?n) { BIND('0123456789' AS ?x0) "
    + " ".join(f"BIND(CONCAT(?x{n}, ?x{n}) AS ?x{n + 1})" for n in range(30))
    + " }",
    "deep groups": "SELECT * " + "{ " * DEEP + "?s ?p ?o" + " }" * DEEP,
    "deep expression": "ASK { FILTER(" + "(" * DEEP + "1" + ")" * DEEP + ") }",
    "a million values": "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . VALUES ?x { "
    + " ".join(map(str, range(1_000_000)))
    + " } }",
    "backtracking regex": "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f FILTER(REGEX(STR(?a), '(.*)*(.*)*x$')) }",
    "too long a text": "ASK {} #" + "x" * 20_000_000,
}


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, int]]:
    folder = tmp_path_factory.mktemp("hostile") / "db"
    store = EmbeddedStore(folder)
    node = NamedNode
    store.add(
        Quad(node(f"urn:n{n}"), node(f"urn:p{n % 3}"), node(f"urn:n{(7 * n + k) % 7000}"), node("urn:g"))
        for n in range(7000)
        for k in (1, 2, 3)
    )
    store.close()
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    env = {
        **os.environ,
        "BILATERAL_QUERY_SECONDS": str(SECONDS),
        "BILATERAL_QUERY_MEMORY": str(MEMORY),
        "BILATERAL_MAX_QUERY": "15000000",
        "BILATERAL_MAX_BODY": "30000000",
    }
    command = [sys.executable, "-c", "from graph.cli import main; main()", "serve", "--read-only"]
    command += ["--store", str(folder), "--port", str(port)]
    with subprocess.Popen(command, env=env, stderr=subprocess.DEVNULL) as process:
        address = f"http://127.0.0.1:{port}/sparql"
        for _ in range(600):
            try:
                httpx.get(address, params={"query": "ASK {}"}, timeout=30)
                break
            except httpx.HTTPError:
                time.sleep(0.1)
        yield address, process.pid
        process.terminate()


def memory(pid: int) -> float:
    """MiB that the server and its workers hold."""
    held = 0
    for status in Path("/proc").glob("[0-9]*/status"):
        try:
            said = dict(line.split(":", 1) for line in status.read_text().splitlines() if ":" in line)
        except OSError:
            continue
        if pid in (int(said["Pid"]), int(said["PPid"])):
            held += int(said.get("VmRSS", "0 kB").split()[0])
    return held / 1024


def test_each_ends_and_others_are_answered(server: tuple[str, int]) -> None:
    address, pid = server
    before = memory(pid) if Path("/proc").is_dir() else 0.0
    print(f"\nlimit {SECONDS} s, {MEMORY >> 20} MiB; server before: {before:.0f} MiB")
    print(f"{'query':<24}{'status':>7}{'ended s':>9}{'ASK p95 ms':>12}  detail")
    for name, text in HOSTILE.items():
        quick: list[float] = []
        done = threading.Event()

        def ask(times: list[float] = quick, done: threading.Event = done) -> None:
            with httpx.Client(timeout=60) as client:
                while not done.is_set() or len(times) < 5:
                    start = time.perf_counter()
                    # another text each time, which no earlier answer serves
                    small = {"query": f"ASK {{ ?s ?p ?o }} # {start}"}
                    assert client.get(address, params=small).json()["boolean"] is True
                    times.append((time.perf_counter() - start) * 1000)
                    time.sleep(0.02)

        asking = threading.Thread(target=ask)
        asking.start()
        start = time.perf_counter()
        answer = httpx.post(
            address, content=text, headers={"Content-Type": "application/sparql-query"}, timeout=120
        )
        ended = time.perf_counter() - start
        done.set()
        asking.join(60)
        detail = answer.json().get("detail", answer.text)[:70] if answer.status_code != 200 else "answered"
        p95 = quantiles(quick, n=20)[-1]
        print(f"{name:<24}{answer.status_code:>7}{ended:>9.1f}{p95:>12.1f}  {detail}")
        assert len(quick) >= 5, f"small queries were not answered beside {name}"
        assert answer.status_code in (200, 400, 413, 503), (name, answer.text[:300])
        if answer.status_code != 200:
            assert answer.headers["content-type"] == "application/problem+json"
            assert any(word in detail for word in ("second", "memory", "nested", "larger", "read")), detail
    if before:
        print(f"server after: {memory(pid):.0f} MiB")
