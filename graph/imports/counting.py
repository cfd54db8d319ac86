"""What became of the rows of a file: nothing is left out without being counted and told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

_SHOWN = 5
_KEPT_VALUES = 10_000


@dataclass
class Counted:
    """How many rows were read and kept, why others were left out, and the values that were not known."""

    read: int = 0
    kept: int = 0
    left: Counter[str] = field(default_factory=Counter)
    strange: dict[str, Counter[str]] = field(default_factory=dict)

    def leave(self, reason: str, value: str = "") -> None:
        """One row is left out, for a value where one is to blame."""
        self.left[reason] += 1
        if value:
            values = self.strange.setdefault(reason, Counter())
            if value in values or len(values) < _KEPT_VALUES:
                values[value] += 1

    def reasons(self) -> Iterator[str]:
        """A line for each reason, with the values met most often."""
        for reason, count in sorted(self.left.items(), key=lambda item: (-item[1], item[0])):
            values = sorted(self.strange.get(reason, Counter()).items(), key=lambda item: (-item[1], item[0]))
            often = ", ".join(f"{value!r} ({times})" for value, times in values[:_SHOWN])
            yield f"{count} {reason}{f': {often}' if often else ''}"
