"""Queries in worker processes that can be killed: snapshots of the store, the workers, their pool.

``graph.readers.worker`` is a program of its own and imports little, so that a worker starts in a moment.
"""
