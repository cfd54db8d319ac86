"""A sentence of an article with the phrases found in it."""

from __future__ import annotations

from dataclasses import dataclass, field

from graph.reading.mention import Mention
from graph.reading.tokens import Token


@dataclass(slots=True)
class Sentence:
    """Tokens of a sentence with the phrases found in them."""

    tokens: list[Token]
    mentions: list[Mention] = field(default_factory=list)
