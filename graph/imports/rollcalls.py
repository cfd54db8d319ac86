"""Roll calls of the General Assembly: each draft decision a proposition, each ballot a position on it."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from graph.exc import InputError
from graph.identity import Namespace, state_codes
from graph.imports.counting import Counted
from graph.imports.mapping import table
from graph.imports.statements import RDF_TYPE, day, literal
from graph.rdf.terms import IDENTIFIER, PREF_LABEL
from graph.reference import tables
from ontology.terms import bir, claim_status, issue, stance

FILES = ("votes-matrix.csv", "roll-calls.csv", "countries.csv")
NO_STATE = "ballots of a country that is no state of ours"
NO_VOTE = "cells that are no vote"
TWICE = "second ballots of one state"
NO_ROLL_CALL = "ballots of a roll call that roll-calls.csv does not have"
_ASSEMBLY = "UNGA"
_PIECE = 1 << 20


class RollCalls:
    """The three files of the roll calls in one folder, ready to be written as N-Quads.

    ``folder`` may be one of the files; InputError where one of them is missing.
    """

    def __init__(self, folder: Path) -> None:
        home = folder if folder.is_dir() else folder.parent
        self.paths = tuple(home / name for name in FILES)
        if missing := [path.name for path in self.paths if not path.is_file()]:
            raise InputError(f"{home} has no {', '.join(missing)}; give the folder with {', '.join(FILES)}")
        told = table("unvotes")
        self.key = "unvotes"
        self.name = FILES[0]
        self.titles: dict[str, str] = told["source"]["title"]
        self.page: str = told["source"]["page"]
        self.options = ""
        self.counted = Counted()
        self._told = told

    def nquads(self, graph: str) -> Iterator[bytes]:
        """The statements of all roll calls and ballots, about a megabyte at a time."""
        piece: list[str] = []
        size = 0
        for text in self._texts(graph):
            piece.append(text)
            size += len(text)
            if size > _PIECE:
                yield "".join(piece).encode()
                piece, size = [], 0
        yield "".join(piece).encode()

    def _texts(self, graph: str) -> Iterator[str]:
        end = f" <{graph}> .\n"
        drafts = {row["rcid"]: row for row in _rows(self.paths[1], "rcid", "date", "short", "issues")}
        names = Namespace()
        told: set[str] = set()
        for row in _rows(self.paths[0], "rcid"):
            key = row.pop("rcid")
            if key not in drafts:
                self.counted.leave(NO_ROLL_CALL, key)
                continue
            draft = names.iri("proposition", f"unga-{key}")
            if key not in told:
                told.add(key)
                yield self._draft(draft, drafts[key], names, graph)
            yield from self._ballots(key, draft, row, names, end, graph)

    def _draft(self, node: str, row: dict[str, str], names: Namespace, graph: str) -> str:
        """A draft decision as a proposition: its words, its day, its issues."""
        end = f" <{graph}> .\n"
        words = row.get("description") or row["short"] or row.get("resolution") or row["rcid"]
        lines = [
            f"{RDF_TYPE} <{bir.Proposition}>",
            f"{PREF_LABEL} {literal(words, 'en')}",
            f"<{bir.isTakenFrom}> <{graph}>",
            f"<{bir.concerns}> <{names.organization(_ASSEMBLY)}>",
        ]
        if row.get("resolution"):
            lines.append(f"{IDENTIFIER} {literal(row['resolution'])}")
        try:
            lines.append(f"<{bir.votedOn}> {day(date.fromisoformat(row['date']).isoformat())}")
        except ValueError:
            self.counted.leave("roll calls without a day that can be read", row["date"])
        for known in row["issues"].split("|"):
            if key := self._told["issues"].get(known.strip()):
                lines.append(f"<{bir.isAbout}> <{issue(key)}>")
        return "".join(f"<{node}> {line}{end}" for line in lines)

    def _ballots(
        self, key: str, draft: str, row: dict[str, str], names: Namespace, end: str, graph: str
    ) -> Iterator[str]:
        kind = f" {RDF_TYPE} <{bir.Vote}>{end}"
        rest = (
            f" <{bir.onProposition}> <{draft}>{end}",
            f" <{bir.hasClaimStatus}> <{claim_status('listed')}>{end}",
            f" <{bir.isTakenFrom}> <{graph}>{end}",
        )
        taken: set[str] = set()
        for country, cell in row.items():
            if not cell:
                continue
            self.counted.read += 1
            state, vote = self._states.get(country), self._told["votes"].get(cell)
            if state is None or vote is None or state in taken:
                reason = NO_STATE if state is None else NO_VOTE if vote is None else TWICE
                self.counted.leave(reason, cell if reason == NO_VOTE else country)
                continue
            taken.add(state)
            self.counted.kept += 1
            node = f"<{names.base}vote/unga-{key}-{state}>"
            yield (
                f"{node}{kind}{node} <{bir.isHeldBy}> <{names.state(state)}>{end}"
                f"{node} <{bir.hasStance}> <{stance(vote)}>{end}"
                f"{node}{rest[0]}{node}{rest[1]}{node}{rest[2]}"
            )

    @cached_property
    def _states(self) -> dict[str, str]:
        """Country of a column -> code of the state."""
        codes = {row.alpha2: row.code for row in tables.states() if row.alpha2}
        listed = {row["country"]: codes.get(row["iso2"]) for row in _rows(self.paths[2], "country", "iso2")}
        found = {**listed, **self._told["countries"]}
        return {country: code for country, code in found.items() if code in state_codes()}


def _rows(path: Path, *needed: str) -> Iterator[dict[str, str]]:
    """The rows of a table by column; InputError where a column is missing or the file cannot be read."""
    try:
        with path.open(encoding="utf-8-sig", newline="", errors="replace") as lines:
            rows = csv.DictReader(lines)
            header: Any = rows.fieldnames or ()
            if missing := [name for name in needed if name not in header]:
                raise InputError(f"{path} has no column {', '.join(missing)}")
            for row in rows:
                yield {name: cell or "" for name, cell in row.items() if name}
    except (OSError, csv.Error) as error:
        raise InputError(f"{path} cannot be read: {error}") from error
