"""Make states.csv and state_names.csv from the open sets and the forms that agencies write.

Usage: python data/reference/make/states.py SETS   (SETS: the folder of the open data sets)
"""

from __future__ import annotations

import csv
import re
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

HERE = Path(__file__).resolve().parent
STATE_COLUMNS = (
    "code", "alpha2", "numeric", "wikidata", "kind", "begin", "end",
    "region", "subregion", "un_admitted", "successors", "source",
)  # fmt: skip
NAME_COLUMNS = ("code", "lang", "kind", "name", "from", "until", "source", "caution")
# "m" is a word too, but only in the masculine singular and the feminine plural (مجرى, مجريات); a person's
# name is a caution of the singular alone
NUMBER = "word in two forms"
CAUTIONS = {"w": "word", "p": "person", "l": "place", "m": NUMBER}
TERRITORIES = ("HKG", "MAC", "GRL", "FRO", "GIB", "FLK", "PRI", "NCL", "PYF", "COK", "NIU")
# Kosovo has no row in ISO 3166; XKX is the code that the contract of the project and the EU use.
KOSOVO = {
    "ISO3166-1-Alpha-2": "XK",
    "wikidata_id": "Q1246",
    "Region Name": "Europe",
    "Sub-region Name": "Southern Europe",
}
TAIWAN_REGION = ("Asia", "Eastern Asia")
# Begin of the present state where the first date of the Factbook's independence text is another one;
# "" where no day of the last century marks one.
BEGINS = {
    "DEU": "1949-05-23",
    "EST": "1991-08-20",
    "LVA": "1991-08-21",
    "LTU": "1990-03-11",
    "TLS": "2002-05-20",
    "LAO": "1953-10-22",
    "PSE": "1988-11-15",
    "YEM": "1990-05-22",
    "RUS": "1991-12-25",
    "SEN": "1960-08-20",
    "JPN": "",
    "IRN": "",
    "HKG": "1997-07-01",
    "MAC": "1999-12-20",
    "COK": "1965-08-04",
    "NIU": "1974-10-19",
}
SINCE = 1940
# The United Nations list has the day after; see the note of the set.
ADMITTED = {"THA": "1946-12-16"}
# The set leaves the id of Namibia out (its code NA was read as "not available") and has the Kingdom of the
# Netherlands, where missions and posts in Wikidata are those of the Netherlands.
WIKIDATA = {"NAM": "Q1030", "NLD": "Q55"}
LANGUAGES = ("ar", "en", "fr", "ru", "es", "zh")
UNTERM = {"ar": "Arabic", "en": "English"}
ENDINGS = {
    "adjective": "",
    "adjective-f": "ة",
    "adjective-mp": "ون",
    "adjective-mo": "ين",
    "adjective-fp": "ات",
}
FRENCH_KINDS = ("adjective", "adjective-f", "adjective-mp", "adjective-fp")
KIND_ORDER = [
    "official",
    "short",
    "variant",
    "abbreviation",
    "former",
    *ENDINGS,
    "demonym",
    "capital",
    "seat",
]


def rows(path: Path, delimiter: str = ",") -> Iterator[dict[str, str]]:
    """Rows of a table with a header; lines that begin with # are notes."""
    with path.open(encoding="utf-8-sig", newline="") as lines:
        yield from csv.DictReader(
            (line for line in lines if not line.startswith("#")),
            delimiter=delimiter,
            quoting=csv.QUOTE_NONE if delimiter == "|" else csv.QUOTE_MINIMAL,
        )


