"""Mixed reads and writes at 16 connections for minutes: no error, no growth.

    python benchmarks/load/soak.py [--minutes 20] [--quads 100000] [--staleness 0]

Three of four requests are queries, one is an update that replaces one of a thousand graphs. A line each
half minute tells requests, errors, and what the server and its query processes hold; at the end the last
third is compared with the middle third. Exit code 1 on any error or where memory grew by more than a tenth
or open files by more than 16.
"""

from __future__ import annotations

import argparse
import http.client
import random
import sys
import tempfile
import threading
import time
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).parents[1]))

from load import servers
from load.generated import fill, query
from load.resources import Held, held

CONNECTIONS = 16
TOKEN = "soak"
READS = ("ask", "pair", "100 rows", "group by", "two hops")


class Load:
    """Clients that ask and write until they are told to stop."""

    def __init__(self, server: servers.Server) -> None:
        self.server = server
        self.done = self.busy = 0
        self.errors: list[str] = []
        self.stop = threading.Event()
        self._guard = threading.Lock()

    def _write(self, link: http.client.HTTPConnection, chance: random.Random) -> tuple[int, bytes]:
        graph = f"<urn:soak:{chance.randrange(1000)}>"
        triples = " ".join(f"<urn:s{chance.randrange(10**6)}> <urn:p> {n} ." for n in range(20))
        update = f"DROP SILENT GRAPH {graph} ; INSERT DATA {{ GRAPH {graph} {{ {triples} }} }}"
        headers = {"Content-Type": "application/sparql-update", "Authorization": f"Bearer {TOKEN}"}
        link.request("POST", "/update", update, headers)
        answer = link.getresponse()
        return answer.status, answer.read()

    def work(self, seed: int) -> None:
        """One connection's requests."""
        chance = random.Random(seed)
        link = self.server.connect(timeout=120)
        while not self.stop.is_set():
            try:
                writing = chance.random() < 0.25
                status, body = (
                    self._write(link, chance)
                    if writing
                    else self.server.ask(query(chance.choice(READS)), link)
                )
                with self._guard:
                    self.done += 1
                    if status not in (200, 204):
                        self.errors.append(f"{status}: {body[:200]!r}")
            except (OSError, http.client.HTTPException) as error:
                with self._guard:
                    self.errors.append(repr(error))
                link = self.server.connect(timeout=120)


def _grown(samples: list[Held]) -> list[str]:
    third = max(1, len(samples) // 3)
    middle, last = samples[third : 2 * third] or samples, samples[-third:]
    memory = median(s.memory for s in last) / median(s.memory for s in middle)
    files = median(s.files for s in last) - median(s.files for s in middle)
    print(f"last third against the middle: memory x{memory:.2f}, files {files:+.0f}")
    return [what for what, bad in (("memory", memory > 1.1), ("files", files > 16)) if bad]


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--minutes", type=float, default=20)
    parser.add_argument("--quads", type=int, default=100_000)
    parser.add_argument("--staleness", type=float, default=0.0, help="The server's setting.")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as room:
        fill(Path(room) / "db", chosen.quads)
        settings = {"token": TOKEN, "staleness": chosen.staleness}
        with servers.ours(Path(room) / "db", read_only=False, **settings) as server:
            load = Load(server)
            threads = [threading.Thread(target=load.work, args=(n,)) for n in range(CONNECTIONS)]
            for thread in threads:
                thread.start()
            samples = []
            end = time.monotonic() + chosen.minutes * 60
            while (left := end - time.monotonic()) > 0:
                time.sleep(min(30.0, chosen.minutes * 6, left))
                now = held(server.pid)
                samples.append(now)
                print(
                    f"{load.done:>9,} requests {len(load.errors):>4} errors {now.memory / 2**20:>7.0f} MiB "
                    f"{now.files:>5} files {now.processes:>3} processes",
                    flush=True,
                )
            load.stop.set()
            for thread in threads:
                thread.join()
    for error in load.errors[:10]:
        print(error)
    if load.errors or _grown(samples):
        sys.exit(1)


if __name__ == "__main__":
    main()
