"""What the shapes demand of a record beyond what its construction does, asked of each record alone.

A record that is not sound would make the article's graph break a shape, so it is kept out and reported.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from typing import TypeVar

from pyoxigraph import NamedNode, RdfFormat, parse

from graph.model import (
    Actor,
    Agreement,
    ArticleRecords,
    Commitment,
    Event,
    Position,
    PostHolding,
    Record,
)
from graph.paths import ontology_dir
from graph.rdf.schemes import concept_labels
from ontology.terms import SCHEME

R = TypeVar("R", bound=Record)


@cache
def known_issues() -> frozenset[str]:
    """Keys of the issues of the ontology."""
    path = ontology_dir() / "issues.ttl"
    return frozenset(
        q.subject.value.removeprefix(SCHEME + "issue-")
        for q in parse(path=str(path), format=RdfFormat.TURTLE)
        if isinstance(q.subject, NamedNode) and q.subject.value.startswith(SCHEME + "issue-")
    )


def _unknown(issues: Iterable[str]) -> list[str]:
    return [f"no issue {key!r} in the ontology" for key in issues if key not in known_issues()]


def _blank(**words: str) -> list[str]:
    return [f"its {name} is empty" for name, value in words.items() if not value.strip()]


def flaws(record: Record) -> list[str]:
    """What is wrong with a record, in words; nothing for a sound one."""
    found = [] if f"claim-{record.claim}" in concept_labels() else [f"no claim status {record.claim!r}"]
    match record:
        case Actor():
            found += _blank(id=record.id)
        case Event():
            found += (
                [f"round {record.round} is no round"] if record.round is not None and record.round < 1 else []
            )
            found += [flaw for p in record.participations for flaw in _blank(participant=p.actor)]
            found += [
                flaw
                for item in record.agenda
                for flaw in _unknown(item.issues) + _blank(subject=item.subject)
            ]
        case Position():
            found += _unknown(record.issues) + _blank(issue=record.issue)
        case PostHolding():
            found += _blank(person=record.person, post=record.post, actor=record.actor)
        case Agreement():
            found += _blank(title=record.title) + (flaws(record.signed) if record.signed else [])
        case Commitment():
            found += _blank(undertaking=record.undertaking)
            found += flaws(record.foresees) if record.foresees else []
    return found


def keep_sound(records: ArticleRecords) -> tuple[ArticleRecords, list[str]]:
    """The records without the flawed ones, and a line for each of those."""
    reports: list[str] = []

    def kept(group: tuple[R, ...]) -> tuple[R, ...]:
        good = []
        for record in group:
            if found := flaws(record):
                kind = type(record).__name__.lower()
                reports.append(f"{kind} kept out, «{record.quote[:60]}»: {'; '.join(found)}")
            else:
                good.append(record)
        return tuple(good)

    sound = replace(
        records,
        actors=kept(records.actors),
        events=kept(records.events),
        positions=kept(records.positions),
        posts=kept(records.posts),
        memberships=kept(records.memberships),
        agreements=kept(records.agreements),
        commitments=kept(records.commitments),
    )
    return sound, reports
