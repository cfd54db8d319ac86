"""The parts of a dossier, whatever file it becomes."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Note:
    """What a statement rests on: the quote (None for reference tables), where it stands, its address."""

    number: int
    quote: str | None
    where: str
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence of the document; ``head`` is set off before it, ``more`` stands below it."""

    head: str
    text: str
    notes: tuple[int, ...] = ()
    more: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with statements below it; ``level`` 2 is a chapter, 3 a part of one."""

    heading: str
    statements: list[Statement] = field(default_factory=list)
    level: int = 2


@dataclass(frozen=True, slots=True)
class Dossier:
    """A document in one language; ``rtl`` says which way it runs."""

    language: str
    rtl: bool
    title: str
    lead: str
    sections: list[Section]
    notes: list[Note]
    notes_heading: str
