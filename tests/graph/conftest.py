"""Stores for tests: one with the world and the sample article, made once and copied."""

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from graph.cli import main
from graph.ingest import ingest
from graph.sources import read_sources
from graph.store import Store, open_store
from graph.world import ensure_world

SAMPLE = Path(__file__).parents[2] / "data" / "articles" / "maan-2017-07-08.ar.txt"


@dataclass(frozen=True)
class Run:
    """What a command left behind."""

    code: int
    out: str
    err: str


@pytest.fixture(scope="session")
def world(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed store that holds the ontology and the reference tables."""
    path = tmp_path_factory.mktemp("world") / "db"
    store = open_store(path)
    ensure_world(store)
    store.close()
    return path


@pytest.fixture(scope="session")
def filled(world: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed store with the sample article in it too."""
    path = tmp_path_factory.mktemp("filled") / "db"
    shutil.copytree(world, path)
    store = open_store(path)
    for result in ingest(store, read_sources([str(SAMPLE)])):
        assert result.message is None
    store.close()
    return path


def copied(store: Path, to: Path) -> Path:
    """A store of one's own: tables of the engine never change, so these files are linked, not copied."""

    def copy(source: str, target: str) -> None:
        (os.link if source.endswith(".sst") else shutil.copy2)(source, target)

    return Path(shutil.copytree(store, to, copy_function=copy))


@pytest.fixture
def empty_db(world: Path, tmp_path: Path) -> Path:
    """A store of this test's own, without articles."""
    return copied(world, tmp_path / "db")


@pytest.fixture
def sample_db(filled: Path, tmp_path: Path) -> Path:
    """A store of this test's own, with the sample article."""
    return copied(filled, tmp_path / "db")


@pytest.fixture
def sample_store(sample_db: Path) -> Iterator[Store]:
    """The store with the sample article, open for writing."""
    store = open_store(sample_db)
    yield store
    store.close()


@pytest.fixture
def bilateral(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[..., Run]]:
    """Run a command line; gives its exit code and what it printed."""
    monkeypatch.delenv("BILATERAL_STORE", raising=False)

    def run(*arguments: object) -> Run:
        capfd.readouterr()
        try:
            main([str(a) for a in arguments])
            code = 0
        except SystemExit as end:
            code = int(end.code or 0)
        out, err = capfd.readouterr()
        return Run(code, out, err)

    yield run
