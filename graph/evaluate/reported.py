"""Gold happenings: short reports with, for each event told in them, which happening of the world it is.

One file, ``happenings/reports.jsonl``: lines ``{"id", "lang", "outlet", "published", "text", "events"}``, where an
event is ``{"happening", "type", "words"}`` - ``type`` one or several kinds joined by ``|``, ``words`` a stretch
of the text that the event's quote must meet.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from pathlib import Path

from pyoxigraph import NamedNode

from graph.evaluate.likeness import Json
from graph.exc import InputError
from graph.identity import Namespace
from graph.ingest import ingest_article
from graph.model import Article
from graph.queries import named
from graph.reading import open_article
from graph.store import Store, open_store, plain
from ontology.terms import SCHEME

FILE = Path("happenings") / "reports.jsonl"


@dataclass(frozen=True, slots=True)
class Telling:
    """One event of an article as gold has it: its happening, the kinds it may have, where its words stand."""

    happening: str
    kinds: tuple[str, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Reported:
    """An article with the happenings that a careful reader knows it to tell."""

    article: Article
    tellings: tuple[Telling, ...]


@dataclass(frozen=True, slots=True)
class Identity:
    """How well happenings are told apart.

    ``reports`` counts the gold's, ``found`` those that the reader found an event for, ``other`` its events that
    the gold says nothing of. ``pairs`` and ``cubed`` are (precision, recall) over pairs of reports and per
    report (B-cubed; Bagga and Baldwin, 1998), of the reports found; ``of_all`` is the recall of pairs where a
    report that the reader missed counts as joined with none.
    """

    happenings: int
    reports: int
    found: int
    other: int
    pairs: tuple[float, float]
    cubed: tuple[float, float]
    of_all: float
    faults: tuple[str, ...]

    def row(self) -> dict[str, float]:
        """The figures by name."""
        return {
            "pairwise precision": self.pairs[0],
            "pairwise recall": self.pairs[1],
            "pairwise recall, missed reports too": self.of_all,
            "B-cubed precision": self.cubed[0],
            "B-cubed recall": self.cubed[1],
        }


def read_reports(folder: Path) -> list[Reported]:
    """The reports below a gold folder, none where it has no such file; InputError for a line that is wrong."""
    path = folder / FILE
    if not path.exists():
        return []
    found = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        try:
            found.append(_reported(json.loads(line)))
        except (ValueError, KeyError, TypeError) as error:
            raise InputError(f"{path}, line {number}: {error!r}") from error
    return found


def _reported(line: Json) -> Reported:
    text = line["text"]
    article = open_article(
        text,
        key=line["id"],
        language=line["lang"],
        published=date.fromisoformat(line["published"]),
        outlet=line["outlet"],
    )
    tellings = []
    for event in line["events"]:
        start = text.index(event["words"])
        kinds = tuple(event["type"].split("|"))
        tellings.append(Telling(event["happening"], kinds, start, start + len(event["words"])))
    return Reported(article, tuple(tellings))


def measure_identity(reported: Iterable[Reported]) -> Identity:
    """Read the articles into a store of their own and compare its happenings with the gold's."""
    known = list(reported)
    store = open_store(":memory:")
    for one in known:
        ingest_article(store, one.article)
    gold, told, other = _aligned(store, known)
    store.close()
    return compare(gold, told, other)


def compare(gold: Mapping[str, str], told: Mapping[str, str], other: int = 0) -> Identity:
    """Figures of ``told`` (report -> cluster) against ``gold`` (report -> happening); both may name any report."""
    found = sorted(gold.keys() & told.keys())
    ours, theirs = _pairs({r: told[r] for r in found}), _pairs({r: gold[r] for r in found})
    right = ours & theirs
    faults = [f"joined\t{a}\t{b}" for a, b in sorted(ours - theirs)]
    faults += [f"missed\t{a}\t{b}" for a, b in sorted(theirs - ours)]
    faults += [f"unread\t{report}" for report in sorted(gold.keys() - told.keys())]
    return Identity(
        happenings=len(set(gold.values())),
        reports=len(gold),
        found=len(found),
        other=other,
        pairs=(_share(len(right), len(ours)), _share(len(right), len(theirs))),
        cubed=(_cubed(found, told, gold), _cubed(found, gold, told)),
        of_all=_share(len(right), len(_pairs(gold))),
        faults=tuple(faults),
    )


def _pairs(clusters: Mapping[str, str]) -> set[tuple[str, str]]:
    members: dict[str, list[str]] = defaultdict(list)
    for report, cluster in clusters.items():
        members[cluster].append(report)
    return {pair for reports in members.values() for pair in combinations(sorted(reports), 2)}


def _cubed(found: list[str], by: Mapping[str, str], against: Mapping[str, str]) -> float:
    """The mean share of each report's cluster in ``by`` that ``against`` puts with it too."""
    shares = []
    for report in found:
        beside = [r for r in found if by[r] == by[report]]
        shares.append(sum(against[r] == against[report] for r in beside) / len(beside))
    return _share(sum(shares), len(shares))


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 1.0


def _aligned(store: Store, known: Iterable[Reported]) -> tuple[dict[str, str], dict[str, str], int]:
    """Gold report -> happening, gold report -> cluster of the store, and how many events are in no gold."""
    gold: dict[str, str] = {}
    told: dict[str, str] = {}
    other = 0
    for one in known:
        rows = list(_events(store, one.article))
        taken: set[str] = set()
        for number, telling in enumerate(one.tellings):
            name = f"{one.article.key}#{number}"
            gold[name] = telling.happening
            for report, cluster, kind, start, end in rows:
                meets = start < telling.end and telling.start < end
                if name not in told and report not in taken and meets and kind in telling.kinds:
                    told[name] = cluster
                    taken.add(report)
        other += len(rows) - len(taken)
    return gold, told, other


def _events(store: Store, article: Article) -> Iterator[tuple[str, str, str, int, int]]:
    """The events of an article: node, happening, kind, start and end of the first quote."""
    node = NamedNode(Namespace().article(article.key))
    for row in store.select(named("tellings.rq", article=node)):
        event, happening, kind, start, end = (
            str(plain(row[name])) for name in ("event", "happening", "kind", "start", "end")
        )
        yield event, happening, kind.removeprefix(f"{SCHEME}event-"), int(start), int(end)
