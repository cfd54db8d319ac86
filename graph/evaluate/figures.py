"""The figures of an evaluation: items that gold and prediction share, summed over articles.

Precision is the share of predicted items that are right, recall the share of gold items that were found;
articles are added up before dividing (micro-averages).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from graph.evaluate.likeness import (
    Json,
    bond,
    by_holder,
    dyads,
    group,
    plain,
    same_act,
    same_place,
    same_post,
    same_stance,
    same_time,
)

FIGURES = (
    "actors",
    "dyads",
    "events",
    "events, exact",
    "status",
    "date",
    "place",
    "positions",
    "posts",
    "memberships",
    "published",
    "dateline",
)


@dataclass(slots=True)
class Count:
    """Items that are right, that were predicted, and that gold has."""

    right: int = 0
    predicted: int = 0
    gold: int = 0

    def row(self) -> dict[str, float]:
        """Precision, recall and F1 to three places, with the counts."""
        precision = self.right / self.predicted if self.predicted else 0.0
        recall = self.right / self.gold if self.gold else 0.0
        f1 = 2 * precision * recall / (precision + recall) if self.right else 0.0
        return {
            "precision": round(precision, 3),
            "recall": round(recall, 3),
            "f1": round(f1, 3),
            "right": self.right,
            "predicted": self.predicted,
            "gold": self.gold,
        }


@dataclass(frozen=True, slots=True)
class Miss:
    """An item that one side has and the other has not: ``missed`` is in gold, ``extra`` is not."""

    figure: str
    article: str
    fault: str
    item: str


@dataclass(slots=True)
class Scores:
    """Counts for each figure over the articles added so far."""

    counts: dict[str, Count] = field(default_factory=lambda: {figure: Count() for figure in FIGURES})
    misses: list[Miss] = field(default_factory=list)

    def rows(self) -> dict[str, dict[str, float]]:
        """All figures, in their order."""
        return {figure: count.row() for figure, count in self.counts.items()}

    def add(self, name: str, gold: Json, found: Json) -> None:
        """Hold the records found in one article against its gold."""
        self._actors_and_events(name, gold, found)
        self._details(gold.get("events", []), found.get("events", []))
        self._pair(
            "positions",
            name,
            list(by_holder(gold.get("positions", []))),
            list(by_holder(found.get("positions", []))),
            same=lambda g, p: g["holder"] == p["holder"] and same_stance(g, p),
            show=lambda x: f"{x['holder']} {x.get('polarity')} {x['quote'][:90]}",
        )
        self._pair(
            "posts",
            name,
            gold.get("posts", []),
            found.get("posts", []),
            same=same_post,
            show=lambda x: f"{x['person']}, {x['post']}, {x['actor']}",
        )
        bonds = [{bond(m) for m in side.get("memberships", [])} for side in (gold, found)]
        self._items("memberships", name, *bonds)
        for key in ("published", "dateline"):
            wanted = gold["article"].get(key)
            if wanted:
                self._shares(key, [plain(wanted) == plain((found.get("article") or {}).get(key))])

    def _actors_and_events(self, name: str, gold: Json, found: Json) -> None:
        events = gold.get("events", []), found.get("events", [])
        actors = [a["id"] for a in gold.get("actors", [])]
        self._items("actors", name, actors, {a["id"] for a in found.get("actors", [])})
        self._items("dyads", name, *({d for e in es for d in dyads(e) if d[0] != d[1]} for es in events))
        self._items("events", name, *([(d, group(e)) for e in es for d in dyads(e)] for es in events))
        self._items("events, exact", name, *([(d, e["type"]) for e in es for d in dyads(e)] for es in events))

    def _details(self, gold: Sequence[Json], found: Sequence[Json]) -> None:
        """Status, date and place of events whose type and actors are right."""
        matched, _ = pair_up(gold, found, same_act)
        self._shares("status", [g["status"] == p.get("status") for g, p in matched])
        self._shares("date", [same_time(g, p) for g, p in matched])
        self._shares("place", [same_place(g, p) for g, p in matched])

    def _items(self, figure: str, name: str, gold: Iterable[Hashable], found: Iterable[Hashable]) -> None:
        wanted, given = Counter(gold), Counter(found)
        self._count(figure, (wanted & given).total(), given.total(), wanted.total())
        self._note(figure, name, map(str, (wanted - given).elements()), map(str, (given - wanted).elements()))

    def _pair(
        self,
        figure: str,
        name: str,
        gold: Sequence[Json],
        found: Sequence[Json],
        *,
        same: Callable[[Json, Json], Any],
        show: Callable[[Json], str],
    ) -> None:
        matched, extra = pair_up(gold, found, same)
        hit = [id(g) for g, _ in matched]
        self._count(figure, len(matched), len(found), len(gold))
        self._note(figure, name, (show(g) for g in gold if id(g) not in hit), map(show, extra))

    def _shares(self, figure: str, flags: Sequence[bool]) -> None:
        self._count(figure, sum(flags), len(flags), len(flags))

    def _count(self, figure: str, right: int, predicted: int, gold: int) -> None:
        count = self.counts[figure]
        count.right += right
        count.predicted += predicted
        count.gold += gold

    def _note(self, figure: str, name: str, missed: Iterable[str], extra: Iterable[str]) -> None:
        self.misses += [Miss(figure, name, "missed", item) for item in missed]
        self.misses += [Miss(figure, name, "extra", item) for item in extra]


def pair_up(
    gold: Sequence[Json], found: Sequence[Json], same: Callable[[Json, Json], Any]
) -> tuple[list[tuple[Json, Json]], list[Json]]:
    """Each gold item with the first found one that is the same and still free; and those left over."""
    free, pairs = list(found), []
    for item in gold:
        place = next((n for n, other in enumerate(free) if same(item, other)), None)
        if place is not None:
            pairs.append((item, free.pop(place)))
    return pairs, free
