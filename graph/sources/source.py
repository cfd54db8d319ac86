"""A text that can be read, what came with it, and the file or member it stands in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import PurePath
from typing import BinaryIO, TypeAlias

from graph.exc import InputError

LANGUAGES = ("ar", "en", "fr")


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


Found: TypeAlias = Source | InputError


@dataclass(frozen=True, slots=True)
class Columns:
    """Names of a table's columns; None takes the first usual name that the table has."""

    text: str | None = None
    published: str | None = None
    outlet: str | None = None
    url: str | None = None
    language: str | None = None
    id: str | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Manner:
    """How documents are read: an encoding for what is not UTF-8, an article's greatest size in bytes, columns."""

    encoding: str | None = None
    max_bytes: int = 1_000_000
    columns: Columns = field(default_factory=Columns)


@dataclass(frozen=True, slots=True)
class Document:
    """A file, or a member of an archive. ``where`` names it in messages, ``path`` in the store.

    ``size`` is its length in bytes, ``open`` gives its bytes from the start; both may raise OSError.
    """

    where: str
    path: str
    folder: str
    size: int
    open: Callable[[], BinaryIO]

    @property
    def stem(self) -> str:
        """The name without its last suffix."""
        return PurePath(self.path).stem

    @property
    def key(self) -> str:
        """The key of an article that the document is: its folder and its name without suffix."""
        return f"{self.folder}/{self.stem}"

    def read(self, limit: int) -> bytes:
        """All bytes; InputError where there are more than ``limit``."""
        with self.open() as stream:
            data = stream.read(limit + 1)
        if max(self.size, len(data)) > limit:
            raise InputError(too_long(self.where, max(self.size, len(data)), limit))
        return data


Format: TypeAlias = Callable[[Document, Manner], Iterator[Found]]
"""The articles of a document in order; an InputError that it raises stands for what was still to come."""


def too_long(where: str, size: int, max_bytes: int) -> str:
    """The message for a text of ``size`` bytes."""
    return (
        f"{where}: {size / 1e6:.1f} MB is longer than an article may be ({max_bytes / 1e6:.1f} MB); "
        "split it into articles, or raise BILATERAL_MAX_ARTICLE (bytes)"
    )


def missing(where: str, package: str, extra: str) -> InputError:
    """The error for a document that needs a package which is not installed."""
    return InputError(
        f"{where}: reading it needs {package}; install it with: pip install 'bilateral[{extra}]'"
    )
