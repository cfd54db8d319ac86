"""Which part of the graph an export takes."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from pyoxigraph import NamedNode

from graph.exc import InputError, NotFoundError
from graph.export.asking import End, bearing, ends, facts, shared, touching
from graph.identity import Namespace
from graph.store import Store


@dataclass(frozen=True, slots=True)
class Selection:
    """Everything, one pair, one actor's surroundings or what bears on one thing, in a span of days.

    ``between`` and ``around`` are alpha-3 codes, short forms of organizations, or IRIs. ``about`` is the IRI of
    an article (its records), of an issue or the scheme of issues (positions on them), of a happening (its
    reports), of a person (posts held, events taken part in), of a state or organization, or of a record (that
    one, and of an event all reports), each with what stands in reference tables too. ``since`` and
    ``until`` are days, both included; records without any day are then left out. ``reference`` adds what
    stands in reference tables and no article says (memberships, embassies); None adds it for a pair only,
    where it tells what the two share, and would otherwise bury the news. ``people`` adds people by the
    posts they hold. ``aggregated`` makes one edge of all records of a pair that are of one kind and direction,
    and counts what several articles report once.
    ``events`` makes nodes of events, each with an edge from everyone who takes part.
    ``measures`` fills the columns of nodes that say where each stands in the network of what is taken.
    """

    between: tuple[str, str] | None = None
    around: str | None = None
    about: str | None = None
    since: date | None = None
    until: date | None = None
    reference: bool | None = None
    people: bool = False
    events: bool = False
    aggregated: bool = False
    measures: bool = False
    namespace: Namespace = field(default_factory=Namespace)

    def __post_init__(self) -> None:
        if sum(bool(chosen) for chosen in (self.between, self.around, self.about)) > 1:
            raise InputError("choose a pair (between), one actor (around) or one thing (about), not several")
        if self.about is not None:
            _iri(self.about)
        if self.between and self.between[0] == self.between[1]:
            raise InputError(f"a pair needs two actors, and {self.between[0]} was given twice")
        if self.since and self.until and self.since > self.until:
            raise InputError(f"the span ends before it begins: {self.since} to {self.until}")

    @property
    def whole(self) -> bool:
        """Whether nothing is left out by actor or day."""
        return not (self.between or self.around or self.about or self.since or self.until)

    def actors(self) -> tuple[str, ...]:
        """IRIs of the actors asked for, none for everything."""
        named = self.between or ((self.around,) if self.around else ())
        return tuple(_iri(name) if "://" in name else self.namespace.actor(name) for name in named)

    def covers(self, start: date | None, end: date | None) -> bool:
        """Whether a record shown from ``start`` to ``end`` falls into the span of days."""
        if self.since is None and self.until is None:
            return True
        if start is None and end is None:
            return False
        begins_in_time = self.until is None or start is None or start <= self.until
        return begins_in_time and (self.since is None or end is None or end >= self.since)


def _iri(name: str) -> str:
    try:
        return NamedNode(name).value
    except ValueError as error:
        raise InputError(f"{name!r} is no IRI: {error}") from None


def selected(store: Store, selection: Selection) -> dict[str, list[End]]:
    """The records that the selection's actors have a part in, with all their ends; days are not looked at.

    Raises NotFoundError for an actor, or a thing asked about, that the store knows nothing of.
    """
    if selection.about is not None:
        return _about(store, _iri(selection.about), selection)
    actors = selection.actors()
    known = facts(store, actors)
    for actor in actors:
        if actor not in known:
            raise NotFoundError(f"nothing is known of {selection.namespace.key(actor)} in {store.location}")
    reference = selection.between is not None if selection.reference is None else selection.reference
    if not actors:
        return ends(store, None, quoted=not reference, once=selection.aggregated)
    touched = [touching(store, actor) for actor in actors]
    if len(actors) == 1:
        return ends(store, touched[0], quoted=not reference, once=selection.aggregated)
    joining = set.intersection(*touched) | shared(store, *actors)
    return _between(ends(store, joining, quoted=not reference, once=selection.aggregated), *actors)


def _about(store: Store, thing: str, selection: Selection) -> dict[str, list[End]]:
    """Records that bear on one thing, those without any end too."""
    if thing not in facts(store, [thing]):
        raise NotFoundError(f"nothing is known of {thing} in {store.location}")
    actor = selection.namespace.kind(thing) in {"state", "org"}
    records = touching(store, thing) if actor else bearing(store, thing)
    found = ends(store, records, quoted=False, once=selection.aggregated)
    return {record: found.get(record, []) for record in sorted(records)}


def _between(found: dict[str, list[End]], a: str, b: str) -> dict[str, list[End]]:
    """Records that join the two, and the memberships of each in organizations that have both."""
    belongs: dict[str, set[str]] = {a: set(), b: set()}
    for parts in found.values():
        for member in _playing("hasMember", parts) & belongs.keys():
            belongs[member] |= _playing("inOrganization", parts)
    both = belongs[a] & belongs[b]
    return {
        record: parts
        for record, parts in found.items()
        if {a, b} <= {end.actor for end in parts}
        or (_playing("hasMember", parts) & {a, b} and _playing("inOrganization", parts) & both)
    }


def _playing(part: str, parts: list[End]) -> set[str]:
    return {end.actor for end in parts if end.part == part}
