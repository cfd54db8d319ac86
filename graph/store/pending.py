"""What is to follow a bulk load: written with it, done after it, and made good later if that failed.

The bulk loader adds all quads of a load or none, but runs no updates. So the update that follows from a load goes
into it as one literal of a graph of its own, which the update then drops in its own transaction.
"""

from __future__ import annotations

import pyoxigraph as ox
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat

from graph.store.changes import sequence

PENDING = NamedNode("urn:bilateral:pending")
_VALUE = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#value")


def note(after: str) -> bytes:
    """The quad that keeps an update, as N-Quads."""
    return ox.serialize([Quad(PENDING, _VALUE, Literal(after), PENDING)], format=RdfFormat.N_QUADS) or b""


def completed(after: str) -> str:
    """The update together with the removal of what kept it."""
    return sequence(after, f"DROP SILENT GRAPH {PENDING}")


def left(engine: ox.Store) -> str:
    """The update that an earlier load was to be followed by and was not; empty where there is none."""
    kept = engine.quads_for_pattern(None, _VALUE, None, PENDING)
    return sequence(*(quad.object.value for quad in kept if isinstance(quad.object, Literal)))
