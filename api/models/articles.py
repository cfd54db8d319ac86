"""Articles: their details, their texts, what is read from them, and one that is sent in."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, WithJsonSchema

from api.days import Day
from api.models.base import Iri, Model, Thing
from api.models.records import Agreement, Commitment, Event, Membership, Position, PostHolding

# no format: RFC 3339 wants a zone, which articles seldom tell
Moment = Annotated[datetime, WithJsonSchema({"type": "string"})]


class ArticleSummary(Model):
    """An article without its text."""

    id: Iri
    key: str = Field(description="Name within the store: `GET /articles/{key}`.")
    language: str | None = Field(default=None, description="Language tag of the text.")
    published: date | None = Field(default=None, description="Day of publication.")
    updated: Moment | None = Field(
        default=None, description="Last change by the outlet, in the outlet's own time where no zone is told."
    )
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


class NewArticle(BaseModel):
    """An article to be read and stored."""

    model_config = ConfigDict(extra="forbid")

    text: str = Field(
        description="The text, as published.", min_length=1, json_schema_extra={"format": "article"}
    )
    id: str | None = Field(
        default=None,
        description="Name within the store, or the IRI made of it; without one, made from the text.",
        min_length=1,
    )
    lang: Literal["ar", "en", "fr"] | None = Field(
        default=None, description="Language tag; without one, told from the script."
    )
    published: Day | None = Field(
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
