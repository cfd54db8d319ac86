"""What all answers share: models read the attributes of the views of :mod:`graph.lookups`."""

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
Known = Annotated[
    str | None,
    Field(description="What is really known of that day where it is a year or a month: `1992`, `2017-07`."),
]
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


class Note(Model):
    """That somebody accepted, edited or added a record."""

    id: Iri
    action: str = Field(description="`accept`, `edit` or `add`.")
    by: str = Field(description="Who said so.")
    at: datetime = Field(description="When.")
    why: str | None = Field(default=None, description="The reason given.")


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
    sources: list[str] = Field(default=[], description="Titles of the sources of reference data.")
    corrected: Note | None = Field(
        default=None, description="Who last accepted, edited or added it; null where only the reader says so."
    )

    @computed_field(description="Last part of the IRI: `GET /events/{key}`.")  # type: ignore[prop-decorator]
    @property
    def key(self) -> str:
        """Last part of the IRI."""
        return unquote(self.id.rsplit("/", 1)[-1])


Item = TypeVar("Item")


class Page(Model, Generic[Item]):
    """One page of a list."""

    items: list[Item] = Field(description="The items of this page.")
    next: str | None = Field(
        default=None, description="Cursor of the next page, for `cursor`; null on the last."
    )


class FacetValue(Model):
    """A value of a facet."""

    key: str = Field(description="The value, as the filter of that name takes it.")
    labels: Labels
    count: int = Field(description="How many records of the whole list have it.")


class Divided(Page[Item], Generic[Item]):
    """One page of a list that was asked to count itself (`facet` or `count`)."""

    count: int | None = Field(default=None, description="Length of the whole list; null unless asked for.")
    facets: dict[str, list[FacetValue]] | None = Field(
        default=None, description="The hundred most frequent values of each facet; null unless asked for."
    )
