"""Corrections: what a person says of records, apart from how it is kept and how it is applied.

A correction names its records by an anchor, not by their IRIs: rules change, spans move, and with them IRIs.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from graph.exc import InputError
from ontology.terms import CORRECTION_ACTIONS

Json = dict[str, Any]

# kind of record, as corrections name it -> its list in ArticleRecords and in the extraction record
GROUPS = {
    "actor": "actors",
    "event": "events",
    "position": "positions",
    "post": "posts",
    "membership": "memberships",
    "agreement": "agreements",
    "commitment": "commitments",
}
# word in an IRI -> kind of record
KIND_OF = {
    "mention": "actor",
    "event": "event",
    "position": "position",
    "holding": "post",
    "membership": "membership",
    "agreement": "agreement",
    "commitment": "commitment",
    "person": "person",
}
# what a record of a kind says at heart: where this differs, it is another record
CORE = {
    "actor": ("id",),
    "event": ("type", "participants"),
    "position": ("stance", "holders"),
    "post": ("person", "post", "actor"),
    "membership": ("member", "organization", "role"),
    "agreement": ("title", "parties"),
    "commitment": ("makers",),
}
# what else it says; evidence, confidence and rule are not what a record says
DETAILS = {
    "actor": ("kind",),
    "event": ("status", "source", "target", "host", "earliest", "latest", "place_en", "round"),
    "position": ("target", "favours", "disfavours", "speaker"),
    "post": (),
    "membership": (),
    "agreement": (),
    "commitment": ("undertaking",),
}
JOINING = ("merge", "split")


def said(fields: Json, names: tuple[str, ...]) -> Json:
    """Some fields of an extraction record, lists as sorted tuples, so that equal ones compare equal."""
    return {
        name: tuple(sorted(value)) if isinstance(value, list) else value
        for name in names
        for value in [fields.get(name)]
    }


@dataclass(frozen=True, slots=True)
class Anchor:
    """A record as it was when somebody judged it, enough to find it after another reading.

    ``fields`` is its extraction record with ``record``, its kind; ``beside`` is what other records of its kind
    at the same words said at heart, which it is not to be mistaken for. ``now`` is the IRI it has since the last
    reading, None where it is gone, and ``note`` what is the matter with it. ``article`` is a key; people of the
    reference tables have none.
    """

    article: str | None
    fields: Json
    beside: tuple[Json, ...] = ()
    now: str | None = None
    note: str | None = None

    @property
    def kind(self) -> str:
        """The kind of record."""
        return str(self.fields["record"])

    @property
    def core(self) -> Json:
        """What the record said at heart."""
        return said(self.fields, CORE[self.kind])


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """That somebody took a correction back."""

    by: str
    at: datetime
    why: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """One judgement: what it does to which records, by whom, when, why, and what became of it.

    ``wanted`` are the fields of an edit or addition, with the keys of the extraction record; ``outcome`` is one
    of CORRECTION_OUTCOMES and ``message`` says what stands against it. InputError for what cannot be meant.
    """

    key: str
    action: str
    anchors: tuple[Anchor, ...]
    by: str
    at: datetime
    why: str | None = None
    wanted: Json | None = None
    outcome: str = "applied"
    message: str | None = None
    withdrawn: Withdrawal | None = None

    def __post_init__(self) -> None:
        if self.action not in CORRECTION_ACTIONS:
            raise InputError(f"{self.action!r} is none of {', '.join(CORRECTION_ACTIONS)}")
        if len(self.anchors) != (2 if self.action in JOINING else 1):
            raise InputError(
                f"{self.action} takes {'two records' if self.action in JOINING else 'one record'}"
            )
        if not self.by.strip():
            raise InputError("a correction says who made it")

    @property
    def active(self) -> bool:
        """Whether it still is to be applied."""
        return self.withdrawn is None

    @property
    def articles(self) -> tuple[str, ...]:
        """Keys of the articles it is about, once each."""
        return tuple(dict.fromkeys(a.article for a in self.anchors if a.article is not None))
