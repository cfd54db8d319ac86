"""Snapshots of an embedded store for other processes to read, made after writes and removed when unused."""

from __future__ import annotations

import fcntl
import os
import shutil
import tempfile
import threading
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from graph.exc import StoreError
from graph.store import EmbeddedStore

_LOCK = "lock"


@dataclass(slots=True, eq=False)
class Snapshot:
    """A folder that holds the store as it was after ``changes`` writes, and how many queries read it now."""

    path: Path
    changes: int
    taken: float
    users: int = 0


class Snapshots:
    """The snapshots of one store, beside it in a folder ``<name>.snapshots`` (hard links need one file system).

    What a query sees is at most ``staleness`` seconds old; 0 means that it sees every write acknowledged
    before. ``made`` counts the snapshots taken.
    """

    def __init__(self, store: EmbeddedStore, staleness: float = 0.0) -> None:
        if store.path is None:
            raise StoreError("a store in memory has no snapshots that other processes could read")
        self._store = store
        self._staleness = staleness
        self._home = store.path.resolve().with_name(f"{store.path.resolve().name}.snapshots")
        self._folder: Path | None = None
        self._held: int | None = None
        self._current: Snapshot | None = None
        self._making = threading.Lock()
        self._guard = threading.Lock()  # held for moments only: the event loop takes it
        self.made = 0

    def state(self, fresh: bool = False) -> int | None:
        """After how many writes the snapshot was taken that :meth:`current` would give; None where it gives none."""
        with self._guard:
            return self._current.changes if self._current and self._serves(self._current, fresh) else None

    def _serves(self, last: Snapshot, fresh: bool) -> bool:
        behind = last.changes != self._store.changes
        return not behind or not (fresh or time.monotonic() - last.taken >= self._staleness)

    def current(self, fresh: bool = False) -> Snapshot | None:
        """The last snapshot if it is new enough (with ``fresh``: if nothing was written since); taken in use."""
        with self._guard:
            last = self._current
            if last is None or not self._serves(last, fresh):
                return None
            last.users += 1
            return last

    def refresh(self) -> Snapshot:
        """A snapshot of now, in use; blocks for milliseconds. Raises StoreError where none can be made."""
        with self._making:
            if found := self.current(fresh=True):
                return found  # another query made it while this one waited
            changes, now = self._store.changes, time.monotonic()
            path = self._take()
            new = Snapshot(path, changes, now, users=1)
            with self._guard:
                before, self._current = self._current, new
                unused = before is not None and not before.users
            if before and unused:
                self._remove(before)
            return new

    def copy(self) -> Snapshot:
        """A snapshot of now that is its asker's alone, who may write to it; blocks as :meth:`refresh` does."""
        with self._making:
            path = self._place() / str(self.made)
            self._store.snapshot(path)
            self.made += 1
        return Snapshot(path, self._store.changes, time.monotonic(), users=1)

    def _take(self) -> Path:
        try:
            path = self._place() / str(self.made)
        except StoreError:
            if self._store.read_only and self._store.path:
                return self._store.path  # nothing can be written beside it: read the store itself
            raise
        self._store.snapshot(path)
        self.made += 1
        return path

    def release(self, snapshot: Snapshot) -> None:
        """One query less reads ``snapshot``; the last one of an old one takes it away."""
        with self._guard:
            snapshot.users -= 1
            unused = not snapshot.users and snapshot is not self._current
        if unused:
            self._remove(snapshot)

    def _remove(self, snapshot: Snapshot) -> None:
        if self._folder in snapshot.path.parents:  # and never the store itself
            shutil.rmtree(snapshot.path, ignore_errors=True)

    def _place(self) -> Path:
        """The folder of this process, made and locked at first; what dead processes left is removed."""
        if self._folder is None:
            try:
                self._home.mkdir(exist_ok=True)
                sweep(self._home)
                folder = Path(tempfile.mkdtemp(dir=self._home))
                self._held = os.open(folder / _LOCK, os.O_CREAT | os.O_RDWR, 0o600)
                fcntl.flock(self._held, fcntl.LOCK_EX)
            except OSError as error:
                raise StoreError(f"no snapshots can be kept in {self._home}: {error}") from error
            self._folder = folder
        return self._folder

    def close(self) -> None:
        """Remove all snapshots of this process."""
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)
            with suppress(OSError):
                self._home.rmdir()
        if self._held is not None:
            os.close(self._held)
        self._folder = self._held = self._current = None


def sweep(home: Path) -> int:
    """Remove the snapshots of processes that are gone, which hold no lock any more; their number."""
    removed = 0
    for folder in home.iterdir():
        try:
            handle = os.open(folder / _LOCK, os.O_RDWR)
        except OSError:
            continue  # just being made, or no folder of ours
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            shutil.rmtree(folder, ignore_errors=True)
            removed += 1
        except OSError:
            pass  # its process lives
        finally:
            os.close(handle)
    return removed
