"""Who corrected records, when and why."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from pyoxigraph import NamedNode

from graph.identity import Namespace
from graph.lookups.asking import rows, value
from graph.lookups.views import Note
from graph.rdf.terms import bir
from graph.store import Store
from ontology.terms import SCHEME


def notes(store: Store, records: Iterable[str]) -> dict[str, Note]:
    """The last word of people on records."""
    found: dict[str, Note] = {}
    graph = NamedNode(Namespace().graph("curated"))
    if not store.ask(f"ASK {{ GRAPH {graph} {{ ?correction {bir('corrects')} ?record }} }}"):
        return found  # most stores hold no correction, and most lists are long
    for row in sorted(rows(store, "notes.rq", "record", records), key=lambda r: value(r, "when") or ""):
        found[value(row, "record") or ""] = Note(
            id=value(row, "correction") or "",
            action=(value(row, "action") or "").removeprefix(SCHEME + "action-"),
            by=Namespace().key(value(row, "who") or ""),
            at=datetime.fromisoformat(value(row, "when") or ""),
            why=value(row, "why"),
        )
    return found
