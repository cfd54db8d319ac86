"""What the pool and its workers say to each other over a socket.

The pool sends one question at a time: four bytes of length, big-endian, and JSON. The worker answers with
frames: one byte of kind, four of length, the content. HEAD comes first and END last; ERROR may come instead
of either and ends the answer.
"""

from __future__ import annotations

import json
import struct
from dataclasses import dataclass

HEAD, DATA, END, ERROR = b"H", b"D", b"E", b"X"
FRAME = struct.Struct(">cI")
LENGTH = struct.Struct(">I")
CHUNK = 65_536
"""Bytes of an answer that go into one frame."""


@dataclass(frozen=True, slots=True)
class Question:
    """A query with what the request says of it.

    ``rows`` and ``triples`` are the media types that rows (and truth values) and graphs are wanted in, None
    where none that can be given is accepted; each is what the answer is labelled with and what the engine
    calls that format. ``base`` is for relative IRIs. ``hosts`` may be called by SERVICE. With ``update`` the text
    is an update, to be tried on a copy that is thrown away.
    """

    query: str
    base: str | None
    rows: tuple[str, str] | None
    triples: tuple[str, str] | None
    default_graphs: tuple[str, ...] | None = None
    named_graphs: tuple[str, ...] | None = None
    hosts: tuple[str, ...] = ()
    update: bool = False


def pack(question: Question, snapshot: str, seconds: float) -> bytes:
    """The bytes that put ``question`` to a worker: on which snapshot, for how long at most."""
    fields = {name: getattr(question, name) for name in Question.__slots__}
    body = json.dumps({**fields, "snapshot": snapshot, "seconds": seconds}).encode()
    return LENGTH.pack(len(body)) + body
