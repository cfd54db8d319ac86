"""Calibration: how often records of a confidence are right.

A record is right when gold has one like it: an event of its type with a pair of its actors, a position of
its polarity with one of its holders and half of its quote, a post, a membership.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from graph.evaluate.figures import pair_up
from graph.evaluate.gold import GoldArticle
from graph.evaluate.likeness import Json, bond, same_act, same_post, same_stance

_LIKE: dict[str, Callable[[Json, Json], Any]] = {
    "events": same_act,
    "positions": lambda g, p: set(g["holders"]) & set(p["holders"]) and same_stance(g, p),
    "posts": same_post,
    "memberships": lambda g, p: bond(g) == bond(p),
}
EDGES = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)


@dataclass(frozen=True, slots=True)
class Judged:
    """A record that the reader found: what it is, its rule and claim status, how sure, and whether it is right."""

    kind: str
    rule: str
    confidence: float
    right: bool
    claim: str = "reported"


@dataclass(frozen=True, slots=True)
class Bucket:
    """Records of one kind with a confidence from ``low`` up to, not including, ``high`` (1.0 included)."""

    kind: str
    low: float
    high: float
    records: int
    right: int
    confidence: float

    @property
    def precision(self) -> float:
        """Share of them that is right."""
        return self.right / self.records


def judge(articles: Iterable[GoldArticle]) -> list[Judged]:
    """Every record found in the articles, held against their gold."""
    judged = []
    for article in articles:
        for kind, same in _LIKE.items():
            found = article.found.get(kind, [])
            _, wrong = pair_up(article.gold.get(kind, []), found, same)
            lost = {id(record) for record in wrong}
            judged += [
                Judged(kind, r["rule"], float(r["confidence"]), id(r) not in lost, r.get("claim", "reported"))
                for r in found
            ]
    return judged


def calibrate(judged: Sequence[Judged]) -> list[Bucket]:
    """The buckets that hold records, by kind and confidence."""
    buckets = []
    for kind in _LIKE:
        for low, high in pairwise(EDGES):
            inside = [
                j
                for j in judged
                if j.kind == kind and (low <= j.confidence < high or j.confidence == high == 1.0)
            ]
            if inside:
                mean = sum(j.confidence for j in inside) / len(inside)
                buckets.append(Bucket(kind, low, high, len(inside), sum(j.right for j in inside), mean))
    return buckets


def by_rule(judged: Iterable[Judged]) -> dict[tuple[str, str], tuple[int, int]]:
    """Kind and rule, without its trigger word -> right records and records, the commonest rule first."""
    counts: dict[tuple[str, str], tuple[int, int]] = {}
    for j in judged:
        family = j.kind, j.rule.partition(":")[0]
        right, records = counts.get(family, (0, 0))
        counts[family] = right + j.right, records + 1
    return dict(
        sorted(counts.items(), key=lambda item: (list(_LIKE).index(item[0][0]), -item[1][1], item[0]))
    )


def miscalibration(buckets: Iterable[Bucket], kind: str) -> float:
    """Expected calibration error: the mean distance of confidence from precision, weighted by records."""
    of_kind = [b for b in buckets if b.kind == kind]
    total = sum(b.records for b in of_kind)
    return sum(b.records * abs(b.confidence - b.precision) for b in of_kind) / total if total else 0.0
