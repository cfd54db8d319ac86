"""Write holdings.csv from holdings.txt and the open sets of office holders.

Usage: python data/reference/make/holdings.py SETS   (SETS: the folder of the open data sets)

A dated entry of holdings.txt replaces the rows of the sets for the same person in the same post at the
same time. Rows that the sets leave open in 2022 end where the next holder is known to begin.
"""

from __future__ import annotations

import csv
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from office_names import fold, latin, likeness, same_person

HERE = Path(__file__).resolve().parent
TABLES = HERE.parent
COLUMNS = ("person", "wikidata", "name_ar", "post", "state", "start", "end", "source")
Row = dict[str, str]

POSTS = {"S": "head of state", "G": "head of government", "F": "foreign minister"}
POSTS |= {"D": "deputy foreign minister"}
KINDS = {
    "head-of-state": POSTS["S"],
    "head-of-government": POSTS["G"],
    "foreign-minister": POSTS["F"],
    "deputy-foreign-minister": POSTS["D"],
}
# titles that Wikidata's classes put among heads of government and foreign ministers and that are neither
NOT_THE_OFFICE = {
    ("head-of-government", "Minister of State"),
    ("head-of-government", "Chancellor"),
    ("head-of-government", "Chief Minister"),
    ("foreign-minister", "Foreign Secretary"),
    ("foreign-minister", "State Minister of Foreign Affairs for International Affairs"),
    ("foreign-minister", "State Minister of Foreign Affairs for Regional Affairs"),
}
# REIGN's abbreviations whose state's name says too little
REIGN_CODES = {"DRC": "COD", "CON": "COG", "ROK": "KOR", "PRK": "PRK", "DRV": "VNM", "GFR": "DEU"}
REIGN_CODES |= {"GMY": "DEU", "YAR": "YAR", "YEM": "YEM", "YPR": "YMD", "GDR": "DDR", "CZE": "CSK"}
REIGN_CODES |= {"CZR": "CZE", "KOS": "XKX", "USA": "USA", "UKG": "GBR"}
# rulers before the day belong to the former state
FORMER = {"RUS": ("SUN", "1991-08-20"), "CZE": ("CSK", "1993-01-01"), "SRB": ("YUG", "1992-04-27")}
FORMER |= {"YEM": ("YAR", "1990-05-22")}
SNAPSHOT = "2022-07"  # the month from which the sets of cabinets no longer see an end
REIGN_END = "2021-03"
FACTBOOK_NEW = "2021-03"  # REIGN and the cabinets cover what began before


