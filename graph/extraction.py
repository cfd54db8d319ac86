"""The extraction record: one JSON object per article, for people, scores and pipelines.

Its keys are those of the contract: ``id``, ``path``, ``language``, ``article``, ``actors``, ``events``,
``positions``, ``posts``, ``memberships``, ``agreements``, ``commitments``. Offsets count code points.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from graph.identity import Namespace, RecordNames
from graph.model import AgendaItem, ArticleRecords, Commitment, Event, Participation, Position, Record
from ontology.terms import EVENT_KINDS

Json = dict[str, Any]
# categories whose planned acts PLOVER codes as promises, and those it codes as threats
PROMISED = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE"})
THREATENED = frozenset({"SANCTION", "MOBILIZE", "COERCE", "ASSAULT"})


def to_json(records: ArticleRecords, namespace: Namespace | None = None) -> Json:
    """The extraction record of one article; ``iri`` names each record as the graph does."""
    article = records.article
    names = RecordNames(records, namespace)
    return {
        "id": article.key,
        "path": article.path,
        "language": article.language,
        "article": {
            "iri": names.article,
            "published": _day(article.published),
            "updated": article.updated.isoformat() if article.updated else None,
            "outlet": article.outlet,
            "dateline": article.dateline,
            "title": article.title,
            "url": article.url,
        },
        "actors": [
            {"id": a.id, "kind": a.kind, "name": a.name, **_shared(a, names[a])} for a in records.actors
        ],
        "events": [_event(e, names) for e in records.events],
        "positions": [_position(p, names) for p in records.positions],
        "posts": [
            {
                "person": p.person,
                "post": p.post,
                "actor": p.actor,
                "post_text": p.post_text,
                "titles": list(p.titles),
                **_shared(p, names[p]),
            }
            for p in records.posts
        ],
        "memberships": [
            {"member": m.member, "organization": m.organization, "role": m.role, **_shared(m, names[m])}
            for m in records.memberships
        ],
        "agreements": [
            {
                "parties": list(a.parties),
                "title": a.title,
                "signed": names[a.signed] if a.signed else None,
                **_shared(a, names[a]),
            }
            for a in records.agreements
        ],
        "commitments": [_commitment(c, names) for c in records.commitments],
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _shared(record: Record, iri: str) -> Json:
    """What every record carries: its evidence, how sure the reader is, by which rule, and its IRI."""
    return {
        "iri": iri,
        "confidence": record.confidence,
        "claim": record.claim,
        "rule": record.rule,
        "quote": record.quote,
        "start": record.start,
        "end": record.end,
    }


def _part(part: Participation) -> Json:
    return {
        "actor": part.actor,
        "role": part.role,
        "person": part.person,
        "post": part.post,
        "body": part.body,
    }


def _agenda(item: AgendaItem, iri: str) -> Json:
    return {"subject": item.subject, "issues": list(item.issues), **_shared(item, iri)}


def plover(event: Event) -> str | None:
    """The PLOVER 2.0 category: a planned act is a promise or a threat (manual, AGREE and THREATEN)."""
    category = EVENT_KINDS[event.kind][0]
    if event.status == "planned":
        if category in PROMISED:
            return "AGREE"
        if category in THREATENED:
            return "THREATEN"
    return category


def _event(event: Event, names: RecordNames) -> Json:
    return {
        "type": event.kind,
        "plover": plover(event),
        "status": event.status,
        "participants": list(event.participants),
        "source": list(event.source),
        "target": list(event.target),
        "host": event.host,
        "earliest": _day(event.earliest),
        "latest": _day(event.latest),
        "date_text": event.date_text,
        "place": event.place,
        "place_en": event.place_en,
        "venue": event.venue,
        "round": event.round,
        "series": event.series,
        "concerns": list(event.concerns),
        "participations": [_part(p) for p in event.participations],
        "agenda": [_agenda(item, names.item(event, item)) for item in event.agenda],
        **_shared(event, names[event]),
    }


def _position(position: Position, names: RecordNames) -> Json:
    return {
        "holders": list(position.holders),
        "stance": position.stance,
        "polarity": position.polarity,
        "issue": position.issue,
        "issues": list(position.issues),
        "target": list(position.target),
        "favours": list(position.favours),
        "disfavours": list(position.disfavours),
        "speaker": position.speaker,
        **_shared(position, names[position]),
    }


def _commitment(commitment: Commitment, names: RecordNames) -> Json:
    foreseen = commitment.foresees
    return {
        "makers": list(commitment.makers),
        "undertaking": commitment.undertaking,
        "foresees": names[foreseen] if foreseen else None,
        **_shared(commitment, names[commitment]),
    }
