"""Those who came with the heads of a meeting's sides: "with the participation of senior officials of both"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from graph.model import Participation
from graph.reading.coreference import Sentence

if TYPE_CHECKING:
    from graph.reading.records import Records

OFFICIALS_REACH, SIDES_REACH = 3, 10


def delegates(
    builder: Records, sentence: Sentence, actors: frozenset[str], rule: str
) -> Iterator[Participation]:
    """A participation for each side whose officials the sentence says took part."""
    lexicon, tokens = builder.lexicon, sentence.tokens
    for index, token in enumerate(tokens):
        if not any(lexicon.has("attendance", a.stem) for a in token.analyses):
            continue
        officials = next(
            (
                i
                for i in range(index + 1, min(len(tokens), index + 1 + OFFICIALS_REACH))
                if any(lexicon.has("officials", a.stem) for a in tokens[i].analyses)
            ),
            None,
        )
        if officials is None:
            continue
        near = [m for m in sentence.mentions if officials <= m.first <= officials + SIDES_REACH]
        sides = next((m for m in near if m.kind == "pair"), None) or next((m for m in near if m.actors), None)
        present = [a for a in builder.discourse.actors(sides) if a in actors] if sides else []
        if sides and present:
            evidence = builder.evidence(token.start, sides.end, rule)
            yield from (Participation(actor=a, role="delegate", evidence=(evidence,)) for a in present)
            return
