"""Search over names, and counts over a store."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from graph.identity import Namespace, fold
from graph.lookups.asking import Things, value
from graph.lookups.views import Hit, Stats
from graph.paths import ontology_dir
from graph.queries import named
from graph.rdf.terms import PREF_LABEL
from graph.reference import tables
from graph.store import Store
from ontology.terms import ONTOLOGY, SCHEME

_LABELS = frozenset({"short", "official", "variant", "abbreviation", "former"})


@dataclass(frozen=True, slots=True)
class _Name:
    """A name, folded for comparison, of a thing."""

    folded: str
    text: str
    language: str | None
    thing: str


@cache
def _known_names(base: str) -> tuple[_Name, ...]:
    """The names that come with the package: of the reference tables and of the ontology's issues."""
    space = Namespace(base)
    found = [
        (row.name, row.lang, space.state(row.code)) for row in tables.state_names() if row.kind in _LABELS
    ]
    found += [
        (row.name, row.lang, space.organization(row.code))
        for row in tables.organization_names()
        if row.kind in _LABELS
    ]
    for holding in tables.holdings():
        person = space.person(holding.person, holding.state)
        found += [(holding.person, "en", person), (holding.name_ar, "ar", person)]
    for quad in parse(path=str(ontology_dir() / "issues.ttl"), format=RdfFormat.TURTLE):
        label, issue = quad.object, quad.subject
        if quad.predicate == PREF_LABEL and isinstance(label, Literal) and isinstance(issue, NamedNode):
            found.append((label.value, label.language or "en", issue.value))
    return tuple(
        _Name(fold(text), text, language, thing) for text, language, thing in dict.fromkeys(found) if text
    )


def _names(store: Store) -> Iterator[_Name]:
    yield from _known_names(Namespace().base)
    for row in store.select(named("names.rq")):
        name = row["name"]
        if isinstance(name, Literal):
            yield _Name(fold(name.value), name.value, name.language, value(row, "thing") or "")


def search(store: Store, words: str, *, limit: int = 20) -> list[Hit]:
    """Things whose label or alias holds the words, however spelled: whole names first, then beginnings."""
    wanted = fold(words)
    if not wanted:
        return []
    found: dict[str, tuple[int, int, str, str | None]] = {}
    for name in _names(store):
        rank = _rank(wanted, name.folded)
        if rank is not None and (name.thing not in found or (rank, len(name.text)) < found[name.thing][:2]):
            found[name.thing] = (rank, len(name.text), name.text, name.language)
    best = sorted(found.items(), key=lambda item: (*item[1][:3], item[0]))[:limit]
    things = Things(store, [node for node, _ in best])
    return [Hit(thing=things[node], matched=name, language=language) for node, (_, _, name, language) in best]


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
        quads=store.size(),
        states=len(store.select(named("states.rq"))),
        pairs=pairs,
        records=counts,
        event_types=types,
        languages=languages,
    )
