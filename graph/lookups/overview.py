"""Search over names, and counts over a store."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from graph.folding import fold
from graph.identity import Namespace
from graph.lookups.asking import Things, value
from graph.lookups.views import Hit, Stats
from graph.paths import ontology_dir
from graph.queries import named
from graph.rdf.terms import PREF_LABEL
from graph.reference import tables
from graph.store import Store
from ontology.terms import ONTOLOGY, SCHEME

_LABELS = {"short": 0, "official": 0, "abbreviation": 0, "variant": 1, "former": 1}


@dataclass(frozen=True, slots=True)
class Named:
    """A name, folded for comparison, of a thing; ``rank`` is lower for better names."""

    folded: str
    text: str
    language: str | None
    thing: str
    rank: int = 0


@cache
def _known_names(base: str) -> tuple[Named, ...]:
    """The names that come with the package: of the reference tables and of the ontology's issues."""
    space = Namespace(base)
    found = [
        (row.name, row.lang, name_of(row.code), _LABELS[row.kind])
        for rows, name_of in (
            (tables.state_names(), space.state),
            (tables.organization_names(), space.organization),
        )
        for row in rows
        if row.kind in _LABELS
    ]
    found += [(row.code, "en", space.state(row.code), 0) for row in tables.states()]
    for holding in tables.holdings():
        person = space.person(holding.person, holding.state)
        found += [(holding.person, "en", person, 0), (holding.name_ar, "ar", person, 0)]
    for quad in parse(path=str(ontology_dir() / "issues.ttl"), format=RdfFormat.TURTLE):
        label, issue = quad.object, quad.subject
        if quad.predicate == PREF_LABEL and isinstance(label, Literal) and isinstance(issue, NamedNode):
            found.append((label.value, label.language or "en", issue.value, 0))
    return tuple(Named(fold(name[0]), *name) for name in dict.fromkeys(found) if name[0])


def names(store: Store) -> Iterator[Named]:
    """All names of states, organizations, people and issues: those that come with the package, then the store's."""
    yield from _known_names(Namespace().base)
    yield from store.once("names", lambda: _told_names(store))


def _told_names(store: Store) -> tuple[Named, ...]:
    found = ((row["name"], value(row, "thing") or "") for row in store.select(named("names.rq")))
    return tuple(
        Named(fold(name.value), name.value, name.language, thing)
        for name, thing in found
        if isinstance(name, Literal)
    )


def search(store: Store, words: str, *, limit: int = 20) -> list[Hit]:
    """Things whose label or alias holds the words, however spelled: whole names first, then beginnings."""
    wanted = fold(words)
    if not wanted:
        return []
    found: dict[str, tuple[tuple[int, int, int], Named]] = {}
    for name in names(store):
        match = _rank(wanted, name.folded)
        if match is not None:
            order = (match, name.rank, len(name.text))
            if name.thing not in found or order < found[name.thing][0]:
                found[name.thing] = (order, name)
    best = [name for _, name in sorted(found.values(), key=lambda f: (f[0], f[1].text, f[1].thing))[:limit]]
    things = Things(store, [name.thing for name in best])
    return [Hit(thing=things[name.thing], matched=name.text, language=name.language) for name in best]


def _rank(wanted: str, name: str) -> int | None:
    if name == wanted:
        return 0
    if name.startswith(wanted):
        return 1
    if f" {wanted}" in name:
        return 2
    return 3 if len(wanted) > 3 and wanted in name else None


def stats(store: Store) -> Stats:
    """Counts of articles, records by kind, states and pairs."""
    return store.once("stats", lambda: _stats(store))


def _stats(store: Store) -> Stats:
    counts = {
        (value(row, "kind") or "").removeprefix(ONTOLOGY): int(value(row, "count") or 0)
        for row in store.select(named("counts.rq"))
    }
    types = {
        (value(row, "type") or "").removeprefix(f"{SCHEME}event-"): int(value(row, "count") or 0)
        for row in store.select(named("types.rq"))
    }
    languages = {
        value(row, "language") or "": int(value(row, "count") or 0)
        for row in store.select(named("languages.rq"))
    }
    articles = counts.pop("Article", 0)
    pairs = counts.pop("BilateralRelation", 0)
    return Stats(
        articles=articles,
        quads=store.once("size", store.size),
        states=len(store.select(named("states.rq"))),
        pairs=pairs,
        records=counts,
        event_types=types,
        languages=languages,
    )


def count_articles(store: Store) -> int:
    """How many articles a store has; a moment's work however many they are."""
    (row,) = store.select(named("articlecount.rq"))
    return int(value(row, "count") or 0)
