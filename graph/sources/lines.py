"""JSON Lines: an article a line, ``{"id", "text", "published", "outlet", "url", "lang"}``."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import BinaryIO

from graph.exc import InputError
from graph.sources.decoding import decode
from graph.sources.records import source_of
from graph.sources.source import Document, Found, Manner, Source, too_long


def read_lines(document: Document, manner: Manner) -> Iterator[Found]:
    """The articles of the document's lines."""
    with document.open() as stream:
        yield from of_stream(stream, document.where, document.path, manner)


def of_stream(stream: BinaryIO, where: str, path: str, manner: Manner, first: bytes = b"") -> Iterator[Found]:
    """The articles of a stream's lines, of which ``first`` has been read already; blank lines are passed over."""
    empty = True
    number = 0
    while line := first or stream.readline(manner.max_bytes + 1):
        first = b""
        number += 1
        place = f"{where}, line {number}"
        if len(line) > manner.max_bytes:
            empty = False
            yield InputError(too_long(place, len(line) + _skip(line, stream), manner.max_bytes))
        elif line.strip():
            empty = False
            try:
                yield _of_line(decode(line, place, manner.encoding), place, path)
            except InputError as error:
                yield error
    if empty:
        yield InputError(f"{where}: empty; there is nothing to read")


def _skip(line: bytes, stream: BinaryIO) -> int:
    """Read on to the end of a line that is too long; how many bytes that were."""
    count = 0
    while not line.endswith(b"\n") and (line := stream.readline(1 << 16)):
        count += len(line)
    return count


def _of_line(line: str, place: str, path: str) -> Source:
    try:
        values = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise InputError(f"{place}: not JSON: {error}") from None
    if not isinstance(values, dict):
        raise InputError(f"{place}: a JSON object with id and text is needed, not {type(values).__name__}")
    return source_of(values, place=place, path=path)
