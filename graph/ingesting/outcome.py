"""What became of articles."""

from __future__ import annotations

import enum
from collections import Counter
from dataclasses import dataclass, field


class Outcome(enum.Enum):
    """What became of an article."""

    NEW = "new"
    UNCHANGED = "unchanged"
    CHANGED = "changed"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Result:
    """One article's outcome; ``message`` is the reason of a failure, ``warnings`` what was passed over."""

    where: str
    outcome: Outcome
    key: str | None = None
    records: int = 0
    message: str | None = None
    warnings: tuple[str, ...] = ()


@dataclass(slots=True)
class Tally:
    """Counts over a run."""

    outcomes: Counter[Outcome] = field(default_factory=Counter)
    records: int = 0

    def count(self, result: Result) -> None:
        """Take one result in."""
        self.outcomes[result.outcome] += 1
        self.records += result.records

    def __str__(self) -> str:
        return ", ".join(f"{self.outcomes[outcome]} {outcome.value}" for outcome in Outcome)
