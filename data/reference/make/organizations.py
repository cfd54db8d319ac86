"""Write organizations.csv and organization_names.csv from the hand-kept organizations-*.txt.

Run from anywhere: ``python data/reference/make/organizations.py``. The layout of the text files is
told in their first lines. Every name is written once a language; an official name that is also the
everyday one is written as ``official`` only.
"""

from __future__ import annotations

import csv
import re
import sys
from pathlib import Path

MAKE = Path(__file__).resolve().parent
TABLES = MAKE.parent
SOURCE = "hand"
MARKS = {"@": "abbreviation", "~": "former", "*": "variant"}
MARKS |= {"^m ": "adjective", "^f ": "adjective-f", "^mp ": "adjective-mp"}
MARKS |= {"^mo ": "adjective-mo", "^fp ": "adjective-fp"}
PLAIN = ("official", "short")
KINDS = (
    "intergovernmental forum union alliance organ court bank coalition authority ministry parliament "
    "party armed-group nongovernmental outlet world-outlet"
)
NAME_LINE = re.compile(r"([a-z]{2}):\s*(.+)")
FIELDS = ("id", "kind", "seat", "parent", "founded", "dissolved", "wikidata")


def caution(name: str, kind: str, organization: str) -> str:
    """Why a reader must not take the name alone for the organization, or ""."""
    if name.endswith("!"):
        return "word"
    return "dateline" if kind == "abbreviation" and organization.endswith("outlet") else ""


def names(line: str) -> list[tuple[str, str]]:
    """(kind, name) pairs of one language's line, in order, each name once."""
    found: dict[str, str] = {}
    for place, piece in enumerate(line.split(";")):
        name = piece.strip()
        kind = PLAIN[place] if place < len(PLAIN) else "variant"
        for mark, marked in MARKS.items():
            if name.startswith(mark):
                kind, name = marked, name.removeprefix(mark).strip()
                break
        if kind.startswith("adjective"):
            found.setdefault(f"{kind}\t{name}", kind)
        elif name and not any(key.split("\t")[-1] == name for key, k in found.items() if k in PLAIN):
            found.setdefault(f"\t{name}", kind)
    return [(kind, key.split("\t")[1]) for key, kind in found.items()]


def read(path: Path) -> tuple[list[dict[str, str]], list[dict[str, str]]]:
    """Rows of the two tables from one text file."""
    organizations: list[dict[str, str]] = []
    called: list[dict[str, str]] = []
    for number, raw in enumerate(path.read_text("utf-8").splitlines(), 1):
        line = raw.strip()
        if not line or line.startswith("#"):
            continue
        if spoken := NAME_LINE.fullmatch(line):
            code, lang = organizations[-1]["id"], spoken[1]
            called += [
                {
                    "code": code,
                    "lang": lang,
                    "kind": kind,
                    "name": name.rstrip("!"),
                    "source": SOURCE,
                    "caution": caution(name, kind, organizations[-1]["kind"]),
                }
                for kind, name in names(spoken[2])
            ]
            continue
        cells = [cell.strip() for cell in line.split("|")]
        if len(cells) != len(FIELDS) or cells[1] not in KINDS.split():
            sys.exit(
                f"{path.name}:{number}: not a head line of {len(FIELDS)} cells with a known kind: {line}"
            )
        organizations.append(dict(zip(FIELDS, cells, strict=True)) | {"source": SOURCE})
    return organizations, called


def states() -> set[str]:
    """Codes of the states, which may be parents of organizations too."""
    with (TABLES / "states.csv").open(encoding="utf-8", newline="") as file:
        return {row["code"] for row in csv.DictReader(file)}


def write(name: str, header: tuple[str, ...], rows: list[dict[str, str]]) -> None:
    """One table, its columns in the order of the header."""
    with (TABLES / name).open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, header, restval="", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def main() -> None:
    """Read the texts, refuse doubled ids and unknown parents, write both tables."""
    organizations: list[dict[str, str]] = []
    called: list[dict[str, str]] = []
    for path in sorted(MAKE.glob("organizations-*.txt")):
        heads, spoken = read(path)
        organizations += heads
        called += spoken
    ids = [row["id"] for row in organizations]
    if doubled := {one for one in ids if ids.count(one) > 1}:
        sys.exit(f"ids given twice: {', '.join(sorted(doubled))}")
    if orphans := {row["parent"] for row in organizations} - {"", *ids, *states()}:
        sys.exit(f"unknown parents: {', '.join(sorted(orphans))}")
    write("organizations.csv", (*FIELDS, "source"), organizations)
    write(
        "organization_names.csv",
        ("code", "lang", "kind", "name", "from", "until", "source", "caution"),
        called,
    )
    print(f"{len(organizations)} organizations, {len(called)} names")


if __name__ == "__main__":
    main()
