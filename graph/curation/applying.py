"""Corrections on the narrow waist: records as read and what people said of them, to records as they stand.

What a person said stands wherever its words can be found. Where the reader now says something else, or nothing,
the correction stands and is in conflict, so that somebody looks again.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from graph.curation.fields import built, edited, recast
from graph.curation.matching import Match, find, find_person, people
from graph.curation.model import DETAILS, GROUPS, JOINING, Anchor, Correction, Json, said
from graph.exc import InputError, RecordError
from graph.extraction import to_json
from graph.identity import RecordNames
from graph.model import ArticleRecords, Event, Participation, Record
from graph.soundness import flaws

GONE = "this is no longer read"
CERTAIN = 1.0  # a person has checked that the article says so


@dataclass(frozen=True, slots=True)
class Applied:
    """Records as they stand, and the corrections with what became of each."""

    records: ArticleRecords
    corrections: tuple[Correction, ...]


def apply(records: ArticleRecords, corrections: Iterable[Correction]) -> Applied:
    """Apply the corrections of one article, in the order in which they were made; withdrawn ones are passed over."""
    desk = _Desk(records)
    ordered = sorted(corrections, key=lambda c: (c.at, c.key))
    active = [c for c in ordered if c.active]
    for correction in active:
        if correction.action not in JOINING:
            desk.take(correction)
    return Applied(desk.records, tuple(desk.settled(c) if c.active else c for c in ordered))


def differences(was: Json, now: Json, names: Iterable[str]) -> str:
    """In which fields two extraction records differ: ``place: Astana, now Paris``."""
    told = ((name, was.get(name), now.get(name)) for name in names)
    return "; ".join(f"{name}: {_shown(a)}, now {_shown(b)}" for name, a, b in told if a != b)


def _shown(value: object) -> str:
    return " ".join(map(str, value)) if isinstance(value, list) else str(value or "none")


class _Desk:
    """The records of one article while corrections are applied to them."""

    def __init__(self, records: ArticleRecords) -> None:
        self.records = records
        self.text = records.article.text
        self._results: dict[str, Record | None] = {}
        self._outcomes: dict[str, tuple[str, str | None]] = {}
        self._shown: tuple[ArticleRecords, Json, RecordNames] | None = None

    # -- what the lists hold

    def found(self, kind: str) -> list[Json]:
        """The extraction records of a kind, in the order of their list."""
        whole: list[Json] = self._written()[0][GROUPS[kind]]
        return whole

    def _written(self) -> tuple[Json, RecordNames]:
        """The extraction record of the article as it stands now, and the names in it; made once for each state."""
        if self._shown is None or self._shown[0] is not self.records:
            self._shown = (self.records, to_json(self.records), RecordNames(self.records))
        return self._shown[1], self._shown[2]

    def record(self, kind: str, place: int) -> Record:
        """A record by its place."""
        group: tuple[Record, ...] = getattr(self.records, GROUPS[kind])
        return group[place]

    def put(self, kind: str, old: Record | None, new: Record | None) -> None:
        """Put a record in place of another, take one out (``new`` None) or add one (``old`` None).

        An event inside an agreement or commitment is the same event and changes with it.
        """
        group: tuple[Record, ...] = getattr(self.records, GROUPS[kind])
        changed = [new if record == old else record for record in group] + ([new] if old is None else [])
        values = {GROUPS[kind]: tuple(record for record in changed if record is not None)}
        if isinstance(old, Event):
            values["agreements"] = tuple(
                replace(a, signed=new if a.signed == old else a.signed)  # type: ignore[arg-type]
                for a in self.records.agreements
            )
            values["commitments"] = tuple(
                replace(c, foresees=new if c.foresees == old else c.foresees)  # type: ignore[arg-type]
                for c in self.records.commitments
            )
        self.records = replace(self.records, **values)  # type: ignore[arg-type]

    # -- one correction after the other

    def take(self, correction: Correction) -> None:
        """Apply a correction to one record."""
        anchor = correction.anchors[0]
        key = correction.key
        match = find(anchor, self.found(anchor.kind), self.text)
        try:
            outcome, message, result = _ACTS[correction.action](self, anchor, correction.wanted or {}, match)
        except (InputError, RecordError) as error:
            outcome, message, result = "conflict", str(error), None
        self._results[key] = result
        self._outcomes[key] = (outcome, message or None)

    def _matched(self, anchor: Anchor, match: Match) -> Record:
        """The record that a correction is about; earlier corrections of it give way."""
        record = self.record(anchor.kind, match.place)
        for key, result in self._results.items():
            if result is record:
                self._outcomes[key] = ("superseded", None)
        return record

    def reject(self, anchor: Anchor, wanted: Json, match: Match | None) -> tuple[str, str, Record | None]:
        """Take out what the anchor means, unless it now says something else."""
        if match is None:
            return "unneeded", GONE, None
        if not match.same:
            now = self.found(anchor.kind)[match.place]
            other = self.record(anchor.kind, match.place)  # whoever judges this settles the conflict
            return (
                "conflict",
                f"read otherwise, and kept: {differences(anchor.fields, now, anchor.core)}",
                other,
            )
        self.put(anchor.kind, self._matched(anchor, match), None)
        return "applied", "", None

    def accept(self, anchor: Anchor, wanted: Json, match: Match | None) -> tuple[str, str, Record | None]:
        """Mark what the anchor means as confirmed; what was accepted stands as it was."""
        return self._stand(anchor, {}, match)

    def edit(self, anchor: Anchor, wanted: Json, match: Match | None) -> tuple[str, str, Record | None]:
        """Replace fields of what the anchor means."""
        goal = replace(anchor, fields=_merged(anchor.fields, wanted), now=None)
        found = self.found(anchor.kind)
        if match is None or not match.same:
            reached = find(goal, found, self.text)
            if reached and reached.same:  # the reader now says at heart what was wanted
                match = reached
        if match and _says(found[match.place], wanted):
            record = self._matched(anchor, match)
            self.put(anchor.kind, record, confirmed := _confirmed(record))
            return "unneeded", "the reader now says so itself", confirmed
        return self._stand(anchor, wanted, match)

    def add(self, anchor: Anchor, wanted: Json, match: Match | None) -> tuple[str, str, Record | None]:
        """Put in a record that was overlooked."""
        if match and match.same:
            record = self._matched(anchor, match)
            self.put(anchor.kind, record, confirmed := _confirmed(edited(record, wanted, self.text)))
            return "unneeded", "the reader now reads it itself", confirmed
        self.put(anchor.kind, None, new := _confirmed(built(anchor.kind, anchor.fields, self.text)))
        return "applied", "", new

    def _stand(self, anchor: Anchor, wanted: Json, match: Match | None) -> tuple[str, str, Record | None]:
        """The record as it was judged with the wanted fields, whatever the reader now makes of it."""
        if match is None or not match.same:
            whole = _merged(anchor.fields, wanted)
            new = _confirmed(_sound(edited(built(anchor.kind, whole, self.text), wanted, self.text)))
            old = self._matched(anchor, match) if match else None
            now = self.found(anchor.kind)[match.place] if match else {}
            self.put(anchor.kind, old, new)
            return "conflict", differences(anchor.fields, now, anchor.core) if match else GONE, new
        now = self.found(anchor.kind)[match.place]
        record = self._matched(anchor, match)
        kept = [n for n in _telling(wanted) if n in anchor.fields] if wanted else DETAILS[anchor.kind]
        changed = [name for name in kept if said(now, (name,)) != said(anchor.fields, (name,))]
        back = {} if wanted else {name: anchor.fields.get(name) for name in changed}
        if "place_en" in back:
            back["place"] = anchor.fields.get("place")
        self.put(
            anchor.kind, record, new := _confirmed(_sound(edited(record, {**back, **wanted}, self.text)))
        )
        return ("conflict" if changed else "applied"), differences(anchor.fields, now, changed), new

    # -- what became of them

    def settled(self, correction: Correction) -> Correction:
        """A correction with the IRIs its records now have and its outcome."""
        if correction.action in JOINING:
            return self._joined(correction)
        outcome, message = self._outcomes[correction.key]
        result = self._results[correction.key]
        names = self._written()[1]
        group = getattr(self.records, GROUPS[correction.anchors[0].kind])
        now = names[result] if result is not None and result in group else None
        return replace(
            correction, anchors=(replace(correction.anchors[0], now=now),), outcome=outcome, message=message
        )

    def _joined(self, correction: Correction) -> Correction:
        """A merge or split with the IRIs that the records of this article now have."""
        anchors = tuple(self._resolved(a) for a in correction.anchors)
        notes = list(dict.fromkeys(a.note for a in anchors if a.note))
        return replace(
            correction,
            anchors=anchors,
            outcome="conflict" if notes else "applied",
            message="; ".join(notes) or None,
        )

    def _resolved(self, anchor: Anchor) -> Anchor:
        if anchor.article != self.records.article.key:
            return anchor
        if anchor.kind == "person":
            now = find_person(anchor, people(self.records))
            return replace(anchor, now=now, note=None if now else f"{anchor.fields['name']}: {GONE}")
        found = self.found(anchor.kind)
        match = find(anchor, found, self.text)
        if match is None:
            return replace(anchor, now=None, note=f"«{anchor.fields['quote'][:60]}»: {GONE}")
        told = found[match.place]
        note = None if match.same else differences(anchor.fields, told, anchor.core)
        return replace(anchor, now=told["iri"], note=note)


_ACTS = {"accept": _Desk.accept, "reject": _Desk.reject, "edit": _Desk.edit, "add": _Desk.add}


def _confirmed(record: Record) -> Record:
    return replace(record, claim="confirmed", confidence=CERTAIN)


def _sound(record: Record) -> Record:
    if found := flaws(record):
        raise InputError("; ".join(found))
    return record


def _telling(wanted: Json) -> list[str]:
    """The wanted fields that say something; the wording of a place that has a name in English does not."""
    return [name for name in wanted if name != "quote" and not (name == "place" and wanted.get("place_en"))]


def _says(now: Json, wanted: Json) -> bool:
    """Whether an extraction record has all the wanted fields already."""
    names = (*_telling(wanted), *(name for name in wanted if name == "quote"))
    return all(said(now, (name,)) == said(wanted, (name,)) for name in names)


def _merged(fields: Json, wanted: Json) -> Json:
    """An extraction record with some fields put in; who takes part follows the lists that were given."""
    whole = {**fields, **wanted}
    if fields.get("record") == "event" and wanted.keys() & {"participants", "source", "target", "host"}:
        cast = recast([Participation(**part) for part in fields.get("participations") or ()], wanted)
        whole["participations"] = [
            {"actor": p.actor, "role": p.role, "person": p.person, "post": p.post, "body": p.body}
            for p in cast
        ]
        whole["participants"] = list(dict.fromkeys(p.actor for p in cast))
    return whole
