"""The JSON behind the explorer's own views: issues, the network of actors, questions, what would be read."""

from __future__ import annotations

from pydantic import Field

from api.models import Article, Model, Thing
from api.models.base import Labels


class Issue(Model):
    """An issue and how much is said on it."""

    issue: Thing = Field(description="The issue.")
    positions: int = Field(description="Positions on it or on a narrower issue.")
    holders: int = Field(description="States and organizations that hold them.")


class Issues(Model):
    """The issues that positions are on."""

    items: list[Issue] = Field(description="Those with most positions first.")


class Standing(Model):
    """How many positions of one stance somebody holds on an issue."""

    holder: Thing = Field(description="State or organization.")
    stance: str = Field(description="`supports`, `calls-for`, `opposes`, …")
    stance_labels: Labels
    polarity: int = Field(description="1 for, 0 neither, -1 against.")
    positions: int = Field(description="Positions on it or on a narrower issue.")


class Standings(Model):
    """Who stands where on an issue."""

    issue: Thing = Field(description="The issue.")
    standings: list[Standing] = Field(description="By holder and stance, holders of most positions first.")


class Node(Model):
    """A state or organization in the network."""

    thing: Thing = Field(description="The state or organization.")
    x: float = Field(description="Place in the drawing across, from -1 to 1.")
    y: float = Field(description="Place in the drawing upwards, from -1 to 1.")
    events: int = Field(description="Acts it has with others.")


class Edge(Model):
    """What two nodes did with each other in one kind of act and one year."""

    a: int = Field(description="The first node, by its number in the list.")
    b: int = Field(description="The second node, by its number in the list.")
    group: str = Field(description="`meet`, `accord`, `support`, `contest`, `conflict`, `decide` or `other`.")
    year: int | None = Field(description="The year; null where none is known.")
    events: int = Field(description="Events that took place.")
    score: float | None = Field(description="Their mean PLOVER score.")


class Network(Model):
    """States and organizations, and how they act with each other."""

    nodes: list[Node] = Field(description="States and organizations, by IRI.")
    edges: list[Edge] = Field(description="One for each pair, kind of act and year.")
    memberships: list[tuple[int, int]] = Field(description="Member and organization, by number.")


class Question(Model):
    """A competency question of the ontology."""

    name: str = Field(description="File name without its ending.")
    labels: Labels
    query: str = Field(description="The SPARQL query that answers it.")


class Questions(Model):
    """The competency questions."""

    items: list[Question] = Field(description="In alphabetical order of their English sentence.")


class Preview(Article):
    """What would be read from an article."""

    warnings: list[str] = Field(default=[], description="What could not be read or was kept out, and why.")
