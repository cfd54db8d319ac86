"""The records that join a pair, added up: by kind, by year, by month."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from pyoxigraph import NamedNode

from graph.identity import Namespace
from graph.lookups.asking import Facts, value
from graph.lookups.relationviews import KindCount, MonthScore, PairView, YearCount
from graph.lookups.views import Thing
from graph.queries import named
from graph.rdf.schemes import concept_labels
from graph.rdf.terms import RDF_TYPE, bir
from graph.store import Store
from ontology.terms import EVENT_KINDS, SCHEME

_HAPPENED = frozenset({"held", "ongoing"})
_KINDS = frozenset({"Event", "Position", "Agreement", "Commitment"})
_TOLD = ("hasEventType", "hasEventStatus", "earliestDate", "latestDate")
_A_MONTH = timedelta(days=31)


@dataclass(frozen=True, slots=True)
class Joined:
    """One record: its class, the kind and status of an event, its days."""

    record: str
    kind: str
    type: str
    status: str
    earliest: date | None
    latest: date | None

    @property
    def day(self) -> date | None:
        """The day it is counted at."""
        return self.latest or self.earliest

    @property
    def score(self) -> float | None:
        """The PLOVER score of an event that happened, None for all others."""
        return EVENT_KINDS[self.type][2] if self.status in _HAPPENED and self.type in EVENT_KINDS else None

    @property
    def year(self) -> int | None:
        """The year, where the days lie in one."""
        day = self.day
        return day.year if day and (self.earliest or day).year == day.year else None

    @property
    def month(self) -> str | None:
        """The month (``2017-07``), where the days are known to within one; else None."""
        day = self.day
        return f"{day:%Y-%m}" if day and day - (self.earliest or day) < _A_MONTH else None


class Joining:
    """All records of one relation."""

    def __init__(self, store: Store, relation: NamedNode) -> None:
        nodes = [value(row, "record") or "" for row in store.select(named("joining.rq", relation=relation))]
        facts = Facts(store, nodes, (RDF_TYPE, *(bir(name) for name in _TOLD)))
        found = [
            Joined(
                record=node,
                kind=kind,
                type=(facts.one(node, "hasEventType") or "").removeprefix(f"{SCHEME}event-"),
                status=(facts.one(node, "hasEventStatus") or "").removeprefix(f"{SCHEME}status-"),
                earliest=facts.day(node, "earliestDate"),
                latest=facts.day(node, "latestDate"),
            )
            for node in dict.fromkeys(nodes)
            for kind in _KINDS.intersection(facts.classes(node))
        ]
        self.records = sorted(found, key=_order)

    def of(self, kind: str) -> list[Joined]:
        """Those of a class (``Event``), in order of time, those without a day last."""
        return [record for record in self.records if record.kind == kind]

    def all(self, kind: str) -> list[str]:
        """The nodes of those of a class."""
        return [record.record for record in self.of(kind)]

    def count(self, kind: str) -> int:
        """How many there are of a class."""
        return len(self.of(kind))

    def latest(self, kind: str, limit: int | None) -> list[str]:
        """The nodes of the ``limit`` latest of a class; all with None."""
        found = self.all(kind)
        return found if limit is None else found[max(0, len(found) - limit) :]

    def summary(
        self, relation: str, a: Thing, b: Thing, articles: int, machine_coded: dict[str, int]
    ) -> PairView:
        """The pair with its counts."""
        days = [record.day for record in self.of("Event") if record.day]
        scores = _scores(self.of("Event"))
        return PairView(
            id=relation,
            key=Namespace().key(relation),
            a=a,
            b=b,
            events=self.count("Event"),
            positions=self.count("Position"),
            agreements=self.count("Agreement"),
            commitments=self.count("Commitment"),
            articles=articles,
            first=min(days, default=None),
            last=max(days, default=None),
            score=sum(scores) / len(scores) if scores else None,
            machine_coded=machine_coded,
        )

    def kinds(self) -> list[KindCount]:
        """Events by kind, the most frequent first."""
        found: dict[str, Counter[str]] = defaultdict(Counter)
        for event in self.of("Event"):
            found[event.type][event.status] += 1
        counts = [
            KindCount(
                type=kind,
                labels=dict(concept_labels().get(f"event-{kind}", {})),
                plover=EVENT_KINDS[kind][0] if kind in EVENT_KINDS else None,
                events=statuses.total(),
                statuses=dict(sorted(statuses.items())),
            )
            for kind, statuses in found.items()
        ]
        return sorted(counts, key=lambda c: (-c.events, c.type))

    def years(self) -> list[YearCount]:
        """Events and positions of each year that has some."""
        by_year: dict[int, list[Joined]] = defaultdict(list)
        for record in self.records:
            if record.year and record.kind in {"Event", "Position"}:
                by_year[record.year].append(record)
        found = []
        for year, records in sorted(by_year.items()):
            events = sum(record.kind == "Event" for record in records)
            scores = _scores(records)
            mean = sum(scores) / len(scores) if scores else None
            found.append(YearCount(year=year, events=events, positions=len(records) - events, score=mean))
        return found

    def series(self) -> list[MonthScore]:
        """Cooperation and conflict of each month in which something happened."""
        by_month: dict[str, list[float]] = defaultdict(list)
        for event in self.of("Event"):
            if event.month and event.score is not None:
                by_month[event.month].append(event.score)
        return [
            MonthScore(
                month=month,
                events=len(scores),
                cooperation=sum(s for s in scores if s > 0),
                conflict=sum(s for s in scores if s < 0),
                mean=sum(scores) / len(scores),
            )
            for month, scores in sorted(by_month.items())
        ]


def _scores(records: Iterable[Joined]) -> list[float]:
    return [record.score for record in records if record.score is not None]


def _order(record: Joined) -> tuple[date, date, str]:
    return record.day or date.max, record.earliest or date.min, record.record
