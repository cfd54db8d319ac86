"""Who the two sides of a row are: codes and names of a format to states and organizations of ours."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache

from graph.folding import fold
from graph.identity import state_codes
from graph.imports.mapping import Parties
from graph.reference import tables

MISSING = "with no actor on one side"
UNKNOWN = "with an actor that is no state or organization of ours"
UNOFFICIAL = "of others than a state's officials"
_CALLED = frozenset({"official", "short", "variant", "former", "abbreviation"})
_SEVERAL = re.compile(r"[;,]")


@cache
def _called(rows: str) -> Mapping[str, str]:
    """Folded English name -> code, for names that only one state or organization has; states of today come first."""
    named = tables.state_names() if rows == "states" else tables.organization_names()
    past = {row.code for row in tables.states() if row.kind == "former"}
    found: dict[str, set[str]] = defaultdict(set)
    for row in named:
        if row.lang == "en" and row.kind in _CALLED:
            found[fold(row.name)].add(row.code)
    single = {name: (codes - past or codes) for name, codes in found.items()}
    return {name: next(iter(codes)) for name, codes in single.items() if len(codes) == 1}


class Resolver:
    """Finds the actor of a side by its cells, each combination once."""

    def __init__(self, parties: Parties) -> None:
        self.by_name = parties.names
        self._parties = parties
        self._countries = {**{code: code for code in state_codes()}, **parties.countries}
        self._names = {fold(name): code for name, code in parties.countries.items()}
        self._official = frozenset(word.casefold() for word in parties.official)
        self._organizations = frozenset(row.id for row in tables.organizations())

    def actor(self, country: str, name: str, group: str, roles: Iterable[str]) -> tuple[str | None, str]:
        """The id of a side's actor, or None and the reason why there is none.

        The country counts only with an official role or none; without a country the group, then the name
        is looked for among the organizations.
        """
        country, name = country.strip(), name.strip()
        if state := self._state(country):
            return (state, "") if self._acts_for_it(roles) else (None, UNOFFICIAL)
        if found := self._parties.groups.get(group.strip()):
            return found, ""
        if self._parties.names and name:
            found = self._names.get(fold(name)) or _called("states").get(fold(name))
            if found := found or self._organization(name):
                return found, ""
        return None, UNKNOWN if country or name or group.strip() else MISSING

    def _state(self, country: str) -> str | None:
        if not country:
            return None
        if known := self._countries.get(country):
            return known
        if self._parties.names:
            return self._names.get(fold(country)) or _called("states").get(fold(country))
        return None

    def _organization(self, name: str) -> str | None:
        return name if name in self._organizations else _called("organizations").get(fold(name))

    def _acts_for_it(self, roles: Iterable[str]) -> bool:
        words = [part.strip().casefold() for role in roles for part in _SEVERAL.split(role)]
        given = [word for word in words if word]
        return not given or any(word in self._official for word in given)
