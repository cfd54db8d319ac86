"""Where quads live: an embedded store on disk or any SPARQL 1.1 server, behind one small protocol."""

from graph.store.embedded import EmbeddedStore
from graph.store.opening import open_store
from graph.store.protocol import Answer, Form, Row, Store, Term, plain
from graph.store.remote import RemoteStore

__all__ = [
    "Answer",
    "EmbeddedStore",
    "Form",
    "RemoteStore",
    "Row",
    "Store",
    "Term",
    "open_store",
    "plain",
]
