"""Rows out of files: plain, gzip or zip; separated by tabs or commas; with or without a header."""

from __future__ import annotations

import csv
import gzip
import io
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, TextIO, cast

from graph.exc import InputError

Rows = Iterator[list[str]]


@contextmanager
def lines_of(path: Path) -> Iterator[Iterator[TextIO]]:
    """The texts in a file, one after the other: one, or each member of a zip; what is no UTF-8 is replaced.

    InputError for a file that cannot be read or unpacked.
    """
    try:
        with path.open("rb") as raw:
            yield _texts(raw)
    except (OSError, EOFError, zipfile.BadZipFile) as error:
        raise InputError(f"{path} cannot be read: {error}") from error


def _texts(raw: BinaryIO) -> Iterator[TextIO]:
    start = raw.read(4)
    raw.seek(0)
    if start == b"PK\x03\x04":
        with zipfile.ZipFile(raw) as folder:
            for name in folder.namelist():
                if not name.endswith("/"):
                    with folder.open(name) as member:
                        yield _text(cast(BinaryIO, member))
    elif start[:2] == b"\x1f\x8b":
        with gzip.open(raw) as unpacked:
            yield _text(cast(BinaryIO, unpacked))
    else:
        yield _text(raw)


def _text(stream: BinaryIO) -> TextIO:
    return io.TextIOWrapper(stream, encoding="utf-8-sig", errors="replace", newline="\n")


def cells_of(text: TextIO, *, quoted: bool) -> Rows:
    """The cells of each line. A first line with a tab makes it a table of tabs, else one of commas.

    Tabs are taken as they stand unless cells are ``quoted``; commas always with quotes (RFC 4180).
    """
    first = text.readline()
    if not first:
        return
    tabs = "\t" in first
    if tabs and not quoted:
        yield first.rstrip("\r\n").split("\t")
        for line in text:
            yield line.rstrip("\r\n").split("\t")
        return
    try:
        yield from csv.reader(_again(first, text), delimiter="\t" if tabs else ",")
    except csv.Error as error:
        raise InputError(f"a row cannot be taken apart: {error}") from error


def _again(first: str, text: TextIO) -> Iterator[str]:
    yield first
    yield from text
