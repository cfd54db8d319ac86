"""Reports that were read from a store or written to it a while ago, so that it need not be asked for them again."""

from __future__ import annotations

from collections.abc import Iterable

from graph.happenings.asking import batched
from graph.happenings.report import Report, reports_of
from graph.queries import named
from graph.rdf.statements import facts_of
from graph.store import Store

_MOST = 20_000
"""Reports kept: those of some four thousand articles, about 100 MB. What was told longest ago goes first."""


class Remembered:
    """Reports by IRI, as the store has them as long as nobody else writes; whoever knows better forgets them."""

    def __init__(self, most: int = _MOST) -> None:
        self._most = most
        self._known: dict[str, Report] = {}

    def learn(self, reports: Iterable[Report]) -> None:
        """Keep reports that the store has."""
        for report in reports:
            self._known.pop(report.iri, None)
            self._known[report.iri] = report
        while len(self._known) > self._most:
            del self._known[next(iter(self._known))]

    def forget(self) -> None:
        """Know nothing any more."""
        self._known.clear()

    def reports(self, store: Store, events: Iterable[str]) -> list[Report]:
        """The reports of some events, in order of IRI; the store is asked for those that are not known."""
        wanted = sorted(set(events))
        found = {iri: report for iri in wanted if (report := self._known.get(iri))}
        for batch in batched([iri for iri in wanted if iri not in found]):
            asked = reports_of(facts_of(store.construct(named("reports.rq", event=batch))))
            found.update((report.iri, report) for report in asked)
        self.learn(found.values())
        return [found[iri] for iri in wanted if iri in found]
