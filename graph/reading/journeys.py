"""Journeys: who goes to several states visits each of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from graph.reading.events import Draft


def journeys(draft: Draft) -> Iterator[Draft]:
    """A draft, or one for each host of a visit to several ("visited S, T and U")."""
    hosts = [p for p in draft.parts if p.role == "target"] if draft.kind == "visit" else []
    if len({p.actor for p in hosts}) < 2:
        yield draft
        return
    for host in hosts:
        others = [p for p in draft.parts if p.role != "target" or p is host]
        yield replace(draft, parts=others, agenda=list(draft.agenda))
