"""Happenings in a store: what a change of some articles changes in them, and no more.

The reports that an article brings or takes away share keys with others; the components of those, and the
components that people's judgements tie to them, are fetched, divided anew and compared with what the store
has. Only the differences are written, in the transaction that changes the articles.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from pyoxigraph import NamedNode, Quad, Triple

from graph.happenings.asking import Link, batched, data, iri, judgements, rows
from graph.happenings.blocking import keys
from graph.happenings.persons import acquaintance, all_acquaintance
from graph.happenings.report import Report, reports_of
from graph.happenings.telling import told
from graph.identity import Namespace
from graph.queries import named
from graph.rdf.terms import bir
from graph.store import Store
from graph.store.changes import sequence


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
    old = {iri(row, "event") for row in rows(store, "reported.rq", "g", articles)}
    fresh = {report.iri: report for quads in articles.values() for report in reports_of(quads)}
    judged_anew = {end for one, _, other in (*gone, *come) for end in (one, other)}
    start = {*old, *fresh, *judged_anew}
    people = acquaintance(store, articles, gone=gone, come=come)
    if not start:
        return people
    reached = _reached(store, start, {key for report in fresh.values() for key in keys(report)})
    stored = {report.iri: report for report in _stored(store, reached - old - fresh.keys())}
    reports = {**stored, **fresh}
    after = set(told(reports.values(), judgements(store, reports, gone, come)))
    before = set(_derived(store, {*start, *reached}, {*articles, *(r.article for r in stored.values())}))
    return sequence(data("DELETE", before - after), data("INSERT", after - before), people)


def tell_all(store: Store) -> Iterator[Quad]:
    """All happenings of a store, from all its reports."""
    events = [iri(row, "event") for row in store.select(named("reported.rq"))]
    reports = list(_stored(store, events, texts=True))
    yield from told(reports, judgements(store))
    yield from all_acquaintance(store)


def _reached(store: Store, start: set[str], wanted: set[str]) -> set[str]:
    """All reports of the components that some reports, keys or judgements lead to."""
    found = {iri(row, "event") for row in rows(store, "keyed.rq", "key", sorted(wanted))}
    tied = {iri(row, "other") for row in rows(store, "judged.rq", "event", start)}
    for row in rows(store, "components.rq", "event", found | tied | start):
        found.add(iri(row, "report"))
    return found | tied


def _stored(store: Store, events: Iterable[str], *, texts: bool = False) -> list[Report]:
    """Reports as the store has them."""
    triples: list[Triple] = []
    for batch in batched(sorted(events)):
        triples += store.construct(named("reports.rq", event=batch))
    if texts:  # sketches are made anew from them
        triples = [t for t in triples if t.predicate != bir("textSketch")]
        articles = {t.object.value for t in triples if t.predicate == bir("isQuotedFrom")}  # type: ignore[union-attr]
        for batch in batched(sorted(articles)):
            triples += store.construct(named("texts.rq", article=batch))
    return reports_of(triples)


def _derived(store: Store, reports: Iterable[str], articles: Iterable[str]) -> Iterator[Quad]:
    """What the derived graph says of some reports, their happenings and the sketches of articles."""
    graph = NamedNode(Namespace().graph("derived"))
    for batch in batched(sorted(reports)):
        for triple in store.construct(named("happened.rq", event=batch)):
            yield Quad(triple.subject, triple.predicate, triple.object, graph)
    for batch in batched(sorted(articles)):
        for triple in store.construct(named("sketched.rq", article=batch)):
            yield Quad(triple.subject, triple.predicate, triple.object, graph)
