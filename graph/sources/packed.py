"""Archives: gzip and zip. Members are read as streams and nothing is unpacked to disk.

What expands far more than texts do is not read on, so that a small file cannot fill time and memory.
"""

from __future__ import annotations

import gzip
import io
import stat
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import PurePosixPath
from typing import BinaryIO, cast

from graph.exc import InputError
from graph.sources.source import Document, Format, Found, Manner

_GREATEST_RATIO = 200  # texts shrink to a tenth; bombs to a thousandth
_ALWAYS = 10_000_000  # bytes that anything may expand to
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError)


class _Guarded(io.RawIOBase):
    """A stream of unpacked bytes that ends in an InputError where there are too many for its packed size."""

    def __init__(self, stream: BinaryIO, packed: int, where: str) -> None:
        self._stream, self._where = stream, where
        self._left = max(_ALWAYS, packed * _GREATEST_RATIO)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        view = memoryview(buffer)  # type: ignore[arg-type]
        try:
            data = self._stream.read(len(view))
        except (gzip.BadGzipFile, *_BROKEN) as error:
            raise InputError(f"{self._where}: a broken archive: {error}") from error
        self._left -= len(data)
        if self._left < 0:
            raise InputError(
                f"{self._where}: expands to more than {_GREATEST_RATIO} times its size, as no texts do; "
                "unpack it yourself if you trust it"
            )
        view[: len(data)] = data
        return len(data)

    def close(self) -> None:
        self._stream.close()
        super().close()


def _guarded(stream: BinaryIO, packed: int, where: str) -> BinaryIO:
    return cast(BinaryIO, io.BufferedReader(_Guarded(stream, packed, where), 1 << 16))


def unzipped(inner: Format) -> Format:
    """The format of a document that is packed by gzip."""

    def read(document: Document, manner: Manner) -> Iterator[Found]:
        def unpack() -> BinaryIO:
            return _guarded(cast(BinaryIO, gzip.open(document.open())), document.size, document.where)

        path = document.path.removesuffix(".gz")
        yield from inner(replace(document, path=path, open=unpack), manner)

    return read


def archive(format_of: Callable[[str], Format | None], suffixes: str) -> Format:
    """The format of zip archives whose members have the formats that ``format_of`` gives for their names."""

    def read(document: Document, manner: Manner) -> Iterator[Found]:
        with document.open() as stream:
            try:
                opened = zipfile.ZipFile(stream)
            except _BROKEN as error:
                raise InputError(f"{document.where}: no zip archive: {error}") from error
            with opened:
                found = False
                for info in opened.infolist():
                    inner = None if info.is_dir() else format_of(info.filename)
                    if inner is not None:
                        found = True
                        yield from _member(opened, info, document, inner, manner)
                if not found:
                    raise InputError(f"{document.where}: the archive holds no {suffixes} file")

    return read


def _member(
    opened: zipfile.ZipFile, info: zipfile.ZipInfo, document: Document, inner: Format, manner: Manner
) -> Iterator[Found]:
    where = f"{document.where}, {info.filename}"
    name = PurePosixPath(info.filename)
    try:
        if name.is_absolute() or ".." in name.parts:
            raise InputError(f"{where}: its name leads out of the archive; pack it again under a plain name")
        if stat.S_ISLNK(info.external_attr >> 16):
            raise InputError(f"{where}: a link, which leads out of the archive; pack the file itself")
        if info.flag_bits & 1:
            raise InputError(f"{where}: encrypted; unpack the archive first")

        def unpack() -> BinaryIO:
            try:
                return _guarded(cast(BinaryIO, opened.open(info)), info.compress_size, where)
            except _BROKEN as error:
                raise InputError(f"{where}: a broken archive: {error}") from error

        folder = name.parent.name or document.stem
        member = Document(where, f"{document.path}/{info.filename}", folder, info.file_size, unpack)
        yield from inner(member, manner)
    except InputError as error:
        yield error
