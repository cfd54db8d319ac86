"""Copies of a store, putting them back, and what a crash leaves lying about.

A copy is a folder that is a store itself, or a file ``.nq`` or ``.nq.gz`` of N-Quads that any store takes.
"""

from __future__ import annotations

import gzip
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, cast

import pyoxigraph as ox
from pyoxigraph import Quad, RdfFormat

from graph.exc import InputError, StoreError
from graph.store.embedded import EmbeddedStore
from graph.store.opening import open_store
from graph.store.protocol import Store


def is_document(path: Path) -> bool:
    """Whether a copy of that name is a file of N-Quads."""
    return path.name.endswith((".nq", ".nq.gz"))


def back_up(store: Store, target: Path) -> None:
    """Make a copy at ``target``, which must not exist; no half copy is left if that fails.

    A folder copied from a folder takes milliseconds and no room on one file system (hard links) and is the
    state of one moment, also while a server writes. StoreError says what was in the way.
    """
    if target.exists():
        raise StoreError(f"{target} is there already; name a new file or folder")
    part = target.with_name(f".{target.name}.part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        _discard(part)
        if is_document(target):
            with _writing(part, target.name) as stream:
                ox.serialize(store.quads(), stream, format=RdfFormat.N_QUADS)
        elif isinstance(store, EmbeddedStore):
            store.snapshot(part)
        else:
            _fill(part, store.quads())
        part.rename(target)
    except OSError as error:
        raise StoreError(f"no copy can be made at {target}: {error}") from error
    finally:
        _discard(part)


def restore(source: Path, location: str, *, replace: bool = False) -> int:
    """Put the copy at ``source`` into the store at ``location``; the number of quads it has then.

    A store that holds quads is refused unless ``replace``. A folder is built beside the old one and takes
    its place at the end; on a remote server the old quads go first, so a failure leaves it part filled.
    """
    if not source.exists():
        raise InputError(f"there is no copy at {source}")
    if not is_document(source) and not (source / "CURRENT").exists():
        raise InputError(f"{source} is neither a store's folder nor a file .nq or .nq.gz")
    if location.startswith(("http://", "https://")):
        return _restore_remote(source, location, replace)
    if location == ":memory:":
        raise InputError("a copy cannot be put into a store in memory, which is gone when this command ends")
    target = Path(location)
    if target.exists() and any(target.iterdir()):
        _refuse_full(open_store(target), location, replace)  # opened for writing: nobody else may have it
    part = target.with_name(f".{target.name}.part")
    try:
        _discard(part)
        if is_document(source):
            with _quads(source) as quads:
                _fill(part, quads)
        else:
            store = EmbeddedStore(source, read_only=True)
            store.snapshot(part)
            store.close()
        _swap(part, target)
    except OSError as error:
        raise StoreError(f"the copy cannot be put at {target}: {error}") from error
    finally:
        _discard(part)
    store = EmbeddedStore(target, read_only=True)
    count = store.size()
    store.close()
    return count


def _restore_remote(source: Path, location: str, replace: bool) -> int:
    remote = open_store(location)
    try:
        if replace:
            for graph in remote.graphs():  # Virtuoso takes DROP ALL and drops nothing
                remote.remove(graph)
        elif remote.size():
            raise _full(location)
        with _quads(source) as quads:
            remote.add(quads)
        return remote.size()
    finally:
        remote.close()


def _refuse_full(store: Store, location: str, replace: bool) -> None:
    size = store.size()
    store.close()
    if size and not replace:
        raise _full(location)


def _full(location: str) -> StoreError:
    return StoreError(f"the store at {location} holds quads already; --replace puts the copy in their place")


def _swap(part: Path, target: Path) -> None:
    """Put ``part`` where ``target`` is; the old folder goes last."""
    old = target.with_name(f".{target.name}.old")
    _discard(old)
    if target.exists():
        target.rename(old)
    part.rename(target)
    _discard(old)


def _discard(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def _fill(folder: Path, quads: Iterator[Quad]) -> None:
    store = EmbeddedStore(folder)
    try:
        store.add(quads)
    finally:
        store.close()


@contextmanager
def _writing(path: Path, name: str) -> Iterator[BinaryIO]:
    with path.open("wb") as plain:
        if not name.endswith(".gz"):
            yield plain
            return
        with gzip.GzipFile(filename="", mode="wb", fileobj=plain, compresslevel=5, mtime=0) as stream:
            yield cast(BinaryIO, stream)


@contextmanager
def _quads(source: Path) -> Iterator[Iterator[Quad]]:
    """The quads of a copy, one by one."""
    if not is_document(source):
        store = EmbeddedStore(source, read_only=True)
        try:
            yield store.quads()
        finally:
            store.close()
        return
    with gzip.open(source) if source.name.endswith(".gz") else source.open("rb") as stream:
        try:
            yield ox.parse(cast(BinaryIO, stream), format=RdfFormat.N_QUADS)
        except SyntaxError as error:
            raise InputError(f"{source} cannot be read: {error}") from error


def orphans(store: EmbeddedStore) -> list[Path]:
    """Data files in the store's folder that belong to no store: what a killed bulk load left.

    The engine writes a bulk load to ``bulk-*.sst`` and gives the files numbers when they are part of the
    store; numbered files without use it removes itself. Only while nobody writes: a bulk load at work has
    such files too.
    """
    return sorted(store.path.glob("bulk-*.sst")) if store.path else []


def optimize(store: EmbeddedStore) -> int:
    """Remove orphan files and compact the rest; how many bytes smaller the folder is."""
    if store.path is None:
        raise StoreError("a store in memory has no files to compact")
    before = size_on_disk(store.path)
    for path in orphans(store):
        path.unlink()
    store.optimize()
    return before - size_on_disk(store.path)


def size_on_disk(folder: Path) -> int:
    """Bytes of the files in a folder."""
    return sum(path.stat().st_size for path in folder.iterdir() if path.is_file())
