"""How lookups ask: pages with cursors, what is said of nodes, labels in few queries."""

from __future__ import annotations

import base64
import binascii
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import TypeVar

from pyoxigraph import Literal, NamedNode

from graph.exc import InputError, NotFoundError
from graph.identity import Namespace
from graph.lookups.offices import in_arabic
from graph.lookups.views import Labels, Page, Thing
from graph.queries import Given, named
from graph.rdf.terms import RDF_TYPE, birx
from graph.store import Row, Store, Term
from ontology.terms import ONTOLOGY, SCHEME

T = TypeVar("T")
_BATCH = 500


def iris(nodes: Iterable[str]) -> list[NamedNode]:
    """Nodes to put into a query."""
    return [NamedNode(node) for node in nodes]


def value(row: Row, name: str) -> str | None:
    """The text of a column, None where the row has none."""
    term = row.get(name)
    return None if term is None else str(getattr(term, "value", term))


def batches(nodes: Iterable[str]) -> Iterator[list[str]]:
    """Nodes some hundred at a time, each once."""
    unique = list(dict.fromkeys(nodes))
    for start in range(0, len(unique), _BATCH):
        yield unique[start : start + _BATCH]


def cursor_key(after: str | None) -> str | None:
    """The sort key that a cursor stands for; InputError for what is no cursor of ours."""
    if after is None:
        return None
    try:
        return base64.b64decode(after + "=" * (-len(after) % 4), altchars=b"-_", validate=True).decode()
    except (ValueError, binascii.Error):
        raise InputError(f"{after!r} is no cursor; take `next` of the page before") from None


def cursor(key: str) -> str:
    """An opaque cursor for a sort key."""
    return base64.urlsafe_b64encode(key.encode()).decode().rstrip("=")


def page(
    store: Store,
    query: str,
    limit: int,
    after: str | None,
    build: Callable[[list[Row]], list[T]],
    *,
    newest_first: bool = False,
    **given: Given | Iterable[Given] | None,
) -> Page[T]:
    """One page of a named query whose rows carry their sort key in ``?key``.

    ``newest_first`` turns a list in order of time round; what has no day stays at the end.
    """
    text = listing(query, after, newest_first=newest_first, **given)
    return filled(store.select(f"{text}\nLIMIT {asked_for(limit)}"), limit, build)


def asked_for(limit: int) -> int:
    """How many rows a page of ``limit`` asks for: one more, which tells whether another page follows."""
    if limit < 1:
        raise InputError(f"limit {limit} is no number of items")
    return limit + 1


def listing(
    query: str, after: str | None, *, newest_first: bool = False, **given: Given | Iterable[Given] | None
) -> str:
    """The text of a list from a cursor on, in order of its key or turned round."""
    past = {"before" if newest_first else "after": cursor_key(after)}
    text = named(query, **past, **given)
    if newest_first:
        text = text.replace('"9999"', '"0000"').replace("ORDER BY ?key", "ORDER BY DESC(?key)")
    return text


def filled(rows: list[Row], limit: int, build: Callable[[list[Row]], list[T]]) -> Page[T]:
    """The page of the first ``limit`` rows, with a cursor where there are more."""
    more = len(rows) > limit
    rows = rows[:limit]
    return Page(build(rows), cursor(value(rows[-1], "key") or "") if more else None)


def rows(
    store: Store, query: str, name: str, nodes: Iterable[str], **given: Iterable[Given] | None
) -> Iterator[Row]:
    """The rows of a named query for many nodes, some hundred at a time."""
    for batch in batches(nodes):
        yield from store.select(named(query, **{name: iris(batch)}, **given))


