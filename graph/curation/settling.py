"""What people said, put over what a reader made of an article: for every reading, and when an article goes."""

from __future__ import annotations

from dataclasses import dataclass, replace

from graph.curation.applying import apply
from graph.curation.model import Correction
from graph.curation.store import change, corrections_of, keep_reading, links
from graph.model import ArticleRecords
from graph.store import Store
from graph.store.changes import sequence

ABSENT = "its article is not in the store"


@dataclass(frozen=True, slots=True)
class Settled:
    """Records to be written, the update of the curated graph that goes with them, and what to tell of it.

    ``gone`` and ``come`` are the links of merges and splits that the update takes out and puts in.
    """

    records: ArticleRecords
    corrections: tuple[Correction, ...] = ()
    update: str = ""
    reports: tuple[str, ...] = ()
    gone: frozenset[tuple[str, str, str]] = frozenset()
    come: frozenset[tuple[str, str, str]] = frozenset()


def settle(store: Store, read: ArticleRecords) -> Settled:
    """The records of a reading as they stand once people's corrections of the article are applied.

    ``update`` belongs into the transaction that writes the article's graph, before what is derived from it.
    """
    known = corrections_of(store, read.article.key)
    return settled(read, known, known)


def settled(read: ArticleRecords, known: list[Correction], wanted: list[Correction]) -> Settled:
    """As :func:`settle`, where the store has the corrections ``known`` and is to have ``wanted``."""
    if not wanted:
        return Settled(read)
    applied = apply(read, wanted)
    kept = read if any(c.active for c in wanted) else None
    update = sequence(keep_reading(kept, read.article.key), change(known, applied.corrections))
    reports = tuple(
        f"the {c.action} by {c.by} of {c.at:%Y-%m-%d} ({c.key}) is in conflict: {c.message}"
        for c in applied.corrections
        if c.outcome == "conflict"
    )
    before, after = links(known), links(applied.corrections)
    return Settled(
        applied.records, applied.corrections, update, reports, gone=before - after, come=after - before
    )


def let_go(store: Store, article: str) -> str:
    """The update for an article that is taken out: its corrections wait for it to come back."""
    known = corrections_of(store, article)
    if not known:
        return ""
    waiting = [_waiting(c, article) if c.active else c for c in known]
    return sequence(keep_reading(None, article), change(known, waiting))


def _waiting(correction: Correction, article: str) -> Correction:
    anchors = tuple(
        replace(a, now=None, note=ABSENT) if a.article == article else a for a in correction.anchors
    )
    return replace(correction, anchors=anchors, outcome="conflict", message=ABSENT)
