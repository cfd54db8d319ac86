"""How sure each reader is, alone, with the other and against it: measured on gold where it was, else assumed."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from graph.exc import InputError

# An assumption and no measurement: no model was at hand when this was written.
ASSUMED = {"actors": 0.9, "events": 0.7}
MOST = 0.97
VOICES = ("model", "both", "rules", "disputed")
KINDS = ("events", "positions", "posts", "memberships")


class Tried(Protocol):
    """A record held against gold: its kind, the rule and claim on it, whether it is right."""

    @property
    def kind(self) -> str: ...  # noqa: D102
    @property
    def rule(self) -> str: ...  # noqa: D102
    @property
    def claim(self) -> str: ...  # noqa: D102
    @property
    def right(self) -> bool: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Trust:
    """Measured confidence by voice (``model``, ``both``, ``rules``, ``disputed``) and kind of record."""

    measured: Mapping[str, Mapping[str, float]] = field(default_factory=dict)

    def of(self, voice: str, kind: str, own: Iterable[float]) -> float:
        """The confidence of a record, by measurement, else by what its readers hold of it themselves.

        Two readers that agree are right unless both are wrong, as if they erred apart from one another.
        """
        if (known := self.measured.get(voice, {}).get(kind)) is not None:
            return known
        doubt = 1.0
        for confidence in own:
            doubt *= 1 - confidence
        sure = min(MOST, 1 - doubt)
        return round(sure / 2 if voice == "disputed" else sure, 2)


def voice_of(rule: str, claim: str) -> str:
    """Which voice a record has, by the rule of its first evidence and its claim status."""
    if claim == "disputed":
        return "disputed"
    name = rule.partition(":")[0]
    return name if name in ("model", "both") else "rules"


def measure(tried: Iterable[Tried]) -> dict[str, dict[str, float]]:
    """Voice -> kind -> share of right records, drawn towards one half where there are few (Laplace)."""
    counts: dict[tuple[str, str], tuple[int, int]] = {}
    for record in tried:
        key = voice_of(record.rule, record.claim), record.kind
        right, records = counts.get(key, (0, 0))
        counts[key] = right + record.right, records + 1
    return {
        voice: {
            kind: round((counts[voice, kind][0] + 1) / (counts[voice, kind][1] + 2), 2)
            for kind in KINDS
            if (voice, kind) in counts
        }
        for voice in VOICES
        if any((voice, kind) in counts for kind in KINDS)
    }


def read_trust(path: str) -> Trust:
    """The measured confidence of a file; nothing measured where none is named. InputError for a wrong file."""
    if not path:
        return Trust()
    try:
        table = json.loads(Path(path).read_text(encoding="utf-8"))
        measured = {
            voice: {kind: float(share) for kind, share in kinds.items()} for voice, kinds in table.items()
        }
    except (OSError, ValueError, AttributeError, TypeError) as error:
        raise InputError(
            f"{path}: no file of measured confidence (BILATERAL_MODEL_CONFIDENCE): {error}"
        ) from error
    if not all(0 <= share <= 1 for kinds in measured.values() for share in kinds.values()):
        raise InputError(f"{path}: a confidence is between 0 and 1")
    return Trust(measured)
