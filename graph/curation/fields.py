"""The fields of a record that a person may set, from plain values to records.

Keys and values are those of the extraction record (``bilateral extract``): ``type``, ``participants``,
``earliest`` … A quote is found in the text; whatever it is asked to be, it has to stand there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import fields as fields_of
from dataclasses import replace
from datetime import date
from typing import Any

from graph.curation.model import Json
from graph.exc import InputError
from graph.identity import english_place
from graph.model import (
    Actor,
    AgendaItem,
    Agreement,
    Commitment,
    Event,
    Evidence,
    Membership,
    Participation,
    Position,
    PostHolding,
    Record,
)

RULE = "curated"
# form of a field: actor, actors (ids); word (a key); text; words (a list of either); day; number
EDITABLE: dict[str, dict[str, str]] = {
    "actor": {"id": "actor", "kind": "word", "name": "text"},
    "event": {
        "type": "word",
        "status": "word",
        "participants": "actors",
        "source": "actors",
        "target": "actors",
        "host": "actor",
        "earliest": "day",
        "latest": "day",
        "date_text": "text",
        "place": "text",
        "place_en": "text",
        "venue": "text",
        "round": "number",
        "series": "text",
        "concerns": "actors",
    },
    "position": {
        "holders": "actors",
        "stance": "word",
        "issue": "text",
        "issues": "words",
        "target": "actors",
        "favours": "actors",
        "disfavours": "actors",
        "speaker": "text",
    },
    "post": {"person": "text", "post": "text", "actor": "actor", "post_text": "text", "titles": "words"},
    "membership": {"member": "actor", "organization": "actor", "role": "word"},
    "agreement": {"title": "text", "parties": "actors"},
    "commitment": {"makers": "actors", "undertaking": "text"},
}
_NEEDED = {
    "actor": ("id", "kind"),
    "event": ("type", "participants"),
    "position": ("holders", "stance", "issue"),
    "post": ("person", "post", "actor"),
    "membership": ("member", "organization"),
    "agreement": ("parties", "title"),
    "commitment": ("makers", "undertaking"),
}
_CLASSES: dict[str, type[Record]] = {
    "actor": Actor,
    "position": Position,
    "post": PostHolding,
    "membership": Membership,
    "agreement": Agreement,
    "commitment": Commitment,
}
_CAST = ("participants", "source", "target", "host")


def normal(kind: str, given: Json, actor: Callable[[str], str]) -> Json:
    """The wanted fields of a kind of record in the form of the extraction record.

    Lists may come as text with commas, ``date`` stands for both ends of a range (``2018-05-14`` or
    ``2018-05-14/2018-05-20``), an empty value takes a field away. ``actor`` gives the id of a state or
    organization. InputError names what cannot be set or read.
    """
    known = EDITABLE.get(kind)
    if known is None:
        raise InputError(f"{kind!r} is no kind of record; choose {', '.join(EDITABLE)}")
    given = dict(given)
    if kind == "event" and "date" in given:
        first, _, last = str(given.pop("date") or "").partition("/")
        given = {"earliest": first, "latest": last or first, **given}
    wanted: Json = {}
    for name, value in given.items():
        if name != "quote" and name not in known:
            raise InputError(f"{kind} has no field {name!r}; it has {', '.join((*known, 'quote'))}")
        wanted[name] = _normal(name, known.get(name, "text"), value, actor)
    if kind == "event" and "place" in wanted and "place_en" not in wanted:
        name = wanted["place"]
        wanted["place_en"] = (english_place(name) or (name if name.isascii() else None)) if name else None
    return wanted


def _normal(name: str, form: str, value: Any, actor: Callable[[str], str]) -> Any:
    if form in {"actors", "words"}:
        parts = value.split(",") if isinstance(value, str) else list(value or ())
        words = [str(part).strip() for part in parts if str(part).strip()]
        return [actor(word) for word in words] if form == "actors" else words
    text = "" if value is None else str(value).strip()
    if not text:
        return None
    try:
        if form == "day":
            return date.fromisoformat(text).isoformat()
        if form == "number":
            return int(text)
    except ValueError:
        wanted = "a day like 2018-05-14" if form == "day" else "a whole number"
        raise InputError(f"{name} is {text!r}, which is not {wanted}") from None
    return actor(text) if form == "actor" else text


def located(text: str, quote: str, near: int = 0) -> tuple[int, int] | None:
    """Where a quote stands in a text, the place nearest to ``near``; None where it does not."""
    if not quote:
        return None
    places = []
    at = text.find(quote)
    while at >= 0:
        places.append(at)
        at = text.find(quote, at + 1)
    if not places:
        return None
    start = min(places, key=lambda place: abs(place - near))
    return start, start + len(quote)


def evidence(text: str, quote: str, near: int = 0) -> Evidence:
    """A quote that a person gave as evidence; InputError where the text has no such words."""
    span = located(text, quote, near)
    if span is None:
        raise InputError(f"the article does not say «{quote[:80]}»; the quote must be its exact words")
    return Evidence(text, *span, RULE)


def edited(record: Record, wanted: Json, text: str) -> Record:
    """The record with other fields; RecordError or InputError where no record can be so."""
    values: dict[str, Any] = {}
    for name, value in wanted.items():
        if name == "quote":
            values["evidence"] = (evidence(text, value or "", record.start), *record.evidence[1:])
        elif not (isinstance(record, Event) and name in _CAST):
            values["kind" if (name, type(record)) == ("type", Event) else name] = _value(name, value)
    if isinstance(record, Event):
        if any(name in wanted for name in _CAST):
            values["participations"] = recast(record.participations, wanted)
        if (place := values.get("place")) and values.get("place_en") and place not in text:
            values["place"] = None  # the name in English is enough where the text has another one
    allowed = {f.name for f in fields_of(record)}
    return replace(record, **{name: value for name, value in values.items() if name in allowed})


def _value(name: str, value: Any) -> Any:
    if isinstance(value, list):
        return tuple(value)
    return date.fromisoformat(value) if value and name in {"earliest", "latest"} else value


def recast(parts: Iterable[Participation], wanted: Json) -> tuple[Participation, ...]:
    """Who takes part in which role: those who stay keep their people and posts."""
    parts = list(parts)
    sides = {role: wanted[role] or [] for role in ("source", "target") if role in wanted}
    host = wanted.get("host")
    actors = wanted.get("participants") or [p.actor for p in parts]
    actors = dict.fromkeys(
        [*actors, *(a for side in sides.values() for a in side), *([host] if host else [])]
    )
    cast = [p for p in parts if p.actor in actors]
    cast += [Participation(actor=a) for a in actors if a not in {p.actor for p in parts}]

    def role(part: Participation) -> str:
        for name, side in sides.items():
            if part.actor in side:
                return name
        if host == part.actor and part.role not in {"source", "target"}:
            return "host"
        gone = part.role in sides or ("host" in wanted and part.role == "host")
        return "party" if gone else part.role

    return tuple(replace(p, role=role(p)) for p in cast)


def built(kind: str, fields: Json, text: str) -> Record:
    """A record from its fields; InputError where one that it needs or its quote is missing."""
    if missing := [name for name in _NEEDED[kind] if not fields.get(name)]:
        raise InputError(f"a new {kind} needs {', '.join(missing)}")
    piece = evidence(text, fields.get("quote") or "", fields.get("start") or 0)
    if fields.get("rule"):
        piece = Evidence(text, piece.start, piece.end, fields["rule"])
    known = {name: fields[name] for name in EDITABLE[kind] if fields.get(name) not in (None, [])}
    if kind != "event":
        return _CLASSES[kind](evidence=(piece,), **{n: _value(n, v) for n, v in known.items()})
    cast = [Participation(**part) for part in fields.get("participations") or ()]
    event = Event(
        kind=fields["type"],
        status=fields.get("status") or "held",
        participations=tuple(cast) or recast((), fields),
        agenda=tuple(_items(fields.get("agenda") or (), text)),
        evidence=(piece,),
    )
    rest = {n: v for n, v in known.items() if n not in (*_CAST, "type", "status")}
    return edited(event, rest, text)


def _items(agenda: Iterable[Json], text: str) -> Iterable[AgendaItem]:
    for item in agenda:
        if span := located(text, item["quote"], item["start"]):
            yield AgendaItem(
                subject=item["subject"],
                issues=tuple(item["issues"]),
                evidence=(Evidence(text, *span, item["rule"]),),
                confidence=item["confidence"],
            )
