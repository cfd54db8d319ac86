import pytest
from pyoxigraph import RdfFormat

from graph import graphstore
from graph.exc import InputError, NotFoundError
from graph.store import EmbeddedStore

GRAPH = "http://g/1"


def triples(text: str) -> list[graphstore.Triple]:
    return graphstore.parse_triples(text.encode(), "text/turtle", GRAPH)


def test_relative_iris_are_those_of_the_graph() -> None:
    assert triples("<#a> <http://x/p> <> .")[0].subject.value == f"{GRAPH}#a"  # type: ignore[union-attr]


def test_putting_replaces_and_posting_adds() -> None:
    store = EmbeddedStore()
    assert graphstore.put(store, GRAPH, triples("<a:1> <x:p> 1 ."))
    assert not graphstore.put(store, GRAPH, triples("<a:2> <x:p> 2 ."))
    assert not graphstore.post(store, GRAPH, triples("<a:3> <x:p> 3 ."))
    assert {str(triple.subject) for triple in graphstore.triples(store, GRAPH)} == {"<a:2>", "<a:3>"}
    assert b"a:3" in graphstore.read(store, GRAPH, RdfFormat.N_TRIPLES)


def test_graphs_keep_apart() -> None:
    store = EmbeddedStore()
    graphstore.put(store, GRAPH, triples("<a:1> <x:p> 1 ."))
    graphstore.put(store, None, triples("<a:2> <x:p> 2 ."))
    assert len(graphstore.triples(store, None)) == 1
    graphstore.delete(store, None)
    assert graphstore.triples(store, None) == [] and graphstore.exists(store, GRAPH)
    graphstore.delete(store, GRAPH)
    with pytest.raises(NotFoundError, match=GRAPH):
        graphstore.triples(store, GRAPH)
    with pytest.raises(NotFoundError):
        graphstore.delete(store, GRAPH)


@pytest.mark.parametrize(
    ("body", "media_type", "words"),
    [
        (b"<a:1> <x:p> .", "text/turtle", "Turtle"),
        (b"<a:1> <x:p> 1 <g:2> .", "application/n-quads", "cannot be read|names graphs"),
        (b"<a:1> <x:p> <a:2> <g:2> .", "application/n-quads", "names graphs"),
        (b"", "image/png", "no RDF format"),
    ],
)
def test_what_is_no_graph_is_refused(body: bytes, media_type: str, words: str) -> None:
    with pytest.raises(InputError, match=words):
        graphstore.parse_triples(body, media_type, GRAPH)
