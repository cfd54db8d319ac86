"""Records: what a reader found in one article, before anything else is done with it.

Reading makes records; quads, exports and scores are made from records. Every record is frozen and
stands on evidence: offsets count Unicode code points over the stored text, start inclusive, end
exclusive, and ``text[start:end]`` is the quote, or the evidence cannot be built.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import InitVar, dataclass, field
from datetime import date, datetime

from graph.exc import RecordError
from ontology.terms import EVENT_KINDS, EVENT_STATUSES, MEMBER_ROLES, ROLES, STANCES

ACTOR_KINDS = ("state", "organization")
SOURCE_ROLES = frozenset({"source"})
TARGET_ROLES = frozenset({"target"})


def _known(value: str, known: object, what: str) -> None:
    if value not in known:  # type: ignore[operator]
        raise RecordError(f"unknown {what} {value!r}")


@dataclass(frozen=True, slots=True)
class Evidence:
    """A stretch of an article that supports a record.

    ``about`` names the field of the record that the words show (``"place"``, ``"published"``),
    or is None where they show the record as a whole.
    """

    text: InitVar[str]
    start: int
    end: int
    rule: str
    about: str | None = None
    quote: str = field(init=False)

    def __post_init__(self, text: str) -> None:
        if not 0 <= self.start < self.end <= len(text):
            raise RecordError(f"evidence [{self.start}, {self.end}) lies outside a text of {len(text)}")
        object.__setattr__(self, "quote", text[self.start : self.end])


@dataclass(frozen=True, slots=True)
class Article:
    """A published text. ``key`` names it within a store: ``folder/stem`` or the id it came with."""

    key: str
    text: str = field(repr=False)
    language: str
    published: date | None = None
    updated: datetime | None = None
    outlet: str | None = None
    dateline: str | None = None
    title: str | None = None
    url: str | None = None
    path: str | None = None
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What all records share; the first piece of evidence is the one shown for the record."""

    evidence: tuple[Evidence, ...]
    confidence: float = 0.5
    claim: str = "reported"

    def __post_init__(self) -> None:
        if not self.evidence:
            raise RecordError(f"a {type(self).__name__} needs evidence")
        if not 0.0 <= self.confidence <= 1.0:
            raise RecordError(f"confidence {self.confidence} is not between 0 and 1")

    @property
    def quote(self) -> str:
        """The words shown for the record."""
        return self.evidence[0].quote

    @property
    def start(self) -> int:
        """Code points before the quote."""
        return self.evidence[0].start

    @property
    def end(self) -> int:
        """Code points up to the end of the quote."""
        return self.evidence[0].end

    @property
    def rule(self) -> str:
        """Name of the rule that read the record."""
        return self.evidence[0].rule


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor(Record):
    """A state (ISO 3166-1 alpha-3 code) or an organization (short English form) named in the article."""

    id: str
    kind: str
    name: str | None = None

    def __post_init__(self) -> None:
        Record.__post_init__(self)
        _known(self.kind, ACTOR_KINDS, "kind of actor")


