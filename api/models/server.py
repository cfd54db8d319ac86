"""The server's health, counts and search."""

from __future__ import annotations

from pydantic import Field

from api.models.base import Model, Thing
from api.models.records import Agreement, Commitment, Event, Membership, Position, PostHolding


class Hit(Model):
    """Something whose name or alias answers a search."""

    thing: Thing = Field(description="What was found.")
    matched: str = Field(description="The name that matched.")
    language: str | None = Field(default=None, description="Language tag of that name.")


class Found(Model):
    """A record whose words answer a search."""

    kind: str = Field(
        description="`event`, `position`, `post`, `membership`, `agreement` or `commitment`: the type of `record`."
    )
    record: Event | Position | PostHolding | Membership | Agreement | Commitment = Field(
        description="The record."
    )
    highlights: list[tuple[int, int]] = Field(
        description="Start and end, in code points of the quote, of each word that answers."
    )


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
