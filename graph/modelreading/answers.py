"""What a model may answer: the items of an answer, held to the ontology's terms, and their JSON schema.

An item is checked by itself, so that one that is wrong takes no other with it. Every field of the schema
is required and closed, as strict structured output demands; a field that has nothing to say is null or [].
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError, WithJsonSchema

from graph.model import ACTOR_KINDS
from ontology.terms import EVENT_KINDS, EVENT_STATUSES, MEMBER_ROLES, ROLES, STANCES

SECTIONS = ("actors", "events", "positions", "posts", "memberships")


def _one_of(known: Iterable[str], what: str) -> Any:
    """A word out of the ontology's; the refusal names what there is."""
    words = list(known)

    def check(value: str) -> str:
        if value not in words:
            raise ValueError(f"{value!r} is no {what} of the ontology: {', '.join(words)}")
        return value

    return Annotated[str, AfterValidator(check), WithJsonSchema({"type": "string", "enum": words})]


Quote = Annotated[
    str, Field(min_length=1, description="Verbatim words of the article, without a break, that show this.")
]
Words = Annotated[str | None, Field(default=None, description="Verbatim words of the article, or null.")]
ActorId = Annotated[str, Field(min_length=1, description="The id of one of the actors.")]


class Item(BaseModel):
    """One thing that an answer says."""

    model_config = ConfigDict(extra="ignore", str_strip_whitespace=True)


class ActorItem(Item):
    """A state or organization that the article names as one that acts or is acted upon."""

    id: str = Field(
        min_length=1,
        description="ISO 3166-1 alpha-3 code of a state; short English form of an organization, upper case.",
    )
    kind: _one_of(ACTOR_KINDS, "kind of actor")  # type: ignore[valid-type]
    name: Quote


class Part(Item):
    """The part that one actor takes in an event."""

    actor: ActorId
    role: _one_of(ROLES, "role") = "party"  # type: ignore[valid-type]
    person: Words


class EventItem(Item):
    """A happening between actors."""

    kind: _one_of(EVENT_KINDS, "kind of event")  # type: ignore[valid-type]
    status: _one_of(EVENT_STATUSES, "event status")  # type: ignore[valid-type]
    participants: list[Part] = Field(min_length=1)
    date_words: list[str] = Field(
        default=[], description="Verbatim words of the article that tell when, or none."
    )
    earliest: str | None = Field(default=None, description="First day, YYYY-MM-DD, or null where open.")
    latest: str | None = Field(default=None, description="Last day, YYYY-MM-DD, or null where open.")
    place: Words
    agenda: list[str] = Field(
        default=[], description="Verbatim words of the article for each subject that a meeting dealt with."
    )
    quote: Quote


class PositionItem(Item):
    """A stance that the article gives as its holders' own."""

    holders: list[ActorId] = Field(min_length=1)
    stance: _one_of(STANCES, "stance")  # type: ignore[valid-type]
    content: Words
    target: list[ActorId] = []
    speaker: Words
    quote: Quote


class PostItem(Item):
    """A named person in an office of a state or organization."""

    person: Quote
    post: str = Field(min_length=1, max_length=160, description="The office in English, lower case.")
    post_words: Words
    actor: ActorId
    quote: Quote


class MembershipItem(Item):
    """That an actor belongs to, joins, leaves, hosts or chairs an organization."""

    member: ActorId
    organization: ActorId
    role: _one_of(MEMBER_ROLES, "role of a member")  # type: ignore[valid-type]
    quote: Quote


class Details(Item):
    """What the article says of itself."""

    published: Words
    dateline: Words


class Answer(Item):
    """All that a model takes from one part of an article."""

    article: Details
    actors: list[ActorItem]
    events: list[EventItem]
    positions: list[PositionItem]
    posts: list[PostItem]
    memberships: list[MembershipItem]


ITEMS: dict[str, type[Item]] = {
    "actors": ActorItem,
    "events": EventItem,
    "positions": PositionItem,
    "posts": PostItem,
    "memberships": MembershipItem,
}


def answer_schema() -> dict[str, Any]:
    """The JSON schema of an answer in the strict form: all keys required, none besides, no defaults."""
    schema = Answer.model_json_schema()
    for part in (schema, *schema.get("$defs", {}).values()):
        _close(part)
    return schema


def _close(part: dict[str, Any]) -> None:
    part["additionalProperties"] = False
    part["required"] = list(part.get("properties", {}))
    for field in part.get("properties", {}).values():
        for key in ("default", "title", "minLength", "maxLength", "minItems"):
            field.pop(key, None)
            field.get("items", {}).pop(key, None)


def faults(error: ValidationError) -> str:
    """What is wrong with the form of an item, field by field."""
    found = []
    for fault in error.errors(include_url=False, include_context=False):
        field_ = ".".join(str(part) for part in fault["loc"])
        found.append(f"{field_}: {fault['msg'].removeprefix('Value error, ')}")
    return "; ".join(found)
