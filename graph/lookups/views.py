"""What lookups answer with: plain frozen dataclasses whose fields are JSON-ready.

Days are ``datetime.date``; where a source knows only a year or a month, ``start_text`` and ``end_text``
("1992", "2017-07") say so and the day is the first or last of it. Labels are ``{"en": …, "ar": …}`` with the
languages that are there, ids are IRIs and keys their last part (``KAZ``, ``CICA``, a hash).
``dataclasses.asdict`` gives the JSON objects.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Generic, TypeVar

T = TypeVar("T")
Labels = dict[str, str]


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """Some items of a list and the opaque cursor of the next ones (None at the end)."""

    items: list[T]
    next: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """Anything with a name: a state, organization, person, place, post, issue."""

    id: str
    key: str
    kind: str
    labels: Labels


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """That somebody accepted, edited or added a record: who, when and why; ``id`` is the correction's IRI."""

    id: str
    action: str
    by: str
    at: datetime
    why: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What every record carries; ``status`` is an event's standing, else the claim's (``reported``).

    ``article``, ``quote``, ``start`` and ``end`` are those of the first piece of evidence; a record from
    the reference tables has none and gives the titles of its ``sources`` instead.
    """

    id: str
    article: str | None = None
    quote: str | None = None
    start: int | None = None
    end: int | None = None
    status: str = "reported"
    claim: str = "reported"
    confidence: float | None = None
    rule: str | None = None
    sources: list[str] = field(default_factory=list)
    corrected: Note | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """The part one actor takes in an event, and through whom; ``direction`` is source or target of an act."""

    actor: Thing
    role: str
    direction: str | None = None
    person: Thing | None = None
    post: Thing | None = None
    body: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject(Shown):
    """One subject of an event's agenda, in the words of the text."""

    subject: str
    issues: list[Thing] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportView:
    """One article's telling of a happening: its words, and the status and days that it gives."""

    id: str
    article: str
    outlet: str | None
    published: date | None
    quote: str
    start: int
    end: int
    status: str
    earliest: date | None = None
    latest: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HappeningView:
    """What the reports of one happening add up to; ``outlets`` counts the independent ones.

    ``disagreements`` names the properties on which the reports contradict each other (``latestDate``).
    """

    id: str
    status: str
    earliest: date | None
    latest: date | None
    outlets: int
    claim: str
    confidence: float
    disagreements: list[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class CodedRow:
    """The row that a coded event rests on: its cells, its code, its place in the file, the address it gives."""

    text: str
    code: str
    number: int | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventView(Shown):
    """An event; ``type`` and ``status`` are the keys of the contract, ``score`` is PLOVER's (-10 to 10).

    ``happening`` is the IRI of what it reports, ``reports`` are all reports of that, its own among them;
    ``told`` is what they add up to. An event that no article tells has none of them.
    A coded event has a ``row`` and no quote.
    """

    type: str
    type_labels: Labels
    labels: Labels
    plover: str | None = None
    score: float | None = None
    earliest: date | None = None
    latest: date | None = None
    date_text: str | None = None
    participants: list[Part] = field(default_factory=list)
    place: Thing | None = None
    venue: str | None = None
    round: int | None = None
    series: str | None = None
    concerns: list[Thing] = field(default_factory=list)
    happening: str | None = None
    told: HappeningView | None = None
    reports: list[ReportView] = field(default_factory=list)
    agenda: list[Subject] = field(default_factory=list)
    row: CodedRow | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PositionView(Shown):
    """A position; ``issue`` is the wording of the text, ``issues`` the subjects it falls under."""

    holders: list[Thing]
    stance: str
    stance_labels: Labels
    polarity: int
    issue: str
    proposition: str
    issues: list[Thing] = field(default_factory=list)
    target: list[Thing] = field(default_factory=list)
    favours: list[Thing] = field(default_factory=list)
    disfavours: list[Thing] = field(default_factory=list)
    speaker: Thing | None = None
    earliest: date | None = None
    latest: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Lasting(Shown):
    """What holds for some time; ``attested`` are the days on which sources show it."""

    start_date: date | None = None
    end_date: date | None = None
    start_text: str | None = None
    end_text: str | None = None
    attested: list[date] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldingView(Lasting):
    """A person in a post."""

    person: Thing
    post: Thing
    actor: Thing | None = None
    post_text: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MembershipView(Lasting):
    """That an actor belongs to an organization, in a role, for some time."""

    member: Thing
    organization: Thing
    role: str
    role_labels: Labels


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementView(Shown):
    """An instrument between parties; ``signed`` is the id of the event of its signing."""

    title: str
    parties: list[Thing]
    signed: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitmentView(Shown):
    """An undertaking; ``foresees`` is the id of the planned event that would fulfil it.

    ``due`` is the last day of that event, ``kept_by`` the ids of held events that show it done.
    """

    undertaking: str
    makers: list[Thing]
    foresees: str | None = None
    due: date | None = None
    kept: bool = False
    kept_by: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class TieView(Lasting):
    """A standing formal act of one state towards another (embassy, recognition)."""

    type: str
    type_labels: Labels
    sender: Thing
    to: Thing


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleView:
    """An article's details; ``text`` only where one article is asked for."""

    id: str
    key: str
    language: str | None = None
    published: date | None = None
    updated: datetime | None = None
    outlet: str | None = None
    dateline: str | None = None
    title: str | None = None
    url: str | None = None
    path: str | None = None
    text_hash: str | None = None
    length: int | None = None
    records: int = 0
    text: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleRecordsView:
    """One article with its text and every record read from it."""

    article: ArticleView
    mentions: list[Thing]
    events: list[EventView]
    positions: list[PositionView]
    posts: list[HoldingView]
    memberships: list[MembershipView]
    agreements: list[AgreementView]
    commitments: list[CommitmentView]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """Something whose label or alias a search found; ``matched`` is that label."""

    thing: Thing
    matched: str
    language: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stats:
    """How much a store holds; ``records`` counts by kind, ``event_types`` by type of event."""

    articles: int
    quads: int
    states: int
    pairs: int
    records: dict[str, int]
    event_types: dict[str, int]
    languages: dict[str, int]
