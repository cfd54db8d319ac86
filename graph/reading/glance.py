"""What a word may be at first sight: most words of a text are none of it, and need not be looked at again.

A glance says "perhaps": the readers look closer at those words alone. A word's readings depend on its letters only,
so that each is looked at once.
"""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import dataclass

from graph.reading.forms import FINITE
from graph.reading.tokens import Token

MOST = 200_000  # words that are remembered, about as many as ten million words of news have
MIXED_DUAL = "اين"  # written for the dual by who mixes its cases, "ان" and "ين"


@dataclass(frozen=True, slots=True)
class Glance:
    """Whether a word may begin a phrase, be an event word, a verb of saying or of membership, or a finite verb.

    ``appoints`` puts somebody in office, ``discusses`` tells an agenda, ``bound`` ends what a verb reaches.
    """

    phrase: bool
    trigger: bool
    saying: bool
    member: bool
    verb: bool
    appoints: bool
    discusses: bool
    bound: bool


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
    features: Mapping[str, tuple[str, ...]]


class Glances:
    """The glances of one language."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables
        self._known: dict[str, Glance] = {}

    def at(self, token: Token) -> Glance:
        """What a word may be."""
        known = self._known.get(token.text)
        if known is None:
            if len(self._known) >= MOST:
                self._known.clear()
            known = self._known[token.text] = self._look(token)
        return known

    def _look(self, token: Token) -> Glance:
        tables = self._tables
        bare = [a.stem for a in token.analyses if not (a.article or a.preposition)]
        stems = [a.stem for a in token.analyses]
        return Glance(
            phrase=self._opens(token, stems),
            trigger=any(s in tables.triggers for s in stems),
            saying=any(s in tables.sayings for s in bare),
            member=any(s in tables.members for s in stems),
            appoints=any(s in tables.appoint for s in stems),
            discusses=any(s in tables.discuss for s in stems),
            bound=token.text in tables.bounds,
            verb=any(s in tables.verbs or not FINITE.isdisjoint(tables.features.get(s, ())) for s in bare),
        )

    def _opens(self, token: Token, stems: list[str]) -> bool:
        tables, text = self._tables, token.text
        whole = [("ال" + a.stem) if a.article else a.stem for a in token.analyses]
        sides = [*whole, *(w[: -len(MIXED_DUAL)] + "ين" for w in whole if w.endswith(MIXED_DUAL))]
        return (
            "-" in text
            or any(s in tables.names or s in tables.heads for s in stems)
            or any(w in tables.sides or w in tables.styles for w in sides)
            or text in tables.styles
            or text.rstrip(".") in tables.styles
            or text in tables.given
        )
