"""Typed rows of the tables in ``data/reference`` and a cached loader for each.

All columns are text. Dates are ISO 8601 at the precision that the source has (``YYYY``, ``YYYY-MM`` or
``YYYY-MM-DD``); an empty date is unknown or open. ``source`` holds keys that the README beside the tables
explains, separated by ``|``.
"""

from __future__ import annotations

import csv
from collections.abc import Callable
from dataclasses import dataclass, fields
from datetime import date
from functools import cache
from operator import itemgetter
from pathlib import Path
from typing import Any, TypeVar

from graph.exc import InputError
from graph.paths import reference_dir

Row = TypeVar("Row")

STATE_KINDS = ("member", "observer", "other", "former")
NAME_KINDS = (
    "official",
    "short",
    "variant",
    "former",
    "abbreviation",
    "adjective",
    "adjective-f",
    "adjective-mp",
    "adjective-mo",
    "adjective-fp",
    "demonym",
    "capital",
    "seat",
)
CAUTIONS = ("", "word", "person", "place", "dateline")
PLACE_KINDS = ("capital", "city", "seat", "region")


@dataclass(frozen=True, slots=True)
class StateRow:
    """A state or territory; ``region`` and ``subregion`` are UN M49 names in English."""

    code: str
    alpha2: str
    numeric: str
    wikidata: str
    kind: str
    begin: str
    end: str
    region: str
    subregion: str
    un_admitted: str
    successors: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True)
class NameRow:
    """One written form of a state or organization, in force from ``begin`` to ``until`` where given.

    ``caution`` says what else the form often is (``word``, ``person``, ``place``), so that a reader asks
    for more context. ``dateline`` marks an outlet's form that stands in datelines and signatures only.
    """

    code: str
    lang: str
    kind: str
    name: str
    begin: str
    until: str
    source: str
    caution: str = ""


@dataclass(frozen=True, slots=True)
class BodyRow:
    """A name of a ministry or other body that states have, without the state's name; the first is its label.

    A pattern has "…" for what stands beside its words, and no key; ``kind`` is a concept of ``organization-kind``.
    """

    body: str
    kind: str
    lang: str
    name: str


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A place that diplomacy names; ``state`` is empty for seas, continents and undetermined places.

    ``fr`` may be empty; ``caution`` is about the English and the Arabic name, see NameRow.
    """

    key: str
    en: str
    ar: str
    fr: str
    state: str
    kind: str
    aliases: tuple[str, ...]
    begin: str
    until: str
    source: str
    caution: str = ""


OUTLETS = ("outlet", "world-outlet")
"""Kinds of organizations that publish news; the second writes for the world, not for the state of its seat."""


@dataclass(frozen=True, slots=True)
class OrganizationRow:
    """An organization; ``seat`` is a place's English name, ``parent`` an organization's or state's id."""

    id: str
    kind: str
    seat: str
    parent: str
    founded: str
    dissolved: str
    wikidata: str
    source: str


@dataclass(frozen=True, slots=True)
class MembershipRow:
    """That ``member`` (a state's code or an organization's id) had ``role`` from ``start`` to ``end``."""

    organization: str
    member: str
    role: str
    start: str
    end: str
    source: str
    note: str


@dataclass(frozen=True, slots=True)
class HoldingRow:
    """That a person held a post of a state; ``person`` is the name in Latin script."""

    person: str
    wikidata: str
    name_ar: str
    post: str
    state: str
    start: str
    end: str
    source: str


@dataclass(frozen=True, slots=True)
class TieRow:
    """A tie that ``sender`` has to ``to`` (mission, recognition, relations), as known on ``as_of``."""

    sender: str
    to: str
    kind: str
    place: str
    since: str
    as_of: str
    source: str


# columns whose English name is a Python keyword or is said otherwise in the rows
COLUMNS: dict[type, dict[str, str]] = {
    NameRow: {"begin": "from"},
    PlaceRow: {"begin": "from"},
    TieRow: {"sender": "from"},
}
LISTS = frozenset({"successors", "aliases"})


def _builder(kind: type[Row], header: list[str], name: str) -> Callable[[list[str]], Row]:
    renamed = COLUMNS.get(kind, {})
    picked: list[int] = []
    lists: list[int] = []
    for place, column in enumerate(fields(kind)):  # type: ignore[arg-type]
        wanted = renamed.get(column.name, column.name)
        if wanted in header:
            picked.append(header.index(wanted))
        elif column.name != "caution":  # the last field, and with a default
            raise InputError(f"{name} has no column {wanted!r}; its header is {','.join(header)}")
        if column.name in LISTS:
            lists.append(place)
    pick = itemgetter(*picked)

    def build(cells: list[str]) -> Row:
        values: list[Any] = list(map(str.strip, pick(cells)))
        for place in lists:
            values[place] = tuple(part.strip() for part in values[place].split("|") if part.strip())
        return kind(*values)

    return build


def load(name: str, kind: type[Row], folder: Path | None = None) -> tuple[Row, ...]:
    """Read the table ``name`` of the reference folder, or of another one, into rows of ``kind``.

    Raises InputError where the table is missing, lacks a column or has a row of another width.
    """
    path = (folder or reference_dir()) / name
    try:
        with path.open(encoding="utf-8", newline="") as lines:
            table = csv.reader(lines)
            header = next(table, [])
            build = _builder(kind, header, name)
            rows = []
            for cells in table:
                if len(cells) != len(header):
                    raise InputError(f"{path}, line {table.line_num}: {len(cells)} cells, not {len(header)}")
                rows.append(build(cells))
    except FileNotFoundError:
        raise InputError(f"the reference table {path} is missing; reinstall the package") from None
    return tuple(rows)


@cache
def states() -> tuple[StateRow, ...]:
    """States, territories that diplomacy names and former states, by code."""
    return load("states.csv", StateRow)


@cache
def state_names() -> tuple[NameRow, ...]:
    """Every written form of a state: names, adjectives, capitals and seats that stand for it."""
    return load("state_names.csv", NameRow)


@cache
def places() -> tuple[PlaceRow, ...]:
    """Cities, regions and seas with the state they lie in."""
    return load("places.csv", PlaceRow)


@cache
def bodies() -> tuple[BodyRow, ...]:
    """What the ministries and other bodies of a state are called."""
    return load("bodies.csv", BodyRow)


@cache
def organizations() -> tuple[OrganizationRow, ...]:
    """International organizations and armed or political groups that act like sides."""
    return load("organizations.csv", OrganizationRow)


@cache
def organization_names() -> tuple[NameRow, ...]:
    """Every written form of an organization."""
    return load("organization_names.csv", NameRow)


@cache
def memberships() -> tuple[MembershipRow, ...]:
    """Who belonged to which organization, in which role, since and until when."""
    return load("memberships.csv", MembershipRow)


@cache
def holdings() -> tuple[HoldingRow, ...]:
    """Who held which post of a state, with dates."""
    return load("holdings.csv", HoldingRow)


@cache
def ties() -> tuple[TieRow, ...]:
    """Missions, recognition and relations between states."""
    return load("ties.csv", TieRow)


def in_force(begin: str, until: str, day: date) -> bool:
    """Whether ``day`` lies between two dates of any precision; an empty date leaves that end open.

    A year or month counts as a whole, so that ``2019`` both begins and ends with any day of 2019.
    """
    iso = day.isoformat()
    return (not begin or iso[: len(begin)] >= begin) and (not until or iso[: len(until)] <= until)
