"""Copies and their return, between folders, files and a server; what a crash leaves."""

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode, Quad

from graph.exc import InputError, StoreError
from graph.store import EmbeddedStore, open_store
from graph.store.upkeep import back_up, optimize, orphans, restore

QUADS = {
    Quad(NamedNode("urn:s"), NamedNode("urn:p"), Literal("قيمة", language="ar"), NamedNode("urn:g:1")),
    Quad(NamedNode("urn:s"), NamedNode("urn:p"), Literal('two\n"lines"'), NamedNode("urn:g:2")),
    Quad(BlankNode("b"), NamedNode("urn:p"), Literal(3), NamedNode("urn:g:2")),
}
LOADING = """
import sys
from pyoxigraph import Literal, NamedNode, Quad, Store
def quads():
    for n in range(10**9):
        if n == 1_500_000: print("loading", flush=True)
        yield Quad(NamedNode(f"urn:{n}"), NamedNode("urn:p"), Literal(n))
Store(sys.argv[1]).bulk_extend(quads())
"""


def lines(path: Path) -> list[str]:
    """The quads of a store without the names of blank nodes."""
    store = EmbeddedStore(path, read_only=True)
    found = sorted(
        f"{'_' if isinstance(q.subject, BlankNode) else q.subject} {q.object} {q.graph_name}"
        for q in store.quads()
    )
    store.close()
    return found


@pytest.fixture
def db(tmp_path: Path) -> Path:
    store = EmbeddedStore(tmp_path / "db")
    store.add(QUADS)
    store.close()
    return tmp_path / "db"


@pytest.mark.parametrize("name", ["copy.db", "copy.nq", "copy.nq.gz"])
def test_a_copy_comes_back_as_it_was(db: Path, tmp_path: Path, name: str) -> None:
    back_up(open_store(db, read_only=True), tmp_path / name)
    assert restore(tmp_path / name, str(tmp_path / "new")) == 3
    assert lines(tmp_path / "new") == lines(db)
    assert not list(tmp_path.glob(".*"))


def test_a_copy_is_made_while_another_process_writes(db: Path, tmp_path: Path) -> None:
    writer = open_store(db)
    back_up(open_store(db, read_only=True), tmp_path / "copy.db")
    assert lines(tmp_path / "copy.db") == lines(db)
    with pytest.raises(StoreError, match="another process"):
        restore(tmp_path / "copy.db", str(db), replace=True)
    writer.close()


def test_nothing_is_overwritten_unless_asked(db: Path, tmp_path: Path) -> None:
    back_up(open_store(db, read_only=True), tmp_path / "copy.nq")
    with pytest.raises(StoreError, match="there already"):
        back_up(open_store(db, read_only=True), tmp_path / "copy.nq")
    with pytest.raises(StoreError, match="--replace"):
        restore(tmp_path / "copy.nq", str(db))
    store = EmbeddedStore(db)
    store.update("CLEAR ALL")
    store.add([Quad(NamedNode("urn:else"), NamedNode("urn:p"), Literal(1), NamedNode("urn:g"))])
    store.close()
    restore(tmp_path / "copy.nq", str(db), replace=True)
    assert len(lines(db)) == 3


def test_a_broken_copy_leaves_the_store_as_it_was(db: Path, tmp_path: Path) -> None:
    (tmp_path / "broken.nq").write_text("<urn:a> <urn:b> <urn:c> .\n<urn:a> oops\n")
    before = lines(db)
    with pytest.raises(InputError, match="cannot be read"):
        restore(tmp_path / "broken.nq", str(db), replace=True)
    assert lines(db) == before and not list(tmp_path.glob(".*"))
    for source, words in ((tmp_path / "absent", "no copy"), (tmp_path, "neither")):
        with pytest.raises(InputError, match=words):
            restore(source, str(db))


def test_files_of_a_killed_load_are_found_and_removed(db: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", LOADING, str(db)], stdout=subprocess.PIPE) as loading:
        assert loading.stdout and loading.stdout.readline()
        while sum(f.stat().st_size for f in db.glob("bulk-*.sst")) < 2**20 and loading.poll() is None:
            time.sleep(0.05)
        loading.kill()
    store = EmbeddedStore(db)
    assert store.size() == 3 and orphans(store)
    assert optimize(store) > 0
    assert not orphans(store)
    store.close()
    assert len(lines(db)) == 3


def test_check_tells_what_is_wrong(bilateral: Callable[..., Any], db: Path) -> None:
    good = bilateral("check", "--store", db)
    assert (good.code, good.out) == (0, "3 quads read, 2 graphs, 0 articles\n")
    (db / "bulk-1.sst").write_bytes(b"left")
    bad = bilateral("check", "--no-shapes", "--store", db)
    assert bad.code == 1 and "bulk-1.sst: 4 bytes" in bad.out
    assert bilateral("optimize", "--store", db).code == 0
    assert bilateral("check", "--store", db).code == 0
