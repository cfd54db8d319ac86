"""Servers under measurement, each a process of its own on a free port."""

from __future__ import annotations

import http.client
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

JSON = "application/sparql-results+json"
RDFLIB = """
import sys, uvicorn
from rdflib import Dataset
from rdflib_endpoint import SparqlEndpoint
data = Dataset(store="Oxigraph", default_union=True)
data.open(sys.argv[1])
uvicorn.run(SparqlEndpoint(path="/", graph=data), port=int(sys.argv[2]), log_level="error")
"""
VIRTUOSO = """
[Database]
DatabaseFile = {room}/virtuoso.db
ErrorLogFile = {room}/virtuoso.log
LockFile = {room}/virtuoso.lck
TransactionFile = {room}/virtuoso.trx
xa_persistent_file = {room}/virtuoso.pxa
[TempDatabase]
DatabaseFile = {room}/temp.db
TransactionFile = {room}/temp.trx
[Parameters]
ServerPort = {sql}
DirsAllowed = {room}
NumberOfBuffers = 170000
MaxDirtyBuffers = 130000
[HTTPServer]
ServerPort = {port}
ServerThreads = 20
[SPARQL]
ResultSetMaxRows = 1000000
"""


@dataclass(frozen=True, slots=True)
class Server:
    """Where a server is asked and which process it is."""

    name: str
    port: int
    path: str
    pid: int

    def target(self, query: str) -> str:
        """Path and query of the request that asks ``query``."""
        return f"{self.path}?query={quote(query, safe='')}"

    def connect(self, timeout: float = 300) -> http.client.HTTPConnection:
        """A connection to it."""
        return http.client.HTTPConnection("127.0.0.1", self.port, timeout=timeout)

    def ask(self, query: str, connection: http.client.HTTPConnection | None = None) -> tuple[int, bytes]:
        """Status and body of the answer to ``query``."""
        link = connection or self.connect()
        link.request("GET", self.target(query), headers={"Accept": JSON})
        answer = link.getresponse()
        body = answer.read()
        if connection is None:
            link.close()
        return answer.status, body


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def running(
    name: str, command: list[str], port: int, path: str, env: Mapping[str, str] = {}
) -> Iterator[Server]:
    """A server that answers, ended afterwards."""
    with subprocess.Popen(
        command, env={**os.environ, **env}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        server = Server(name, port, path, process.pid)
        try:
            for _ in range(600):
                try:
                    if server.ask("ASK {}")[0] == 200:
                        break
                except OSError:
                    pass
                if process.poll() is not None:
                    raise RuntimeError(f"{name} ended at its start: {' '.join(command)}")
                time.sleep(0.1)
            yield server
        finally:
            process.terminate()
            try:
                process.wait(15)
            except subprocess.TimeoutExpired:
                process.kill()


@contextmanager
def ours(
    store: Path, *, read_only: bool = True, name: str = "bilateral", **settings: object
) -> Iterator[Server]:
    """``bilateral serve`` with ``settings``."""
    port = free_port()
    env = {f"BILATERAL_{key.upper()}": str(value) for key, value in settings.items()}
    command = [sys.executable, "-c", "from graph.cli import main; main()", "serve", "--store", str(store)]
    command += ["--port", str(port), *(["--read-only"] if read_only else [])]
    with running(name, command, port, "/sparql", env) as server:
        yield server


@contextmanager
def oxigraph(store: Path) -> Iterator[Server]:
    """``oxigraph serve-read-only``, of the package of the same release as our engine."""
    program = Path(sys.executable).with_name("oxigraph")
    port = free_port()
    command = [str(program), "serve-read-only", "--location", str(store), "--bind", f"127.0.0.1:{port}"]
    with running("oxigraph", [*command, "--union-default-graph"], port, "/query") as server:
        yield server


@contextmanager
def rdflib_endpoint(store: Path, python: str) -> Iterator[Server]:
    """rdflib-endpoint over the same store through oxrdflib, by another environment's ``python``."""
    port = free_port()
    with running("rdflib-endpoint", [python, "-c", RDFLIB, str(store), str(port)], port, "/") as server:
        yield server


@contextmanager
def virtuoso(data: Path, room: Path) -> Iterator[Server]:
    """Debian's Virtuoso with the quads of a file of N-Quads."""
    port, sql = free_port(), free_port()
    room.mkdir()
    ini = room / "virtuoso.ini"
    ini.write_text(VIRTUOSO.format(room=room, port=port, sql=sql))
    shutil.copy(data, room / "data.nq")
    command = ["virtuoso-t", "+configfile", str(ini), "+foreground"]
    with running("virtuoso", command, port, "/sparql") as server:
        load = f"DB.DBA.TTLP_MT(file_open('{room}/data.nq'), '', 'urn:none', 512)"
        for statement in (load, "checkpoint"):
            done = subprocess.run(
                ["isql-vt", str(sql), "dba", "dba", f"exec={statement};"],
                capture_output=True,
                text=True,
                check=False,
            )
            if "Error" in done.stdout + done.stderr:
                raise RuntimeError(f"Virtuoso could not load: {(done.stdout + done.stderr)[-300:]}")
        yield server
