"""Real SPARQL servers that the tests of remote stores ask: oxigraph's, and Virtuoso where it is installed."""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

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
ServerPort = 127.0.0.1:{sql}
NumberOfBuffers = 4000
MaxDirtyBuffers = 3000
[HTTPServer]
ServerPort = 127.0.0.1:{port}
ServerThreads = 8
[SPARQL]
ResultSetMaxRows = 1000000
"""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def answering(command: list[str], address: str) -> Iterator[None]:
    """The server of ``command`` from when it answers at ``address`` until the end."""
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        try:
            for _ in range(600):
                try:
                    httpx.get(address, timeout=5)
                    break
                except httpx.HTTPError:
                    assert server.poll() is None, f"{command[0]} ended at its start"
                    time.sleep(0.1)
            else:
                pytest.fail(f"{command[0]} did not come up")
            yield
        finally:
            server.terminate()


@contextmanager
def oxigraph() -> Iterator[str]:
    program = shutil.which("oxigraph", path=str(Path(sys.executable).parent)) or shutil.which("oxigraph")
    if program is None:
        pytest.skip("the program oxigraph (extra dev) is not installed")
    port = free_port()
    command = [program, "serve", "--bind", f"127.0.0.1:{port}", "--union-default-graph"]
    with answering(command, f"http://127.0.0.1:{port}"):
        yield f"http://127.0.0.1:{port}/query"


@contextmanager
def virtuoso(room: Path) -> Iterator[str]:
    """Debian's Virtuoso, which lets everybody on this machine write; its updates go where its queries go."""
    program, console = shutil.which("virtuoso-t"), shutil.which("isql-vt")
    if program is None or console is None:
        missing = "Virtuoso (Debian's virtuoso-opensource-7-bin) is not installed"
        if os.environ.get("BILATERAL_REQUIRE_VIRTUOSO"):
            pytest.fail(missing)
        pytest.skip(missing)
    port, sql = free_port(), free_port()
    settings = room / "virtuoso.ini"
    settings.write_text(VIRTUOSO.format(room=room, port=port, sql=sql))
    address = f"http://127.0.0.1:{port}/sparql"
    with (
        answering([program, "+configfile", str(settings), "+foreground"], f"{address}?query=ASK%7B%7D"),
        pytest.MonkeyPatch.context() as patch,
    ):
        leave = 'grant SPARQL_UPDATE to "SPARQL";'
        subprocess.run(
            [console, f"127.0.0.1:{sql}", "dba", "dba", f"exec={leave}"],
            check=True,
            timeout=60,
            capture_output=True,
        )
        patch.setenv("BILATERAL_REMOTE_UPDATE", address)
        yield address


@pytest.fixture(scope="module")
def endpoint() -> Iterator[str]:
    """The query address of an empty oxigraph server on a free port."""
    with oxigraph() as address:
        yield address


@pytest.fixture(scope="module", params=["oxigraph", "virtuoso"])
def any_endpoint(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The query address of each server in turn, empty."""
    with (
        oxigraph()
        if request.param == "oxigraph"
        else virtuoso(tmp_path_factory.mktemp("virtuoso")) as address
    ):
        yield address
