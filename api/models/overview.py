"""What spans many states: the matrix, what changed, measures of the network."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from api.models.articles import ArticleSummary
from api.models.base import Model, Thing


class Cell(Model):
    """The value of one pair."""

    a: int = Field(description="Place of the first state in `states`, from 0.")
    b: int = Field(description="Place of the second state.")
    value: float = Field(description="The value.")


class Matrix(Model):
    """A measure, state by state; a pair without a cell has nothing of it."""

    measure: str = Field(description="What is measured.")
    since: date | None = Field(default=None, description="First day.")
    until: date | None = Field(default=None, description="Last day.")
    states: list[Thing] = Field(description="The states, those with the largest sums first.")
    cells: list[Cell] = Field(description="Each pair once.")


class Change(Model):
    """An article that is new or changed."""

    day: date = Field(description="Day of its publication or of its last change by the outlet.")
    article: ArticleSummary = Field(description="The article; `GET /articles/{key}` gives its records.")
    relations: list[str] = Field(description="Keys of the pairs that it says something of: `KAZ-PSE`.")


class StateMeasures(Model):
    """One state in the network of those that held events together."""

    state: Thing = Field(description="The state.")
    partners: int = Field(description="States it held events with.")
    events: float = Field(description="Events it held with them, each partner counted.")
    betweenness: float = Field(description="Share of shortest ways between others that pass it, 0 to 1.")
    closeness: float = Field(description="How near it is to those it can reach, 0 to 1.")
    brokerage: float = Field(description="Effective size of its surroundings: partners less their ties.")
    community: int = Field(description="Number of its community, the largest 0.")


class Likeness(Model):
    """How alike the positions of two states are."""

    a: Thing = Field(description="The first state.")
    b: Thing = Field(description="The second state.")
    issues: int = Field(description="Issues on which both have positions.")
    value: float = Field(description="Cosine of their mean polarities on these: -1 opposed to 1 alike.")


class NetworkMeasures(Model):
    """Measures of the network; they describe what the articles tell, not the world."""

    states: list[StateMeasures] = Field(description="States, those with most partners first.")
    likeness: list[Likeness] = Field(
        description="Pairs with at least two shared issues, the most alike first."
    )
