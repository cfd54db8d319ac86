"""A process that answers queries on snapshots, one at a time, and may be killed at any moment.

    python -m graph.readers.worker SOCKET MEMORY

SOCKET is the number of an open socket to the pool, MEMORY how many bytes a query may take. The engine
serializes in the thread that runs the query: its iterators may not change threads.
"""

from __future__ import annotations

import json
import os
import signal
import socket
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any, BinaryIO, cast

import pyoxigraph as ox
from pyoxigraph import QueryResultsFormat, RdfFormat

from graph.exc import BilateralError, FormatError, QueryError, StoreError
from graph.querying import run
from graph.readers.wire import CHUNK, DATA, END, ERROR, FRAME, HEAD, LENGTH
from graph.sparql_text import is_graph_query, refuse_network, with_base

_GRACE = 1.0  # the pool kills at the deadline; the alarm is for a worker whose pool is gone


class _Sink:
    """Gathers what the engine writes and sends it in frames; a small answer leaves in one piece."""

    def __init__(self, connection: socket.socket, head: dict[str, str]) -> None:
        self._connection = connection
        content = json.dumps(head).encode()
        self._frames = FRAME.pack(HEAD, len(content)) + content
        self._parts: list[bytes] = []
        self._size = 0

    def write(self, data: bytes) -> int:
        self._parts.append(bytes(data))
        self._size += len(data)
        if self._size >= CHUNK:
            self._send()
        return len(data)

    def flush(self) -> None:
        """Nothing: only whole frames are sent."""

    def _send(self, last: bytes = b"") -> None:
        data = FRAME.pack(DATA, self._size) + b"".join(self._parts) if self._size else b""
        self._connection.sendall(self._frames + data + last)
        self._frames, self._parts, self._size = b"", [], 0

    def end(self) -> None:
        self._send(FRAME.pack(END, 0))


def _answer(engine: ox.Store, asked: dict[str, Any], connection: socket.socket) -> None:
    query = asked["query"]
    refuse_network(query, asked["hosts"])
    wanted = asked["triples"] if is_graph_query(query) else asked["rows"]
    if wanted is None:
        raise FormatError("none of the accepted formats can hold the answer to this query")
    label, form = wanted
    text = with_base(query, asked["base"]) if asked["base"] else query
    found = run(engine, text, asked["default_graphs"], asked["named_graphs"])
    sink = _Sink(connection, {"media_type": label})
    output = cast(BinaryIO, sink)
    try:
        if isinstance(found, ox.QueryTriples):
            found.serialize(output, format=RdfFormat.from_media_type(form))
        else:
            found.serialize(output, format=QueryResultsFormat.from_media_type(form))
    except ConnectionError:
        raise
    except (OSError, RuntimeError, ValueError) as error:
        raise StoreError(f"the query was given up: {error}") from error
    sink.end()


def _try(asked: dict[str, Any], connection: socket.socket) -> None:
    """Run an update on a copy that nobody else has."""
    copy = ox.Store(asked["snapshot"])
    try:
        copy.update(asked["query"])
    except (SyntaxError, ValueError) as error:
        raise QueryError(f"the update cannot be read: {error}") from error
    except RuntimeError as error:
        raise StoreError(f"the update was given up: {error}") from error
    _Sink(connection, {"media_type": ""}).end()


def _limit_memory(memory: int) -> None:
    """Let allocations fail beyond ``memory`` bytes above what the process has now; Linux alone keeps to it."""
    with suppress(ImportError, OSError, ValueError):
        import resource  # there is none on Windows

        status = Path("/proc/self/status").read_text(encoding="ascii")
        held = next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmData"))
        limit = held * 1024 + memory
        resource.setrlimit(resource.RLIMIT_DATA, (limit, limit))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        # where the machine itself runs out, a query dies before the server does
        Path("/proc/self/oom_score_adj").write_text("1000", encoding="ascii")


def _receive(stream: BinaryIO) -> dict[str, Any] | None:
    length = stream.read(LENGTH.size)
    if len(length) < LENGTH.size:
        return None
    asked: dict[str, Any] = json.loads(stream.read(LENGTH.unpack(length)[0]))
    return asked


def serve(connection: socket.socket, memory: int) -> None:
    """Answer questions until the pool closes its end."""
    stream = connection.makefile("rb")
    opened, engine = "", None
    limited = False
    while asked := _receive(stream):
        signal.setitimer(signal.ITIMER_REAL, asked["seconds"] + _GRACE)
        try:
            if asked["update"] or asked["snapshot"] != opened:
                engine, opened = None, ""  # the old files are let go before the new ones are opened
            if engine is None and not asked["update"]:
                engine, opened = ox.Store.read_only(asked["snapshot"]), asked["snapshot"]
            if not limited:
                _limit_memory(memory)
                limited = True
            if engine is None:
                _try(asked, connection)
            else:
                _answer(engine, asked, connection)
        except BilateralError as error:
            _refuse(connection, type(error).__name__, str(error))
        except (OSError, ValueError) as error:
            if isinstance(error, ConnectionError):
                return
            _refuse(connection, StoreError.__name__, f"the snapshot cannot be read: {error}")
        except MemoryError:
            os.abort()  # as the engine does: the pool tells both as the same limit
        except RecursionError:
            _refuse(connection, QueryError.__name__, "the query is nested too deeply")
        signal.setitimer(signal.ITIMER_REAL, 0)


def _refuse(connection: socket.socket, kind: str, message: str) -> None:
    content = json.dumps({"kind": kind, "message": message}).encode()
    connection.sendall(FRAME.pack(ERROR, len(content)) + content)


if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole group; the pool decides
    serve(socket.socket(fileno=int(sys.argv[1])), int(sys.argv[2]))
