"""A cluster of reports added up: what became of the happening, who says so, and where they disagree.

The rules: a happening that a report tells as held is held, else under way, else what the last report says of
it (planned, postponed or cancelled; on one day, the call-off wins). Reports of that status tell its days and
place. Its confidence is ``1 - (1 - c1)(1 - c2)...`` over independent outlets, ``c`` being the greatest
confidence among an outlet's reports. Reports that their articles withdrew count only where there are no others.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from math import prod

from graph.happenings.blocking import HAPPENED
from graph.happenings.matching import level_conflict, place_conflict
from graph.happenings.numbers import counts, miscounted
from graph.happenings.report import Report
from graph.happenings.sketches import independent
from graph.identity import Namespace, digest

Span = tuple[date | None, date | None]
_CERTAIN = 0.9999
_OFF = frozenset({"postponed", "cancelled"})
"""Reports of these give the day that fell away, or the day of saying so: nothing to disagree about."""
_WEIGHT = {"cancelled": 2, "postponed": 1, "planned": 0}


@dataclass(frozen=True, slots=True)
class Happening:
    """One happening of the world. ``reports`` are in order of publication, ``shown`` is the one shown for all.

    ``outlets`` counts independent ones; ``conflicts`` are pairs of reports that contradict each other and
    ``disagreements`` the properties they do so on (``latestDate``, ``takesPlaceIn``, ``hasEventStatus``);
    ``numbers`` are those that reports tell otherwise than others: report, its language, its words.
    """

    iri: str
    reports: tuple[Report, ...]
    shown: Report
    status: str
    earliest: date | None
    latest: date | None
    place: str | None
    round: int | None
    series: str | None
    actors: tuple[str, ...]
    outlets: int
    claim: str
    confidence: float
    conflicts: tuple[tuple[str, str], ...]
    disagreements: tuple[str, ...]
    numbers: tuple[tuple[str, str | None, str], ...] = ()

    @property
    def kind(self) -> str:
        """The kind of event that the shown report tells it as."""
        return self.shown.kind


def happening_iri(reports: Iterable[Report], namespace: Namespace) -> str:
    """The name of a happening: a hash of its least report's IRI."""
    return namespace.iri("happening", digest(min(report.iri for report in reports)))


def happening_of(reports: Sequence[Report], namespace: Namespace | None = None) -> Happening:
    """What a cluster of reports adds up to; the order of ``reports`` does not matter."""
    life = sorted(reports, key=lambda report: report.told)
    standing = [report for report in life if report.claim != "withdrawn"] or life
    status = _status(standing)
    telling = _telling(standing, status)
    shown = min(telling, key=_precedence)
    groups = independent((r.article, r.outlet, r.sketch) for r in telling)
    conflicts, disagreements = _conflicts(standing, telling, status)
    numbers = _numbers(telling)
    earliest, latest = _days(standing, telling, status)
    return Happening(
        iri=happening_iri(reports, namespace or Namespace()),
        reports=tuple(life),
        shown=shown,
        status=status,
        earliest=earliest,
        latest=latest,
        place=shown.place or _place(telling),
        round=shown.round or min((r.round for r in standing if r.round is not None), default=None),
        series=shown.series or min((r.series for r in standing if r.series), default=None),
        actors=tuple(sorted(frozenset().union(*(r.everyone for r in telling)))),
        outlets=len(groups),
        claim=_claim(standing, shown, len(groups), "hasEventStatus" in disagreements),
        confidence=_confidence(telling, groups),
        conflicts=conflicts,
        disagreements=tuple(sorted({*disagreements, *(["numberTold"] if numbers else [])})),
        numbers=numbers,
    )


def _status(life: Sequence[Report]) -> str:
    statuses = {report.status for report in life}
    for status in ("held", "ongoing"):
        if status in statuses:
            return status
    last = max(report.told[0] for report in life)
    return max((r.status for r in life if r.told[0] == last), key=lambda status: _WEIGHT.get(status, 0))


def _telling(standing: Sequence[Report], status: str) -> list[Report]:
    """The reports of the status; of plans only those told since the last one was put or called off."""
    off = [r.told for r in standing if r.status in _OFF] if status == "planned" else []
    found = [r for r in standing if r.status == status]
    return [r for r in found if not off or r.told > max(off)] or found


