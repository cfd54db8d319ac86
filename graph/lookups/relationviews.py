"""What lookups say of a pair of states: the pair, its relation, and what that adds up to."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from graph.lookups.views import (
    AgreementView,
    ArticleView,
    CommitmentView,
    EventView,
    HoldingView,
    Labels,
    MembershipView,
    PositionView,
    Shown,
    Thing,
    TieView,
)
from graph.lookups.voting import VotingView


@dataclass(frozen=True, slots=True, kw_only=True)
class PairView:
    """Two states that records bring together, with counts and the span of days of their events.

    Counts are of what articles say; ``machine_coded`` are the coded events of each data set (``{"gdelt": 12}``),
    None in lists of pairs, where they are not counted.
    """

    id: str
    key: str
    a: Thing
    b: Thing
    events: int = 0
    positions: int = 0
    agreements: int = 0
    commitments: int = 0
    articles: int = 0
    first: date | None = None
    last: date | None = None
    score: float | None = None
    machine_coded: dict[str, int] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedOrganization:
    """An organization that both states of a pair belong to, with each one's memberships.

    ``now`` and ``on`` say whether both belong today, and on the day that was asked for (None where none was).
    """

    organization: Thing
    a: list[MembershipView]
    b: list[MembershipView]
    now: bool = False
    on: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class KindCount:
    """How many events of a kind a pair has, by status (``{"held": 2}``)."""

    type: str
    labels: Labels
    plover: str | None
    events: int
    statuses: dict[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class YearCount:
    """Dated records of a year; ``score`` is the mean PLOVER score of what was held or is under way."""

    year: int
    events: int
    positions: int
    score: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthScore:
    """Held and ongoing events of a month (``2017-07``) by their last day, on PLOVER's scale of -10 to 10.

    ``cooperation`` and ``conflict`` are the sums of the positive and of the negative scores.
    """

    month: str
    events: int
    cooperation: float
    conflict: float
    mean: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What both states hold on one issue: ``shared`` where they lean the same way, else ``differing``."""

    issue: Thing
    verdict: str
    a: list[PositionView]
    b: list[PositionView]


@dataclass(frozen=True, slots=True, kw_only=True)
class Involved:
    """A person who acts or speaks in what joins a pair, for whom, in which posts, how often."""

    person: Thing
    actor: Thing | None
    posts: list[Thing] = field(default_factory=list)
    events: int = 0
    positions: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationView:
    """All that is known of a pair: ``events`` in order of time, ``posts`` of people who take part.

    ``truncated`` is set where the pair has more events or positions than were asked for; the latest are given,
    while counts, series and people are those of all.
    """

    summary: PairView
    kinds: list[KindCount]
    years: list[YearCount]
    series: list[MonthScore]
    events: list[EventView]
    positions: list[PositionView]
    comparisons: list[Comparison]
    shared_organizations: list[SharedOrganization]
    agreements: list[AgreementView]
    commitments: list[CommitmentView]
    people: list[Involved]
    posts: list[HoldingView]
    ties: list[TieView]
    articles: list[ArticleView]
    voting: VotingView | None = None
    truncated: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment(Shown):
    """One point of a pair's timeline: a record with its days and a line that names it."""

    kind: str
    type: str
    labels: Labels
    earliest: date | None = None
    latest: date | None = None
    score: float | None = None
    polarity: int | None = None
