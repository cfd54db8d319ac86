"""From what a user names to the documents behind it, and each to its format."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePath
from typing import BinaryIO, cast

from graph.exc import InputError
from graph.identity import text_hash
from graph.sources.decoding import decode
from graph.sources.feeds import read_feed
from graph.sources.lines import of_stream, read_lines
from graph.sources.packed import archive, unzipped
from graph.sources.pages import read_page
from graph.sources.plain import read_plain
from graph.sources.source import Columns, Document, Format, Found, Manner, Source, too_long
from graph.sources.tables import read_csv, read_parquet

_FORMATS: dict[str, Format] = {
    ".txt": read_plain,
    ".jsonl": read_lines,
    ".jsonl.gz": unzipped(read_lines),
    ".csv": read_csv,
    ".csv.gz": unzipped(read_csv),
    ".tsv": read_csv,
    ".parquet": read_parquet,
    ".html": read_page,
    ".htm": read_page,
    ".rss": read_feed,
    ".atom": read_feed,
    ".xml": read_feed,
}
SUFFIXES = (*_FORMATS, ".zip")
"""The endings of files that are looked for in folders."""


def read_sources(
    paths: Iterable[str],
    *,
    encoding: str | None = None,
    max_bytes: int = 1_000_000,
    columns: Columns | None = None,
) -> Iterator[Found]:
    """The texts that ``paths`` name, in order; ``-`` is standard input.

    Folders are searched for files with one of SUFFIXES; a file with another is read as text. ``encoding`` is
    tried where a text is not UTF-8. Two different texts under one key: the second is an InputError.
    """
    manner = Manner(encoding, max_bytes, columns or Columns())
    seen: dict[str, tuple[str | None, str]] = {}
    files: set[Path] = set()
    for name in paths:
        for found in _of_path(name, manner, files):
            if isinstance(found, InputError):
                yield found
                continue
            words = text_hash(found.text)
            before = seen.setdefault(found.key, (found.path, words))
            if before[1] != words:
                yield InputError(
                    f"{found.path}: its key {found.key!r} is that of another text, {before[0]}; "
                    "give one of them another name or put it into another folder"
                )
            else:
                yield found


def format_of(name: str) -> Format | None:
    """The format that a file's name shows; None where it is none of ours."""
    suffixes = [suffix.lower() for suffix in PurePath(name).suffixes]
    two = "".join(suffixes[-2:])
    if suffixes[-1:] == [".zip"]:
        return archive(_member_format, " or ".join(_FORMATS))
    return _FORMATS.get(two) or _FORMATS.get(suffixes[-1] if suffixes else "")


def _member_format(name: str) -> Format | None:
    """The format of a member of an archive; those in another archive are not read, and said not to be."""
    return _nested if name.lower().endswith(".zip") else format_of(name)


def _nested(document: Document, manner: Manner) -> Iterator[Found]:
    raise InputError(f"{document.where}: an archive in an archive; unpack the outer one")
    yield


def _of_path(name: str, manner: Manner, files: set[Path]) -> Iterator[Found]:
    if name == "-":
        yield from _standard_input(manner)
        return
    path = Path(name)
    if not path.exists():
        yield InputError(f"{name}: no such file or folder")
    elif path.is_dir():
        members = sorted(p for p in path.rglob("*") if format_of(p.name) and p.is_file())
        if not members:
            yield InputError(f"{name}: the folder holds no {' or '.join(SUFFIXES)} file")
        for member in members:
            yield from _file(member, manner, files)
    else:
        yield from _file(path, manner, files)


def _file(path: Path, manner: Manner, files: set[Path]) -> Iterator[Found]:
    full = path.resolve()
    if full in files:
        return
    files.add(full)

    def opened() -> BinaryIO:
        return path.open("rb")

    try:
        document = Document(str(path), str(path), full.parent.name, path.stat().st_size, opened)
        yield from (format_of(path.name) or read_plain)(document, manner)
    except InputError as error:
        yield error
    except OSError as error:
        yield InputError(f"{path}: {error.strerror or error}")


def _standard_input(manner: Manner) -> Iterator[Found]:
    """One article, or lines where the first character is that of a JSON object."""
    stream = cast(BinaryIO, sys.stdin.buffer)
    where = "standard input"
    head = line = stream.readline(manner.max_bytes + 1)
    while line and not line.strip() and len(head) <= manner.max_bytes:
        line = stream.readline(manner.max_bytes + 1)
        head += line
    if line.lstrip()[:1] == b"{":
        yield from of_stream(stream, where, "-", manner, line)
        return
    data = head + stream.read(manner.max_bytes + 1)
    try:
        if len(data) > manner.max_bytes:
            raise InputError(too_long(where, len(data), manner.max_bytes))
        text = decode(data, where, manner.encoding)
        yield Source(key=f"stdin/{text_hash(text)[:12]}", text=text, path="-")
    except InputError as error:
        yield error
