"""Settings, from the environment (``BILATERAL_…``) or as given."""

from __future__ import annotations

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

from ontology.terms import ID


class Settings(BaseSettings):
    """What may be set from outside; each field ``x`` is the variable ``BILATERAL_X``."""

    model_config = SettingsConfigDict(env_prefix="BILATERAL_", extra="ignore")

    store: str = Field(
        default="./bilateral.db", description="A folder, or the http(s) address of a SPARQL endpoint."
    )
    base: str = Field(
        default=ID, description="What the IRIs of instances begin with.", pattern=r"^https?://\S+[/#]$"
    )
    token: str | None = Field(default=None, description="The bearer token that allows writing over HTTP.")
    read_only: bool = Field(
        default=False, description="Open the store for reading and refuse writing over HTTP."
    )
    max_article: int = Field(default=1_000_000, gt=0, description="Bytes that an article may have.")
    max_body: int = Field(
        default=10_000_000, gt=0, description="Bytes that the body of an HTTP request may have."
    )
