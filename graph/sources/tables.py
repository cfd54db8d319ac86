"""Tables with an article a row: CSV by the standard library, Parquet by pyarrow (extra ``parquet``)."""

from __future__ import annotations

import csv
import io
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields
from typing import Any

from graph.exc import InputError
from graph.identity import digest
from graph.sources.decoding import decode
from graph.sources.records import source_of
from graph.sources.source import Columns, Document, Found, Manner, Source, missing, too_long

USUAL = {
    "text": ("text", "body", "content", "article"),
    "published": ("published", "published_at", "date", "pubdate"),
    "outlet": ("outlet", "source", "publisher", "site"),
    "url": ("url", "link"),
    "language": ("lang", "language"),
    "id": ("id", "key", "guid"),
    "title": ("title", "headline"),
}
"""What columns are usually called, the first that a table has being taken; case does not matter."""
_OPTIONS = {"language": "lang", "published": "date"}
_SMALL = 16_000_000  # bytes of an unpacked Parquet file that are kept in memory
_ROWS = 64


def read_csv(document: Document, manner: Manner) -> Iterator[Found]:
    """The articles of a CSV file (RFC 4180) with a header; comma, semicolon or tab between the columns."""
    csv.field_size_limit(max(csv.field_size_limit(), 4 * manner.max_bytes))
    # bytes that are not UTF-8 come through as lone surrogates, so that only their own row fails
    with io.TextIOWrapper(
        document.open(), encoding="utf-8-sig", errors="surrogateescape", newline=""
    ) as stream:
        header = stream.readline()
        if not header.strip():
            raise InputError(f"{document.where}: empty; there is nothing to read")
        between = max(",;\t", key=header.count)
        names = _whole(next(csv.reader([header], delimiter=between)), document.where, manner)
        chosen = _chosen(names, manner.columns, document.where)
        rows = csv.reader(stream, delimiter=between)
        while True:
            place = f"{document.where}, line {rows.line_num + 2}"
            try:
                if row := next(rows):
                    values = dict(zip(names, _whole(row, place, manner), strict=False))
                    yield _of_row(values, chosen, place, document, manner)
            except StopIteration:
                return
            except csv.Error as error:
                yield InputError(f"{place}: no row of a CSV file: {error}")
            except InputError as error:
                yield error


def _whole(row: Sequence[str], place: str, manner: Manner) -> list[str]:
    """The fields of a row, decoded again where they are not UTF-8."""
    try:
        "".join(row).encode()
        return list(row)
    except UnicodeEncodeError:
        data = [field.encode("utf-8", "surrogateescape") for field in row]
        return [decode(field, place, manner.encoding) if field.strip() else "" for field in data]


def read_parquet(document: Document, manner: Manner) -> Iterator[Found]:
    """The articles of a Parquet file, read by groups of rows and only in the columns that are wanted."""
    try:
        from pyarrow import ArrowException
        from pyarrow.parquet import ParquetFile
    except ImportError:
        raise missing(document.where, "pyarrow", "parquet") from None
    with document.open() as stream, tempfile.SpooledTemporaryFile(_SMALL) as copy:
        if not stream.seekable():
            while piece := stream.read(1 << 20):
                copy.write(piece)
            copy.seek(0)
        try:
            table = ParquetFile(stream if stream.seekable() else copy)
            names = table.schema_arrow.names
            chosen = _chosen(names, manner.columns, document.where)
            row = 0
            for batch in table.iter_batches(batch_size=_ROWS, columns=list(chosen.values())):
                for values in batch.to_pylist():
                    row += 1
                    place = f"{document.where}, row {row}"
                    try:
                        yield _of_row(values, chosen, place, document, manner)
                    except InputError as error:
                        yield error
        except (ArrowException, OSError) as error:
            raise InputError(f"{document.where}: no Parquet file that can be read: {error}") from error


def _chosen(names: Iterable[str], columns: Columns, where: str) -> dict[str, str]:
    """What is wanted -> the name of its column; InputError where one that was named or the text is not there."""
    known = {name.strip().casefold(): name for name in names}
    chosen: dict[str, str] = {}
    for wanted in (field.name for field in fields(Columns)):
        named = getattr(columns, wanted)
        for name in [named] if named else USUAL[wanted]:
            if found := known.get(name.casefold()):
                chosen.setdefault(wanted, found)
        if wanted not in chosen and (named or wanted == "text"):
            raise InputError(
                f"{where}: no column {named or wanted!r} among {', '.join(known.values())}; "
                f"name the right one with --{_OPTIONS.get(wanted, wanted)}-column"
            )
    return chosen


def _of_row(
    row: dict[str, Any], chosen: dict[str, str], place: str, document: Document, manner: Manner
) -> Source:
    given = {wanted: row.get(name) for wanted, name in chosen.items()}
    text, title, url = given.get("text"), given.get("title"), given.get("url")
    if isinstance(text, str) and len(text) > manner.max_bytes:
        raise InputError(too_long(place, len(text.encode("utf-8", "replace")), manner.max_bytes))
    if isinstance(text, str) and text.strip() and isinstance(title, str) and title.strip():
        text = titled(title, text)
    key = given.get("id")
    if "id" not in chosen:
        key = f"{document.stem}/{digest(url or text)[:12]}"
    values = {"id": key, "text": text, "lang": (given.get("language") or None), "url": url}
    for name in ("published", "outlet"):
        value = given.get(name)
        values[name] = value.strip() if isinstance(value, str) else value
    return source_of(values, place=place, path=document.path)


def titled(title: str, text: str) -> str:
    """A text with its title above, unless it begins with it."""
    title = " ".join(title.split())
    return text if text.lstrip().startswith(title) else f"{title}\n\n{text.lstrip()}"
