"""Pairs of states and how they deal with each other."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from api.models.articles import ArticleSummary
from api.models.base import Iri, Labels, Model, Record, Thing
from api.models.records import Agreement, Commitment, Event, Membership, Position, PostHolding, Tie


class Pair(Model):
    """Two states that records bring together."""

    id: Iri
    key: str = Field(description="The two codes in alphabetical order: `KAZ-PSE`.")
    a: Thing = Field(description="The first state.")
    b: Thing = Field(description="The second state.")
    events: int = Field(default=0, description="Events in which both take part.")
    positions: int = Field(
        default=0, description="Positions that both hold or that one holds about the other."
    )
    agreements: int = Field(default=0, description="Instruments between them.")
    commitments: int = Field(default=0, description="Undertakings by both.")
    articles: int = Field(default=0, description="Articles that say any of this.")
    first: date | None = Field(default=None, description="First day of their events.")
    last: date | None = Field(default=None, description="Last day of their events.")
    score: float | None = Field(default=None, description="Mean PLOVER score of their events.")
    machine_coded: dict[str, int] | None = Field(
        default=None,
        description="Events between them that imported data sets code, by data set (`gdelt`, `icews`, `polecat`); "
        "no other count includes them. Null in lists of pairs.",
        examples=[{"gdelt": 12}],
    )


class SharedOrganization(Model):
    """An organization that both states belong to, or belonged to at some time."""

    organization: Thing = Field(description="The organization.")
    a: list[Membership] = Field(description="Memberships of the first state.")
    b: list[Membership] = Field(description="Memberships of the second state.")
    now: bool = Field(
        default=False,
        description="Whether both belong today; a membership whose start is unknown counts from any day.",
    )
    on: bool | None = Field(default=None, description="Whether both belonged on the day `on` of the request.")


class KindCount(Model):
    """Events of one kind."""

    type: str = Field(description="Kind of event: `consultation`, `visit`, …")
    labels: Labels
    plover: str | None = Field(default=None, description="PLOVER 2.0 category.")
    events: int = Field(description="How many.")
    statuses: dict[str, int] = Field(description="How many of them are held, planned, …")


class YearCount(Model):
    """What lies in one year; records without days, or with days in several years, are left out."""

    year: int = Field(description="The year.")
    events: int = Field(description="Events.")
    positions: int = Field(description="Positions.")
    score: float | None = Field(
        default=None, description="Mean PLOVER score of what was held or is under way."
    )


class MonthScore(Model):
    """Cooperation and conflict in one month: held and ongoing events whose days are known to within a month."""

    month: str = Field(description="The month: `2017-07`.")
    events: int = Field(description="How many.")
    cooperation: float = Field(description="Sum of the PLOVER scores above 0.")
    conflict: float = Field(description="Sum of the PLOVER scores below 0.")
    mean: float = Field(description="Mean PLOVER score, -10 (conflict) to 10 (cooperation).")


class Comparison(Model):
    """What both states hold on one issue. A stance is towards its own wording, so read the quotes too."""

    issue: Thing = Field(description="The issue.")
    verdict: str = Field(
        description="`shared`: a joint position, or both lean the same way; `differing`: one for, one against; "
        "`mixed`: open."
    )
    a: list[Position] = Field(description="Latest positions of the first state on it.")
    b: list[Position] = Field(description="Latest positions of the second state on it.")


class Involved(Model):
    """A person who acts or speaks in the events and positions given."""

    person: Thing = Field(description="Who.")
    actor: Thing | None = Field(default=None, description="For whom.")
    posts: list[Thing] = Field(default=[], description="In which offices.")
    events: int = Field(default=0, description="In how many of the events.")
    positions: int = Field(default=0, description="In how many of the positions.")


class Together(Model):
    """How far two states voted alike in some roll calls of the General Assembly."""

    roll_calls: int = Field(description="Roll calls in which both voted or abstained.")
    agreement: float = Field(
        ge=0,
        le=1,
        description="Mean over these: 1 for the same vote, 0.5 where one alone abstained, 0 for opposite votes.",
    )


class YearTogether(Together):
    """Voting of one year."""

    year: int = Field(description="The year.")


class IssueTogether(Together):
    """Voting on one issue; a draft decision may fall under several."""

    issue: Thing = Field(description="The issue.")


class Voting(Together):
    """Voting agreement of a pair, where `bilateral import unvotes` has brought roll calls in."""

    years: list[YearTogether] = Field(description="By year.")
    issues: list[IssueTogether] = Field(description="By issue, those with most roll calls first.")


class Relation(Model):
    """How two states deal with each other, every claim with its quote."""

    summary: Pair = Field(description="The pair with its counts.")
    kinds: list[KindCount] = Field(description="Events by kind, the most frequent first.")
    years: list[YearCount] = Field(description="Events and positions by year.")
    series: list[MonthScore] = Field(description="Cooperation and conflict by month.")
    events: list[Event] = Field(description="Events in which both take part, in order of time.")
    positions: list[Position] = Field(description="What both hold and what one holds about the other.")
    comparisons: list[Comparison] = Field(description="Issues on which both hold positions.")
    shared_organizations: list[SharedOrganization] = Field(description="Organizations that both belong to.")
    agreements: list[Agreement] = Field(description="Instruments between them.")
    commitments: list[Commitment] = Field(description="What both undertook, and whether it is shown done.")
    people: list[Involved] = Field(description="People who act or speak, the most active first.")
    posts: list[PostHolding] = Field(description="The offices of these people, with time and source.")
    ties: list[Tie] = Field(description="Embassies, recognition and the like between them.")
    articles: list[ArticleSummary] = Field(description="The articles quoted.")
    voting: Voting | None = Field(
        default=None,
        description="How they voted in the General Assembly; null where no roll call with both is imported.",
    )
    truncated: bool = Field(
        default=False,
        description="Whether the pair has more events or positions than `limit`; then the latest are given.",
    )


class Moment(Record):
    """One point of a pair's timeline."""

    kind: str = Field(description="`event`, `position`, `agreement`, `commitment` or `tie`.")
    type: str = Field(description="Kind of event, stance, kind of tie.")
    labels: Labels
    earliest: date | None = Field(default=None, description="First day it can have been; null where open.")
    latest: date | None = Field(default=None, description="Last day it can have been; null where open.")
    score: float | None = Field(default=None, description="PLOVER score of an event.")
    polarity: int | None = Field(default=None, description="Of a position: 1 for, 0 neither, -1 against.")
