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
