"""From what a user names (files, folders, JSON lines, standard input) to texts that can be read.

Whatever cannot be used comes out as an InputError in its place and stops nothing else.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from graph.exc import InputError
from graph.identity import text_hash

LANGUAGES = ("ar", "en", "fr")
_COMMON_ARABIC = frozenset("ايلمونرتبدعسةه")
_ARABIC_ENCODINGS = ("windows-1256", "iso-8859-6")
_BYTE_ORDER_MARKS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}


@dataclass(frozen=True, slots=True)
class Source:
    """A text and what came with it; ``key`` names the article within a store."""

    key: str
    text: str = field(repr=False)
    path: str | None = None
    published: date | None = None
    outlet: str | None = None
    url: str | None = None
    language: str | None = None


Found = Source | InputError


def read_sources(
    paths: Iterable[str], *, encoding: str | None = None, max_bytes: int = 1_000_000
) -> Iterator[Found]:
    """The texts that ``paths`` name, in order; ``-`` is standard input.

    Folders are searched for ``.txt`` and ``.jsonl`` files. ``encoding`` is tried where a text is not
    UTF-8. Two different texts under one key: the second is an InputError.
    """
    seen: dict[str, tuple[str | None, str]] = {}
    files: set[Path] = set()
    for name in paths:
        for found in _of_path(name, encoding, max_bytes, files):
            if isinstance(found, InputError):
                yield found
                continue
            before = seen.setdefault(found.key, (found.path, text_hash(found.text)))
            if before[1] != text_hash(found.text):
                yield InputError(
                    f"{found.path}: its key {found.key!r} is that of another text, {before[0]}; "
                    "give one of them another name or put it into another folder"
                )
            else:
                yield found


def _of_path(name: str, encoding: str | None, max_bytes: int, files: set[Path]) -> Iterator[Found]:
    if name == "-":
        yield from _standard_input(encoding, max_bytes)
        return
    path = Path(name)
    if not path.exists():
        yield InputError(f"{name}: no such file or folder")
    elif path.is_dir():
        members = sorted(p for p in path.rglob("*") if p.suffix in {".txt", ".jsonl"} and p.is_file())
        if not members:
            yield InputError(f"{name}: the folder holds no .txt or .jsonl file")
        for member in members:
            yield from _file(member, encoding, max_bytes, files)
    else:
        yield from _file(path, encoding, max_bytes, files)


def _file(path: Path, encoding: str | None, max_bytes: int, files: set[Path]) -> Iterator[Found]:
    if path.resolve() in files:
        return
    files.add(path.resolve())
    try:
        if path.suffix == ".jsonl":
            with path.open("rb") as lines:
                yield from _lines(lines, str(path), encoding, max_bytes)
            return
        size = path.stat().st_size
        data = path.read_bytes() if size <= max_bytes else b""
    except OSError as error:
        yield InputError(f"{path}: {error.strerror or error}")
        return
    try:
        if size > max_bytes:
            raise InputError(_too_long(str(path), size, max_bytes))
        text = decode(data, str(path), encoding)
        full = path.resolve()
        yield Source(key=f"{full.parent.name}/{full.stem}", text=text, path=str(path))
    except InputError as error:
        yield error


def _too_long(where: str, size: int, max_bytes: int) -> str:
    return (
        f"{where}: {size / 1e6:.1f} MB is longer than an article may be ({max_bytes / 1e6:.1f} MB); "
        "split it into articles, or raise BILATERAL_MAX_ARTICLE (bytes)"
    )


def _standard_input(encoding: str | None, max_bytes: int) -> Iterator[Found]:
    data = sys.stdin.buffer.read()
    where = "standard input"
    if data.lstrip()[:1] == b"{":
        yield from _lines(data.splitlines(), where, encoding, max_bytes)
        return
    try:
        if len(data) > max_bytes:
            raise InputError(_too_long(where, len(data), max_bytes))
        text = decode(data, where, encoding)
        yield Source(key=f"stdin/{text_hash(text)[:12]}", text=text, path="-")
    except InputError as error:
        yield error


def decode(data: bytes, where: str, encoding: str | None = None) -> str:
    """Bytes as text: UTF-8 with or without its mark, else ``encoding``.

    InputError for nothing, for what is no text, and for other encodings, with the command that converts.
    """
    if not data.strip(b"\xef\xbb\xbf \t\r\n"):
        raise InputError(f"{where}: empty; there is nothing to read")
    looks = _BYTE_ORDER_MARKS.get(data[:2])
    if not looks and (b"\0" in data or _control_share(data) > 0.1):
        raise InputError(
            f"{where}: a binary file and no text; articles are plain text in UTF-8 (.txt, .jsonl)"
        )
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if encoding:
            return _decode_as(data, where, encoding)
        looks = looks or _arabic_encoding(data)
        name = looks or "ENCODING"
        guess = f"it looks like {looks}" if looks else "its encoding is not known"
        raise InputError(
            f"{where}: not UTF-8 (byte {error.start}); {guess}. Convert it: "
            f"iconv -f {name} -t utf-8 FILE > FILE.utf8.txt, or give --encoding {name}"
        ) from None


def _decode_as(data: bytes, where: str, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except LookupError:
        raise InputError(f"{where}: {encoding!r} is no encoding that is known here") from None
    except UnicodeDecodeError as error:
        raise InputError(f"{where}: neither UTF-8 nor {encoding} (byte {error.start})") from None


def _control_share(data: bytes) -> float:
    head = data[:8192]
    return sum(byte < 32 and byte not in b"\t\n\r\f\x1b" for byte in head) / len(head)


def _arabic_encoding(data: bytes) -> str | None:
    """The Arabic encoding under which the bytes give the commonest letters most often, or None."""
    best, share = None, 0.5
    for name in _ARABIC_ENCODINGS:
        letters = [c for c in data.decode(name, "replace") if ord(c) > 127]
        common = sum(c in _COMMON_ARABIC for c in letters) / len(letters)
        if common > share:
            best, share = name, common
    return best


def _lines(lines: Iterable[bytes], where: str, encoding: str | None, max_bytes: int) -> Iterator[Found]:
    empty = True
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        empty = False
        place = f"{where}, line {number}"
        try:
            if len(line) > max_bytes:
                raise InputError(_too_long(place, len(line), max_bytes))
            yield _from_json(decode(line, place, encoding), place, where)
        except InputError as error:
            yield error
    if empty:
        yield InputError(f"{where}: empty; there is nothing to read")


def _from_json(line: str, place: str, where: str) -> Source:
    try:
        record = json.loads(line)
    except ValueError as error:
        raise InputError(f"{place}: not JSON: {error}") from None
    if not isinstance(record, dict):
        raise InputError(f"{place}: a JSON object with id and text is needed, not {type(record).__name__}")
    text = _word(record, "text", place)
    if not text or not text.strip():
        raise InputError(f"{place}: has no text")
    key = record.get("id")
    if not isinstance(key, str | int) or not str(key).strip():
        raise InputError(f"{place}: has no id")
    language = _word(record, "lang", place)
    if language is not None and language not in LANGUAGES:
        raise InputError(f"{place}: lang is {language!r}, not one of {', '.join(LANGUAGES)}")
    return Source(
        key=str(key),
        text=text,
        path=where if where != "standard input" else "-",
        published=_published(record, place),
        outlet=_word(record, "outlet", place),
        url=_word(record, "url", place),
        language=language,
    )


def _word(record: dict[str, Any], name: str, place: str) -> str | None:
    value = record.get(name)
    if value is not None and not isinstance(value, str):
        raise InputError(f"{place}: {name} is no string")
    if value is not None and any(0xD800 <= ord(c) < 0xE000 for c in value):
        raise InputError(f"{place}: {name} holds half of a surrogate pair, which is no character")
    return value or None


def _published(record: dict[str, Any], place: str) -> date | None:
    value = _word(record, "published", place)
    try:
        return date.fromisoformat(value[:10]) if value else None
    except ValueError:
        raise InputError(f"{place}: published is {value!r}, not a day like 2017-07-08") from None
