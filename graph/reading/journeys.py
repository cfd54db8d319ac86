"""Journeys: who goes to several states visits each of them, and a visiting minister the state of who meets him."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from graph.reading.arguments import Argument, Frame, acts
from graph.reading.mention import Mention

if TYPE_CHECKING:
    from graph.reading.events import Draft

VISITOR_REACH, NAME_REACH = 1, 3
VISITORS = frozenset({"person", "body"})


def journeys(draft: Draft) -> Iterator[Draft]:
    """A draft, or one for each host of a visit to several ("visited S, T and U")."""
    hosts = [p for p in draft.parts if p.role == "target"] if draft.kind == "visit" else []
    if len({p.actor for p in hosts}) < 2:
        yield draft
        return
    for host in hosts:
        others = [p for p in draft.parts if p.role != "target" or p is host]
        yield replace(draft, parts=others, agenda=list(draft.agenda))


def visiting(frame: Frame, forward: list[Mention], backward: list[Mention]) -> list[Argument]:
    """English: "N. told the visiting minister of S": the minister visits the state that N. acts for."""
    guest = next((m for m in forward if m.first - frame.after <= VISITOR_REACH), None)
    if guest is None or not (guest.kind in VISITORS or _named(frame, guest)) or not guest.actors:
        return []
    named = next((m for m in backward if acts(m) and not set(frame.actors(m, ())) & set(guest.actors)), None)
    hosts = frame.actors(named, ()) if named else frame.discourse.other(guest.actors)
    where = Mention(frame.index, frame.index, "own", hosts)
    return [Argument(guest, "subject", guest.actors), Argument(where, "host", hosts)] if hosts else []


def _named(frame: Frame, guest: Mention) -> bool:
    """Whether the name of somebody follows a nationality ("visiting Peruvian senator N.")."""
    behind = frame.tokens[guest.last : guest.last + NAME_REACH]
    return guest.kind == "adjective" and any(t.capital for t in behind)
