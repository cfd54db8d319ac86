"""Answers from inside this process, for stores that no other process can open: in memory, and remote ones.

Nothing here can be killed. A store in memory serves one user and tests; a remote server has limits of its own.
"""

from __future__ import annotations

import asyncio

from pyoxigraph import QueryResultsFormat, RdfFormat

from graph.exc import FormatError
from graph.readers.answerer import Whole
from graph.readers.wire import Question
from graph.sparql_text import is_graph_query, refuse_network, with_base
from graph.store import Store


class Inside:
    """The store itself as an Answerer."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def _answer(self, asked: Question) -> Whole:
        refuse_network(asked.query, asked.hosts)
        wanted = asked.triples if is_graph_query(asked.query) else asked.rows
        if wanted is None:
            raise FormatError("none of the accepted formats can hold the answer to this query")
        label, form = wanted
        answer = self._store.answer(
            with_base(asked.query, asked.base) if asked.base else asked.query,
            results=QueryResultsFormat.from_media_type(form) or QueryResultsFormat.JSON,
            rdf=RdfFormat.from_media_type(form) or RdfFormat.TURTLE,
            default_graphs=asked.default_graphs,
            named_graphs=asked.named_graphs,
        )
        return Whole(label, answer.body)

    def known(self, question: Question, fresh: bool = False) -> None:
        """See Answerer.known; nothing is kept."""

    async def answer(self, question: Question, fresh: bool = False) -> Whole:
        """See Answerer.answer; always fresh."""
        return await asyncio.to_thread(self._answer, question)

    async def rehearse(self, update: str) -> None:
        """See Answerer.rehearse; nothing is tried."""

    async def close(self) -> None:
        """Nothing to end."""
