"""Ministries and other bodies of a state under their several names: one body, whatever the spelling or script.

Articles call a ministry by its name with the state's name or adjective before or behind it, or by its name alone
where the state is known. What is left without the state is looked for in the reference table of bodies, which has
whole names and patterns ("… ministry") for the many that it does not list. What neither fits ("officials", "the
delegation", "diplomats") is no organization but people or things of the state.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from graph.folding import fold
from graph.reference import tables
from graph.reference.tables import BodyRow

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
_REST = "…"
_LONGEST = 8  # words of a name that a pattern fits; more are a name with what was said of it


@dataclass(frozen=True, slots=True)
class Body:
    """A body of a state: its key (``JOR-foreign-ministry``) and kind (``ministry``, "" where the tables say none).

    ``names`` are labels by language, "Foreign Ministry (Jordan)"; one that a pattern fits has none but what the
    text calls it.
    """

    key: str
    kind: str
    names: Mapping[str, str]


def state_body(actor: str, words: str) -> Body | None:
    """The body of a state that some words name, in any script; None for what is no body by the tables."""
    if actor not in _own_names():
        return None
    folded = fold(words).split()
    left = _without(folded, _own_names()[actor])
    if row := _rows().get(left):
        return Body(f"{actor}-{row.body}", row.kind, _labels(actor, row.body))
    pattern = next((p for p in _patterns() if p.fits(left)), None)
    if pattern and len(folded) <= _LONGEST and _anyones().isdisjoint(left.split()):
        return Body(f"{actor}-{left.replace(' ', '-')}", pattern.kind, {})
    return None


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
def _own_names() -> Mapping[str, frozenset[tuple[str, ...]]]:
    """State -> its names and adjectives, folded, as words; Arabic ones with the article too."""
    found: defaultdict[str, set[tuple[str, ...]]] = defaultdict(set)
    for row in tables.state_names():
        if row.kind in _OWN and row.lang in {"en", "ar", "fr"} and (name := fold(row.name)):
            found[row.code].add(tuple(name.split()))
            if row.lang == "ar" and row.kind.startswith("adjective"):
                found[row.code].add(tuple(f"ال{name}".split()))
    return {code: frozenset(names) for code, names in found.items()}


@cache
def _anyones() -> frozenset[str]:
    """States' names and adjectives of one word, of which a body of another state has none."""
    return frozenset(name[0] for names in _own_names().values() for name in names if len(name) == 1)


@cache
def _rows() -> Mapping[str, BodyRow]:
    """Folded name of a body without its state -> its row."""
    rows = (row for row in tables.bodies() if _REST not in row.name)
    return {_without(fold(row.name).split(), frozenset()): row for row in rows}


@dataclass(frozen=True, slots=True)
class _Pattern:
    """The words that a name begins or ends with; something else has to stand beside them."""

    kind: str
    front: str
    back: str

    def fits(self, name: str) -> bool:
        return (
            len(name) > len(self.front) + len(self.back)
            and name.startswith(self.front)
            and name.endswith(self.back)
        )


@cache
def _patterns() -> tuple[_Pattern, ...]:
    found = []
    for row in tables.bodies():
        if _REST in row.name:
            front, back = (fold(half) for half in row.name.split(_REST))
            found.append(_Pattern(row.kind, front and f"{front} ", back and f" {back}"))
    return tuple(found)


@cache
def _labels(actor: str, body: str) -> Mapping[str, str]:
    """The first name of a body in the table, by language, with the short name of its state."""
    states = {
        r.lang: r.name for r in tables.state_names() if r.code == actor and r.kind == "short" and not r.until
    }
    found: dict[str, str] = {}
    for row in tables.bodies():
        if row.body == body and row.lang in states:
            found.setdefault(row.lang, f"{row.name} ({states[row.lang]})")
    return found