def _precedence(report: Report) -> tuple[int, int, int, float, tuple[str, str]]:
    """Exact days first, then more people by name, more actors, more confidence, told earlier."""
    days = (report.latest - report.earliest).days if report.latest and report.earliest else 9999
    named = sum(1 for part in report.parts if part.name or part.post)
    return days, -named, -len(report.everyone), -report.confidence, report.told


def _place(telling: Sequence[Report]) -> str | None:
    return min((r.place for r in telling if r.place), default=None)


def _span(report: Report) -> Span:
    return report.earliest, report.latest


def _days(standing: Sequence[Report], telling: Sequence[Report], status: str) -> Span:
    """The days that all who tell agree on; where they agree on none, those that most outlets agree with."""
    if status in _OFF:
        plans = [r for r in standing if r.status == "planned" and (r.earliest or r.latest)]
        telling = [max(plans, key=lambda r: r.told)] if plans else telling
    dated = [r for r in telling if r.earliest or r.latest]
    if not dated:
        return None, None
    common = _common(map(_span, dated))
    if common is not None:
        return common

    def support(span: Span) -> tuple[int, int, str]:
        agreeing = {r.outlet for r in dated if _common((span, _span(r))) is not None}
        days = (span[1] - span[0]).days if span[0] and span[1] else 9999
        first = min(r.told for r in dated if _span(r) == span)
        return -len(agreeing), days, " ".join(first)

    return min({_span(r) for r in dated}, key=support)


def _common(spans: Iterable[Span]) -> Span | None:
    """The days that lie in all spans, None for none."""
    known = list(spans)
    first = max((span[0] for span in known if span[0]), default=None)
    last = min((span[1] for span in known if span[1]), default=None)
    return None if first and last and first > last else (first, last)


def _conflicts(
    standing: Sequence[Report], telling: Sequence[Report], status: str
) -> tuple[tuple[tuple[str, str], ...], tuple[str, ...]]:
    pairs: set[tuple[str, str]] = set()
    about: set[str] = set()
    for a, b in combinations(sorted(telling, key=lambda r: r.iri), 2):
        found = set()
        if status not in _OFF and _common((_span(a), _span(b))) is None:
            found.add("latestDate")
        if place_conflict(a, b):
            found.add("takesPlaceIn")
        if a.round is not None and b.round is not None and a.round != b.round:
            found.add("roundNumber")
        if level_conflict(a, b):
            found.add("actsAs")
        if found:
            pairs.add((a.iri, b.iri))
            about |= found
    for off in standing if status in HAPPENED else ():
        for on in telling if off.status == "cancelled" else ():
            if off.told[0] >= on.told[0]:
                one, other = sorted((off.iri, on.iri))
                pairs.add((one, other))
                about.add("hasEventStatus")
    return tuple(sorted(pairs)), tuple(sorted(about))


def _numbers(telling: Sequence[Report]) -> tuple[tuple[str, str | None, str], ...]:
    """The numbers on which reports in one language disagree, each with its report."""
    if len(telling) < 2:
        return ()
    told = [(report, counts(report.quote, report.language)) for report in telling]
    return tuple(
        sorted(
            {
                (report.iri, report.language, words)
                for (a, one), (b, other) in combinations(told, 2)
                if a.language == b.language
                for pair in miscounted(one, other)
                for report, words in zip((a, b), pair, strict=True)
            },
            key=lambda number: (number[0], number[2]),
        )
    )


def _claim(standing: Sequence[Report], shown: Report, outlets: int, contested: bool) -> str:
    if all(report.claim == "withdrawn" for report in standing):
        return "withdrawn"
    if contested or any(report.claim == "disputed" for report in standing):
        return "disputed"
    return "corroborated" if outlets > 1 else shown.claim


def _confidence(telling: Sequence[Report], groups: list[list[str]]) -> float:
    best = [max(r.confidence for r in telling if r.article in group) for group in groups]
    return round(min(_CERTAIN, 1.0 - prod(1.0 - c for c in sorted(best))), 4)
