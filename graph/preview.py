"""What would be read from an article, without keeping any of it."""

from __future__ import annotations

from pyoxigraph import NamedNode, Quad

from graph import lookups
from graph.identity import Namespace
from graph.ingest import Result, ingest_article, open_source
from graph.lookups.asking import rows, value
from graph.sources import Source
from graph.store import EmbeddedStore, Store


def preview(store: Store, source: Source) -> tuple[lookups.ArticleRecordsView, Result]:
    """The records of an article, as if it were in ``store``, and the outcome; nothing is stored.

    The article goes into a store of its own in memory, with what ``store`` says of the things it names.
    """
    own = EmbeddedStore()
    try:
        result = ingest_article(own, open_source(source))
        graph = NamedNode(Namespace().graph("reference"))
        named = {q.object.value for q in own.quads() if isinstance(q.object, NamedNode)}
        own.add(
            Quad(
                NamedNode(value(row, "node") or ""),
                NamedNode(value(row, "property") or ""),
                row["value"],
                graph,
            )
            for row in rows(store, "facts.rq", "node", sorted(named))
        )
        return lookups.article(own, source.key), result
    finally:
        own.close()
