"""The state whose offices an article names without saying whose: that of its agency or dateline."""

from __future__ import annotations

from functools import cache

from graph.model import Article
from graph.reading.fold import fold
from graph.reference import tables


@cache
def _cities() -> dict[str, str]:
    found = {fold(row.name).text: row.code for row in tables.state_names() if row.kind == "capital"}
    return found | {
        fold(form).text: row.state
        for row in tables.places()
        for form in (row.ar, row.en, *row.aliases)
        if form and row.state
    }


@cache
def _outlet_states() -> dict[str, str]:
    """Folded name or id of an outlet -> the state that its seat lies in."""
    seats = {
        row.id: _cities().get(fold(row.seat).text, "")
        for row in tables.organizations()
        if row.kind == "outlet"
    }
    known = {fold(code).text: state for code, state in seats.items() if state}
    return known | {
        fold(row.name).text: seats[row.code] for row in tables.organization_names() if seats.get(row.code)
    }


def home_state(article: Article) -> str | None:
    """Code of the home state, or None where neither dateline nor outlet tells.

    A national agency writes of its own ministers from abroad; an international one does not.
    """
    outlet = _outlet_states().get(fold(article.outlet or "").text)
    return outlet or _cities().get(fold(article.dateline or "").text)
