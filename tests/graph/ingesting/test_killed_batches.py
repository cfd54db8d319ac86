"""A run of many articles, killed at moments of its own and taken up again, gives the graph of one that ran through."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from reports import alone, held, retold

from graph.identity import Namespace
from graph.ingest import ingest
from graph.ingesting import committing
from graph.store import EmbeddedStore, open_store
from graph.store import embedded as embedded_store

NUMBER = 20
WRITER = """
import os, signal, sys
sys.path.insert(0, sys.argv[2])
from graph.ingest import ingest
from graph.ingesting import committing
from graph.store import embedded, open_store
from reports import retold

committing.MANY, embedded._MUCH = 20, 1  # batches of twenty, each by the bulk loader
store, moment = open_store(sys.argv[1]), sys.argv[3]

def dying(name, turn):
    kept, calls = getattr(embedded.EmbeddedStore, name), iter(range(100))

    def method(self, *given, **named):
        if next(calls) == turn:
            os.kill(os.getpid(), signal.SIGKILL)
        return kept(self, *given, **named)

    setattr(embedded.EmbeddedStore, name, method)

if moment == "before the second batch is loaded":
    dying("_load", 1)
elif moment == "between a load and what follows it":
    dying("update", 0)
for result in ingest(store, retold(20)):
    print(result.key, flush=True)
"""


def killed(folder: Path, moment: str) -> list[str]:
    """The keys that a run acknowledged before it was killed."""
    command = [sys.executable, "-c", WRITER, str(folder), str(Path(__file__).parent), moment]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=False, env=dict(os.environ))
    assert done.returncode == -signal.SIGKILL
    return done.stdout.splitlines()


@pytest.fixture(scope="module")
def through() -> set[str]:
    """What a run that is not killed leaves."""
    return alone(retold(NUMBER))


@pytest.mark.parametrize(
    "moment", ["before the second batch is loaded", "between a load and what follows it"]
)
def test_a_killed_run_taken_up_again_gives_the_graph_of_one_that_ran_through(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, through: set[str], moment: str
) -> None:
    folder = tmp_path / "db"
    keys = killed(folder, moment)
    assert len(keys) == NUMBER
    store = open_store(folder)
    assert isinstance(store, EmbeddedStore)
    assert {Namespace().article(key) for key in keys} <= set(store.graphs())
    monkeypatch.setattr(committing, "MANY", 20)
    monkeypatch.setattr(embedded_store, "_MUCH", 1)
    sources = retold(NUMBER)
    assert not [r.message for r in ingest(store, sources) if r.message]
    assert held(store) == through
    store.close()
