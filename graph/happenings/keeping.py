"""Happenings in a store: what a change of some articles changes in them, and no more.

The reports that an article brings or takes away share keys with others; the components of those, and the
components that people's judgements tie to them, are fetched, divided anew and compared with what the store
has. Only the differences are written, in the transaction that changes the articles.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from pyoxigraph import NamedNode, Quad, Triple

from graph.happenings.blocking import keys
from graph.happenings.clustering import Judgements
from graph.happenings.report import Report, reports_of
from graph.happenings.telling import told
from graph.identity import Namespace
from graph.queries import Given, named
from graph.rdf.terms import bir
from graph.store import Row, Store
from graph.store.changes import sequence
from ontology.terms import ONTOLOGY

Link = tuple[str, str, str]
"""A judgement of people: two reports (IRIs) and ``isMergedWith`` or ``isKeptApartFrom`` between them."""
_BATCH = 400


def renewal(
    store: Store,
    articles: Mapping[str, Sequence[Quad]],
    *,
    gone: Collection[Link] = (),
    come: Collection[Link] = (),
) -> str:
    """The update that makes the happenings right when graphs get these quads; empty where nothing changes.

    ``articles`` maps the IRI of an article to all quads it will have (none: it goes); ``gone`` and ``come`` are
    judgements of people that change too. Ask before the change, run it with the change.
    """
    old = {_iri(row, "event") for row in _rows(store, "reported.rq", "g", articles)}
    fresh = {report.iri: report for quads in articles.values() for report in reports_of(quads)}
    judged_anew = {end for one, _, other in (*gone, *come) for end in (one, other)}
    start = {*old, *fresh, *judged_anew}
    if not start:
        return ""
    reached = _reached(store, start, {key for report in fresh.values() for key in keys(report)})
    stored = {report.iri: report for report in _stored(store, reached - old - fresh.keys())}
    reports = {**stored, **fresh}
    after = set(told(reports.values(), judgements(store, reports, gone, come)))
    before = set(_derived(store, {*start, *reached}, {*articles, *(r.article for r in stored.values())}))
    return sequence(_data("DELETE", before - after), _data("INSERT", after - before))


def tell_all(store: Store) -> Iterator[Quad]:
    """All happenings of a store, from all its reports."""
    events = [_iri(row, "event") for row in store.select(named("reported.rq"))]
    reports = list(_stored(store, events, texts=True))
    return told(reports, judgements(store, [report.iri for report in reports]))


def judgements(
    store: Store, reports: Iterable[str], gone: Collection[Link] = (), come: Collection[Link] = ()
) -> Judgements:
    """What people say of some reports once some links are gone and others have come."""
    stored = {
        (_iri(row, "event"), _iri(row, "property").removeprefix(ONTOLOGY), _iri(row, "other"))
        for row in _rows(store, "judged.rq", "event", reports)
    }
    links = (_ordered(stored) - _ordered(gone)) | _ordered(come)
    pairs = {
        name: {(a, b) for a, said, b in links if said == name} for name in ("isMergedWith", "isKeptApartFrom")
    }
    return Judgements(frozenset(pairs["isMergedWith"]), frozenset(pairs["isKeptApartFrom"]))


def _ordered(links: Iterable[Link]) -> set[Link]:
    return {(min(a, b), said, max(a, b)) for a, said, b in links}


def _reached(store: Store, start: set[str], wanted: set[str]) -> set[str]:
    """All reports of the components that some reports, keys or judgements lead to."""
    found = {_iri(row, "event") for row in _rows(store, "keyed.rq", "key", sorted(wanted))}
    tied = {_iri(row, "other") for row in _rows(store, "judged.rq", "event", start)}
    for row in _rows(store, "components.rq", "event", found | tied | start):
        found.add(_iri(row, "report"))
    return found | tied


def _stored(store: Store, events: Iterable[str], *, texts: bool = False) -> list[Report]:
    """Reports as the store has them."""
    triples: list[Triple] = []
    for batch in _batches(sorted(events)):
        triples += store.construct(named("reports.rq", event=batch))
    if texts:  # sketches are made anew from them
        triples = [t for t in triples if t.predicate != bir("textSketch")]
        articles = {t.object.value for t in triples if t.predicate == bir("isQuotedFrom")}  # type: ignore[union-attr]
        for batch in _batches(sorted(articles)):
            triples += store.construct(named("texts.rq", article=batch))
    return reports_of(triples)


def _derived(store: Store, reports: Iterable[str], articles: Iterable[str]) -> Iterator[Quad]:
    """What the derived graph says of some reports, their happenings and the sketches of articles."""
    graph = NamedNode(Namespace().graph("derived"))
    for batch in _batches(sorted(reports)):
        for triple in store.construct(named("happened.rq", event=batch)):
            yield Quad(triple.subject, triple.predicate, triple.object, graph)
    for batch in _batches(sorted(articles)):
        for triple in store.construct(named("sketched.rq", article=batch)):
            yield Quad(triple.subject, triple.predicate, triple.object, graph)


def _rows(store: Store, query: str, name: str, values: Iterable[str]) -> Iterator[Row]:
    for batch in _batches(sorted(values), plain=name == "key"):
        yield from store.select(named(query, **{name: batch}))


def _batches(values: Sequence[str], *, plain: bool = False) -> Iterator[list[Given]]:
    for at in range(0, len(values), _BATCH):
        yield [value if plain else NamedNode(value) for value in values[at : at + _BATCH]]


def _iri(row: Row, name: str) -> str:
    return str(getattr(row[name], "value", ""))


def _data(verb: str, quads: Iterable[Quad]) -> str:
    lines = sorted(f"{q.subject} {q.predicate} {q.object} ." for q in quads)
    graph = NamedNode(Namespace().graph("derived"))
    return f"{verb} DATA {{ GRAPH {graph} {{\n" + "\n".join(lines) + "\n} }" if lines else ""
