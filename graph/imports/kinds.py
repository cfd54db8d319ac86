"""Codes of events to our kinds: the ontology's own codes first, tables for what they leave open."""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from graph.imports.mapping import table
from graph.rdf.schemes import concept_codes
from ontology.terms import EVENT_KINDS


class Kinds:
    """The codes of one scheme (``cameo`` or ``plover``)."""

    def __init__(self, scheme: str) -> None:
        told = table(scheme)
        self._codes: dict[str, str] = {**_noted(scheme), **told["codes"]}
        self._roots: dict[str, str] = told["roots"]
        self._statuses: dict[str, str] = told["statuses"]
        self._reversed = frozenset(told["reversed"]["codes"])
        self._shorter = _without_mode if scheme == "plover" else _without_digit

    def kind(self, code: str) -> str | None:
        """The kind of event (``visit``) of a code or the nearest code above it; None where there is none."""
        above = code
        while above:
            if found := self._codes.get(above):
                return found
            above = self._shorter(above)
        return self._roots.get(code[:2])

    def status(self, code: str) -> str:
        """How an event of this code stands; rows tell of what happened, but for codes of what is intended."""
        return self._statuses.get(code, "held")

    def is_reversed(self, code: str) -> bool:
        """Whether the source of the row is the target of our kind (who hosts a visit is visited)."""
        return code in self._reversed


@cache
def kinds(scheme: str) -> Kinds:
    """The codes of a scheme."""
    return Kinds(scheme)


def _noted(scheme: str) -> dict[str, str]:
    """Code -> kind by the ontology; of kinds with one code the one that readers produce, if that is one alone."""
    found: dict[str, list[str]] = defaultdict(list)
    for kind, code in concept_codes(f"{scheme}Code").items():
        found[code].append(kind)
    chosen = {code: [k for k in names if k in EVENT_KINDS] or names for code, names in found.items()}
    return {code: names[0] for code, names in chosen.items() if len(names) == 1}


def _without_digit(code: str) -> str:
    """The code above a CAMEO code; base codes have three digits, and three are their roots with a 0 behind."""
    if len(code) > 3:
        return code[:-1]
    return f"{code[:2]}0" if len(code) == 3 and code[2] != "0" else ""


def _without_mode(code: str) -> str:
    """The PLOVER type of a type with a mode."""
    return code.partition("/")[0] if "/" in code else ""


def whole_code(code: str) -> str:
    """A CAMEO code with the zeros back that it lost where it was kept as a number (42 is 042, 231 is 0231).

    There are 20 roots, so that three digits above them began with a zero.
    """
    code = code.zfill(3)
    return f"0{code}" if len(code) == 3 and int(code[:2]) > 20 else code