class Facts:
    """What a store says of some nodes."""

    def __init__(
        self, store: Store, nodes: Iterable[str], properties: Iterable[NamedNode] | None = None
    ) -> None:
        self._facts: dict[str, dict[str, list[Term]]] = defaultdict(lambda: defaultdict(list))
        given = None if properties is None else list(properties)
        for row in rows(store, "facts.rq", "node", nodes, property=given):
            node = row["node"].value  # type: ignore[union-attr]
            name = row["property"].value.removeprefix(ONTOLOGY)  # type: ignore[union-attr]
            values = self._facts[node][name]
            if row["value"] not in values:
                values.append(row["value"])

    def __contains__(self, node: str) -> bool:
        return node in self._facts

    def all(self, node: str, name: str) -> list[str]:
        """The values of a property (local name of ours, or an IRI), as text, sorted."""
        found = self._facts.get(node, {}).get(name, ())
        return sorted({str(getattr(term, "value", term)) for term in found})

    def classes(self, node: str) -> set[str]:
        """The local names of its classes of ours."""
        return {kind.removeprefix(ONTOLOGY) for kind in self.all(node, RDF_TYPE.value)}

    def one(self, node: str, name: str) -> str | None:
        """A value of a property."""
        return next(iter(self.all(node, name)), None)

    def day(self, node: str, name: str) -> date | None:
        """A day."""
        found = self.one(node, name)
        return date.fromisoformat(found[:10]) if found else None

    def days(self, node: str, name: str) -> list[date]:
        """Days, in order."""
        return [date.fromisoformat(day[:10]) for day in self.all(node, name)]

    def number(self, node: str, name: str) -> float | None:
        """A number."""
        found = self.one(node, name)
        return float(found) if found is not None else None

    def labels(self, node: str, name: str = "http://www.w3.org/2004/02/skos/core#prefLabel") -> Labels:
        """The first label in each language."""
        found: Labels = {}
        terms = [t for t in self._facts.get(node, {}).get(name, ()) if isinstance(t, Literal)]
        for term in sorted(terms, key=lambda t: t.value):
            found.setdefault(term.language or "en", term.value)
        return found

    def languages(self, node: str, name: str) -> list[tuple[str, str]]:
        """(language, label) of a property, sorted."""
        found = self._facts.get(node, {}).get(name, ())
        return sorted((t.language or "en", t.value) for t in found if isinstance(t, Literal))

    def nodes(self, names: Sequence[str]) -> set[str]:
        """All IRIs that these properties lead to."""
        return {
            term.value
            for facts in self._facts.values()
            for name in names
            for term in facts.get(name, ())
            if isinstance(term, NamedNode)
        }


class Things:
    """The names of things, asked for in one go."""

    def __init__(self, store: Store, nodes: Iterable[str]) -> None:
        self._namespace = Namespace()
        self._labels: dict[str, Labels] = defaultdict(dict)
        found = sorted(
            (value(row, "thing") or "", row["label"].language or "en", row["label"].value)
            for row in rows(store, "things.rq", "thing", nodes)
            if isinstance(row["label"], Literal)
        )
        for node, language, label in found:
            self._labels[node].setdefault(language, label)

    def __getitem__(self, node: str) -> Thing:
        if node.startswith(SCHEME):
            kind, _, key = node.removeprefix(SCHEME).partition("-")
            return Thing(id=node, key=key or kind, kind=kind, labels=self._labels.get(node, {}))
        kind = self._namespace.kind(node) or "thing"
        labels = self._labels.get(node, {})
        if kind == "post" and "ar" not in labels and (arabic := in_arabic(labels.get("en", ""))):
            labels = {**labels, "ar": arabic}
        return Thing(id=node, key=self._namespace.key(node), kind=kind, labels=labels)

    def maybe(self, node: str | None) -> Thing | None:
        """A thing, or None for none."""
        return self[node] if node else None

    def all(self, nodes: Iterable[str]) -> list[Thing]:
        """Several things."""
        return [self[node] for node in nodes]


def record_iri(kind: str, key: str) -> str:
    """The IRI of a record or thing asked for by key or IRI."""
    namespace = Namespace()
    whole = key.startswith(("http://", "https://"))
    try:
        return NamedNode(key if whole else f"{namespace.base}{kind}/{key}").value
    except ValueError:
        raise NotFoundError(f"no {kind} {key!r}") from None


def concept(kind: str, key: str | None) -> NamedNode | None:
    """The concept that a key of a filter stands for; NotFoundError where no IRI can be made of it."""
    if key is None:
        return None
    try:
        return NamedNode(key) if key.startswith(SCHEME) else birx(f"{kind}-{key}")
    except ValueError:
        raise NotFoundError(f"no {kind} {key!r}") from None
