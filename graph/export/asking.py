"""The questions that exports put to a store, in portions that any SPARQL server takes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Quad

from graph.store.protocol import Plain, Row, Store, Term, plain

PORTION = 500
"""Things named in one request: the text stays well below the sizes at which servers refuse it."""


@dataclass(frozen=True, slots=True)
class End:
    """An actor (its IRI) at one end of a record; ``part`` is the local name of a role or property."""

    actor: str
    part: str


@dataclass(frozen=True, slots=True)
class Facts:
    """What the graph says of one thing, by the local name of the property."""

    values: dict[str, list[Term]] = field(default_factory=lambda: defaultdict(list))

    def all(self, fact: str) -> list[str]:
        """The values as text, sorted, so that the same graph gives the same answer."""
        return sorted(str(plain(value)) for value in self.values.get(fact, ()))

    def one(self, fact: str) -> Plain | None:
        """The value, the least one where sources differ, None where there is none."""
        values = [value for term in self.values.get(fact, ()) if (value := plain(term)) is not None]
        return min(values, key=str, default=None)

    def name(self, fact: str) -> str | None:
        """The local name of the value, an IRI."""
        iri = self.one(fact)
        return None if iri is None else local(str(iri))

    def label(self, *languages: str) -> str | None:
        """The preferred label in the first of the languages that has one; ``""`` stands for any."""
        labels = [term for term in self.values.get("prefLabel", ()) if isinstance(term, Literal)]
        for language in languages:
            found = [term.value for term in labels if not language or term.language == language]
            if found:
                return min(found)
        return None


def touching(store: Store, actor: str) -> set[str]:
    """IRIs of the records that have the actor at one of their ends."""
    rows = store.select(_text("touching").replace("{actor}", str(NamedNode(actor))))
    return {str(plain(row["record"])) for row in rows}


def bearing(store: Store, thing: str) -> set[str]:
    """IRIs of the records that bear on a thing: in an article, on an issue, of a person, or the thing itself."""
    rows = store.select(_text("bearing").replace("{thing}", str(NamedNode(thing))))
    return {str(plain(row["record"])) for row in rows}


def shared(store: Store, a: str, b: str) -> set[str]:
    """IRIs of the memberships of two actors in the organizations that have both."""
    text = _text("shared").replace("{a}", str(NamedNode(a))).replace("{b}", str(NamedNode(b)))
    return {str(plain(row[side])) for row in store.select(text) for side in ("ours", "theirs")}


def ends(
    store: Store, records: Iterable[str] | None, *, quoted: bool, once: bool = False
) -> dict[str, list[End]]:
    """The ends of the records, or of all records; ``quoted`` leaves out those without evidence.

    ``once`` takes one event for each happening that several articles report.
    """
    basis = "FILTER EXISTS { ?record bir:isSupportedBy ?evidence }" if quoted else ""
    if once:
        basis += " FILTER NOT EXISTS { ?record bir:isRepresentedBy ?shown }"
    if records is None:
        rows: Iterable[Row] = store.select(_text("ends").replace("{records}", basis))
    else:
        rows = _portions(store, "ends", "{records}", "VALUES ?record { % } " + basis, records)
    found: dict[str, set[End]] = defaultdict(set)
    for row in rows:
        end = End(str(plain(row["actor"])), local(str(plain(row["part"]))))
        found[str(plain(row["record"]))].add(end)
    return {record: sorted(found[record], key=lambda end: (end.actor, end.part)) for record in sorted(found)}


def facts(store: Store, things: Iterable[str]) -> dict[str, Facts]:
    """What the graph says of each of the things; those it says nothing of are absent."""
    found: dict[str, Facts] = defaultdict(Facts)
    for row in _portions(store, "facts", "{things}", "%", things):
        found[str(plain(row["thing"]))].values[local(str(plain(row["fact"])))].append(row["value"])
    return dict(found)


def parts(store: Store, events: Iterable[str]) -> set[str]:
    """IRIs of the participations and agenda items of the events."""
    return {str(plain(row["part"])) for row in _portions(store, "parts", "{things}", "%", events)}


def described(store: Store, things: Iterable[str]) -> Iterator[Quad]:
    """All quads that have one of the things as their subject."""
    for row in _portions(store, "described", "{things}", "%", things):
        yield Quad(row["thing"], row["property"], row["value"], row["graph"])  # type: ignore[arg-type]


def local(iri: str) -> str:
    """The last part of an IRI: ``isHeldBy`` of the ontology's property."""
    return iri.rsplit("/", 1)[-1].rsplit("#", 1)[-1]


@cache
def _text(name: str) -> str:
    lines = (Path(__file__).parent / "queries" / f"{name}.rq").read_text(encoding="utf-8").splitlines()
    return "\n".join(line for line in lines if not line.startswith("#"))


def _portions(store: Store, name: str, place: str, around: str, things: Iterable[str]) -> Iterator[Row]:
    every: Sequence[str] = sorted(set(things))
    for start in range(0, len(every), PORTION):
        iris = " ".join(str(NamedNode(thing)) for thing in every[start : start + PORTION])
        yield from store.select(_text(name).replace(place, around.replace("%", iris, 1)))
