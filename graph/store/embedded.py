"""Oxigraph on disk (or in memory), inside this process."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import chain, islice
from pathlib import Path
from typing import TypeVar

import pyoxigraph as ox
from pyoxigraph import NamedNode, Quad, QueryResultsFormat, RdfFormat, Triple

from graph.exc import QueryError, StoreError
from graph.querying import run
from graph.store.changes import graphwise, parsed, replacement, sequence
from graph.store.once import Once
from graph.store.pending import completed, left, note
from graph.store.protocol import Answer, Form, Row
from graph.store.streams import Pieces

T = TypeVar("T")
_MUCH = 2_000_000  # bytes of N-Quads from which the bulk loader is faster than a transaction
_MANY = 20_000  # quads from which the bulk loader, which is no transaction, is several times as fast


class EmbeddedStore:
    """One folder of an Oxigraph database. One process writes; others may open it read-only.

    ``path`` None keeps everything in memory.
    """

    def __init__(self, path: Path | None = None, *, read_only: bool = False) -> None:
        self.location = str(path) if path else ":memory:"
        self.path = path
        self.read_only = read_only
        self.changes = 0
        """How often this object has written; what was read at an equal count is not out of date."""
        self._once = Once()
        try:
            if path is None:
                self._store = ox.Store()
            elif read_only:
                self._store = ox.Store.read_only(str(path))
            else:
                path.parent.mkdir(parents=True, exist_ok=True)
                self._store = ox.Store(str(path))
        except (OSError, ValueError) as error:
            raise StoreError(_opening_failed(path, error)) from error

    @property
    def engine(self) -> ox.Store:
        """The Oxigraph store itself, for those who need its own API (oxrdflib, dumps)."""
        return self._store

    def answer(
        self,
        query: str,
        *,
        results: QueryResultsFormat = QueryResultsFormat.JSON,
        rdf: RdfFormat = RdfFormat.TURTLE,
        default_graphs: Iterable[str] | None = None,
        named_graphs: Iterable[str] | None = None,
    ) -> Answer:
        """See Store.answer."""
        found = run(self._store, query, default_graphs, named_graphs)
        try:
            if isinstance(found, ox.QueryTriples):
                return Answer(found.serialize(format=rdf) or b"", rdf.media_type, Form.TRIPLES)
            form = Form.TRUTH if isinstance(found, ox.QueryBoolean) else Form.ROWS
            return Answer(found.serialize(format=results) or b"", results.media_type, form)
        except (OSError, RuntimeError) as error:
            raise StoreError(f"the query was given up: {error}") from error

    def select(self, query: str) -> list[Row]:
        """See Store.select."""
        found = run(self._store, query)
        if not isinstance(found, ox.QuerySolutions):
            raise QueryError("the query is no SELECT")
        names = [v.value for v in found.variables]
        return [{n: term for n, term in zip(names, row, strict=True) if term is not None} for row in found]

    def ask(self, query: str) -> bool:
        """See Store.ask."""
        found = run(self._store, query)
        if not isinstance(found, ox.QueryBoolean):
            raise QueryError("the query is no ASK")
        return bool(found)

    def construct(self, query: str) -> list[Triple]:
        """See Store.construct."""
        found = run(self._store, query)
        if not isinstance(found, ox.QueryTriples):
            raise QueryError("the query is no CONSTRUCT or DESCRIBE")
        return list(found)

    def update(self, update: str) -> None:
        """See Store.update."""
        if self.read_only:
            raise StoreError(f"the store at {self.location} is open for reading only")
        try:
            self._store.update(update)
        except (SyntaxError, ValueError) as error:
            raise QueryError(f"the update cannot be read: {error}") from error
        except (OSError, RuntimeError) as error:
            raise StoreError(f"the store at {self.location} cannot be written: {error}") from error
        finally:
            self.changes += 1

    def replace(self, graph: str, quads: Iterable[Quad], *, before: str = "", after: str = "") -> None:
        """See Store.replace; one Oxigraph transaction."""
        self.update(replacement(graph, quads, before, after))

    def remove(self, graph: str, *, before: str = "") -> None:
        """See Store.remove; one Oxigraph transaction."""
        self.update(sequence(before, f"DROP SILENT GRAPH {NamedNode(graph)}"))

    def add(self, quads: Iterable[Quad]) -> None:
        """See Store.add; a small number in one transaction, a large one by the bulk loader."""
        if self.read_only:
            raise StoreError(f"the store at {self.location} is open for reading only")
        try:
            source = iter(quads)
            few = list(islice(source, _MANY))
            if len(few) < _MANY:
                self._store.extend(few)
            else:
                self._store.bulk_extend(chain(few, source))
        except OSError as error:
            raise StoreError(f"the store at {self.location} cannot be written: {error}") from error
        finally:
            self.changes += 1

    def load(self, pieces: Iterable[bytes]) -> None:
        """See Store.load; one bulk load, whose files become part of the store together at its end."""
        self._load(pieces)

    def _load(self, pieces: Iterable[bytes], *, ours: bool = False) -> None:
        """``ours``: IRIs are not looked at, since this program made them."""
        if self.read_only:
            raise StoreError(f"the store at {self.location} is open for reading only")
        stream = Pieces(pieces)
        try:
            self._store.bulk_load(stream, format=RdfFormat.N_QUADS, lenient=ours)  # type: ignore[arg-type]
        except (SyntaxError, ValueError, OSError) as error:
            if stream.failure is not None:
                raise stream.failure from None
            raise StoreError(f"the store at {self.location} cannot take the quads: {error}") from error
        finally:
            self.changes += 1

    def put(self, document: bytes, after: str = "") -> None:
        """See Store.put; a small document in one transaction, a large one by the bulk loader, all of it or nothing.

        What follows a large one is a transaction after it, and kept with it until it is done.
        """
        if len(document) < _MUCH:
            self.update(sequence(graphwise(parsed(document)), after))
        else:
            self._load([document, note(after)] if after else [document], ours=True)
            if after:
                self.update(completed(after))

    def finish(self) -> None:
        """See Store.finish."""
        if after := left(self._store):
            self.update(completed(after))

    def quads(self, graph: str | None = None) -> Iterator[Quad]:
        """See Store.quads."""
        return self._store.quads_for_pattern(None, None, None, NamedNode(graph) if graph else None)

    def graphs(self) -> list[str]:
        """See Store.graphs."""
        return sorted(g.value for g in self._store.named_graphs())

    def size(self) -> int:
        """See Store.size."""
        return len(self._store)

    def once(self, name: str, work: Callable[[], T]) -> T:
        """See Store.once."""
        return self._once.find(name, self.changes, work)

    def snapshot(self, target: Path) -> None:
        """A copy at the folder ``target``, which must not exist: hard links on the same file system, which
        take milliseconds, else files. It holds what was acknowledged before the call.
        """
        try:
            self._store.backup(str(target))
        except (OSError, ValueError) as error:
            raise StoreError(f"no copy of {self.location} can be made at {target}: {error}") from error

    def optimize(self) -> None:
        """Compact the files; takes long on large stores and needs their size again on disk meanwhile."""
        try:
            self._store.optimize()
        except OSError as error:
            raise StoreError(f"the store at {self.location} cannot be written: {error}") from error

    def close(self) -> None:
        """See Store.close; Oxigraph closes its files when the last reference goes."""
        try:
            if not self.read_only and hasattr(self, "_store"):
                self._store.flush()
        except OSError as error:
            raise StoreError(f"the store at {self.location} cannot be written: {error}") from error
        finally:
            self.__dict__.pop("_store", None)


def _opening_failed(path: Path | None, error: Exception) -> str:
    if "lock" in str(error).lower():
        return f"the store at {path} is being written by another process; stop it or choose another --store"
    return f"the store at {path} cannot be opened: {error}"
