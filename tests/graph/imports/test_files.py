"""Files in a store: once, whole or not at all, and out again."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from graph.exc import InputError, NotFoundError
from graph.identity import Namespace
from graph.imports import CodedFile, bring_in, imports, take_out
from graph.imports.files import Outcome
from graph.imports.mapping import format_of
from graph.lookups.coded import machine_coded
from graph.store import Store, open_store

PAIR = Namespace().relation("KAZ", "PSE")
KILLED = """
import os, signal, sys
from pathlib import Path
from graph.imports import CodedFile, bring_in
from graph.imports.mapping import format_of
from graph.store import open_store

class Cut(CodedFile):
    def nquads(self, graph):
        for piece in super().nquads(graph):
            yield piece
            yield b"\\n" * 3_000_000
            os.kill(os.getpid(), signal.SIGKILL)

bring_in(open_store(sys.argv[1]), Cut(Path(sys.argv[2]), format_of("gdelt")))
"""


def file(path: Path, **options: bool) -> CodedFile:
    return CodedFile(path, format_of("gdelt"), **options)


@pytest.fixture
def rows(tmp_path: Path, own: Any) -> Path:
    return own.written(
        tmp_path / "rows.tsv",
        *(own.gdelt(n, "KAZ", "PSE", "042") for n in range(40)),
        own.gdelt(99, "KAZ", "KAZ", "040"),
    )


def test_a_file_goes_in_once(rows: Path, store: Store, tmp_path: Path) -> None:
    assert bring_in(store, file(rows)).outcome is Outcome.NEW
    before = set(store.quads())
    again = bring_in(store, file(rows))
    assert (again.outcome, again.read, again.kept) == (Outcome.UNCHANGED, 41, 40)
    elsewhere = tmp_path / "other name.tsv"
    elsewhere.write_bytes(rows.read_bytes())
    assert bring_in(store, file(elsewhere)).outcome is Outcome.UNCHANGED
    assert set(store.quads()) == before
    assert machine_coded(store, PAIR) == {"gdelt": 40}


def test_another_choice_of_rows_takes_the_place_of_the_first(rows: Path, store: Store) -> None:
    bring_in(store, file(rows))
    assert bring_in(store, file(rows, domestic=True)).outcome is Outcome.CHANGED
    (one,) = imports(store)
    assert one.kept == 41


def test_an_event_in_two_files_is_one(rows: Path, store: Store, tmp_path: Path, own: Any) -> None:
    bring_in(store, file(rows))
    bring_in(
        store,
        file(
            own.written(
                tmp_path / "more", own.gdelt(39, "KAZ", "PSE", "042"), own.gdelt(40, "KAZ", "PSE", "042")
            )
        ),
    )
    assert machine_coded(store, PAIR) == {"gdelt": 41}


def test_taking_a_file_out_leaves_what_was_there_before(
    rows: Path, store: Store, tmp_path: Path, own: Any
) -> None:
    bring_in(store, file(own.written(tmp_path / "first", own.gdelt(0, "KAZ", "PSE", "042"))))
    before = set(store.quads())
    key = bring_in(store, file(rows)).id
    assert take_out(store, Namespace().key(key)).id == key
    assert set(store.quads()) == before
    with pytest.raises(NotFoundError, match="imports list"):
        take_out(store, key)


def test_a_file_that_fails_on_the_way_leaves_nothing_that_counts(rows: Path, store: Store) -> None:
    class Failing(CodedFile):
        def nquads(self, graph: str) -> Iterator[bytes]:
            yield from super().nquads(graph)
            raise InputError("the disk was pulled out")

    with pytest.raises(InputError, match="pulled out"):
        bring_in(store, Failing(rows, format_of("gdelt")))
    assert machine_coded(store, PAIR) == {}
    assert [one.whole for one in imports(store)] == [False]
    assert bring_in(store, file(rows)).outcome is Outcome.RESUMED
    assert machine_coded(store, PAIR) == {"gdelt": 40}


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system has no SIGKILL")
def test_an_import_that_is_killed_is_begun_anew(rows: Path, tmp_path: Path) -> None:
    db = tmp_path / "db"
    run = subprocess.run(
        [sys.executable, "-c", KILLED, str(db), str(rows)],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        check=False,
    )
    assert run.returncode == -signal.SIGKILL, run.stderr.decode()
    store = open_store(db)
    (cut,) = imports(store)
    assert not cut.whole
    assert machine_coded(store, PAIR) == {}
    assert bring_in(store, file(rows)).outcome is Outcome.RESUMED
    assert machine_coded(store, PAIR) == {"gdelt": 40}
    store.close()


def test_a_file_that_is_not_there_is_told(store: Store, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        bring_in(store, file(tmp_path / "nothing"))
    assert imports(store) == []
