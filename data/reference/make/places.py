"""Make places.csv: places written by hand and capitals, with CLDR's names of exemplar cities.

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
COLUMNS = ("key", "en", "ar", "fr", "state", "kind", "aliases", "from", "until", "source", "caution")
CAUTIONS = {"w": "word", "p": "person", "l": "place"}
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
    cells = (slug(en), en, ar, fr, state, kind, "|".join(others), "", "", source, "")
    return dict(zip(COLUMNS, cells, strict=True))


def by_hand() -> Iterator[Row]:
    """Places of cities.psv; several Arabic or English spellings stand with commas, the usual one first.

    A mark (!w, !p, !l) behind the first spelling is the place's caution; a later one with a mark is dropped.
    """
    for row in rows("cities.psv"):
        (en, *more), (ar, *other) = ([n.strip() for n in row[k].split(",")] for k in ("en", "ar"))
        marks = {n[-1] for n in (en, ar) if n[-2:-1] == "!"}
        en, ar = en.partition("!")[0], ar.partition("!")[0]
        others = [n for n in more + other if "!" not in n]
        made = place((en, ar, row["fr"] or en), row["state"], row["kind"], others, "usage")
        dates = {"from": row["from"], "until": row["until"]}
        yield made | dates | {"caution": CAUTIONS[marks.pop()] if marks else ""}


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
    """All places, those by hand first; capitals and CLDR's cities add what is missing.

    An exemplar city that nobody wrote by hand is left out: most are small, and many look like words in
    Arabic (نوم for Nome). Of two spellings of one place the one written by hand stands first.
    """
    kept: dict[tuple[str, str], Row] = {}
    for row in [*by_hand(), *capitals()]:
        first = kept.setdefault((row["key"], row["state"]), row)
        if first is not row:
            join(first, row)
    for row in exemplars():
        for state in (row["state"], ""):
            if (row["key"], state) in kept:
                join(kept[row["key"], state], row)
    table = list(kept.values())
    own = {name for row in table for name in (row["en"], row["ar"])}
    keys = [row["key"] for row in table]
    for row in table:
        row["aliases"] = "|".join(a for a in row["aliases"].split("|") if a not in own)
        if keys.count(row["key"]) > 1:
            row["key"] += "-" + (row["state"] or "x").lower()
    return sorted(table, key=lambda r: r["key"])


def join(first: Row, row: Row) -> None:
    """Add the spellings and the source of a second row of the same place to the first."""
    spellings = [*first["aliases"].split("|"), *row["aliases"].split("|"), row["ar"], row["en"]]
    own = ("", first["en"], first["ar"], first["fr"])
    first["aliases"] = "|".join(a for a in dict.fromkeys(spellings) if a not in own)
    first["fr"] = row["fr"] if row["source"] == "cldr" else first["fr"] or row["fr"]
    first["source"] = "|".join(dict.fromkeys([*first["source"].split("|"), row["source"]]))
    if row["kind"] == "capital":
        first["kind"] = "capital"


def make(target: Path) -> None:
    """Write places.csv into the target folder."""
    with (target / "places.csv").open("w", encoding="utf-8", newline="") as lines:
        writer = csv.DictWriter(lines, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(merged())


if __name__ == "__main__":
    make(HERE.parent)
