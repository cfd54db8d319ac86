"""Kinds of event that can tell one happening, from ``kinds.toml``."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path


@cache
def _table() -> dict[str, dict[str, list[str]]]:
    text = (Path(__file__).parent / "kinds.toml").read_text(encoding="utf-8")
    return {
        name: {key: list(kinds) for key, kinds in section.items()}
        for name, section in tomllib.loads(text).items()
    }


@cache
def group(kind: str) -> str:
    """The group of kinds that a kind can be told as; itself where it stands in none."""
    return next((name for name, kinds in _table()["groups"].items() if kind in kinds), kind)


@cache
def is_wordy(kind: str) -> bool:
    """Whether acts of a kind happen so often that a day and the actors do not make them one."""
    return kind in _table()["wordy"]["kinds"]


@cache
def is_directed(kind: str) -> bool:
    """Whether a kind has a doer and an undergoer that cannot be exchanged."""
    return kind in _table()["directed"]["kinds"]
