"""The mapping files of ``data/imports``: what the columns and codes of a format mean."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from graph.exc import InputError
from graph.paths import imports_dir

FORMATS = ("gdelt", "icews", "polecat")
"""The formats of coded events, each a mapping file."""

Place = int | str
"""A column by its place, from 0, or by its name in the header."""


@dataclass(frozen=True, slots=True)
class Side:
    """The columns that say who one side of a row is; ``group`` and ``roles`` where the format has them."""

    country: Place
    name: Place
    group: Place | None = None
    roles: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class Layout:
    """The columns of one version of a format; ``width`` is how many there are where no header tells."""

    id: Place
    day: Place
    code: Place
    by: Side
    to: Side
    shown: tuple[Place, ...]
    mode: Place | None = None
    url: Place | None = None
    width: int | None = None


@dataclass(frozen=True, slots=True)
class Parties:
    """How a format names actors: its codes or names where ours differ, and the roles of those who act for a state."""

    countries: Mapping[str, str]
    groups: Mapping[str, str]
    names: bool
    official: frozenset[str]


@dataclass(frozen=True, slots=True)
class Format:
    """One format: its source, its file, its layouts and its actors."""

    key: str
    titles: Mapping[str, str]
    page: str
    codes: str
    day: str
    header: bool
    quoted: bool
    lost_zeros: bool
    layouts: tuple[Layout, ...]
    parties: Parties


def table(name: str) -> dict[str, Any]:
    """A mapping file by its key (``gdelt``); InputError where there is none."""
    path = imports_dir() / f"{name}.toml"
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise InputError(f"{path} is missing; install the package again") from None


@cache
def format_of(key: str) -> Format:
    """A format of FORMATS; InputError for another key."""
    if key not in FORMATS:
        raise InputError(f"{key!r} is no format of coded events; these are: {', '.join(FORMATS)}")
    told = table(key)
    file, parties = told["file"], told["parties"]
    return Format(
        key=key,
        titles=told["source"]["title"],
        page=told["source"]["page"],
        codes=file["codes"],
        day=file["day"],
        header=file["header"],
        quoted=file["quoted"],
        lost_zeros=file["lost_zeros"],
        layouts=tuple(_layout(layout) for layout in told["layouts"]),
        parties=Parties(
            countries=parties["countries"],
            groups=parties["groups"],
            names=parties["names"],
            official=frozenset(parties["official"]),
        ),
    )


def _layout(told: Mapping[str, Any]) -> Layout:
    by, to = (Side(**{**told[name], "roles": tuple(told[name].get("roles", ()))}) for name in ("by", "to"))
    rest = {name: value for name, value in told.items() if name not in {"by", "to", "shown"}}
    return Layout(**rest, by=by, to=to, shown=tuple(told["shown"]))


@cache
def mapping_version() -> str:
    """Sixteen digits that change with the mapping files and with the code that writes rows."""
    found = hashlib.sha256()
    for path in [*sorted(imports_dir().glob("*.toml")), *sorted(Path(__file__).parent.glob("*.py"))]:
        found.update(path.name.encode() + path.read_bytes())
    return found.hexdigest()[:16]
