"""The JSON that the REST routes answer with: one place, every field described.

The models read the attributes of the views of :mod:`graph.lookups`, so the two share their field names.
``start`` and ``end`` of a record are offsets of its quote; days are ``earliest``/``latest`` for events and
``start_date``/``end_date`` for posts and memberships.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Generic, TypeVar
from urllib.parse import unquote

from pydantic import BaseModel, ConfigDict, Field, computed_field

Labels = Annotated[
    dict[str, str],
    Field(description="Names by language tag.", examples=[{"en": "Kazakhstan", "ar": "كازاخستان"}]),
]
Names = Annotated[dict[str, list[str]], Field(description="Further names by language tag.")]
Iri = Annotated[str, Field(description="Its IRI; `GET` it for its document or its data.")]
Since = Annotated[date | None, Field(description="First day, as far as known.")]
Until = Annotated[date | None, Field(description="Last day, as far as known.")]
Attested = Annotated[list[date], Field(description="Days on which sources show it.")]


class Model(BaseModel):
    """What every answer shares: it is read from the attributes of a view."""

    model_config = ConfigDict(from_attributes=True)


class Thing(Model):
    """Something with a name: a state, organization, person, place, post or issue."""

    id: Iri
    key: str = Field(description="Short name within its kind: `KAZ`, `UN`.")
    kind: str = Field(
        description="Kind word of the IRI: `state`, `org`, `person`, `place`, `post`, `issue`, …"
    )
    labels: Labels


class Record(Model):
    """A claim. What an article says has its quote; what the reference tables say has its sources."""

    id: Iri
    article: str | None = Field(default=None, description="IRI of the article; null for reference data.")
    quote: str | None = Field(default=None, description="The words that say so, exactly as in the article.")
    start: int | None = Field(default=None, description="Unicode code points before the quote.")
    end: int | None = Field(default=None, description="Unicode code points up to the end of the quote.")
    status: str = Field(
        description="Of an event `held`, `ongoing`, `planned`, `postponed` or `cancelled`; "
        "of any other record its standing as a claim, such as `reported`."
    )
    claim: str = Field(
        default="reported", description="Standing as a claim: `reported`, `inferred`, `disputed`, …"
    )
    confidence: float | None = Field(default=None, description="How sure the reader is, from 0 to 1.")
    rule: str | None = Field(default=None, description="Name of the rule that read it.")
    sources: list[str] = Field(default=[], description="Sources of reference data.")

    @computed_field(description="Last part of the IRI: `GET /events/{key}`.")  # type: ignore[prop-decorator]
    @property
    def key(self) -> str:
        """Last part of the IRI."""
        return unquote(self.id.rsplit("/", 1)[-1])


class Participation(Model):
    """The part one actor takes in an event, and through whom."""

    actor: Thing = Field(description="The state or organization that takes part.")
    role: str = Field(description="`party`, `host`, `guest`, `chair`, `giver`, `recipient`, …")
    direction: str | None = Field(default=None, description="`source` or `target` of a directed act.")
    person: Thing | None = Field(default=None, description="The person through whom it takes part.")
    post: Thing | None = Field(default=None, description="The office named with the person.")
    body: str | None = Field(default=None, description="The ministry or delegation, as the text names it.")


class AgendaItem(Record):
    """A subject that an event dealt with."""

    subject: str = Field(description="The subject as the text words it.")
    issues: list[Thing] = Field(default=[], description="The issues it falls under.")


class Event(Record):
    """A happening between actors, past, under way or planned."""

    type: str = Field(description="Kind of event: `consultation`, `visit`, `praise`, …")
    type_labels: Labels
    labels: Labels
    plover: str | None = Field(default=None, description="PLOVER 2.0 category.")
    score: float | None = Field(default=None, description="PLOVER score, -10 (conflict) to 10 (cooperation).")
    earliest: date | None = Field(default=None, description="First day it can have been; null where open.")
    latest: date | None = Field(default=None, description="Last day it can have been; null where open.")
    date_text: str | None = Field(default=None, description="The date as the text words it.")
    participants: list[Participation] = Field(default=[], description="Who takes part, in which role.")
    place: Thing | None = Field(default=None, description="Where it takes place.")
    venue: str | None = Field(default=None, description="The building, as the text names it.")
    round: int | None = Field(default=None, description="Which of its series it is.")
    series: str | None = Field(default=None, description="The series it belongs to.")
    concerns: list[Thing] = Field(default=[], description="Further actors it is about.")
    agenda: list[AgendaItem] = Field(default=[], description="The subjects it dealt with.")


class Position(Record):
    """A stance on an issue that the article gives as the holders' own."""

    holders: list[Thing] = Field(description="Whose position it is; several hold a joint one.")
    stance: str = Field(
        description="`supports`, `calls-for`, `welcomes`, `affirms`, `neutral`, `concerned`, …"
    )
    stance_labels: Labels
    polarity: int = Field(description="1 for, 0 neither, -1 against.")
    issue: str = Field(description="What the stance is on, in the text's words.")
    proposition: str = Field(
        description="IRI of the proposition; positions with the same one can be compared."
    )
    issues: list[Thing] = Field(default=[], description="The issues it falls under.")
    target: list[Thing] = Field(default=[], description="Whom it is about or aimed at.")
    favours: list[Thing] = Field(default=[], description="Whom it speaks well of or acts for.")
    disfavours: list[Thing] = Field(default=[], description="Whom it speaks ill of or acts against.")
    speaker: Thing | None = Field(default=None, description="Who voiced it.")
    earliest: date | None = Field(default=None, description="First day it can have been voiced.")
    latest: date | None = Field(default=None, description="Last day it can have been voiced.")


