"""Happenings in a store: what a change of some articles changes in them, and no more.

The reports that an article brings share keys with others; the components of those that are like them, of those
that it takes away, and of those that people's judgements tie to them are fetched, divided anew and compared with
what the store has. Only the differences are written, in the transaction that changes the articles.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping

from pyoxigraph import Triple

from graph.happenings.accounts import Account, Office
from graph.happenings.asking import Change, Link, batched, iri, judged, judgements, rows
from graph.happenings.blocking import keys
from graph.happenings.matching import alike
from graph.happenings.persons import acquaintance, all_acquaintance
from graph.happenings.remembered import Remembered
from graph.happenings.report import Report
from graph.happenings.telling import told
from graph.queries import named
from graph.store import Store


def renewal(
    store: Store,
    articles: Mapping[str, Account],
    known: Collection[str] = (),
    *,
    gone: Collection[Link] = (),
    come: Collection[Link] = (),
    remembered: Remembered | None = None,
) -> Change:
    """What makes the happenings right when graphs get what gives these accounts.

    ``articles`` maps the IRI of an article to its account (an empty one: it goes); ``known`` names those that the
    store has already; ``gone`` and ``come`` are judgements of people that change too; ``remembered`` are reports
    that the store has for certain. Ask before the change.
    """
    remembered = remembered or Remembered()
    old = {iri(row, "event") for row in rows(store, "reported.rq", "g", known)}
    fresh = {report.iri: report for account in articles.values() for report in account.reports}
    judged_anew = {end for one, _, other in (*gone, *come) for end in (one, other)}
    start = {*old, *fresh, *judged_anew}
    people = acquaintance(store, articles, known, gone=gone, come=come)
    if not start:
        return people
    leads = _like(store, fresh.values(), start | old, remembered) | (start - fresh.keys()) | old
    reached = _reached(store, start, leads)
    stored = {report.iri: report for report in remembered.reports(store, reached - old - fresh.keys())}
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


def _like(store: Store, fresh: Iterable[Report], changing: set[str], remembered: Remembered) -> set[str]:
    """The reports of a store that would be linked to one of some new ones; not those that change themselves."""
    new: dict[str, list[Report]] = defaultdict(list)
    for report in fresh:
        for key in keys(report):
            new[key].append(report)
    near: dict[str, list[str]] = defaultdict(list)
    for row in rows(store, "keyed.rq", "key", new):
        if (event := iri(row, "event")) not in changing:
            near[event].append(iri(row, "key"))
    return {
        report.iri
        for report in remembered.reports(store, near)
        if any(alike(report, other) for key in near[report.iri] for other in new[key])
    }


def _reached(store: Store, start: set[str], leads: set[str]) -> set[str]:
    """All reports of the components that some reports, or people's judgements of those that change, lead to."""
    found = leads | {iri(row, "other") for row in judged(store, start)}
    return found | {iri(row, "report") for row in rows(store, "components.rq", "event", found)}


def _derived(store: Store, reports: Iterable[str], articles: Iterable[str]) -> Iterator[str]:
    """What the derived graph says of some reports, their happenings and the sketches of articles."""
    for batch in batched(sorted(reports)):
        yield from map(_text, store.construct(named("happened.rq", event=batch)))
    for batch in batched(sorted(articles)):
        yield from map(_text, store.construct(named("sketched.rq", article=batch)))


def _text(triple: Triple) -> str:
    return f"{triple.subject} {triple.predicate} {triple.object}"
