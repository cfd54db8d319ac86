"""Rows of coded events to N-Quads: thirteen statements a row, every code, day and actor looked up once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from urllib.parse import quote

from graph.exc import InputError
from graph.identity import Namespace
from graph.imports.columns import Columns, layout_of
from graph.imports.counting import Counted
from graph.imports.kinds import kinds, whole_code
from graph.imports.mapping import Format
from graph.imports.parties import UNKNOWN, Resolver
from graph.imports.reading import Rows, cells_of, lines_of
from graph.imports.statements import RDF_TYPE, address, day, literal, number
from graph.rdf.terms import SOURCE
from ontology.terms import bir, claim_status, event_status, event_type

SHORT = "of a number of columns that the format does not have"
NO_DAY = "without a day that can be read"
NO_KIND = "of a code that is no kind of event of ours"
DOMESTIC = "with one state on both sides"
_PIECE = 1 << 20


class CodedFile:
    """One file of coded events, ready to be written as N-Quads.

    ``domestic`` keeps rows with one state on both sides, which are otherwise left out.
    """

    def __init__(self, path: Path, format: Format, *, domestic: bool = False) -> None:
        self.paths = (path,)
        self.key, self.titles, self.page = format.key, format.titles, format.page
        self.name = path.name
        self.options = "domestic" if domestic else ""
        self.counted = Counted()
        self._format = format
        self._domestic = domestic
        self._resolver = Resolver(format.parties)

    def nquads(self, graph: str) -> Iterator[bytes]:
        """The statements of all rows in the graph ``graph``, about a megabyte at a time.

        InputError for a file that is none of the format.
        """
        tails = _Tails(graph, self._format)
        piece: list[str] = []
        size = 0
        for text in self._texts(tails):
            piece.append(text)
            size += len(text)
            if size > _PIECE:
                yield "".join(piece).encode("utf-8", "replace")
                piece, size = [], 0
        yield "".join([*piece, *tails.relations()]).encode("utf-8", "replace")

    def _texts(self, tails: _Tails) -> Iterator[str]:
        with lines_of(self.paths[0]) as texts:
            for text in texts:
                rows = cells_of(text, quoted=self._format.quoted)
                columns = self._columns(next(rows, None)) if self._format.header else None
                yield from self._written(rows, columns, tails)

    def _columns(self, header: list[str] | None) -> Columns:
        """The columns of a header; InputError naming those that are missing."""
        layout, missing = layout_of(self._format, header or [])
        if layout is None:
            raise InputError(
                f"{self.paths[0]}: no column {', '.join(map(repr, missing))}, which {self.key} files have; "
                f"see the codebook at {self.page}"
            )
        return Columns(layout, header, self._resolver)

    def _written(self, rows: Rows, columns: Columns | None, tails: _Tails) -> Iterator[str]:
        """The statements of each row that can be used; without a header each row's width tells its layout."""
        layouts = () if self._format.header else self._format.layouts
        by_width = {layout.width: Columns(layout, None, self._resolver) for layout in layouts}
        counted = self.counted
        for cells in rows:
            if len(cells) < 2 and not "".join(cells).strip():
                continue
            counted.read += 1
            found = columns or by_width.get(len(cells))
            if found is None or len(cells) < found.least:
                counted.leave(SHORT, str(len(cells)))
            elif text := self._row(cells, found, tails):
                counted.kept += 1
                yield text

    def _row(self, cells: list[str], columns: Columns, tails: _Tails) -> str | None:
        """The statements of one row, None where it is left out."""
        leave = self.counted.leave
        days = tails.days(cells[columns.day])
        if days is None:
            leave(NO_DAY, cells[columns.day])
            return None
        by, why = columns.by(cells)
        to, why_not = columns.to(cells)
        if by is None or to is None:
            side = columns.by if by is None else columns.to
            reason = why or why_not
            leave(reason, side.told(cells) if reason == UNKNOWN else "")
            return None
        if by == to and not self._domestic:
            leave(DOMESTIC)
            return None
        code = columns.code_of(cells)
        kind = tails.kind(code)
        if kind is None:
            leave(NO_KIND, code)
            return None
        if kind[3]:
            by, to = to, by
        event = tails.event(cells[columns.id].strip(), self.counted.read)
        row = literal("\t".join(columns.shown(cells)))
        url = cells[columns.url].strip() if columns.url is not None else ""
        ends = tails.ends(by, to)
        return (
            f"{event[0]}{tails.coded}{event[0]}{tails.claim}{event[0]}{tails.taken}"
            f"{event[0]}{kind[0]}{event[0]}{kind[1]}{event[0]}{kind[2]}"
            f"{event[0]}{days[0]}{event[0]}{days[1]}"
            f"{event[0]}{ends[0]}{event[0]}{ends[1]}{f'{event[0]}{ends[2]}' if ends[2] else ''}"
            f"{event[0]}{tails.row}{row}{tails.end}"
            f"{f'{event[0]}{tails.url}{address(url)}{tails.end}' if url else ''}{event[1]}"
        )


