"""What the gate did not let in, and why, in words that a model can mend it by and a user can read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

SHOWN = 60  # characters of a refused item's words that a line shows


@dataclass(frozen=True, slots=True)
class Refusal:
    """A refused item (``whole``) or a detail taken off an item that was kept; ``where`` is ``events[2]``."""

    where: str
    words: str
    reason: str
    whole: bool = True

    @property
    def section(self) -> str:
        """The list of the answer that the item stands in."""
        return self.where.partition("[")[0]

    def __str__(self) -> str:
        words = self.words if len(self.words) <= SHOWN else self.words[:SHOWN] + "…"
        return f"{self.where} «{words}»: {self.reason}"


def counted(refusals: Iterable[Refusal]) -> str:
    """How many items and details were dropped, by section: "2 events, 1 detail of actors"."""
    counts = Counter((r.section, r.whole) for r in refusals)
    return ", ".join(
        f"{n} {section}" if whole else f"{n} {'detail' if n == 1 else 'details'} of {section}"
        for (section, whole), n in sorted(counts.items(), key=lambda item: (not item[0][1], item[0][0]))
    )
