"""What lookups say of actors: states, organizations and people."""

from __future__ import annotations

from dataclasses import dataclass, field

from graph.lookups.views import HoldingView, Labels, MembershipView, Thing, TieView


@dataclass(frozen=True, slots=True, kw_only=True)
class StateView:
    """A state with its codes, names and, where one state is asked for, memberships, posts and ties."""

    id: str
    key: str
    labels: Labels
    alt_labels: dict[str, list[str]] = field(default_factory=dict)
    code: str
    iso2: str | None = None
    iso_numeric: str | None = None
    wikidata: str | None = None
    events: int = 0
    positions: int = 0
    memberships: list[MembershipView] = field(default_factory=list)
    posts: list[HoldingView] = field(default_factory=list)
    ties: list[TieView] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganizationView:
    """An organization and, where one is asked for, its members with roles and dates."""

    id: str
    key: str
    labels: Labels
    alt_labels: dict[str, list[str]] = field(default_factory=dict)
    type: str | None = None
    wikidata: str | None = None
    members: list[MembershipView] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonView:
    """A person with the posts held; ``same_as`` are the same person's nodes under other spellings."""

    id: str
    key: str
    labels: Labels
    posts: list[HoldingView] = field(default_factory=list)
    same_as: list[Thing] = field(default_factory=list)