class PostHolding(Record):
    """A person in an office for some time."""

    person: Thing = Field(description="Who holds the office.")
    post: Thing = Field(description="The office.")
    actor: Thing | None = Field(default=None, description="The state or organization it is an office of.")
    post_text: str | None = Field(default=None, description="The office as the text words it.")
    start_date: Since = None
    end_date: Until = None
    attested: Attested = []


class Membership(Record):
    """That an actor belongs to an organization, in a role, for some time."""

    member: Thing = Field(description="Who belongs.")
    organization: Thing = Field(description="What it belongs to.")
    role: str = Field(description="`member`, `founding member`, `observer`, `host`, …")
    role_labels: Labels
    start_date: Since = None
    end_date: Until = None
    attested: Attested = []


class Agreement(Record):
    """An instrument between parties."""

    title: str = Field(description="What the text calls it.")
    parties: list[Thing] = Field(description="Who it is between.")
    signed: str | None = Field(default=None, description="IRI of the event of its signing.")


class Commitment(Record):
    """An undertaking to do something."""

    undertaking: str = Field(description="What is undertaken, in the text's words.")
    makers: list[Thing] = Field(description="Who undertakes it.")
    foresees: str | None = Field(default=None, description="IRI of the planned event that would fulfil it.")


class Tie(Record):
    """A standing formal act of one state towards another."""

    type: str = Field(description="`embassy`, `recognition`, `relations`, …")
    type_labels: Labels
    sender: Thing = Field(description="The state that acts.")
    to: Thing = Field(description="The state acted towards.")
    start_date: Since = None
    end_date: Until = None
    attested: Attested = []


class State(Model):
    """A state, as sources treat it."""

    id: Iri
    key: str = Field(description="The same as `code`.")
    labels: Labels
    code: str = Field(description="ISO 3166-1 alpha-3.")
    iso2: str | None = Field(default=None, description="ISO 3166-1 alpha-2.")
    iso_numeric: str | None = Field(default=None, description="ISO 3166-1 numeric.")
    wikidata: str | None = Field(default=None, description="Wikidata item.")
    events: int = Field(default=0, description="Events it takes part in.")
    positions: int = Field(default=0, description="Positions it holds.")


class StateDetail(State):
    """A state with its names, memberships, posts and ties."""

    alt_labels: Names = {}
    memberships: list[Membership] = Field(default=[], description="Organizations it belongs or belonged to.")
    posts: list[PostHolding] = Field(default=[], description="Its offices and who held them.")
    ties: list[Tie] = Field(
        default=[], description="Embassies, recognition and the like, in both directions."
    )


class Organization(Model):
    """An organization."""

    id: Iri
    key: str = Field(description="Short English form: `UN`, `CICA`.")
    labels: Labels
    type: str | None = Field(default=None, description="`intergovernmental`, `forum`, `organ`, …")
    wikidata: str | None = Field(default=None, description="Wikidata item.")


class OrganizationDetail(Organization):
    """An organization with its names and members."""

    alt_labels: Names = {}
    members: list[Membership] = Field(
        default=[], description="Who belongs or belonged to it, roles and dates."
    )


class Person(Model):
    """A person with the posts held."""

    id: Iri
    key: str = Field(description="Last part of the IRI.")
    labels: Labels
    posts: list[PostHolding] = Field(default=[], description="Offices held.")


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


class SharedOrganization(Model):
    """An organization that both states belong to."""

    organization: Thing = Field(description="The organization.")
    a: list[Membership] = Field(description="Memberships of the first state.")
    b: list[Membership] = Field(description="Memberships of the second state.")


