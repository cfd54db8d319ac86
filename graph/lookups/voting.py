"""How two states voted: the share of roll calls in which they stood together, by year and by issue."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from pyoxigraph import NamedNode

from graph.identity import Namespace
from graph.lookups.asking import Things, value
from graph.lookups.views import Thing
from graph.queries import named
from graph.store import Store
from ontology.terms import SCHEME, STANCES


@dataclass(frozen=True, slots=True, kw_only=True)
class Together:
    """Roll calls in which both voted, and how far they stood together in them, from 0 to 1."""

    roll_calls: int
    agreement: float


@dataclass(frozen=True, slots=True, kw_only=True)
class YearTogether(Together):
    """The roll calls of one year."""

    year: int


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueTogether(Together):
    """The roll calls on one issue; a draft decision may fall under several."""

    issue: Thing


@dataclass(frozen=True, slots=True, kw_only=True)
class VotingView:
    """The voting agreement of a pair: all roll calls, those of each year, those on each issue."""

    roll_calls: int
    agreement: float
    years: list[YearTogether]
    issues: list[IssueTogether]


def voting(store: Store, one: str, other: str) -> VotingView | None:
    """The voting agreement of two states by their codes; None where the store has no roll call with both.

    A roll call counts 1 where both cast the same vote, ½ where one alone abstained, 0 where one was for and the
    other against; the agreement is the mean. Counting an abstention as half an agreement is the practice of those
    who publish the data (E. Voeten, A. Strezhnev and M. Bailey, United Nations General Assembly Voting Data,
    Harvard Dataverse, doi:10.7910/DVN/LEJUQZ). A state that was absent is not counted.
    """
    source = NamedNode(Namespace().iri("source", "unvotes"))
    imports = [row["import"] for row in store.select(named("whole.rq", source=source))]
    whole = [node for node in imports if isinstance(node, NamedNode)]
    if not whole:
        return None
    # one graph at a time: the engine looks up a graph that is given much faster than one of several
    ours, theirs = (
        {draft: vote for graph in whole for draft, vote in _ballots(store, graph, code).items()}
        for code in (one, other)
    )
    alike = {draft: 1 - abs(ours[draft] - theirs[draft]) / 2 for draft in sorted(ours.keys() & theirs.keys())}
    years: dict[int, dict[str, float]] = defaultdict(dict)
    issues: dict[str, dict[str, float]] = defaultdict(dict)
    drafts = (
        [row for graph in whole for row in store.select(named("drafts.rq", graph=graph))] if alike else []
    )
    for row in drafts:
        draft = value(row, "proposition") or ""
        if draft in alike:
            years[int((value(row, "day") or "")[:4])][draft] = alike[draft]
            if about := value(row, "issue"):
                issues[about][draft] = alike[draft]
    if not years:
        return None
    counted = {draft: share for of_year in years.values() for draft, share in of_year.items()}
    things = Things(store, issues)
    return VotingView(
        roll_calls=len(counted),
        agreement=_mean(counted),
        years=[
            YearTogether(year=year, roll_calls=len(found), agreement=_mean(found))
            for year, found in sorted(years.items())
        ],
        issues=[
            IssueTogether(issue=things[node], roll_calls=len(found), agreement=_mean(found))
            for node, found in sorted(issues.items(), key=lambda item: (-len(item[1]), item[0]))
        ],
    )


def _ballots(store: Store, graph: NamedNode, code: str) -> dict[str, int]:
    """Draft decision -> 1 for, 0 abstaining, -1 against."""
    holder = NamedNode(Namespace().state(code))
    rows = store.select(named("ballots.rq", holder=holder, graph=graph))
    return {
        value(row, "proposition") or "": STANCES[
            (value(row, "stance") or "").removeprefix(f"{SCHEME}stance-")
        ]
        for row in rows
    }


def _mean(found: Mapping[str, float]) -> float:
    return round(sum(found.values()) / len(found), 4)
