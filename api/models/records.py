"""Records: events, positions, posts, memberships, agreements, commitments, ties."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from api.models.base import Attested, Iri, Known, Labels, Model, Record, Since, Thing, Until


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


class Report(Model):
    """One article's telling of a happening."""

    id: Iri
    article: str = Field(description="IRI of the article.")
    outlet: str | None = Field(default=None, description="Key of the outlet, where it is known.")
    published: date | None = Field(default=None, description="Day of publication.")
    quote: str = Field(description="The words that say so, exactly as in the article.")
    start: int = Field(description="Unicode code points before the quote.")
    end: int = Field(description="Unicode code points up to the end of the quote.")
    status: str = Field(description="The standing that this article gives: `planned`, `held`, …")
    earliest: date | None = Field(default=None, description="First day by this article; null where open.")
    latest: date | None = Field(default=None, description="Last day by this article; null where open.")


class Happening(Model):
    """What all reports of a happening add up to."""

    id: Iri
    status: str = Field(description="Where it stands by the last that is told: `planned`, `held`, …")
    earliest: date | None = Field(default=None, description="First day that its reports agree on.")
    latest: date | None = Field(default=None, description="Last day that its reports agree on.")
    outlets: int = Field(description="Independent outlets that tell so; copies of one text count once.")
    claim: str = Field(description="`reported`, `corroborated`, `disputed`, `withdrawn`.")
    confidence: float = Field(description="1 - (1 - c1)(1 - c2)… over independent outlets.")
    disagreements: list[str] = Field(
        default=[], description="Properties on which reports contradict each other: `latestDate`, …"
    )


class CodedRow(Model):
    """The row of a data set that a machine-coded event rests on."""

    text: str = Field(description="Cells of the row as they stand in the file, separated by tabs.")
    code: str = Field(description="Code of the kind of event in the row: CAMEO, or PLOVER with its mode.")
    number: int | None = Field(
        default=None, description="Place of the row in its file, where it has no number of its own."
    )
    url: str | None = Field(default=None, description="Address of the report that the row gives.")


class Event(Record):
    """A happening between actors, past, under way or planned, as one article reports it."""

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
    happening: str | None = Field(
        default=None, description="IRI of the happening that it reports, with others or alone."
    )
    told: Happening | None = Field(default=None, description="What all reports of it add up to.")
    reports: list[Report] = Field(
        default=[], description="All reports of the happening in order of publication, this one among them."
    )
    agenda: list[AgendaItem] = Field(default=[], description="The subjects it dealt with.")
    row: CodedRow | None = Field(
        default=None, description="Of a machine-coded event its row; such an event has no quote."
    )


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


class Lasting(Record):
    """What holds for some time."""

    start_date: Since = None
    end_date: Until = None
    start_text: Known = None
    end_text: Known = None
    attested: Attested = Field(default=[])


class PostHolding(Lasting):
    """A person in an office for some time."""

    person: Thing = Field(description="Who holds the office.")
    post: Thing = Field(description="The office.")
    actor: Thing | None = Field(default=None, description="The state or organization it is an office of.")
    post_text: str | None = Field(default=None, description="The office as the text words it.")


class Membership(Lasting):
    """That an actor belongs to an organization, in a role, for some time."""

    member: Thing = Field(description="Who belongs.")
    organization: Thing = Field(description="What it belongs to.")
    role: str = Field(description="`member`, `founding member`, `observer`, `host`, …")
    role_labels: Labels


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
    due: date | None = Field(default=None, description="Last day of that event.")
    kept: bool = Field(default=False, description="Whether a held event shows it done (told for pairs).")
    kept_by: list[str] = Field(default=[], description="IRIs of the held events that show it done.")


class Tie(Lasting):
    """A standing formal act of one state towards another."""

    type: str = Field(description="`embassy`, `recognition`, `relations`, …")
    type_labels: Labels
    sender: Thing = Field(description="The state that acts.")
    to: Thing = Field(description="The state acted towards.")
