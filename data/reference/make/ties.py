"""Write ties.csv from ties.txt and the table of missions made from Wikidata.

Usage: python data/reference/make/ties.py SETS   (SETS: the folder of the open data sets)

An embassy, a high commission and a nunciature are embassies; an embassy whose jurisdictions name further
states makes a non-resident embassy to each of them, unless the sender has a resident one there.
"""

from __future__ import annotations

import csv
import re
import sys
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).resolve().parent
TABLES = HERE.parent
COLUMNS = ("from", "to", "kind", "place", "since", "as_of", "source")
AS_OF = "2022-11-16"
Row = dict[str, str]

EMBASSIES = {"embassy", "high commission", "apostolic nunciature", "British High Commission"}
EMBASSIES |= {"Australian High Commission", "Embassy of the United States"}
EMBASSIES |= {"diplomatic mission of El Salvador"}
CONSULAR = re.compile("consul", re.IGNORECASE)
# bodies and wider realms that Wikidata gives in a state's place
STANDS_FOR = {
    "Q756617": "DNK", "Q29999": "NLD", "Q159583": "VAT", "Q1155502": "CHN", "Q930729": "SWE",
    "Q16911151": "RWA", "Q789889": "RUS", "Q23681": "TRNC", "Q31354462": "ABKHAZIA",
    "Q23427": "SOUTH-OSSETIA", "Q34754": "SOMALILAND",
}  # fmt: skip


def read(path: Path) -> list[Row]:
    """Rows of a comma-separated table."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def hand() -> Iterator[Row]:
    """Recognition and relations of the text."""
    for number, line in enumerate((HERE / "ties.txt").read_text("utf-8").splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        head, _, entries = line.partition(": ")
        kind, _, to = head.partition(" ")
        for entry in entries.split(", "):
            found = re.fullmatch(r"([A-Z]{3}) (\d{4}[\d-]*)", entry)
            if not found or kind not in ("recognition", "relations"):
                sys.exit(f"ties.txt:{number}: cannot read {entry!r}")
            row = {"from": found[1], "to": to, "kind": kind, "place": "", "since": found[2]}
            yield row | {"as_of": "", "source": "hand"}


def kind_of(mission: str) -> str:
    """The kind of tie that a type of mission is."""
    if mission in EMBASSIES:
        return "embassy"
    return "consulate" if CONSULAR.search(mission) else "mission"


def missions(sets: Path, codes: dict[str, str], names: dict[str, str]) -> Iterator[Row]:
    """Resident missions, then the non-resident embassies that their jurisdictions make."""
    table = read(sets / "embassies-wikidata" / "missions.csv")
    resident: set[tuple[str, str]] = set()
    wider: list[Row] = []
    for row in table:
        sender, to = codes.get(row["operator_wikidata"]), codes.get(row["country_wikidata"])
        if not sender or not to or sender == to:
            continue
        kind = kind_of(row["type"])
        since = row["creation"][:10]
        tie = {"from": sender, "to": to, "kind": kind, "place": row["city"], "since": since}
        tie |= {"as_of": AS_OF, "source": "embassies-wikidata"}
        yield tie
        if kind == "embassy":
            resident.add((sender, to))
            others = {names.get(name.strip().casefold(), "") for name in row["jurisdictions"].split("|")}
            wider += [
                tie | {"to": other, "kind": "nonresident", "since": ""} for other in others - {"", to, sender}
            ]
    yield from (tie for tie in wider if (tie["from"], tie["to"]) not in resident)


def main() -> None:
    """Write each tie once: the first of those that agree in sender, receiver, kind and place."""
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    states = read(TABLES / "states.csv")
    codes = {row["wikidata"]: row["code"] for row in states if row["wikidata"]} | STANDS_FOR
    english = [row for row in read(TABLES / "state_names.csv") if row["lang"] == "en"]
    plain = [row for row in english if row["kind"] in ("official", "short", "variant")]
    names = {row["name"].casefold(): row["code"] for row in plain}
    known = {row["code"] for row in states} | {row["id"] for row in read(TABLES / "organizations.csv")}
    ties: dict[tuple[str, ...], Row] = {}
    for row in (*hand(), *missions(Path(sys.argv[1]), codes, names)):
        if {row["from"], row["to"]} - known:
            sys.exit(f"unknown state or organization: {row}")
        ties.setdefault((row["from"], row["to"], row["kind"], row["place"]), row)
    rows = sorted(ties.values(), key=lambda row: tuple(row[name] for name in COLUMNS[:5]))
    with (TABLES / "ties.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    counts = {
        kind: sum(row["kind"] == kind for row in rows) for kind in sorted({row["kind"] for row in rows})
    }
    print(f"{len(rows)} ties: {counts}")


if __name__ == "__main__":
    main()
