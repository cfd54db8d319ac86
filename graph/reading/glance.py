"""What a word may be at first sight: most words of a text are none of it, and need not be looked at again.

A glance says "perhaps": the readers look closer at those words alone. A word's readings depend on its letters only,
so that each is looked at once.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import dataclass

from graph.reading.forms import FINITE, Analysis

MOST = 200_000  # words that are remembered, about as many as ten million words of news have
JOINING = frozenset("وف")  # written onto the word behind
MIXED_DUAL = "اين"  # written for the dual by who mixes its cases, "ان" and "ين"


@dataclass(frozen=True, slots=True)
class Glance:
    """Whether a word may begin a phrase, be an event word, a verb of saying or of membership, or a finite verb.

    ``appoints`` puts somebody in office, ``discusses`` tells an agenda, ``bound`` ends what a verb reaches, ``clause``
    opens one.
    """

    phrase: bool
    trigger: bool
    saying: bool
    member: bool
    verb: bool
    appoints: bool
    discusses: bool
    bound: bool
    clause: bool


@dataclass(frozen=True, slots=True)
class Tables:
    """What words are looked up in; ``features`` are the parts of speech of stems, ``verbs`` other verbs."""

    names: Container[str]
    sides: Container[str]
    heads: Container[str]
    styles: Container[str]
    given: Container[str]
    triggers: Container[str]
    sayings: Container[str]
    members: Container[str]
    verbs: Container[str]
    appoint: Container[str]
    discuss: Container[str]
    bounds: Container[str]
    clauses: Container[str]
    features: Mapping[str, tuple[str, ...]]


class Glances(dict[str, Glance]):
    """The glances of one language by the text of a token, each made when it is first asked for."""

    def __init__(self, tables: Tables, analyse: Callable[[str], tuple[Analysis, ...]]) -> None:
        super().__init__()
        self._tables, self._analyse = tables, analyse

    def __missing__(self, text: str) -> Glance:
        """What the text of a token may be."""
        if len(self) >= MOST:
            self.clear()
        readings = self._analyse(text) if text[0].isalnum() else (Analysis(text),)
        found = self[text] = self._look(text, readings)
        return found

    def _look(self, text: str, readings: Sequence[Analysis]) -> Glance:
        tables = self._tables
        bare = [a.stem for a in readings if not (a.article or a.preposition)]
        stems = [a.stem for a in readings]
        return Glance(
            phrase=self._opens(text, readings, stems),
            trigger=any(s in tables.triggers for s in stems),
            saying=any(s in tables.sayings for s in bare),
            member=any(s in tables.members for s in stems),
            appoints=any(s in tables.appoint for s in stems),
            discusses=any(s in tables.discuss for s in stems),
            bound=text in tables.bounds,
            clause=text in tables.clauses or (text[:1] in JOINING and text[1:] in tables.clauses),
            verb=any(s in tables.verbs or not FINITE.isdisjoint(tables.features.get(s, ())) for s in bare),
        )

    def _opens(self, text: str, readings: Sequence[Analysis], stems: list[str]) -> bool:
        tables = self._tables
        whole = [("ال" + a.stem) if a.article else a.stem for a in readings]
        sides = [*whole, *(w[: -len(MIXED_DUAL)] + "ين" for w in whole if w.endswith(MIXED_DUAL))]
        return (
            "-" in text
            or any(s in tables.names or s in tables.heads for s in stems)
            or any(w in tables.sides or w in tables.styles for w in sides)
            or text in tables.styles
            or text.rstrip(".") in tables.styles
            or text in tables.given
        )
