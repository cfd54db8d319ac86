"""Corrections: what people say of records, and what one sends to make one."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, JsonValue

from api.models.base import Iri, Model

Action = Literal["accept", "reject", "edit", "add", "merge", "split"]
Outcome = Literal["applied", "conflict", "unneeded", "superseded", "withdrawn"]
Value = str | int | list[str] | None
_EDIT: dict[str, JsonValue] = {
    "action": "edit",
    "records": ["event/3f1c0a52b7e4d986"],
    "wanted": {"place": "Astana", "date": "2018-07-31"},
    "by": "ada",
    "why": "the next paragraph names the city",
}
_ADD: dict[str, JsonValue] = {
    "action": "add",
    "article": "articles/maan-2017-07-08.ar",
    "kind": "event",
    "wanted": {"type": "visit", "participants": ["KAZ", "PSE"], "quote": "قام بزيارة"},
    "by": "ada",
}


class Withdrawal(Model):
    """That a correction was taken back."""

    by: str = Field(description="Who took it back.")
    at: datetime = Field(description="When.")
    why: str | None = Field(default=None, description="The reason given.")


class Correction(Model):
    """A judgement of a person on what was read, and what became of it."""

    id: Iri
    key: str = Field(description="Last part of the IRI: `GET /corrections/{key}`.")
    action: Action = Field(description="What it does.")
    outcome: Outcome = Field(
        description="`applied`; `conflict`: the record is gone or is read otherwise now; `unneeded`: the reader "
        "now says so itself; `superseded` by a later correction; `withdrawn`."
    )
    message: str | None = Field(default=None, description="What stands against it, in words.")
    records: list[str] = Field(
        description="IRIs that its records have now; none where they were rejected or are gone."
    )
    articles: list[str] = Field(description="Keys of the articles it is about.")
    about: list[dict[str, Any]] = Field(
        description="The records as they were when it was made, as `bilateral extract` gives them."
    )
    wanted: dict[str, Any] | None = Field(
        default=None, description="The fields that an edit or addition sets."
    )
    by: str = Field(description="Who made it.")
    at: datetime = Field(description="When.")
    why: str | None = Field(default=None, description="The reason given.")
    withdrawn: Withdrawal | None = Field(default=None, description="Who took it back; null while it holds.")


class NewCorrection(BaseModel):
    """A correction to be made."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [_EDIT, _ADD]})

    action: Action = Field(description="What to do.")
    records: list[str] = Field(
        default=[],
        max_length=2,
        description="IRIs of records or their last parts: one to accept, reject or edit, two events or people to "
        "merge or split, none to add.",
    )
    article: str | None = Field(default=None, description="To add: key of the article.")
    kind: str | None = Field(
        default=None,
        description="To add: `event`, `position`, `post`, `membership`, `agreement`, `commitment` or `actor`.",
    )
    wanted: dict[str, Value] = Field(
        default={},
        description="To edit or add: fields as `bilateral extract` names them, with `quote`, the exact words, to "
        "add; an empty value clears a field.",
    )
    by: str = Field(min_length=1, max_length=200, pattern=r"\S", description="Who says so.")
    why: str | None = Field(default=None, max_length=5000, description="The reason.")
