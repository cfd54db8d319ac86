"""Who answers queries for a store."""

from __future__ import annotations

from graph.readers.answerer import Answerer, Limits
from graph.readers.inside import Inside
from graph.readers.pool import Pool
from graph.store import EmbeddedStore, Store


def open_answerer(store: Store, limits: Limits, staleness: float = 0.0) -> Answerer:
    """Worker processes for a store on disk; the store itself where it is in memory or remote.

    Workers need what Unix has: file locks, sockets that a process inherits, a kill that cannot be refused.
    """
    if not isinstance(store, EmbeddedStore) or store.path is None:
        return Inside(store)
    try:
        from graph.readers.snapshots import Snapshots  # needs fcntl
    except ImportError:
        return Inside(store)
    return Pool(Snapshots(store, staleness), limits)
