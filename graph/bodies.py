"""Ministries and other bodies of a state under their several names: one body, whatever the spelling or script.

Articles call a ministry by its name with the state's name or adjective before or behind it, or by its name alone
where the state is known. What is left without the state is looked for in the reference table of bodies; a name
that leaves something else keeps a node of its own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cache

from graph.folding import fold
from graph.reference import tables

_OWN = frozenset(
    {
        "official",
        "short",
        "variant",
        "adjective",
        "adjective-f",
        "adjective-mp",
        "adjective-mo",
        "adjective-fp",
    }
)
_BETWEEN = frozenset({"the", "of", "s", "de", "du", "la", "le", "l", "d"})


def body_key(actor: str, words: str) -> str | None:
    """``JOR-foreign-ministry`` for a name of that body of a state; None for what the table does not know."""
    if actor not in _names():
        return None
    left = _without(fold(words).split(), _names()[actor])
    known = _bodies().get(left)
    return f"{actor}-{known}" if known else None


def _without(words: list[str], names: frozenset[tuple[str, ...]]) -> str:
    """Words without the names of a state, and what ties them to it, at both ends."""
    while True:
        if words and words[0] in _BETWEEN:
            words = words[1:]
        elif words and words[-1] in _BETWEEN:
            words = words[:-1]
        elif front := next((n for n in range(len(words) - 1, 0, -1) if tuple(words[:n]) in names), 0):
            words = words[front:]
        elif back := next((n for n in range(len(words) - 1, 0, -1) if tuple(words[-n:]) in names), 0):
            words = words[:-back]
        else:
            return " ".join(words)


@cache
def _names() -> Mapping[str, frozenset[tuple[str, ...]]]:
    """State -> its names and adjectives, folded, as words; Arabic ones with the article too."""
    found: defaultdict[str, set[tuple[str, ...]]] = defaultdict(set)
    for row in tables.state_names():
        if row.kind in _OWN and row.lang in {"en", "ar", "fr"} and (name := fold(row.name)):
            found[row.code].add(tuple(name.split()))
            if row.lang == "ar" and row.kind.startswith("adjective"):
                found[row.code].add(tuple(f"ال{name}".split()))
    return {code: frozenset(names) for code, names in found.items()}


@cache
def _bodies() -> Mapping[str, str]:
    """Folded name of a body without its state -> its key."""
    return {_without(fold(row.name).split(), frozenset()): row.body for row in tables.bodies()}
