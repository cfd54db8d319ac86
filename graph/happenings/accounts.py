"""Accounts: what the graph of one article tells, as far as happenings and persons hang on it.

An account is made of the article's facts alone, so that it can be made where the article is read.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from graph.happenings.report import Report, reports_of
from graph.rdf.statements import Facts
from graph.rdf.terms import PREF_LABEL

Office = tuple[str, str]
"""A person and a post, by their IRIs."""


@dataclass(frozen=True, slots=True)
class Account:
    """An article's reports, the offices that it names persons in, and its names of those persons (by IRI)."""

    reports: tuple[Report, ...] = ()
    offices: frozenset[Office] = frozenset()
    names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def account_of(facts: Facts) -> Account:
    """The account that an article's facts give."""
    offices = frozenset(_offices(facts))
    people = {person for person, _ in offices}
    names = {
        person: tuple(labels) for person in people if (labels := facts[person].get(PREF_LABEL.value, ()))
    }
    return Account(tuple(reports_of(facts)), offices, names)


def _offices(facts: Facts) -> Iterator[Office]:
    for said in facts.values():
        people = [*said.get("hasHolder", ()), *said.get("hasParticipant", ())]
        for person in people:
            for post in (*said.get("ofPost", ()), *said.get("actsAs", ())):
                if "/person/" in person:
                    yield person, post
