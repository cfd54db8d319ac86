"""Small reports to compare."""

from collections.abc import Callable, Iterator
from datetime import date

import pytest

from graph.happenings import Outlook, Report
from graph.identity import Namespace

Make = Callable[..., Report]
STATE = Namespace().state


def _report(
    name: str,
    kind: str = "meeting",
    status: str = "held",
    on: str | tuple[str | None, str | None] | None = "2022-03-07",
    actors: tuple[str, ...] = ("JOR", "NOR"),
    **given: object,
) -> Report:
    """A report of ``actors``; ``on`` is a day or (earliest, latest), ``people`` maps a state to (name, post)."""
    first, last = (on, on) if isinstance(on, str) or on is None else on
    people: dict[str, tuple[str, str]] = given.pop("people", {})  # type: ignore[assignment]
    roles: dict[str, str] = given.pop("roles", {})  # type: ignore[assignment]
    parts = tuple(
        Outlook(STATE(actor), roles.get(actor, "party"), None, *people.get(actor, (None, None)))
        for actor in actors
    )
    place = given.pop("place", None)
    published = str(given.pop("published", last or first or "2022-03-08"))
    return Report(
        iri=f"https://example.org/event/{name}",
        article=f"https://example.org/article/{given.pop('article', name)}",
        outlet=str(given.pop("outlet", name)),
        published=date.fromisoformat(published),
        kind=kind,
        status=status,
        parts=parts,
        earliest=date.fromisoformat(first) if first else None,
        latest=date.fromisoformat(last) if last else None,
        place=Namespace().iri("place", str(place)) if place else None,
        **given,  # type: ignore[arg-type]
    )


@pytest.fixture
def report() -> Iterator[Make]:
    """Makes reports; see ``_report``."""
    yield _report