class ArticleSummary(Model):
    """An article without its text."""

    id: Iri
    key: str = Field(description="Name within the store: `GET /articles/{key}`.")
    language: str | None = Field(default=None, description="Language tag of the text.")
    published: date | None = Field(default=None, description="Day of publication.")
    updated: datetime | None = Field(default=None, description="Last change by the outlet.")
    outlet: str | None = Field(default=None, description="Who published it.")
    dateline: str | None = Field(default=None, description="City it is filed from, as in the text.")
    title: str | None = Field(default=None, description="Headline, where it has one.")
    url: str | None = Field(default=None, description="Where it was published.")
    length: int | None = Field(default=None, description="Unicode code points of the text.")
    text_hash: str | None = Field(default=None, description="SHA-256 of the text in UTF-8, hexadecimal.")
    records: int = Field(default=0, description="Records read from it.")


class ArticleText(ArticleSummary):
    """An article with its text."""

    text: str | None = Field(default=None, description="The text that all offsets count over.")


class Article(ArticleText):
    """An article with its text and everything read from it."""

    mentions: list[Thing] = Field(description="The states and organizations it names.")
    events: list[Event] = Field(description="Events, in the order of the text.")
    positions: list[Position] = Field(description="Positions, in the order of the text.")
    posts: list[PostHolding] = Field(description="People in office, in the order of the text.")
    memberships: list[Membership] = Field(description="Memberships, in the order of the text.")
    agreements: list[Agreement] = Field(description="Agreements, in the order of the text.")
    commitments: list[Commitment] = Field(description="Commitments, in the order of the text.")


class Relation(Model):
    """How two states deal with each other, every claim with its quote."""

    summary: Pair = Field(description="The pair with its counts.")
    events: list[Event] = Field(description="Events in which both take part, in order of time.")
    positions: list[Position] = Field(description="What both hold and what one holds about the other.")
    shared_organizations: list[SharedOrganization] = Field(description="Organizations that both belong to.")
    agreements: list[Agreement] = Field(description="Instruments between them.")
    commitments: list[Commitment] = Field(description="What both undertook.")
    posts: list[PostHolding] = Field(description="People who take part, with their offices.")
    ties: list[Tie] = Field(description="Embassies, recognition and the like between them.")
    articles: list[ArticleSummary] = Field(description="The articles quoted.")


class Hit(Model):
    """Something whose name or alias answers a search."""

    thing: Thing = Field(description="What was found.")
    matched: str = Field(description="The name that matched.")
    language: str | None = Field(default=None, description="Language tag of that name.")


class NewArticle(BaseModel):
    """An article to be read and stored."""

    model_config = ConfigDict(extra="forbid")

    text: str = Field(description="The text, as published.", min_length=1)
    id: str | None = Field(
        default=None, description="Name within the store; without one, made from the text.", min_length=1
    )
    lang: str | None = Field(
        default=None, description="Language tag, `ar` or `en`; without one, told from the script."
    )
    published: date | None = Field(
        default=None, description="Day of publication, where the text does not say."
    )
    outlet: str | None = Field(default=None, description="Who published it.")
    url: str | None = Field(default=None, description="Where it was published.")


class Stored(Model):
    """What became of an article that was sent in."""

    id: Iri
    key: str = Field(description="Name within the store: `GET /articles/{key}`.")
    outcome: str = Field(description="`new`, `unchanged` or `changed`.")
    records: int = Field(description="Records read from it now; 0 where it was unchanged.")
    warnings: list[str] = Field(default=[], description="What could not be read or was kept out, and why.")


class Health(Model):
    """Whether the server can answer, and how much it holds."""

    status: str = Field(description="`ok`: the store answers.")
    version: str = Field(description="Version of Bilateral.")
    writable: bool = Field(description="Whether writing is possible, with the token.")
    quads: int = Field(description="Statements in the store.")


class Stats(Model):
    """How much the store holds."""

    articles: int = Field(description="Articles.")
    quads: int = Field(description="Statements.")
    states: int = Field(description="States that records speak of.")
    pairs: int = Field(description="Pairs of states that share a record.")
    records: dict[str, int] = Field(description="Records by kind.")
    event_types: dict[str, int] = Field(description="Events by type.")
    languages: dict[str, int] = Field(description="Articles by language.")


Item = TypeVar("Item")


class Page(Model, Generic[Item]):
    """One page of a list."""

    items: list[Item] = Field(description="The items of this page.")
    next: str | None = Field(
        default=None, description="Cursor of the next page, for `cursor`; null on the last."
    )
