"""Records as reading them back from quads gives them: what RDF keeps as a set is sorted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from graph.model import ArticleRecords, Event


def in_order(values: Iterable[str]) -> tuple[str, ...]:
    """What RDF keeps as a set, as records hold it: each once, sorted."""
    return tuple(sorted(set(values)))


def _canonical_event(event: Event) -> Event:
    agenda = tuple(replace(item, issues=in_order(item.issues)) for item in dict.fromkeys(event.agenda))
    return replace(event, concerns=in_order(event.concerns), agenda=agenda)


def canonical(records: ArticleRecords) -> ArticleRecords:
    """The same records with equal ones given once and what is a set in RDF sorted."""
    return replace(
        records,
        actors=tuple(dict.fromkeys(records.actors)),
        events=tuple(_canonical_event(e) for e in dict.fromkeys(records.events)),
        positions=tuple(
            replace(
                p,
                holders=in_order(p.holders),
                issues=in_order(p.issues),
                target=in_order(p.target),
                favours=in_order(p.favours),
                disfavours=in_order(p.disfavours),
            )
            for p in dict.fromkeys(records.positions)
        ),
        posts=tuple(replace(p, titles=in_order(p.titles)) for p in dict.fromkeys(records.posts)),
        memberships=tuple(dict.fromkeys(records.memberships)),
        agreements=tuple(
            replace(a, parties=in_order(a.parties), signed=_canonical_event(a.signed) if a.signed else None)
            for a in dict.fromkeys(records.agreements)
        ),
        commitments=tuple(
            replace(
                c, makers=in_order(c.makers), foresees=_canonical_event(c.foresees) if c.foresees else None
            )
            for c in dict.fromkeys(records.commitments)
        ),
    )
