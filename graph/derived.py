"""The derived graph: shortcuts, pairs and happenings, computed from records and never edited.

``takesPartIn``, ``discusses``, ``mentions``, ``isMemberOf`` and the relations of two states follow from the
records of one article (``graph.shortcuts``); happenings from those of several (``graph.happenings``). What
follows from an article is renewed in the transaction that changes the article.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice

from pyoxigraph import NamedNode

from graph.happenings import Account, Change, Link, Remembered, account_of, renewal, tell_all
from graph.happenings.asking import data
from graph.identity import Namespace
from graph.queries import named
from graph.rdf.statements import Facts, facts_of, nquads
from graph.shortcuts import BEHIND, Shortcuts, shortcuts
from graph.store import Store
from graph.store.changes import sequence
from ontology.terms import ONTOLOGY

_STEP = 200_000
"""Triples that a rebuilding writes, or takes out, at a time."""
_SAID_EVERY = 1000


@dataclass(frozen=True, slots=True)
class Content:
    """What an article's graph brings to the derived graph; empty for an article that goes."""

    shortcuts: Shortcuts = field(default_factory=Shortcuts)
    account: Account = field(default_factory=Account)


def content_of(graph: str, facts: Facts, namespace: Namespace | None = None) -> Content:
    """The content that the facts of an article's graph give."""
    return Content(shortcuts(graph, facts, namespace), account_of(facts))


@dataclass(frozen=True, slots=True)
class Following:
    """What follows from a change of articles: the update to run before it, and the difference to make with it."""

    before: str
    change: Change
    shortcuts: tuple[str, ...]

    @property
    def after(self) -> str:
        """All of the difference, as an update after the change in one transaction."""
        return sequence(
            data("INSERT", self.shortcuts),
            data("DELETE", self.change.gone),
            data("INSERT", self.change.come),
            self.change.then,
        )

    def nquads(self) -> bytes:
        """What comes, to be loaded together with the articles; ``later`` is what is left to do then."""
        return nquads((*self.shortcuts, *sorted(self.change.come)), Namespace().graph("derived"))

    @property
    def later(self) -> str:
        """The update for what goes."""
        return sequence(data("DELETE", self.change.gone), self.change.then)


def following(
    store: Store,
    articles: Mapping[str, Content],
    known: Collection[str] = (),
    *,
    gone: Collection[Link] = (),
    come: Collection[Link] = (),
    told: Collection[str] = (),
    remembered: Remembered | None = None,
) -> Following:
    """What follows when graphs get this content, for one article or a batch at once.

    ``articles`` maps article IRIs to the content they will have; ``known`` names those that the store has
    already. ``gone`` and ``come`` are people's links that change with them, ``told`` shortcuts that the derived
    graph is known to have, ``remembered`` reports that the store has for certain. The store is only asked; the
    caller makes the change.
    """
    accounts = {iri: content.account for iri, content in articles.items()}
    found = dict.fromkeys(triple for content in articles.values() for triple in content.shortcuts)
    return Following(
        before=forget(*known) if known else "",
        change=renewal(store, accounts, known, gone=gone, come=come, remembered=remembered),
        shortcuts=tuple(triple for triple in found if triple not in told),
    )


def forget(*graphs: str) -> str:
    """The update that takes out the shortcuts that only the records of some graphs are behind."""
    nodes = [NamedNode(graph) for graph in graphs]
    return named("forget.ru", g=nodes, without=nodes)


def rebuild(store: Store, say: Callable[[str], None] = lambda _: None) -> None:
    """Compute the whole derived graph anew from all records of the store, and write where it differs.

    In steps, each a transaction or a load: what is right already is never taken out, so whoever asks meanwhile
    misses nothing that he had. All reports are held in memory meanwhile.
    """
    graph = Namespace().graph("derived")
    # triples by their hashes (64 bits), for there are as many as fifty an article
    there = {hash(_text(quad)) for quad in store.quads(graph)}
    made: set[int] = set()

    def missing() -> Iterator[str]:
        for triple in _all(store, say):
            if (number := hash(triple)) not in made:
                made.add(number)
                if number not in there:
                    yield triple

    source = missing()
    while some := list(islice(source, _STEP)):
        store.load([nquads(some, graph)])
        say(f"derived graph: {len(made):,} statements")
    if stale := there - made:
        wrong = [text for quad in store.quads(graph) if hash(text := _text(quad)) in stale]
        for at in range(0, len(wrong), _STEP):
            store.update(data("DELETE", wrong[at : at + _STEP]))


def _all(store: Store, say: Callable[[str], None]) -> Iterator[str]:
    """All that the records of a store give; not those of imported data sets, which bring theirs themselves."""
    namespace = Namespace()
    outside = {namespace.graph("derived"), namespace.graph("ontology")}
    graphs = [g for g in store.graphs() if g not in outside and namespace.kind(g) != "source"]
    accounts: list[Account] = []
    for place, graph in enumerate(graphs, 1):
        if namespace.kind(graph) == "article":
            content = content_of(graph, facts_of(store.quads(graph)), namespace)
            accounts.append(content.account)
            yield from content.shortcuts
        else:
            yield from shortcuts(graph, _behind(store, graph), namespace)
        if place % _SAID_EVERY == 0:
            say(f"derived graph: {place:,} of {len(graphs):,} graphs read")
    yield from tell_all(store, accounts)


def _behind(store: Store, graph: str) -> Facts:
    """What shortcuts follow from, of a graph that may be large."""
    return facts_of(q for q in store.quads(graph) if q.predicate.value.removeprefix(ONTOLOGY) in BEHIND)


def _text(quad: object) -> str:
    return str(getattr(quad, "triple", quad))
