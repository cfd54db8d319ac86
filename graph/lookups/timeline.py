"""What joins a pair, in order of time: events, positions, agreements, commitments, ties."""

from __future__ import annotations

from datetime import date
from typing import Any

from pyoxigraph import NamedNode

from graph.identity import Namespace
from graph.lookups.asking import cursor, cursor_key, value
from graph.lookups.joining import Joined, Joining
from graph.lookups.records import Shelf
from graph.lookups.relating import pair_of
from graph.lookups.relationviews import Moment
from graph.lookups.views import AgreementView, CommitmentView, EventView, Page, PositionView, Shown, TieView
from graph.queries import named
from graph.rdf.schemes import concept_labels
from graph.rdf.terms import bir
from graph.store import Store

_SHOWN = tuple(Shown.__dataclass_fields__)


def timeline(
    store: Store,
    a: str,
    b: str,
    *,
    since: date | None = None,
    until: date | None = None,
    limit: int = 100,
    after: str | None = None,
) -> Page[Moment]:
    """The moments of two states in order of time, those without a day last; a span leaves these out."""
    codes = pair_of(store, a, b)
    joined = Joining(store, NamedNode(Namespace().relation(*codes))).records + _ties(store, *codes)
    keyed = sorted((_key(record), record) for record in joined if _falls(record, since, until))
    past = cursor_key(after)
    rest = [(key, record) for key, record in keyed if past is None or key > past]
    shown = [record for _, record in rest[:limit]]
    return Page(_moments(store, shown), cursor(rest[limit - 1][0]) if len(rest) > limit else None)


def _ties(store: Store, one: str, other: str) -> list[Joined]:
    sides = (NamedNode(Namespace().state(code)) for code in (one, other))
    rows = store.select(named("records.rq", kind=bir("DiplomaticTie"), one=next(sides), other=next(sides)))
    shelf = Shelf(store, [value(row, "record") or "" for row in rows])
    return [
        Joined(tie.id, "DiplomaticTie", tie.type, tie.claim, tie.start_date, tie.start_date)
        for tie in shelf.ties()
    ]


def _key(record: Joined) -> str:
    return f"{record.day or date.max} {record.earliest or date.min} {record.record}"


def _falls(record: Joined, since: date | None, until: date | None) -> bool:
    first, last = record.earliest or record.latest, record.day
    if first is None or last is None:
        return since is None and until is None
    return (until is None or first <= until) and (since is None or last >= since)


def _moments(store: Store, shown: list[Joined]) -> list[Moment]:
    shelf = Shelf(store, [record.record for record in shown])
    found = []
    for record in shown:
        one = shelf.only([record.record])
        match record.kind:
            case "Event":
                found.append(_event(one.events()[0]))
            case "Position":
                found.append(_position(one.positions()[0]))
            case "Agreement":
                found.append(_agreement(one.agreements()[0]))
            case "Commitment":
                found.append(_commitment(one.commitments()[0]))
            case _:
                found.append(_tie(one.ties()[0]))
    return found


def _moment(view: Shown, kind: str, type: str, labels: dict[str, str], **more: Any) -> Moment:
    shared = {name: getattr(view, name) for name in _SHOWN}
    return Moment(**shared, kind=kind, type=type, labels=labels, **more)


def _event(view: EventView) -> Moment:
    days: dict[str, Any] = {"earliest": view.earliest, "latest": view.latest, "score": view.score}
    return _moment(view, "event", view.type, view.labels or view.type_labels, **days)


def _position(view: PositionView) -> Moment:
    labels = dict(concept_labels().get(f"stance-{view.stance}", {}))
    days: dict[str, Any] = {"earliest": view.earliest, "latest": view.latest, "polarity": view.polarity}
    return _moment(view, "position", view.stance, labels, **days)


def _agreement(view: AgreementView) -> Moment:
    return _moment(view, "agreement", "agreement", {"": view.title} if view.title else {})


def _commitment(view: CommitmentView) -> Moment:
    return _moment(view, "commitment", "commitment", {"": view.undertaking})


def _tie(view: TieView) -> Moment:
    return _moment(view, "tie", view.type, view.type_labels, earliest=view.start_date, latest=view.start_date)
