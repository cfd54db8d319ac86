"""What a store knows before it has read anything: the ontology's terms and the reference tables."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse

from graph.derived import rebuild
from graph.identity import Namespace
from graph.paths import lexicon_dir, ontology_dir, reference_dir
from graph.reference.quads import load_reference
from graph.store import Store

_VERSION = NamedNode("http://purl.org/dc/terms/hasVersion")
_ONTOLOGY_FILES = ("core.ttl", "schemes.ttl", "issues.ttl")


def fingerprint(files: Iterable[Path]) -> str:
    """Sixteen hexadecimal digits over the names and bytes of files."""
    found = hashlib.sha256()
    for path in sorted(path for path in files if path.is_file()):
        found.update(path.name.encode())
        found.update(path.read_bytes())
    return found.hexdigest()[:16]


@cache
def reader_version() -> str:
    """The version of the reader: of its code, its lexicons and the tables it reads names from."""
    here = Path(__file__).parent
    code = [*(here / "reading").rglob("*.py"), *(here / "rdf").glob("*.py"), here / "identity.py"]
    data = [p for folder in (lexicon_dir(), reference_dir()) for p in folder.rglob("*.*")]
    return fingerprint([*code, *data])


def version_of(read: object) -> str:
    """The version of a reader that says it of itself (``version``), else that of the rules."""
    return getattr(read, "version", None) or reader_version()


def _world_version() -> str:
    files = [ontology_dir() / name for name in _ONTOLOGY_FILES]
    code = Path(__file__).parent / "reference" / "quads.py"
    return fingerprint([*files, *reference_dir().glob("*.csv"), code])


def _ontology_quads(graph: NamedNode) -> Iterator[Quad]:
    for name in _ONTOLOGY_FILES:
        for quad in parse(path=str(ontology_dir() / name), format=RdfFormat.TURTLE, rename_blank_nodes=True):
            yield Quad(quad.subject, quad.predicate, quad.object, graph)


def ensure_world(store: Store, say: Callable[[str], None] = lambda _: None) -> bool:
    """Load the ontology and the reference graph where the store has none or others; True if it had to.

    The version is written last, so that a load which was cut short is done again.
    """
    store.finish()
    namespace = Namespace()
    graph = NamedNode(namespace.graph("ontology"))
    version = Literal(_world_version())
    if store.ask(f"ASK {{ GRAPH {graph} {{ {graph} {_VERSION} {version} }} }}"):
        return False
    say("loading the ontology and the reference tables")
    store.remove(graph.value)
    store.remove(namespace.graph("reference"))
    store.add(_ontology_quads(graph))
    load_reference(store)
    rebuild(store, say)
    store.add([Quad(graph, _VERSION, version, graph)])
    return True