class _Tails:
    """What statements end with, from the predicate on: made once for each graph, code, day and pair."""

    def __init__(self, graph: str, format: Format) -> None:
        self.end = f" <{graph}> .\n"
        self.coded = self._tail(None, bir.CodedEvent)
        self.claim = self._tail(bir.hasClaimStatus, claim_status("machine-coded"))
        self.taken = self._tail(bir.isTakenFrom, graph)
        self.row = f" <{bir.rowText}> "
        self.url = f" {SOURCE} "
        self._format = format
        self._file = graph.rsplit("-", 1)[-1]
        self._names = Namespace()
        self._start = f"<{self._names.base}event/{format.key}-"
        self._kinds = kinds(format.codes)
        self._known_kinds: dict[str, tuple[str, str, str, bool] | None] = {}
        self._known_days: dict[str, tuple[str, str] | None] = {}
        self._known_ends: dict[tuple[str, str], tuple[str, str, str]] = {}

    def _tail(self, predicate: str | None, value: str) -> str:
        return f" {f'<{predicate}>' if predicate else RDF_TYPE} <{value}>{self.end}"

    def event(self, key: str, place: int) -> tuple[str, str]:
        """The event by the row's own number, or by its place in the file, which is then said too."""
        if key:
            return f"{self._start}{key if key.isalnum() and key.isascii() else quote(key, safe='')}>", ""
        node = f"{self._start}{self._file}-{place}>"
        return node, f"{node} <{bir.rowNumber}> {number(place)}{self.end}"

    def days(self, text: str) -> tuple[str, str] | None:
        """The first and the last day of a row, None where the text is no day."""
        if text not in self._known_days:
            try:
                iso = day(datetime.strptime(text.strip(), self._format.day).date().isoformat())
                found = (
                    f" <{bir.earliestDate}> {iso}{self.end}",
                    f" <{bir.latestDate}> {iso}{self.end}",
                )
            except ValueError:
                return None
            self._known_days[text] = found
        return self._known_days[text]

    def kind(self, code: str) -> tuple[str, str, str, bool] | None:
        """Kind, status and code of an event, and whether its sides are turned round; None for an unknown code."""
        if code in self._known_kinds:
            return self._known_kinds[code]
        lost = self._format.lost_zeros and code.isdecimal()
        whole = whole_code(code) if lost else code
        found = self._kinds.kind(whole)
        if found is None:
            return None
        self._known_kinds[code] = (
            self._tail(bir.hasEventType, event_type(found)),
            self._tail(bir.hasEventStatus, event_status(self._kinds.status(whole))),
            f" <{bir.codedAs}> {literal(whole)}{self.end}",
            self._kinds.is_reversed(whole),
        )
        return self._known_kinds[code]

    def ends(self, by: str, to: str) -> tuple[str, str, str]:
        """The two actors and, of two states, their relation."""
        found = self._known_ends.get((by, to))
        if found is None:
            one, other = self._names.actor(by), self._names.actor(to)
            relation = self._relation(one, other)
            found = self._known_ends[by, to] = (
                self._tail(bir.isDoneBy, one),
                self._tail(bir.isDoneTo, other),
                self._tail(bir.inRelation, relation) if relation else "",
            )
        return found

    def _relation(self, one: str, other: str) -> str | None:
        kinds_of = {self._names.kind(node) for node in (one, other)}
        if one == other or kinds_of != {"state"}:
            return None
        return self._names.relation(self._names.key(one), self._names.key(other))

    def relations(self) -> Iterator[str]:
        """The pairs of states that the rows join, each once."""
        told: set[str] = set()
        for by, to in self._known_ends:
            sides = (self._names.actor(by), self._names.actor(to))
            relation = self._relation(*sides)
            if relation and relation not in told:
                told.add(relation)
                yield f"<{relation}>{self._tail(None, bir.BilateralRelation)}"
                yield from (f"<{relation}>{self._tail(bir.hasSide, side)}" for side in sides)
