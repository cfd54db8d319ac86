"""Corrections by people: made, kept in the curated graph, applied to every reading, given out as gold."""

from graph.curation.applying import Applied, apply
from graph.curation.correcting import accept_all, add, join, judge, withdraw
from graph.curation.model import Anchor, Correction, Withdrawal
from graph.curation.settling import Settled, let_go, settle
from graph.curation.store import correction, corrections_of, links

__all__ = [
    "Anchor",
    "Applied",
    "Correction",
    "Settled",
    "Withdrawal",
    "accept_all",
    "add",
    "apply",
    "correction",
    "corrections_of",
    "join",
    "judge",
    "let_go",
    "links",
    "settle",
    "withdraw",
]
