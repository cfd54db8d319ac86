"""The baseline: figures that later versions may not fall below."""

from __future__ import annotations

import json
from pathlib import Path

from graph.evaluate.gold import json_object
from graph.exc import InputError

Shares = dict[str, dict[str, float]]
# sections of a baseline: language (or "all") -> figure or phenomenon -> share between 0 and 1
SECTIONS = ("figures", "probes")


def read_baseline(path: Path) -> dict[str, Shares]:
    """The sections of a baseline file; InputError where it is none."""
    value = json_object(path)
    unknown = set(value) - set(SECTIONS)
    if unknown:
        raise InputError(f"{path}: no baseline, for it has {', '.join(sorted(unknown))}")
    return {section: value.get(section, {}) for section in SECTIONS}


def write_baseline(path: Path, measured: dict[str, Shares]) -> None:
    """Write what was measured; sections that were not stay as the file has them."""
    kept = read_baseline(path) if path.exists() else {}
    merged = {section: measured.get(section) or kept.get(section, {}) for section in SECTIONS}
    text = json.dumps(merged, ensure_ascii=False, indent=1, sort_keys=True)
    path.write_text(text + "\n", encoding="utf-8")


def falls(baseline: dict[str, Shares], measured: dict[str, Shares]) -> list[str]:
    """What lies below the baseline, in words; sections that were not measured are left alone."""
    found = []
    for section, tables in measured.items():
        for language, shares in baseline.get(section, {}).items() if tables else ():
            for name, bar in shares.items():
                now = tables.get(language, {}).get(name)
                if now is None:
                    found.append(f"{section}, {language}, {name}: was {bar:.3f}, is not measured any more")
                elif now < bar:
                    found.append(f"{section}, {language}, {name}: was {bar:.3f}, is {now:.3f}")
    return found
