"""The state whose offices an article names without saying whose: that of its agency or dateline."""

from __future__ import annotations

from functools import cache

from graph.model import Article
from graph.reading.fold import fold
from graph.reference import tables


@cache
def _outlet_states() -> dict[str, str]:
    """Folded name or id of an outlet -> the state it is of, where the table says (``parent``)."""
    parents = {row.id: row.parent for row in tables.organizations() if row.kind == "outlet"}
    known = {fold(code).text: state for code, state in parents.items() if state}
    known |= {fold(row.name).text: parents[row.code] for row in tables.organization_names() if parents.get(row.code)}
    return known


@cache
def _cities() -> dict[str, str]:
    return {fold(form).text: row.state for row in tables.places() for form in (row.ar, row.en, *row.aliases) if form and row.state}


def home_state(article: Article) -> str | None:
    """Code of the home state, or None where neither outlet nor dateline tells."""
    outlet = _outlet_states().get(fold(article.outlet or "").text)
    return outlet or _cities().get(fold(article.dateline or "").text)
