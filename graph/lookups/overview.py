"""Search over names, and counts over a store."""

from __future__ import annotations

from pyoxigraph import Literal

from graph.identity import fold
from graph.lookups.asking import Things, value
from graph.lookups.views import Hit, Stats
from graph.queries import named
from graph.store import Store
from ontology.terms import ONTOLOGY, SCHEME


def search(store: Store, words: str, *, limit: int = 20) -> list[Hit]:
    """Things whose label or alias holds the words, however spelled: whole names first, then beginnings."""
    wanted = fold(words)
    if not wanted:
        return []
    found: dict[str, tuple[int, int, str, str | None]] = {}
    for row in store.select(named("names.rq")):
        name = row["name"]
        if not isinstance(name, Literal):
            continue
        rank = _rank(wanted, fold(name.value))
        node = value(row, "thing") or ""
        if rank is not None and (node not in found or (rank, len(name.value)) < found[node][:2]):
            found[node] = (rank, len(name.value), name.value, name.language)
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