class Sets:
    """The open data sets that names and codes come from, by code."""

    def __init__(self, folder: Path) -> None:
        self.codes = {r["ISO3166-1-Alpha-3"]: r for r in rows(folder / "country-codes" / "country-codes.csv")}
        self.codes["XKX"] = KOSOVO
        self.ocha = {
            r["ISO 3166-1 Alpha 3-Codes"] or r["x Alpha3 codes"]: r
            for r in rows(folder / "ocha-countries" / "countries.csv")
        }
        self.admitted = {
            r["iso3"]: r["admitted"] for r in rows(folder / "un-membership" / "un-members.csv")
        } | ADMITTED
        self.factbook = {r["iso3"]: r for r in rows(folder / "world-factbook" / "states.csv") if r["iso3"]}
        self.cldr: dict[str, list[dict[str, str]]] = {}
        for row in rows(folder / "cldr-territories" / "territories.csv"):
            self.cldr.setdefault(row["code"], []).append(row)
        adjectives = rows(folder / "arabic-nationalities" / "nationalities.csv")
        self.adjectives = {r[k] for r in adjectives for k in ("male", "males", "female", "females")}

    def territory(self, code: str) -> list[dict[str, str]]:
        """CLDR's rows for a state: the usual name first, then short and variant names."""
        found = self.cldr.get(self.codes[code]["ISO3166-1-Alpha-2"].strip(), [])
        return sorted(found, key=lambda r: (r["variant"] != "", r["variant"]))


def begin(code: str, sets: Sets) -> str:
    """First day of the present state, ISO 8601, or empty where it is older than SINCE."""
    if code in BEGINS:
        return BEGINS[code]
    text = sets.factbook.get(code, {}).get("independence", "")
    found = re.match(r"(\d{1,2} [A-Z][a-z]+ (\d{4}))", text)
    if not found or int(found[2]) < SINCE:
        return ""
    return datetime.strptime(found[1], "%d %B %Y").date().isoformat()


def state_row(code: str, sets: Sets) -> dict[str, str]:
    """One living state or territory."""
    known = sets.codes[code]
    kind = "member" if code in sets.admitted else "observer" if code in ("PSE", "VAT") else "other"
    region, subregion = known["Region Name"], known["Sub-region Name"]
    if code == "TWN":
        region, subregion = TAIWAN_REGION
    started = begin(code, sets)
    sources = ["usage"] if code == "XKX" else ["country-codes"]
    sources += ["un-list"] * (code in sets.admitted)
    sources += ["usage" if code in BEGINS else "factbook"] * bool(started)
    return {
        "code": code,
        "alpha2": known["ISO3166-1-Alpha-2"].strip(),
        "numeric": known.get("ISO3166-1-numeric", "").strip().zfill(3).replace("000", ""),
        "wikidata": WIKIDATA.get(code) or known["wikidata_id"].rsplit("/", 1)[-1],
        "kind": kind,
        "begin": started,
        "end": "",
        "region": region,
        "subregion": subregion,
        "un_admitted": sets.admitted.get(code, ""),
        "successors": "",
        "source": "|".join(sources),
    }


def former_rows() -> Iterator[dict[str, str]]:
    """The former states, written by hand with the end of the row (successors, source) split by |."""
    lines = (HERE / "former.psv").read_text(encoding="utf-8").splitlines()
    for line in lines[1:]:
        cells = line.split("|")
        cells[10:] = [cells[10].replace(",", "|"), "|".join(cells[11:])]
        yield dict(zip(STATE_COLUMNS, cells, strict=True))


def split(cell: str) -> Iterator[tuple[str, str]]:
    """The comma-separated forms of a cell, each with its caution (after !)."""
    for part in cell.split(","):
        form, _, mark = part.strip().partition("!")
        if form:
            yield form, CAUTIONS.get(mark, "")


def is_abbreviation(name: str) -> bool:
    """Whether a form is written in capitals and stops only (U.S., DPRK)."""
    return name.isascii() and name.replace(".", "").isupper() and len(name) <= 8


def bare(name: str) -> str:
    """A UNTERM name without the mark of observers, the article and the inverted part."""
    name = re.sub(r"\s*\*+$", "", name.strip())
    return re.sub(r"^the\s+", "", name)