@dataclass(frozen=True, slots=True, kw_only=True)
class Participation:
    """The part one actor takes in an event; ``person``, ``post``, ``body`` say through whom.

    ``body`` is the ministry or delegation as the text names it, without proclitics; ``evidence`` may be empty where the
    event's own quote shows the participation.
    """

    actor: str
    role: str = "party"
    person: str | None = None
    post: str | None = None
    body: str | None = None
    evidence: tuple[Evidence, ...] = ()

    def __post_init__(self) -> None:
        _known(self.role, ROLES, "role")


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaItem(Record):
    """A subject that an event dealt with, in the text's words, with the issues it falls under."""

    subject: str
    issues: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Record):
    """A happening between actors; dates are a range of days, None where the text leaves an end open."""

    kind: str
    status: str
    participations: tuple[Participation, ...]
    earliest: date | None = None
    latest: date | None = None
    date_text: str | None = None
    place: str | None = None
    place_en: str | None = None
    venue: str | None = None
    round: int | None = None
    series: str | None = None
    concerns: tuple[str, ...] = ()
    agenda: tuple[AgendaItem, ...] = ()

    def __post_init__(self) -> None:
        Record.__post_init__(self)
        _known(self.kind, EVENT_KINDS, "kind of event")
        _known(self.status, EVENT_STATUSES, "event status")
        if not self.participations:
            raise RecordError(f"an event needs a participant: {self.quote!r}")
        if self.earliest and self.latest and self.earliest > self.latest:
            raise RecordError(f"event ends before it begins: {self.earliest} > {self.latest}")

    @property
    def participants(self) -> tuple[str, ...]:
        """Ids of the actors that take part in the act, once each, in order."""
        return tuple(dict.fromkeys(p.actor for p in self.participations))

    @property
    def source(self) -> tuple[str, ...]:
        """Ids of those who do a directed act; empty for meetings."""
        return tuple(dict.fromkeys(p.actor for p in self.participations if p.role in SOURCE_ROLES))

    @property
    def target(self) -> tuple[str, ...]:
        """Ids of those who undergo a directed act; empty for meetings."""
        return tuple(dict.fromkeys(p.actor for p in self.participations if p.role in TARGET_ROLES))

    @property
    def host(self) -> str | None:
        """Id of the hosting actor."""
        return next((p.actor for p in self.participations if p.role == "host"), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Position(Record):
    """A stance on an issue that the text gives as the holders' own."""

    holders: tuple[str, ...]
    stance: str
    issue: str
    issues: tuple[str, ...] = ()
    target: tuple[str, ...] = ()
    favours: tuple[str, ...] = ()
    disfavours: tuple[str, ...] = ()
    speaker: str | None = None

    def __post_init__(self) -> None:
        Record.__post_init__(self)
        _known(self.stance, STANCES, "stance")
        if not self.holders:
            raise RecordError(f"a position needs a holder: {self.quote!r}")

    @property
    def polarity(self) -> int:
        """1 for, 0 neither, -1 against."""
        return STANCES[self.stance]


@dataclass(frozen=True, slots=True, kw_only=True)
class PostHolding(Record):
    """A named person in an office of a state or organization; ``post`` is the office in English."""

    person: str
    post: str
    actor: str
    post_text: str | None = None
    titles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership(Record):
    """That an actor belongs to, joins, leaves, hosts or chairs an organization."""

    member: str
    organization: str
    role: str = "member"

    def __post_init__(self) -> None:
        Record.__post_init__(self)
        _known(self.role, MEMBER_ROLES, "role of a member")


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement(Record):
    """An instrument between parties: memorandum, treaty, protocol, agreement."""

    parties: tuple[str, ...]
    title: str
    signed: Event | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitment(Record):
    """An undertaking to do something; ``foresees`` is the planned event that would fulfil it."""

    makers: tuple[str, ...]
    undertaking: str
    foresees: Event | None = None

    def __post_init__(self) -> None:
        Record.__post_init__(self)
        if not self.makers:
            raise RecordError(f"a commitment needs a maker: {self.quote!r}")


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleRecords:
    """Everything read from one article."""

    article: Article
    actors: tuple[Actor, ...] = ()
    events: tuple[Event, ...] = ()
    positions: tuple[Position, ...] = ()
    posts: tuple[PostHolding, ...] = ()
    memberships: tuple[Membership, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    commitments: tuple[Commitment, ...] = ()

    def __post_init__(self) -> None:
        text = self.article.text
        for piece in self.evidence():
            if text[piece.start : piece.end] != piece.quote:
                raise RecordError(f"{piece.quote!r} is not what {self.article.key} says at {piece.start}")

    def records(self) -> Iterator[Record]:
        """All records, agenda items after their event."""
        yield from self.actors
        for event in self.events:
            yield event
            yield from event.agenda
        yield from self.positions
        yield from self.posts
        yield from self.memberships
        yield from self.agreements
        yield from self.commitments

    def evidence(self) -> Iterator[Evidence]:
        """Every piece of evidence, of the article's own details first."""
        yield from self.article.evidence
        for record in self.records():
            yield from record.evidence
            if isinstance(record, Event):
                for part in record.participations:
                    yield from part.evidence
