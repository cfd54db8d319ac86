import pyoxigraph as ox
import pytest

from graph.exc import QueryError
from graph.sparql_text import is_graph_query, names_dataset, refuse_network, with_base, with_dataset

PREFIX = "PREFIX a: <http://127.0.0.1:9/> "


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * { SERVICE <http://a/> { ?s ?p ?o } }",
        "select*{service<http://a/>{}}",
        "SELECT * { SERVICE ?where { ?s ?p ?o } }",
        PREFIX + "SELECT * { SERVICE:x{} }",
        PREFIX + "SELECT * { SERVICEa:x{} }",
        "SELECT * { SERVICESILENT<http://a/>{} }",
        "SELECT * { ?s ?p trueSERVICE?x{} }",
        "SELECT * { ?s ?p 1e0SERVICE<http://a/>{} }",
        PREFIX + "SELECT * { ?s ?p a:.SERVICE<http://a/>{} }",
        "SELECT * { ?s ?p 'it\\'s'SERVICE ?x{} }",
        "SELECT * { # a comment\nSERVICE ?x {} }",
        "LOAD <http://a/>",
        "INSERT DATA { <a:b> <a:c> 1 };LOAD<http://a/>",
        PREFIX + "LOADSILENT<http://a/>",
        PREFIX + "LOADa:x",
    ],
)
def test_calls_to_other_servers_are_refused_however_they_are_spelt(text: str) -> None:
    with pytest.raises(QueryError, match=r"SERVICE|LOAD"):
        refuse_network(text)


@pytest.mark.parametrize(
    "text",
    [
        'SELECT ?service { ?s <http://a/SERVICE> "SERVICE {", \'LOAD\', """a "SERVICE" b""" } # SERVICE',
        "PREFIX service: <http://a/> SELECT * { ?s ?p ?o }",
        PREFIX + "SELECT ?payload { ?s a:service ?payload ; a:LOAD ?LOAD }",
        'SELECT * { ?s ?p "x"@en-SERVICE }',
        "SELECT * { ?a ?p ?b FILTER(?a<?b&&?b>?a) }",
    ],
)
def test_the_words_are_free_wherever_they_call_nobody(text: str) -> None:
    refuse_network(text)
    ox.Store().query(text)


def test_the_form_is_told_by_the_first_word_that_tells() -> None:
    assert is_graph_query("PREFIX construct: <http://a/> CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }")
    assert is_graph_query("# SELECT\nDESCRIBE<http://a/>")
    assert not is_graph_query("SELECT * { ?construct ?p 'CONSTRUCT' }")
    assert not is_graph_query("ASK{}")


def test_a_query_names_its_dataset_by_from() -> None:
    assert names_dataset("SELECT * FROM <http://g/> { ?s ?p ?o }")
    assert names_dataset("SELECT*FROM NAMED<http://g/>{ ?s ?p ?o }")
    assert not names_dataset("SELECT ?from { ?from <http://a/FROM> 'FROM' }")


def test_a_base_is_given_only_where_an_iri_needs_one() -> None:
    assert with_base("ASK { <a> <http://b> 1 }", "http://s/") == "BASE <http://s/> ASK { <a> <http://b> 1 }"
    assert with_base("ASK { <urn:a> <http://b> 1 }", "http://s/") == "ASK { <urn:a> <http://b> 1 }"


def test_every_operation_of_an_update_gets_the_dataset_of_the_request() -> None:
    store = ox.Store()
    store.update(
        "INSERT DATA { GRAPH <g:1> { <a:1> <a:p> 1 } GRAPH <g:2> { <a:2> <a:p> 2 } "
        "GRAPH <g:3> { <a:3> <a:p> 3 } }"
    )
    update = (
        "INSERT { GRAPH <g:out> { ?s <a:in> 'default, WHERE' } } WHERE { ?s <a:p> ?o } ;"
        "DELETE { GRAPH ?g { ?s ?p ?o } } INSERT { GRAPH <g:out> { ?s <a:in> ?g } } "
        "WHERE { GRAPH ?g { ?s ?p ?o } }"
    )
    store.update(with_dataset(update, ["g:1"], ["g:2"]))
    out = {
        (q.subject.value, q.object.value)
        for q in store.quads_for_pattern(None, None, None, ox.NamedNode("g:out"))
    }
    assert out == {("a:1", "default, WHERE"), ("a:2", "g:2")}


def test_delete_where_keeps_its_pattern_as_template() -> None:
    store = ox.Store()
    store.update("INSERT DATA { GRAPH <g:1> { <a:1> <a:p> 1 } GRAPH <g:2> { <a:1> <a:p> 1 } }")
    store.update(with_dataset("DELETE WHERE { GRAPH ?g { ?s ?p ?o } } ; CLEAR DEFAULT", [], ["g:2"]))
    assert [q.graph_name.value for q in store] == ["g:1"]


@pytest.mark.parametrize("clause", ["WITH <g:x> DELETE { ?s ?p ?o }", "DELETE { ?s ?p ?o } USING <g:x>"])
def test_a_dataset_in_both_places_is_refused(clause: str) -> None:
    with pytest.raises(QueryError, match="USING or WITH"):
        with_dataset(f"{clause} WHERE {{ ?s ?p ?o }}", [], ["g:1"])


def test_without_a_dataset_the_update_stays_as_it_is() -> None:
    assert with_dataset("CLEAR ALL", [], []) == "CLEAR ALL"
