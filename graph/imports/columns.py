"""Where the cells of a row are: a layout over a header or over a number of columns."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from operator import itemgetter

from graph.imports.mapping import Format, Layout, Place, Side
from graph.imports.parties import Resolver

Found = tuple[str | None, str]
_REMEMBERED = 100_000


class Columns:
    """One layout with every column as a number."""

    def __init__(self, layout: Layout, header: Sequence[str] | None, resolver: Resolver) -> None:
        def at(place: Place) -> int:
            return place if isinstance(place, int) else (header or ()).index(place)

        self.id, self.day, self.code = at(layout.id), at(layout.day), at(layout.code)
        self.mode = None if layout.mode is None else at(layout.mode)
        self.url = None if layout.url is None else at(layout.url)
        self.shown = itemgetter(*(at(place) for place in layout.shown))
        self.by, self.to = (_Finder(side, at, resolver) for side in (layout.by, layout.to))
        places = [at(place) for place in _places(layout)]
        self.least = max(places) + 1

    def code_of(self, cells: Sequence[str]) -> str:
        """The code of a row, with its mode behind a slash where it has one."""
        code = cells[self.code].strip()
        mode = cells[self.mode].strip() if self.mode is not None else ""
        return f"{code}/{mode}" if mode else code


class _Finder:
    """The actor of one side of a row; the same cells are resolved once."""

    def __init__(self, side: Side, at: Callable[[Place], int], resolver: Resolver) -> None:
        self._named = resolver.by_name
        used = [side.country, side.group, *side.roles, *([side.name] if self._named else [])]
        self._places = [at(place) for place in used if place is not None]
        self._pick = itemgetter(*self._places)
        self._country, self._name = at(side.country), at(side.name)
        self._group = None if side.group is None else at(side.group)
        self._roles = [at(role) for role in side.roles]
        self._resolver = resolver
        self._known: dict[tuple[str, ...], Found] = {}

    def __call__(self, cells: Sequence[str]) -> Found:
        key = self._pick(cells)
        found = self._known.get(key)
        if found is None:
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            found = self._known[key] = self._resolver.actor(
                cells[self._country],
                cells[self._name],
                "" if self._group is None else cells[self._group],
                [cells[role] for role in self._roles],
            )
        return found

    def told(self, cells: Sequence[str]) -> str:
        """What a row has for an actor that is not known."""
        group = "" if self._group is None else cells[self._group]
        return cells[self._country].strip() or group.strip() or cells[self._name].strip()


def _places(layout: Layout) -> list[Place]:
    sides = [p for side in (layout.by, layout.to) for p in (side.country, side.name, side.group, *side.roles)]
    alone = (layout.id, layout.day, layout.code, layout.mode, layout.url)
    return [place for place in (*alone, *sides, *layout.shown) if place is not None]


def layout_of(format: Format, header: Sequence[str]) -> tuple[Layout | None, list[str]]:
    """The layout whose columns a header has, or None and the columns it lacks."""
    missing: list[str] = []
    for layout in format.layouts:
        missing = [str(place) for place in _places(layout) if place not in header]
        if not missing:
            return layout, []
    return None, missing
