"""Happenings in a store: what a change of some articles changes in them, and no more.

The reports that an article brings or takes away share keys with others; the components of those, and the
components that people's judgements tie to them, are fetched, divided anew and compared with what the store
has. Only the differences are written, in the transaction that changes the articles.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from pyoxigraph import Triple

from graph.happenings.accounts import Account, Office
from graph.happenings.asking import Change, Link, batched, iri, judged, judgements, rows
from graph.happenings.blocking import keys
from graph.happenings.persons import acquaintance, all_acquaintance
from graph.happenings.report import Report, reports_of
from graph.happenings.telling import told
from graph.queries import named
from graph.rdf.statements import facts_of
from graph.store import Store


def renewal(
    store: Store,
    articles: Mapping[str, Account],
    known: Collection[str] = (),
    *,
    gone: Collection[Link] = (),
    come: Collection[Link] = (),
) -> Change:
    """What makes the happenings right when graphs get what gives these accounts.

    ``articles`` maps the IRI of an article to its account (an empty one: it goes); ``known`` names those that the
    store has already; ``gone`` and ``come`` are judgements of people that change too. Ask before the change.
    """
    old = {iri(row, "event") for row in rows(store, "reported.rq", "g", known)}
    fresh = {report.iri: report for account in articles.values() for report in account.reports}
    judged_anew = {end for one, _, other in (*gone, *come) for end in (one, other)}
    start = {*old, *fresh, *judged_anew}
    people = acquaintance(store, articles, known, gone=gone, come=come)
    if not start:
        return people
    reached = _reached(
        store, start, {key for report in fresh.values() for key in keys(report)}, start - fresh.keys() | old
    )
    stored = {report.iri: report for report in _stored(store, reached - old - fresh.keys())}
    reports = {**stored, **fresh}
    after = set(told(reports.values(), judgements(store, reports, gone, come)))
    there = (
        reached if not (old or judged_anew) else {*start, *reached}
    )  # the store says nothing of what is new
    before = set(_derived(store, there, {*known, *(r.article for r in stored.values())}))
    return people.joined(Change(frozenset(before - after), frozenset(after - before)))


def tell_all(store: Store, accounts: Iterable[Account]) -> Iterator[str]:
    """All happenings of a store whose articles give these accounts, as triples."""
    reports: list[Report] = []
    offices: set[Office] = set()
    for account in accounts:
        reports += account.reports
        offices |= account.offices
    yield from told(reports, judgements(store))
    yield from all_acquaintance(store, offices)


def _reached(store: Store, start: set[str], wanted: set[str], known: set[str]) -> set[str]:
    """All reports of the components that some reports, those that the store has, keys or judgements lead to."""
    found = {iri(row, "event") for row in rows(store, "keyed.rq", "key", wanted)}
    tied = {iri(row, "other") for row in judged(store, start)}
    for row in rows(store, "components.rq", "event", found | tied | known):
        found.add(iri(row, "report"))
    return found | tied


def _stored(store: Store, events: Iterable[str]) -> Iterator[Report]:
    """Reports as the store has them."""
    for batch in batched(sorted(events)):
        yield from reports_of(facts_of(store.construct(named("reports.rq", event=batch))))


def _derived(store: Store, reports: Iterable[str], articles: Iterable[str]) -> Iterator[str]:
    """What the derived graph says of some reports, their happenings and the sketches of articles."""
    for batch in batched(sorted(reports)):
        yield from map(_text, store.construct(named("happened.rq", event=batch)))
    for batch in batched(sorted(articles)):
        yield from map(_text, store.construct(named("sketched.rq", article=batch)))


def _text(triple: Triple) -> str:
    return f"{triple.subject} {triple.predicate} {triple.object}"
