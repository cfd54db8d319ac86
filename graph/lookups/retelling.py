"""Events seen as happenings: who else reports them, and what that adds up to."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from pyoxigraph import NamedNode

from graph.exc import NotFoundError
from graph.identity import Namespace
from graph.lookups.asking import record_iri, rows, value
from graph.lookups.views import HappeningView, ReportView
from graph.rdf.terms import bir
from graph.store import Row, Store, plain
from ontology.terms import ONTOLOGY, SCHEME


def happenings(store: Store, events: Iterable[str]) -> dict[str, tuple[HappeningView, list[ReportView]]]:
    """Event -> its happening and all reports of that, in order of publication; what no article tells has none."""
    found: dict[str, list[Row]] = {}
    for row in rows(store, "retold.rq", "record", events):
        found.setdefault(value(row, "record") or "", []).append(row)
    nodes = [value(reports[0], "happening") or "" for reports in found.values()]
    disagreed: dict[str, list[str]] = {}
    for row in rows(store, "disagreed.rq", "happening", nodes):
        name = (value(row, "property") or "").removeprefix(ONTOLOGY)
        disagreed.setdefault(value(row, "happening") or "", []).append(name)
    return {
        event: (_happening(reports[0], disagreed), [_report(row) for row in reports])
        for event, reports in found.items()
    }


def _happening(first: Row, disagreed: dict[str, list[str]]) -> HappeningView:
    node = value(first, "happening") or ""
    confidence: Any = plain(first["confidence"])
    return HappeningView(
        id=node,
        status=_concept(first, "standing", "status-"),
        earliest=_day(first, "from"),
        latest=_day(first, "to"),
        outlets=int(value(first, "outlets") or 0),
        claim=_concept(first, "claim", "claim-"),
        confidence=confidence,
        disagreements=disagreed.get(node, []),
    )


def _report(row: Row) -> ReportView:
    outlet = value(row, "outlet")
    return ReportView(
        id=value(row, "report") or "",
        article=value(row, "article") or "",
        outlet=Namespace().key(outlet) if outlet else None,
        published=_day(row, "published"),
        quote=value(row, "quote") or "",
        start=int(value(row, "start") or 0),
        end=int(value(row, "end") or 0),
        status=_concept(row, "status", "status-"),
        earliest=_day(row, "earliest"),
        latest=_day(row, "latest"),
    )


def _concept(row: Row, name: str, prefix: str) -> str:
    return (value(row, name) or "").removeprefix(SCHEME).removeprefix(prefix)


def _day(row: Row, name: str) -> date | None:
    found = plain(row.get(name))
    return found if isinstance(found, date) else None


def event_iri(store: Store, key: str) -> str:
    """The event that a key or IRI names; of a happening's, the report shown for it. NotFoundError for others."""
    event, happening = (record_iri(kind, key) for kind in ("event", "happening"))
    classes = f"{bir('Event')} {bir('CodedEvent')}"
    if store.ask(f"ASK {{ VALUES ?class {{ {classes} }} {NamedNode(event)} a ?class }}"):
        return event
    shown = store.select(f"SELECT ?event {{ {NamedNode(happening)} {bir('isShownBy')} ?event }}")
    if not shown:
        raise NotFoundError(f"no event {key!r} in the store")
    return value(shown[0], "event") or ""
