"""What was computed from a store, kept until the store changes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from threading import Lock
from typing import Any, TypeVar

T = TypeVar("T")


class Once:
    """Results by name, each with the number of changes it was computed at; safe to use from several threads."""

    def __init__(self) -> None:
        self._found: dict[str, tuple[int, Any]] = {}
        self._turns: dict[str, Lock] = defaultdict(Lock)

    def find(self, name: str, changes: int, work: Callable[[], T]) -> T:
        """What ``work`` gave at this number of changes; whoever asks while it is at work waits for it."""
        with self._turns[name]:
            at, found = self._found.get(name, (None, None))
            if at != changes:
                found = work()
                self._found[name] = (changes, found)
            return found  # type: ignore[return-value]