class Names:
    """The rows of state_names.csv, each form once for a state, language and kind."""

    def __init__(self, sets: Sets) -> None:
        self.sets = sets
        self.rows: list[dict[str, str]] = []
        self.seen: set[tuple[str, ...]] = set()

    def add(self, *cells: str) -> None:
        """Add a form (code, lang, kind, name, source and, where there is one, caution) unless it is there."""
        columns = ("code", "lang", "kind", "name", "source", "caution")
        self.add_row(dict(zip(columns, cells, strict=False)))

    def add_row(self, given: dict[str, str]) -> None:
        """Add a row, unless the same form stands there for the same time."""
        row = dict.fromkeys(NAME_COLUMNS, "") | {k: v or "" for k, v in given.items()}
        key = (row["code"], row["lang"], row["kind"], row["name"], row["from"])
        if row["name"] and key not in self.seen:
            self.seen.add(key)
            self.rows.append(row)

    def has(self, code: str, lang: str, kind: str, now: bool = False) -> bool:
        """Whether a form of this kind (``now``: one still in force) stands there for the state."""
        key = (code, lang, kind)
        return any((r["code"], r["lang"], r["kind"]) == key and not (now and r["until"]) for r in self.rows)

    def knows(self, code: str, lang: str, name: str) -> bool:
        """Whether the state has this form as a name (not as an adjective or a capital)."""
        kinds = ("official", "short", "variant", "former", "abbreviation")
        return any(
            r["name"] == name and r["code"] == code and r["lang"] == lang and r["kind"] in kinds
            for r in self.rows
        )

    def source(self, code: str, lang: str, name: str) -> str:
        """The set that writes the form this way, or ``usage``."""
        if code in self.sets.codes:
            if name in {r[lang] for r in self.sets.territory(code)}:
                return "cldr"
            known = self.sets.codes[code]
            if name in (bare(known.get(f"UNTERM {UNTERM[lang]} {k}", "")) for k in ("Short", "Formal")):
                return "unterm"
        return "usage"


def names_of(code: str, names: Names, forms: dict[str, str]) -> None:
    """Official, short and variant names, adjectives, demonyms and capitals of one state."""
    for lang in ("ar", "en"):
        known = names.sets.codes.get(code, {})
        official = bare(known.get(f"UNTERM {UNTERM[lang]} Formal", ""))
        if official and not names.has(code, lang, "official"):
            names.add(code, lang, "official", official, "unterm", dict(split(forms[lang])).get(official, ""))
        for name, caution in split(forms[lang]):
            first = not names.has(code, lang, "short")
            kind = "short" if first else "abbreviation" if is_abbreviation(name) else "variant"
            if first or not names.knows(code, lang, name):
                names.add(code, lang, kind, name, names.source(code, lang, name), caution)
        if not names.has(code, lang, "official"):
            name, caution = next(split(forms[lang]))
            names.add(code, lang, "official", name, "usage", caution)
        if not names.has(code, lang, "capital", now=True):
            for name, caution in split(forms[f"{lang}_capital"]):
                names.add(code, lang, "capital", name, "usage", caution)
    arabic_adjectives(code, names, forms)
    for form, caution in split(forms["en_adjective"]):
        kind = "abbreviation" if is_abbreviation(form) else "adjective"
        if kind == "adjective" or not names.knows(code, "en", form):
            names.add(code, "en", kind, form, "usage", caution)
    for form, caution in split(forms["en_demonym"]):
        names.add(code, "en", "demonym", form, "usage", caution)


def feminine(masculine: str) -> str:
    """The feminine of a French adjective of nationality by the regular endings (égyptien, égyptienne)."""
    if masculine.endswith("e"):
        return masculine
    return masculine + ("ne" if masculine.endswith(("ien", "éen")) else "e")


def french_names(code: str, names: Names, forms: dict[str, str]) -> None:
    """French variants, the four forms of each adjective, the name of the people, the capital and seats."""
    for name, caution in split(forms["name"]):
        kind = "abbreviation" if is_abbreviation(name) else "variant"
        if not names.knows(code, "fr", name):
            names.add(code, "fr", kind, name, "usage", caution)
    for pair, caution in split(forms["adjective"]):
        masculine, _, other = pair.partition("/")
        plural = masculine if masculine.endswith(("s", "x")) else masculine + "s"
        women = other or feminine(masculine)
        for kind, word in zip(FRENCH_KINDS, (masculine, women, plural, women + "s"), strict=True):
            names.add(code, "fr", kind, word, "usage", caution)
        names.add(
            code, "fr", "demonym", "-".join(w.capitalize() for w in plural.split("-")), "usage", caution
        )
    for kind in ("capital", "seat"):
        for name, caution in split(forms[kind]):
            names.add(code, "fr", kind, name, "usage", caution)


