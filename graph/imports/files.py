"""Files of data sets in a store: brought in once, listed, taken out; each in the graph that its import names."""

from __future__ import annotations

import enum
import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

from pyoxigraph import Literal, NamedNode, Quad

from graph.exc import InputError, NotFoundError
from graph.identity import Namespace
from graph.imports.counting import Counted
from graph.imports.mapping import mapping_version
from graph.queries import named
from graph.rdf.terms import PREF_LABEL, RDF_TYPE, SOURCE, bir, moment, number
from graph.store import Row, Store, plain

PART_OF = NamedNode("http://purl.org/dc/terms/isPartOf")
_AT_A_TIME = 50_000


class Outcome(enum.Enum):
    """What became of a file."""

    NEW = "new"
    UNCHANGED = "unchanged"
    CHANGED = "changed"
    RESUMED = "begun before and cut short, now whole"


class Content(Protocol):
    """A file (or several that belong together) that can be written as N-Quads."""

    key: str
    name: str
    page: str
    options: str
    counted: Counted

    @property
    def paths(self) -> tuple[Path, ...]:
        """The files, in the order in which their hash takes them."""
        ...

    @property
    def titles(self) -> Mapping[str, str]:
        """What the data set is called, by language."""
        ...

    def nquads(self, graph: str) -> Iterator[bytes]:
        """The statements of its rows in a graph."""
        ...


@dataclass(frozen=True, slots=True)
class Report:
    """What was done with a file; ``left`` are lines that say how many rows were left out, and why."""

    id: str
    outcome: Outcome
    read: int
    kept: int
    left: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Import:
    """A file in the store; one that is not ``whole`` was cut short and is left out of every answer."""

    id: str
    key: str
    source: str
    file: str
    imported: datetime | None
    read: int
    kept: int
    whole: bool


def bring_in(store: Store, content: Content, say: Callable[[str], None] = lambda _: None) -> Report:
    """Put a file's rows into the store, unless they are in it already.

    The import is part of its data set only from the last statement on: whatever ends the work before leaves
    nothing that an answer counts, and the next time begins anew. InputError for a file that cannot be read.
    """
    found = file_hash(content.paths)
    node = NamedNode(Namespace().iri("source", f"{content.key}-{found[:16]}"))
    version = f"{mapping_version()}{f' {content.options}' if content.options else ''}"
    before = store.select(named("import.rq", only=node))
    known = _import(before[0]) if before else None
    if known and known.whole and any(_text(row, "version") == version for row in before):
        return Report(node.value, Outcome.UNCHANGED, known.read, known.kept)
    if known:
        _clear(store, node.value, say)
    store.add(
        [
            Quad(node, RDF_TYPE, bir("Import"), node),
            Quad(node, bir("readFrom"), Literal(content.name), node),
            Quad(node, bir("fileHash"), Literal(found), node),
        ]
    )
    store.load(content.nquads(node.value))
    store.add(list(_end(node, content, version)))
    outcome = Outcome.NEW if known is None else Outcome.CHANGED if known.whole else Outcome.RESUMED
    counted = content.counted
    return Report(node.value, outcome, counted.read, counted.kept, tuple(counted.reasons()))


def _end(node: NamedNode, content: Content, version: str) -> Iterator[Quad]:
    """What makes an import whole."""
    source = NamedNode(Namespace().iri("source", content.key))
    yield Quad(source, RDF_TYPE, bir("ReferenceSource"), node)
    yield Quad(source, SOURCE, Literal(content.page), node)
    for language, title in content.titles.items():
        yield Quad(source, PREF_LABEL, Literal(title, language=language), node)
        yield Quad(node, PREF_LABEL, Literal(f"{title}: {content.name}", language=language), node)
    yield Quad(node, RDF_TYPE, bir("ReferenceSource"), node)
    yield Quad(node, bir("readerVersion"), Literal(version), node)
    yield Quad(node, bir("rowsRead"), number(content.counted.read), node)
    yield Quad(node, bir("rowsKept"), number(content.counted.kept), node)
    yield Quad(node, bir("importedAt"), moment(datetime.now(UTC).replace(microsecond=0)), node)
    yield Quad(node, PART_OF, source, node)


def imports(store: Store) -> list[Import]:
    """All files in the store, by their key, those that were cut short too."""
    found = {row.id: row for row in map(_import, store.select(named("import.rq")))}
    return [found[node] for node in sorted(found)]


def take_out(store: Store, key: str, say: Callable[[str], None] = lambda _: None) -> Import:
    """Take a file's rows out of the store; NotFoundError where it has none of that key."""
    for found in imports(store):
        if key in {found.key, found.id}:
            _clear(store, found.id, say)
            return found
    raise NotFoundError(f"no import {key!r} in the store; `bilateral imports list` names them")


def _clear(store: Store, graph: str, say: Callable[[str], None]) -> None:
    """Empty a graph some thousand statements at a time, since one transaction holds all that it changes.

    That it is no part of its data set any more comes first, so that nobody sees half of it.
    """
    node = NamedNode(graph)
    store.update(f"DELETE WHERE {{ GRAPH {node} {{ {node} {PART_OF} ?source }} }}")
    rows = f"GRAPH {node} {{ ?s ?p ?o . FILTER(?s != {node}) }}"
    some = f"SELECT ?s ?p ?o WHERE {{ {rows} }} LIMIT {_AT_A_TIME}"
    done = 0
    while store.ask(f"ASK {{ {rows} }}"):
        store.update(f"DELETE {{ GRAPH {node} {{ ?s ?p ?o }} }} WHERE {{ {{ {some} }} }}")
        done += _AT_A_TIME
        say(f"about {done:,} statements taken out")
    store.remove(graph)


def file_hash(paths: tuple[Path, ...]) -> str:
    """SHA-256 over the bytes of the files; InputError for one that cannot be read."""
    found = hashlib.sha256()
    for path in paths:
        try:
            with path.open("rb") as stream:
                while block := stream.read(1 << 20):
                    found.update(block)
        except OSError as error:
            raise InputError(f"{path} cannot be read: {error.strerror or error}") from error
    return found.hexdigest()


def _text(row: Row, name: str) -> str:
    return str(plain(row.get(name)) or "")


def _import(row: Row) -> Import:
    node = _text(row, "import")
    at = plain(row.get("at"))
    return Import(
        id=node,
        key=Namespace().key(node),
        source=Namespace().key(_text(row, "source")) if "source" in row else "",
        file=_text(row, "file"),
        imported=at if isinstance(at, datetime) else None,
        read=int(_text(row, "read") or 0),
        kept=int(_text(row, "kept") or 0),
        whole="source" in row,
    )