def read(path: Path) -> list[Row]:
    """Rows of a comma-separated table."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def hand() -> tuple[list[Row], dict[tuple[str, str], str]]:
    """Dated rows of the text, and (state, folded name) -> Arabic name for every entry."""
    rows, arabic = [], {}
    for number, line in enumerate((HERE / "holdings.txt").read_text("utf-8").splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        head, _, entries = line.partition(": ")
        state, _, post = head.partition(" ")
        for entry in entries.split("; "):
            found = re.fullmatch(r"(.+?)(?: \[(Q\d+)\])? = (.+?)(?: ([\d-]+)/([\d-]*))?", entry.strip())
            if not found:
                sys.exit(f"holdings.txt:{number}: cannot read {entry!r}")
            name, wikidata, name_ar, start, end = found.groups()
            arabic[(state, fold(name))] = name_ar
            if start:
                row = {
                    "person": name,
                    "wikidata": wikidata or "",
                    "name_ar": name_ar,
                    "post": POSTS.get(post, post),
                }
                rows.append(row | {"state": state, "start": start, "end": end or "", "source": "hand"})
    return rows, arabic


def cabinets(sets: Path, by_wikidata: dict[str, str]) -> Iterator[Row]:
    """Heads and foreign ministers of Wikidata, then the foreign ministers of January 2023."""
    folder = sets / "cabinets-wikidata"
    for row in read(folder / "heads-and-foreign-ministers.csv"):
        if not row["iso3"] or (row["kind"], row["position"]) in NOT_THE_OFFICE:
            continue
        if (row["iso3"], row["position"]) == ("IND", "Minister of Foreign Affairs"):
            continue
        yield {
            "person": latin(row["person"]), "wikidata": row["person_wikidata"], "name_ar": "",
            "post": KINDS[row["kind"]], "state": row["iso3"], "start": row["start"], "end": row["end"],
            "source": "cabinets-wikidata",
        }  # fmt: skip
    for row in read(folder / "foreign-ministers-2023-01.csv"):
        state = by_wikidata.get(row["country_wikidata"])
        if state and row["person"]:
            yield {
                "person": latin(row["person"]), "wikidata": row["person_wikidata"], "name_ar": "",
                "post": POSTS["F"], "state": state, "start": row["start"], "end": "",
                "source": "cabinets-wikidata",
            }  # fmt: skip


def factbook(sets: Path) -> Iterator[Row]:
    """Leaders that the Factbook had at its end, with their first day."""
    columns = {"chief_of_state": POSTS["S"], "head_of_government": POSTS["G"]}
    for state in read(sets / "world-factbook" / "states.csv"):
        for column, post in columns.items():
            found = re.match(r"([^();]+) \(since (\d+ \w+ \d{4})\)", state[column])
            if not found or not state["iso3"]:
                continue
            try:
                start = datetime.strptime(found[2], "%d %B %Y").date().isoformat()
            except ValueError:
                continue
            if start >= FACTBOOK_NEW:
                yield {
                    "person": latin(found[1]), "wikidata": "", "name_ar": "", "post": post,
                    "state": state["iso3"], "start": start, "end": "", "source": "factbook",
                }  # fmt: skip


def rulers(sets: Path, codes: dict[str, str]) -> Iterator[Row]:
    """Effective rulers of REIGN; its short names become full ones where a set has the person."""
    system = read(sets / "state-system" / "correlates-of-war.csv")
    names = {row["cowc"]: row["country_name"] for row in system}
    for row in read(sets / "reign-leaders" / "leaders.csv"):
        state = codes.get(row["stateabb"]) or codes.get(fold(names.get(row["stateabb"], "")))
        if not state:
            continue
        start = f"{int(row['syear']):04}-{int(row['smonth']):02}-{int(row['sdate']):02}"
        end = f"{int(row['eyear']):04}-{int(row['emonth']):02}" if row["eyear"] else ""
        if state in FORMER and start < FORMER[state][1]:
            state = FORMER[state][0]
        yield {
            "person": latin(row["leader"]), "wikidata": "", "name_ar": "", "post": "ruler",
            "state": state, "start": start, "end": end, "source": "reign",
        }  # fmt: skip


def overlap(one: Row, other: Row) -> bool:
    """Whether two holdings share a day, as far as their dates are exact."""

    def before(end: str, start: str) -> bool:
        return bool(end) and bool(start) and end[: len(start)] < start[: len(end)]

    return not before(one["end"], other["start"]) and not before(other["end"], one["start"])


def join(rows: list[Row], more: Iterator[Row]) -> None:
    """Add the rows that are not there yet; give their Wikidata id to those that are."""
    places: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in rows:
        places[(row["state"], row["post"])].append(row)
    for row in more:
        there = places[(row["state"], row["post"])]
        same = [old for old in there if same_person(old["person"], row["person"]) and overlap(old, row)]
        if same:
            nearest = max(likeness(old["person"], row["person"]) for old in same)
            for old in same:
                if likeness(old["person"], row["person"]) == nearest:
                    old["wikidata"] = old["wikidata"] or row["wikidata"]
        if same and (same[0]["source"] != row["source"] or not row["end"]):
            continue
        if row["source"] == "factbook" and any(old["source"] == "hand" and not old["end"] for old in there):
            continue
        if row["start"] and row["end"] and row["end"][: len(row["start"])] < row["start"][: len(row["end"])]:
            continue
        there.append(row)
        rows.append(row)


def close(rows: list[Row]) -> None:
    """End the rows that the sets left open in 2022 where another holder begins after that."""
    posts: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in rows:
        posts[(row["state"], row["post"])].append(row)
    for holders in posts.values():
        for row in holders:
            later = [
                other["start"]
                for other in holders
                if other["start"] > max(row["start"], SNAPSHOT[:4])
                and not same_person(other["person"], row["person"])
            ]
            if not row["end"] and row["source"] != "hand" and later:
                row["end"] = min(later)
                row["source"] += "|successor"


def close_rulers(rows: list[Row]) -> None:
    """End the rulers that REIGN left open in March 2021 where the same person's office has an end."""
    offices: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        if row["post"] in (POSTS["S"], POSTS["G"]):
            offices[row["state"]].append(row)
    for row in rows:
        if row["source"] != "reign" or row["end"]:
            continue
        held = [
            office
            for office in offices[row["state"]]
            if (office["end"] or "9") > REIGN_END and same_person(office["person"], row["person"])
        ]
        if held and all(office["end"] for office in held):
            row["end"] = max(office["end"] for office in held)
            row["source"] += "|" + max(held, key=lambda office: office["end"])["source"]


