"""States, organizations and people."""

from __future__ import annotations

from pydantic import Field

from api.models.base import Iri, Labels, Model, Names, Thing
from api.models.records import Membership, PostHolding, Tie


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

    alt_labels: Names = Field(default={})
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

    alt_labels: Names = Field(default={})
    members: list[Membership] = Field(
        default=[], description="Who belongs or belonged to it, roles and dates."
    )


class Person(Model):
    """A person with the posts held."""

    id: Iri
    key: str = Field(description="Last part of the IRI.")
    labels: Labels
    posts: list[PostHolding] = Field(default=[], description="Offices held.")
    same_as: list[Thing] = Field(
        default=[], description="The same person's other nodes: spellings that articles use in one office."
    )
