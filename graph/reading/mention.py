"""A mention: the phrase that stands for an actor, a place or a side, with what it says by itself."""

from __future__ import annotations

from dataclasses import dataclass, field

SIDES = ("pair", "all", "counterpart", "own")


@dataclass(slots=True)
class Mention:
    """A phrase at tokens ``first:last`` of a sentence.

    ``kind``: name, adjective, body, person, place, pair, all, counterpart, own, people. ``preposition`` governs
    the phrase ("" where none does); ``joined`` says that it continues a list; ``usual`` is the state that a title
    belongs to where nothing else tells ("Secretary of State"); ``several`` tells a pair that may be more than two.
    """

    first: int
    last: int
    kind: str
    actors: tuple[str, ...] = ()
    person: str | None = None
    posts: list[str] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)
    body: bool = False
    preposition: str = ""
    joined: bool = False
    place: str | None = None
    posting: str | None = None
    head: str = ""
    definite: bool = True
    start: int = 0
    end: int = 0
    name_first: int = -1
    usual: str = ""
    several: bool = False
