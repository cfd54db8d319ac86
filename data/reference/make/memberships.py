"""Write memberships.csv from memberships.txt, the United Nations list and the dated sets of pages.

Usage: python data/reference/make/memberships.py SETS   (SETS: the folder of the open data sets)

What memberships.txt says of an organization, a member and a role replaces what a set of pages says of
them; an organization that it calls whole takes nothing from the sets.
"""

from __future__ import annotations

import csv
import re
import sys
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).resolve().parent
TABLES = HERE.parent
COLUMNS = ("organization", "member", "role", "start", "end", "source", "note")
Row = dict[str, str]

ROLES = {
    "elected member": "non-permanent member",
    "participating state": "member",
    "dialogue partner": "partner",
    "associate member": "associate",
    "participating, charter not ratified": "member",
    "invited": "candidate",
}
# the 51 that signed the Charter and ratified it in 1945 (Charter of the United Nations, article 3)
UN_FOUNDING_YEAR = "1945"
HEAD = re.compile(r"== (\S+) (whole|part)")
LINE = re.compile(r"([a-z -]+?)(?: (\d[\d-]*))?: (.+)")
ENTRY = re.compile(r"([A-Z0-9][A-Z0-9+-]*)(?: (\d{4}[\d-]*)?(?:/(\d{4}[\d-]*))?)?(?: ?\((.+)\))?")


def hand(path: Path) -> Iterator[tuple[bool, Row]]:
    """(whole, row) for every entry of the text."""
    organization, whole = "", False
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        if head := HEAD.fullmatch(line):
            organization, whole = head[1], head[2] == "whole"
            continue
        parts = LINE.fullmatch(line)
        if not parts:
            sys.exit(f"{path.name}:{number}: neither a head nor a line of a role")
        for piece in re.split(r", (?=[A-Z0-9+-]+(?:[ ,]|$))(?![^()]*\))", parts[3]):
            entry = ENTRY.fullmatch(piece.strip())
            if not entry:
                sys.exit(f"{path.name}:{number}: cannot read {piece!r}")
            note = entry[4] or ""
            start = entry[2] or ("" if "attested" in note and not parts[2] else parts[2] or "")
            if not start and "attested" not in note:
                sys.exit(f"{path.name}:{number}: no start for {piece!r}")
            row = {"organization": organization, "member": entry[1], "role": parts[1], "start": start}
            yield whole, row | {"end": entry[3] or "", "source": f"list:{organization}", "note": note}


def united_nations(sets: Path) -> Iterator[Row]:
    """The 193 members with their days of admission."""
    with (sets / "un-membership" / "un-members.csv").open(encoding="utf-8", newline="") as file:
        for member in csv.DictReader(file):
            day = "1946-12-16" if member["iso3"] == "THA" else member["admitted"]
            role = "founding member" if day.startswith(UN_FOUNDING_YEAR) else "member"
            row = {"organization": "UN", "member": member["iso3"], "role": role, "start": day, "end": ""}
            yield row | {"source": "list:UN", "note": member["note"]}


def pages(sets: Path) -> Iterator[Row]:
    """The dated memberships made from pages, each with its page."""
    for path in sorted((sets / "memberships-handmade").glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            for page in csv.DictReader(file):
                if "organization" not in page:
                    continue
                role = ROLES.get(page["role"], page["role"])
                note = page["note"]
                if page["role"].startswith("participating,"):
                    note = f"charter not ratified; {note}"
                if not page["start"] and not page["end"] and "attested" not in note:
                    continue
                row = {"organization": page["organization"], "member": page["iso3"], "role": role}
                row |= {"start": page["start"], "end": page["end"], "source": page["source"], "note": note}
                yield row


def main() -> None:
    """Join the three, the text first, and refuse unknown organizations, members and doubled rows."""
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sets = Path(sys.argv[1])
    kept = list(hand(HERE / "memberships.txt"))
    whole = {row["organization"] for is_whole, row in kept if is_whole}
    rows = [row for _, row in kept]
    said = {(row["organization"], row["member"], row["role"].removeprefix("founding ")) for row in rows}
    rows += united_nations(sets)
    rows += [
        row
        for row in pages(sets)
        if row["organization"] not in whole and (row["organization"], row["member"], row["role"]) not in said
    ]
    refuse(rows)
    order = {name: place for place, name in enumerate(dict.fromkeys(row["organization"] for row in rows))}
    rows.sort(key=lambda row: (order[row["organization"]], row["start"], row["role"], row["member"]))
    with (TABLES / "memberships.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    print(f"{len(rows)} memberships in {len(order)} organizations")


def refuse(rows: list[Row]) -> None:
    """Stop where a row names what the other tables do not have or stands twice."""
    with (TABLES / "states.csv").open(encoding="utf-8", newline="") as file:
        known = {row["code"] for row in csv.DictReader(file)}
    with (TABLES / "organizations.csv").open(encoding="utf-8", newline="") as file:
        organizations = {row["id"] for row in csv.DictReader(file)}
    seen: set[tuple[str, ...]] = set()
    for row in rows:
        key = tuple(row[name] for name in ("organization", "member", "role", "start"))
        if row["organization"] not in organizations or row["member"] not in known | organizations:
            sys.exit(f"unknown organization or member: {key}")
        if key in seen:
            sys.exit(f"given twice: {key}")
        seen.add(key)


if __name__ == "__main__":
    main()
