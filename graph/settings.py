"""Settings, from the environment (``BILATERAL_…``) or as given."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, field_validator, model_validator
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

    max_query: int = Field(default=1_000_000, gt=0, description="Bytes that a query's text may have.")
    query_seconds: float = Field(
        default=30.0, gt=0, description="Seconds from a query's arrival to the last byte of its answer."
    )
    query_memory: int = Field(
        default=1 << 30,
        ge=1 << 24,
        description="Bytes of memory that a query may take, in a process of its own.",
    )
    queries: int = Field(default=8, gt=0, description="Queries that run at a time.")
    queries_waiting: int = Field(default=64, ge=0, description="Queries that may wait for others to end.")
    answer_cache: int = Field(
        default=32 << 20,
        ge=0,
        description="Bytes of small answers kept until the next write for who asks the same again; 0 keeps none.",
    )
    staleness: float = Field(
        default=0.0, ge=0, description="Seconds that a query's answer may be behind the last write."
    )
    service_hosts: str = Field(
        default="",
        description="Hosts that SERVICE and LOAD may call, separated by commas, with their ports; none if empty.",
    )
    drain_seconds: float = Field(
        default=35.0, ge=0, description="Seconds that a server told to stop gives to running requests."
    )
    audit: bool = Field(default=True, description="Count quads around each write for its line in the log.")

    cors_origins: str = Field(
        default="",
        description="Origins whose pages may ask this server, separated by commas; `*` for all, none if empty.",
    )
    max_age: int = Field(
        default=0, ge=0, description="Seconds that caches may keep an answer without asking again."
    )

    reader: Literal["rules", "model", "both"] = Field(
        default="rules", description="What reads articles: the rules, a language model, or both side by side."
    )
    model_url: str = Field(
        default="", description="Where the model is: an address that speaks OpenAI's chat completions."
    )
    model_name: str = Field(default="", description="The model's name there.")
    model_key: str | None = Field(
        default=None, repr=False, description="The key that the server wants, if it wants one."
    )
    model_timeout: float = Field(default=120.0, gt=0, description="Seconds that one answer may take.")
    model_retries: int = Field(
        default=4, ge=0, description="Times that a request is tried again after 429, 5xx or a broken line."
    )
    model_concurrency: int = Field(default=4, gt=0, description="Requests that are with the model at a time.")
    model_part: int = Field(
        default=12_000, ge=200, description="Characters of an article that one request may hold."
    )
    model_overlap: int = Field(
        default=800, ge=0, description="Characters that a long article's parts have in common."
    )
    model_answer_tokens: int = Field(
        default=0, ge=0, description="Tokens that an answer may have; 0 leaves it to the server."
    )
    model_temperature: float | None = Field(
        default=0.0, description="The temperature sent; none is sent where it is empty."
    )
    model_cache: str = Field(
        default="", description="The folder that keeps answers; the user's cache folder if empty."
    )
    model_confidence: str = Field(
        default="", description="A file of measured confidence, as `evaluate --write-confidence` writes it."
    )
    model_price_sent: float = Field(default=0.0, ge=0, description="Price of a million tokens sent.")
    model_price_answered: float = Field(default=0.0, ge=0, description="Price of a million tokens answered.")

    @field_validator("model_temperature", mode="before")
    @classmethod
    def _no_temperature(cls, value: object) -> object:
        return None if value == "" else value

    @model_validator(mode="after")
    def _parts_overlap(self) -> Settings:
        if self.model_overlap * 4 > self.model_part:
            raise ValueError("model_overlap may be a quarter of model_part at most")
        return self

    @property
    def origins(self) -> list[str]:
        """``cors_origins`` one by one."""
        return [origin.strip() for origin in self.cors_origins.split(",") if origin.strip()]

    @property
    def hosts(self) -> tuple[str, ...]:
        """``service_hosts`` one by one, in lower case."""
        return tuple(host.strip().lower() for host in self.service_hosts.split(",") if host.strip())