def inflected(form: str, ending: str) -> str:
    """An adjective with its ending; in كوري جنوبي both words take it, in جنوب أفريقي the last one."""
    words = form.split()
    return " ".join(w + ending if w.endswith("ي") else w for w in words)


def arabic_adjectives(code: str, names: Names, forms: dict[str, str]) -> None:
    """The five indefinite forms of each Arabic adjective, the accusative that is written, broken plurals."""
    for form, marked in split(forms["ar_adjective"]):
        for kind, ending in ENDINGS.items():
            word = inflected(form, ending)
            source = "arwikicats" if word in names.sets.adjectives else "usage"
            free = ending not in ("", "ات") if marked == NUMBER else ending and marked == "person"
            caution = "" if free else marked.split(" ")[0]
            names.add(code, "ar", kind, word, source, caution)
        accusative = form + "ا"
        if not marked and " " not in form and not names.knows(code, "ar", accusative):
            names.add(code, "ar", "adjective", accusative, "usage")
    for form, caution in split(forms["ar_plural"]):
        source = "arwikicats" if form in names.sets.adjectives else "usage"
        names.add(code, "ar", "adjective-mp", form, source, caution)


def set_names(code: str, names: Names) -> None:
    """What the sets call a state beside the forms written by hand; the Arabic and English short names too."""
    for row in names.sets.territory(code):
        for lang in LANGUAGES:
            name = row[lang].strip()
            if not name or (code == "PSE" and row["variant"] == ""):
                continue  # "Palestinian Territories" is a region here, see places.csv
            if lang in UNTERM:
                if not names.knows(code, lang, name) and "SAR China" not in name and "(" not in name:
                    names.add(code, lang, "variant", name, "cldr")
            else:
                names.add(code, lang, "variant" if names.has(code, lang, "short") else "short", name, "cldr")
    if code in names.sets.codes:
        short = bare(names.sets.codes[code].get("UNTERM Arabic Short", ""))
        if short and "(" not in short and not names.knows(code, "ar", short):
            names.add(code, "ar", "variant", short, "unterm")


def make(folder: Path, target: Path) -> None:
    """Write both tables into the target folder."""
    sets = Sets(folder)
    forms = {r["code"]: r for r in rows(HERE / "forms.psv", "|")}
    french = {r["code"]: r for r in rows(HERE / "french.psv", "|")}
    former = list(former_rows())
    living = sorted({*sets.admitted, "PSE", "VAT", "XKX", "TWN", "ESH", *TERRITORIES})
    states = [state_row(code, sets) for code in living] + former
    names = Names(sets)
    for row in rows(HERE / "names.psv", "|"):
        names.add_row(row)
    for state in states:
        code = state["code"]
        if code not in forms:
            raise SystemExit(f"forms.psv has no line for {code}")
        names_of(code, names, forms[code])
        if code in sets.codes:
            set_names(code, names)
        if code in french:
            capital = french[code]["capital"] or forms[code]["en_capital"]
            french_names(code, names, french[code] | {"capital": capital})
    names.rows.sort(key=lambda r: (r["code"], LANGUAGES.index(r["lang"]), KIND_ORDER.index(r["kind"])))
    write(target / "states.csv", STATE_COLUMNS, states)
    write(target / "state_names.csv", NAME_COLUMNS, names.rows)


def write(path: Path, columns: tuple[str, ...], table: list[dict[str, str]]) -> None:
    """Write a table with Unix line ends."""
    with path.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.DictWriter(lines, columns, lineterminator="\n")
        writer.writeheader()
        writer.writerows(table)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    make(Path(sys.argv[1]), HERE.parent)
