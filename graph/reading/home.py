"""The state whose offices an article names without saying whose: that of its agency or dateline."""

from __future__ import annotations

from functools import cache

from graph.model import Article
from graph.reading.fold import fold
from graph.reading.lexicon import Lexicon
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
    """Folded name or id of an outlet that writes for one state -> the state that its seat lies in."""
    seats = {
        row.id: _cities().get(fold(row.seat).text, "")
        for row in tables.organizations()
        if row.kind == "outlet"
    }
    known = {fold(code).text: state for code, state in seats.items() if state}
    return known | {
        fold(row.name).text: seats[row.code] for row in tables.organization_names() if seats.get(row.code)
    }


@cache
def _states() -> dict[str, str]:
    """Folded name of a state or of the seat of its government -> its code."""
    names = (row for row in tables.state_names() if row.kind in ("short", "official", "abbreviation", "seat"))
    return {fold(row.name).text: row.code for row in names}


def voice_state(article: Article, lexicon: Lexicon) -> str | None:
    """The state whose own voice the outlet is ("White House", "UK Government"), whatever the article names."""
    words = fold(article.outlet or "").text.removeprefix("the ").split()
    last = len(words) - (bool(words) and lexicon.has("government", words[-1]))
    return _states().get(" ".join(words[:last])) if words else None


def home_state(article: Article) -> str | None:
    """Code of the home state, or None where neither dateline nor outlet tells.

    A national agency writes of its own ministers from abroad; an international one does not.
    """
    outlet = _outlet_states().get(fold(article.outlet or "").text)
    return outlet or _cities().get(fold(article.dateline or "").text)
