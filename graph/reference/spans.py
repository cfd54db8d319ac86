"""Dates of the tables as literals: days for asking, and what is really known of them."""

from __future__ import annotations

from calendar import monthrange
from functools import cache

from pyoxigraph import Literal, NamedNode

from graph.rdf.terms import XSD


@cache
def first_day(text: str) -> Literal:
    """The first day of a year, month or day, as an xsd:date."""
    return Literal((text + "-01-01")[:10], datatype=NamedNode(XSD + "date"))


@cache
def last_day(text: str) -> Literal:
    """The last day of a year, month or day, as an xsd:date."""
    if len(text) == len("2017"):
        text += "-12"
    if len(text) == len("2017-07"):
        text += f"-{monthrange(int(text[:4]), int(text[5:7]))[1]}"
    return Literal(text, datatype=NamedNode(XSD + "date"))


@cache
def known_time(text: str) -> Literal:
    """A date as exact as it is known: xsd:date, xsd:gYearMonth or xsd:gYear."""
    kind = {4: "gYear", 7: "gYearMonth"}.get(len(text), "date")
    return Literal(text, datatype=NamedNode(XSD + kind))
