"""Bytes that are made while the engine reads them."""

from __future__ import annotations

from collections.abc import Iterable


class Pieces:
    """A stream over pieces of bytes of any size.

    The engine reports an error of whoever makes the pieces as its own; ``failure`` keeps what really happened.
    """

    def __init__(self, pieces: Iterable[bytes]) -> None:
        self._pieces = iter(pieces)
        self._piece = b""
        self._place = 0
        self.failure: BaseException | None = None

    def read(self, size: int = -1) -> bytes:
        """At most ``size`` bytes, empty at the end; all that is left without a size."""
        if size < 0:
            return self._piece[self._place :] + b"".join(self._pieces)
        while self._place >= len(self._piece):
            try:
                self._piece = next(self._pieces)
            except StopIteration:
                return b""
            except BaseException as error:
                self.failure = error
                raise
            self._place = 0
        found = self._piece[self._place : self._place + size]
        self._place += size
        return found
