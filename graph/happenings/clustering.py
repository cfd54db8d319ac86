"""Many reports into happenings.

Reports are linked where two of them are alike; what hangs together by links is a component, and a component
is divided from scratch whenever one of its reports comes, changes or goes. So the division follows from the
set of reports: the order in which they came leaves no trace, and removing one restores what was.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from graph.happenings.blocking import keys
from graph.happenings.matching import alike, forbidden
from graph.happenings.report import Report

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Judgements:
    """What people said of pairs of reports (IRIs, the lesser first): merged, or kept apart. They overrule signs."""

    merged: frozenset[Pair] = field(default_factory=frozenset)
    apart: frozenset[Pair] = field(default_factory=frozenset)


def components(reports: Iterable[Report], judged: Judgements | None = None) -> list[list[list[Report]]]:
    """Components of linked reports, each a list of clusters, each of reports; all in order of their least IRI."""
    judged = judged or Judgements()
    known = {report.iri: report for report in sorted(reports, key=lambda report: report.iri)}
    links = dict(_links(known, judged))
    group = _Groups(known)
    for one, other in links:
        group.join(one, other)
    inside: dict[str, list[tuple[Pair, float]]] = defaultdict(list)
    for pair, weight in links.items():
        inside[group.root(pair[0])].append((pair, weight))
    return [
        _divided([known[iri] for iri in members], inside.get(root, []), judged)
        for root, members in group.members().items()
    ]


def _links(known: dict[str, Report], judged: Judgements) -> Iterator[tuple[Pair, float]]:
    """The links between reports that share a key, and those that people made."""
    shelves: dict[str, list[str]] = defaultdict(list)
    for iri, report in known.items():
        for key in keys(report):
            shelves[key].append(iri)
    seen: set[Pair] = set()
    for shelf in shelves.values():
        for place, one in enumerate(shelf):
            for other in shelf[place + 1 :]:
                if (one, other) not in seen:
                    seen.add((one, other))
                    weight = alike(known[one], known[other])
                    if weight and (one, other) not in judged.merged | judged.apart:
                        yield (one, other), weight
    for one, other in judged.merged - judged.apart:
        if one in known and other in known:
            yield (one, other), float("inf")


def _divided(
    reports: list[Report], links: list[tuple[Pair, float]], judged: Judgements
) -> list[list[Report]]:
    """A component's clusters: the strongest link first, none against what cannot be or what people keep apart."""
    known = {report.iri: report for report in reports}
    group = _Groups(known)
    for (one, other), weight in sorted(links, key=lambda link: (-link[1], link[0])):
        a, b = group.of(one), group.of(other)
        if a is b or group.are_apart(a, b):
            continue
        if any(_kept_apart(known[x], known[y], judged, by_hand=weight == float("inf")) for x in a for y in b):
            group.part(a, b)
        else:
            group.join(one, other)
    return [[known[iri] for iri in members] for members in group.members().values()]


def _kept_apart(a: Report, b: Report, judged: Judgements, *, by_hand: bool) -> bool:
    pair = (a.iri, b.iri) if a.iri < b.iri else (b.iri, a.iri)
    if pair in judged.apart:
        return True
    return not by_hand and pair not in judged.merged and forbidden(a, b)


class _Groups:
    """Sets that only grow together; the least member names each."""

    def __init__(self, items: Iterable[str]) -> None:
        self._of: dict[str, list[str]] = {item: [item] for item in items}
        self._apart: dict[int, set[int]] = defaultdict(set)
        """By the identity of a set: the sets that it can never be joined with, so that nobody asks again."""

    def of(self, item: str) -> list[str]:
        return self._of[item]

    def root(self, item: str) -> str:
        return self._of[item][0]

    def join(self, one: str, other: str) -> None:
        a, b = self._of[one], self._of[other]
        if a is not b:
            a[:] = sorted(a + b)
            for item in b:
                self._of[item] = a
            for far in self._apart.pop(id(b), ()):
                self._apart[far].discard(id(b))
                self._apart[far].add(id(a))
                self._apart[id(a)].add(far)

    def part(self, a: list[str], b: list[str]) -> None:
        """Two sets are not to be joined, nor what they grow to."""
        self._apart[id(a)].add(id(b))
        self._apart[id(b)].add(id(a))

    def are_apart(self, a: list[str], b: list[str]) -> bool:
        """Whether two sets, or what they grew from, were parted."""
        return id(b) in self._apart.get(id(a), ())

    def members(self) -> dict[str, list[str]]:
        """Least member -> members, in order."""
        return {key: self._of[key] for key in sorted(self._of) if self._of[key][0] == key}