def identify(rows: list[Row], sets: Path, arabic: dict[tuple[str, str], str]) -> None:
    """Give one person one id and one Arabic name over all rows of a state."""
    known: dict[tuple[str, str], str] = {}
    for post in read(sets / "cabinets-wikidata" / "all-post-holders.csv"):
        known.setdefault((post["iso3"], fold(post["person"])), post["person_wikidata"])
    people: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        row["wikidata"] = row["wikidata"] or known.get((row["state"], fold(row["person"])), "")
        people[row["state"]].append(row)
    for state, held in people.items():
        named = [row for row in held if row["wikidata"]]
        for row in held:
            if row["wikidata"]:
                continue
            for full in named:
                family = fold(full["person"]).split()[-1:] == fold(row["person"]).split()[-1:]
                near = overlap(full, row) and (family or same_person(full["person"], row["person"]))
                in_office = full["post"] in (POSTS["S"], POSTS["G"], "ruler")
                if likeness(full["person"], row["person"]) == 1 or (
                    row["source"].startswith("reign") and near and in_office
                ):
                    row["person"], row["wikidata"] = full["person"], full["wikidata"]
                    break
        ids = {row["wikidata"]: row["name_ar"] for row in held if row["wikidata"] and row["name_ar"]}
        for row in held:
            name_ar = arabic.get((state, fold(row["person"]))) or ids.get(row["wikidata"], "")
            row["name_ar"] = row["name_ar"] or name_ar
    elsewhere = {(fold(row["person"]), row["name_ar"]): row["wikidata"] for row in rows if row["wikidata"]}
    for row in rows:
        if len(row["state"]) != 3 or not row["wikidata"]:
            row["wikidata"] = row["wikidata"] or elsewhere.get((fold(row["person"]), row["name_ar"]), "")


def main() -> None:
    """Join the sets in order of trust, then end, identify and write."""
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sets = Path(sys.argv[1])
    states = read(TABLES / "states.csv")
    organizations = {row["id"] for row in read(TABLES / "organizations.csv")}
    english = [row for row in read(TABLES / "state_names.csv") if row["lang"] == "en"]
    codes = {fold(row["name"]): row["code"] for row in english} | REIGN_CODES
    rows, arabic = hand()
    join(rows, cabinets(sets, {row["wikidata"]: row["code"] for row in states}))
    join(rows, factbook(sets))
    join(rows, rulers(sets, codes))
    close(rows)
    close_rulers(rows)
    identify(rows, sets, arabic)
    known = {row["code"] for row in states} | organizations
    if unknown := {row["state"] for row in rows} - known:
        print("left out, not in states.csv:", ", ".join(sorted(unknown)))
    rows = [row for row in rows if row["state"] in known and (row["start"] or row["end"])]
    once: dict[tuple[str, ...], Row] = {}
    for row in rows:
        who = row["wikidata"] or row["person"]
        same = once.setdefault((row["state"], row["post"], row["start"], who), row)
        same["end"] = same["end"] or row["end"]
    rows = sorted(once.values(), key=lambda row: (row["state"], row["post"], row["start"], row["person"]))
    with (TABLES / "holdings.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    print(f"{len(rows)} holdings, {sum(bool(row['name_ar']) for row in rows)} with an Arabic name")


if __name__ == "__main__":
    main()
