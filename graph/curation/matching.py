"""Finding the record that an anchor means among those of another reading.

The same words in the same place, or the same IRI, first; then the record at the same words that says the most of
the same, unless it stood beside the anchor's before; then the only one that says all of the same elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graph.curation.fields import located
from graph.curation.model import CORE, DETAILS, Anchor, Json, said
from graph.folding import fold
from graph.identity import RecordNames
from graph.model import ArticleRecords

_OVERLAP = 0.5  # of the shorter quote, as the scores of positions have it


@dataclass(frozen=True, slots=True)
class Match:
    """Place of a record in its list, and whether it says the same at heart."""

    place: int
    same: bool


def overlap(one: tuple[int, int], other: tuple[int, int]) -> float:
    """What two spans share, as a part of the shorter."""
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return max(0, shared) / max(1, min(one[1] - one[0], other[1] - other[0]))


def span_of(fields: Json) -> tuple[int, int]:
    """Where the quote of an extraction record stands."""
    return fields["start"], fields["end"]


def likeness(one: Json, other: Json) -> float:
    """The part of their values that two cores share."""
    mine, theirs = (
        {(name, v) for name, value in core.items() for v in (value if isinstance(value, tuple) else (value,))}
        for core in (one, other)
    )
    return len(mine & theirs) / len(mine | theirs)


def find(anchor: Anchor, found: Sequence[Json], text: str) -> Match | None:
    """The record that the anchor means among the extraction records of its kind in a reading of ``text``."""
    names = CORE[anchor.kind]
    cores = [said(fields, names) for fields in found]
    # records that share all that names tell apart are numbered, so an IRI alone may mean another one
    for place in _same(anchor, found, (*names, *DETAILS[anchor.kind], "quote", "start")):
        return Match(place, True)
    for iri in (anchor.fields.get("iri"), anchor.now):
        for place, fields in enumerate(found):
            if iri and fields["iri"] == iri:
                return Match(place, cores[place] == anchor.core)
    span = located(text, anchor.fields["quote"], anchor.fields.get("start") or 0)
    near = [
        (
            cores[place] == anchor.core,
            likeness(cores[place], anchor.core),
            overlap(span, span_of(fields)),
            place,
        )
        for place, fields in enumerate(found)
        if span and overlap(span, span_of(fields)) >= _OVERLAP and cores[place] not in anchor.beside
    ]
    if near:
        same, _, _, place = max(near, key=lambda entry: (*entry[:3], -entry[3]))
        return Match(place, same)
    whole = (*names, *DETAILS[anchor.kind], *(("issue",) if anchor.kind == "position" else ()))
    alike = _same(anchor, found, whole)
    return Match(alike[0], True) if len(alike) == 1 else None


def _same(anchor: Anchor, found: Sequence[Json], names: tuple[str, ...]) -> list[int]:
    """Places of the records that say the same in some fields."""
    wanted = said(anchor.fields, names)
    return [place for place, fields in enumerate(found) if said(fields, names) == wanted]


def neighbours(fields: Json, found: Iterable[Json], kind: str) -> tuple[Json, ...]:
    """What other records of the kind at the same words say at heart."""
    own = said(fields, CORE[kind])
    cores = [
        said(other, CORE[kind])
        for other in found
        if other["iri"] != fields["iri"] and overlap(span_of(other), span_of(fields)) >= _OVERLAP
    ]
    return tuple(core for core in cores if core != own)


def people(records: ArticleRecords) -> dict[str, tuple[str, str | None]]:
    """IRI of each person that the records name -> the name and the actor it is named for."""
    names = RecordNames(records)
    found = [(p.person, p.actor) for p in records.posts]
    found += [(p.person, p.actor) for e in records.events for p in e.participations if p.person]
    found += [(p.speaker, min(p.holders)) for p in records.positions if p.speaker]
    return {names.person(name, actor): (name, actor) for name, actor in found}


def find_person(anchor: Anchor, named: dict[str, tuple[str, str | None]]) -> str | None:
    """The IRI that the anchor's person has in another reading: the same, or that of the same name."""
    for iri in (anchor.fields["iri"], anchor.now):
        if iri in named:
            return str(iri)
    wanted = fold(anchor.fields["name"])
    alike = sorted(iri for iri, (name, _) in named.items() if fold(name) == wanted)
    return alike[0] if len(alike) == 1 else None
