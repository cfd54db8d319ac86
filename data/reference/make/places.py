"""Make places.csv: capitals, the exemplar cities of CLDR's time zones and the places written by hand.

Usage: python data/reference/make/places.py
"""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from babel import Locale
from babel.core import get_global

Row = dict[str, str]
HERE = Path(__file__).resolve().parent
COLUMNS = ("key", "en", "ar", "fr", "state", "kind", "aliases", "from", "until", "source")
# zones whose exemplar is no city that news would name, or that CLDR lists for another purpose
LEFT_OUT = re.compile(r"Antarctica/|Etc/|Indiana/|Kentucky/|North_Dakota/|Argentina/(?!Buenos)")


def slug(name: str) -> str:
    """A key of lower-case letters, digits and hyphens."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return re.sub(r"[^a-z0-9]+", "-", bare.lower()).strip("-")


def rows(name: str) -> Iterator[Row]:
    """Rows of a hand-written table, split by |; lines that begin with # are notes."""
    with (HERE / name).open(encoding="utf-8", newline="") as lines:
        kept = (line for line in lines if not line.startswith("#"))
        yield from csv.DictReader(kept, delimiter="|", quoting=csv.QUOTE_NONE)


def codes() -> dict[str, str]:
    """alpha-2 -> alpha-3 for the living states and territories of states.csv."""
    with (HERE.parent / "states.csv").open(encoding="utf-8", newline="") as lines:
        return {r["alpha2"]: r["code"] for r in csv.DictReader(lines) if r["kind"] != "former"}


def state_names() -> set[str]:
    """Names of states in Arabic and English: no city is called so here, the state is found instead."""
    kinds = ("official", "short", "variant")
    with (HERE.parent / "state_names.csv").open(encoding="utf-8", newline="") as lines:
        found = {r["name"] for r in csv.DictReader(lines) if r["kind"] in kinds and r["lang"] in ("ar", "en")}
    return found - {"عمان", "عمّان"}


def place(names: tuple[str, str, str], state: str, kind: str, aliases: list[str], source: str) -> Row:
    """One row, its aliases once each and none that repeats a name (English, Arabic, French)."""
    others = [a for a in dict.fromkeys(aliases) if a and a not in names]
    en, ar, fr = names
    cells = (slug(en), en, ar, fr, state, kind, "|".join(others), "", "", source)
    return dict(zip(COLUMNS, cells, strict=True))


def by_hand() -> Iterator[Row]:
    """Places of cities.psv; several Arabic or English spellings stand with commas, the usual one first."""
    for row in rows("cities.psv"):
        en, *more = [n.strip() for n in row["en"].split(",")]
        ar, *other = [n.strip() for n in row["ar"].split(",")]
        made = place((en, ar, row["fr"]), row["state"], row["kind"] or "city", more + other, "usage")
        yield made | {"from": row["from"] or "", "until": row["until"] or ""}


def capitals() -> Iterator[Row]:
    """The first capital of each state in forms.psv, with its other spellings."""
    for row in rows("forms.psv"):
        en = row["en_capital"].split(",")[0].partition("!")[0]
        ar = [n.partition("!")[0].strip() for n in row["ar_capital"].split(",")]
        if en and ar[0]:
            yield place((en, ar[0], ""), row["code"], "capital", ar[1:], "usage")


def exemplars() -> Iterator[Row]:
    """The exemplar cities of CLDR with their names in English, Arabic and French."""
    arabic, english, french = (Locale(x).time_zones for x in ("ar", "en", "fr"))
    alpha3, taken = codes(), state_names()
    for zone, territory in get_global("zone_territories").items():
        if territory not in alpha3 or LEFT_OUT.match(zone) or "/" not in zone:
            continue
        ar = arabic.get(zone, {}).get("city", "")
        en = english.get(zone, {}).get("city") or zone.rsplit("/", 1)[-1].replace("_", " ")
        fr = french.get(zone, {}).get("city", "")
        if ar and not {ar, en} & taken:
            yield place((en, ar, fr or en), alpha3[territory], "city", [], "cldr")


def merged() -> list[Row]:
    """All places, those by hand first; a later one of the same key and state only adds what is missing."""
    kept: dict[tuple[str, str], Row] = {}
    for row in [*by_hand(), *capitals(), *exemplars()]:
        key = (row["key"], row["state"])
        first = kept.setdefault(key, row)
        if first is row:
            continue
        known = first["aliases"].split("|") if first["aliases"] else []
        spellings = [*known, *row["aliases"].split("|"), row["ar"], row["en"]]
        own = (first["en"], first["ar"], first["fr"])
        first["aliases"] = "|".join(a for a in dict.fromkeys(spellings) if a and a not in own)
        first["fr"] = first["fr"] or row["fr"]
        if row["source"] not in first["source"]:
            first["source"] += "|" + row["source"]
        if row["kind"] == "capital":
            first["kind"] = "capital"
    table = list(kept.values())
    keys = [r["key"] for r in table]
    for row in table:
        if keys.count(row["key"]) > 1:
            row["key"] += "-" + (row["state"] or "x").lower()
    return sorted(table, key=lambda r: r["key"])


def make(target: Path) -> None:
    """Write places.csv into the target folder."""
    with (target / "places.csv").open("w", encoding="utf-8", newline="") as lines:
        writer = csv.DictWriter(lines, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(merged())


if __name__ == "__main__":
    make(HERE.parent)
