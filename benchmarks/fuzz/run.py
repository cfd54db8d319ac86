"""Requests made from the OpenAPI document against a running server, with every check that schemathesis has.

    python benchmarks/fuzz/run.py [--requests 20000] [--seed 1] [-- ARGUMENTS OF SCHEMATHESIS]

A server of its own writes to a store of the sample articles in a temporary folder. Exit code 1 on any failed
check, on an answer of 500 or above that is not documented, and where fewer requests were made than asked for.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from load import servers

from graph.ingest import ingest
from graph.sources import read_sources
from graph.store import EmbeddedStore
from graph.world import ensure_world

HERE = Path(__file__).parent
ARTICLES = HERE.parents[1] / "data" / "articles"
TOKEN = "fuzz"
SHARE = 47  # of so many requests an operation gets one, since some have little to vary
_MADE = re.compile(r"(\d+) generated")


def fill(folder: Path) -> None:
    """A store of the reference tables and the sample articles."""
    store = EmbeddedStore(folder)
    ensure_world(store)
    for _ in ingest(store, read_sources([str(ARTICLES)])):
        pass
    store.close()


def asked(server: servers.Server, requests: int, seed: int, more: list[str]) -> int:
    """Run schemathesis and give its exit code, 1 where it made too few requests."""
    command = [str(Path(sys.executable).with_name("schemathesis")), "--config-file", "schemathesis.toml"]
    command += ["run", f"http://127.0.0.1:{server.port}/openapi.json", "--checks", "all", "--no-color"]
    command += ["--max-examples", str(max(1, requests // SHARE)), "--seed", str(seed)]
    command += ["--header", f"Authorization: Bearer {TOKEN}", "--generation-database", "none", *more]
    made = 0
    with subprocess.Popen(
        command, cwd=HERE, env={**os.environ, "PYTHONPATH": str(HERE)}, stdout=subprocess.PIPE, text=True
    ) as run:
        for line in run.stdout or ():
            print(line, end="", flush=True)
            made = max([made, *map(int, _MADE.findall(line))])
    if made < requests:
        print(f"only {made} of {requests} requests were made", file=sys.stderr)
    return run.returncode or int(made < requests)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--requests", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("more", nargs="*")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        fill(Path(folder) / "store")
        with servers.ours(Path(folder) / "store", read_only=False, token=TOKEN, audit=False) as server:
            return asked(server, options.requests, options.seed, options.more)


if __name__ == "__main__":
    sys.exit(main())
