"""A writer killed at any moment, and a disk that is full: what was acknowledged is whole, nothing is half.

``BILATERAL_KILLS=30 python -m pytest tests/graph/store/test_killed.py -s`` kills thirty times each.
"""

import json
import os
import random
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import httpx
import pytest
from pyoxigraph import Quad

from graph.exc import StoreError
from graph.identity import Namespace
from graph.ingest import ingest_article, open_source
from graph.sources import Source
from graph.store import EmbeddedStore, Store, open_store

KILLS = int(os.environ.get("BILATERAL_KILLS", "3"))
STATES = ("Egypt", "Jordan", "Kazakhstan", "Qatar", "Norway", "Kenya", "Japan", "Chile")
WRITER = """
import sys
sys.path.insert(0, sys.argv[2])
from test_killed import article, ingest_article, open_source, open_store
store = open_store(sys.argv[1])
for n in range(10**6):
    ingest_article(store, open_source(article(n)))
    print(n, flush=True)
"""


def article(n: int) -> Source:
    """One of as many articles as are wanted."""
    host, guest = STATES[n % 8], STATES[(n // 8 + n % 8 + 1) % 8]
    text = (
        f"The foreign minister of {guest} visited {host} on {n % 28 + 1} May 2018. {host} supports {guest}."
    )
    return Source(key=f"kill/{n}", text=f"{text} Note {n}.", language="en")


def told(store: Store, graph: str) -> set[Quad]:
    """A graph without the version of the reader, whose files may be edited while this runs."""
    return {quad for quad in store.quads(graph) if not quad.predicate.value.endswith("/readerVersion")}


def whole(n: int, read: dict[int, set[Quad]]) -> set[Quad]:
    """What the store must hold in the graph of article ``n``."""
    if n not in read:
        store = EmbeddedStore()
        ingest_article(store, open_source(article(n)))
        read[n] = told(store, Namespace().article(article(n).key))
    return read[n]


def hold_to(folder: Path, acknowledged: int) -> int:
    """Each acknowledged article is there, and each that is there is whole; how many are."""
    store = open_store(folder)
    graphs = {name for name in store.graphs() if "/article/kill" in name}
    names = {Namespace().article(article(n).key): n for n in range(acknowledged + 3)}
    assert {name for name, n in names.items() if n < acknowledged} <= graphs
    read: dict[int, set[Quad]] = {}
    # the last ones are where a half article would be
    for name in sorted(graphs, key=lambda name: names[name])[-20:]:
        assert told(store, name) == whole(names[name], read), name
    store.close()
    return len(graphs)


def test_a_killed_ingest_loses_nothing_and_leaves_nothing_half(tmp_path: Path) -> None:
    chance = random.Random(7)
    for turn in range(KILLS):
        folder = tmp_path / str(turn)
        command = [sys.executable, "-c", WRITER, str(folder), str(Path(__file__).parent)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writer:
            assert writer.stdout is not None
            assert writer.stdout.readline()
            threading.Timer(chance.uniform(0.0, 2.0), writer.kill).start()
            acknowledged = 1 + sum(line.endswith("\n") for line in writer.stdout)
        print(f"killed after {acknowledged} articles, {hold_to(folder, acknowledged)} there, all whole")


@pytest.fixture
def token(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    monkeypatch.setenv("BILATERAL_TOKEN", "open-sesame")
    yield "open-sesame"


def test_a_killed_server_loses_no_article_that_it_took(tmp_path: Path, token: str) -> None:
    chance = random.Random(11)
    acknowledged = 0
    for _ in range(max(1, KILLS // 3)):
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        command = [sys.executable, "-c", "from graph.cli import main; main()", "serve", "--port", str(port)]
        with subprocess.Popen(
            [*command, "--store", str(tmp_path / "db")], stderr=subprocess.DEVNULL
        ) as server:
            address = f"http://127.0.0.1:{port}"
            for _ in range(600):
                try:
                    httpx.get(f"{address}/metrics", timeout=30)
                    break
                except httpx.HTTPError:
                    time.sleep(0.1)
            timer = threading.Timer(chance.uniform(0.0, 2.0), server.kill)
            with httpx.Client(headers={"Authorization": f"Bearer {token}"}, timeout=60) as client:
                try:
                    while True:
                        source = article(acknowledged)
                        body = json.dumps({"id": source.key, "text": source.text, "lang": "en"})
                        answer = client.post(
                            f"{address}/articles", content=body, headers={"Content-Type": "application/json"}
                        )
                        assert answer.status_code in (200, 201), answer.text
                        acknowledged += 1
                        if timer.ident is None:
                            timer.start()  # the first article waits for the lexicons
                except httpx.HTTPError:
                    pass
            server.wait(30)
        print(
            f"killed after {acknowledged} articles, {hold_to(tmp_path / 'db', acknowledged)} there, all whole"
        )
    assert acknowledged


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    room = tmp_path / "disk"
    room.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=12m", "tmpfs", str(room)]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    except FileNotFoundError:
        pytest.skip("there is no program mount")
    if done.returncode:
        pytest.skip(f"no small disk can be mounted here: {done.stderr.strip()}")
    yield room
    subprocess.run(["umount", "-l", str(room)], check=True)


def test_a_full_disk_is_named_and_the_store_stays_readable(small_disk: Path) -> None:
    store = open_store(small_disk / "db")
    acknowledged = 0
    (small_disk / "ballast").write_bytes(b"x" * (8 << 20))
    with pytest.raises(StoreError, match="No space left") as told:
        while True:
            ingest_article(store, open_source(article(acknowledged)))
            acknowledged += 1
    print(f"full after {acknowledged} articles: {told.value}")
    assert acknowledged and "/db" in str(told.value)
    with suppress(StoreError):
        store.close()
    reader = open_store(small_disk / "db", read_only=True)
    assert len([name for name in reader.graphs() if "/article/kill" in name]) >= acknowledged
    reader.close()
    (small_disk / "ballast").unlink()
    hold_to(small_disk / "db", acknowledged)
