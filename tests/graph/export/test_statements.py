"""RDF exports, read back by rdflib, which did not write them."""

import io
import json
from datetime import date

import pyoxigraph as ox
import pytest
import rdflib
from rdflib.compare import to_isomorphic

from graph.export import Selection, write
from graph.export.jsonld import Context, document
from graph.export.statements import quads
from graph.identity import Namespace
from graph.store import Store
from ontology.terms import ONTOLOGY

SELECTIONS = {
    "everything": Selection(),
    "pair": Selection(between=("KAZ", "PSE")),
    "around": Selection(around="UZB"),
    "span": Selection(until=date(2017, 12, 31)),
}


def exported(store: Store, name: str, selection: Selection) -> bytes:
    stream = io.BytesIO()
    write(store, name, selection, stream)
    return stream.getvalue()


def merged(store: Store, selection: Selection) -> rdflib.Graph:
    """The selected triples, through N-Quads of the store's own terms."""
    graph = rdflib.Graph()
    lines = "\n".join(f"{q.subject} {q.predicate} {q.object} ." for q in quads(store, selection))
    return graph.parse(data=lines, format="nt")


@pytest.mark.parametrize("selection", SELECTIONS.values(), ids=SELECTIONS)
@pytest.mark.parametrize(("name", "reader"), [("ttl", "turtle"), ("nt", "nt"), ("jsonld", "json-ld")])
def test_triples_read_back_the_same(store: Store, selection: Selection, name: str, reader: str) -> None:
    read = rdflib.Graph().parse(data=exported(store, name, selection), format=reader)
    assert len(read) > 0
    assert to_isomorphic(read) == to_isomorphic(merged(store, selection))


@pytest.mark.parametrize("selection", SELECTIONS.values(), ids=SELECTIONS)
@pytest.mark.parametrize(("name", "reader"), [("trig", "trig"), ("nq", "nquads")])
def test_quads_read_back_the_same_in_the_same_graphs(
    store: Store, selection: Selection, name: str, reader: str
) -> None:
    read = rdflib.Dataset()
    read.parse(data=exported(store, name, selection), format=reader)
    # rdflib's quads name the graph by its IRI
    found = {(s.n3(), p.n3(), o.n3(), str(g)) for s, p, o, g in read.quads()}
    wanted = rdflib.Dataset()
    wanted.parse(data="\n".join(f"{quad} ." for quad in quads(store, selection)), format="nquads")
    assert found == {(s.n3(), p.n3(), o.n3(), str(g)) for s, p, o, g in wanted.quads()}


def test_everything_is_every_quad_of_the_store(store: Store) -> None:
    assert len(list(quads(store, Selection()))) == store.size()


def test_the_reference_tables_can_be_left_out(store: Store, iri: Namespace) -> None:
    graphs = {str(quad.graph_name.value) for quad in quads(store, Selection(reference=False))}  # type: ignore[union-attr]
    assert graphs == {iri.article("ar/first"), iri.article("en/later")}


def subjects(store: Store, selection: Selection, kind: str) -> set[str]:
    found = rdflib.Graph().parse(data=exported(store, "nt", selection), format="nt")
    return {str(thing) for thing in found.subjects(rdflib.RDF.type, rdflib.URIRef(ONTOLOGY + kind))}


def test_a_pair_brings_no_record_of_others(store: Store) -> None:
    everything = subjects(store, Selection(), "Event")
    pair = subjects(store, Selection(between=("KAZ", "PSE")), "Event")
    around = subjects(store, Selection(around="UZB"), "Event")
    assert len(pair) == 3
    assert len(around) == 1
    assert pair | around == everything
    assert not pair & around


def test_each_selected_record_comes_with_its_quote_and_article(store: Store) -> None:
    found = rdflib.Graph().parse(data=exported(store, "nt", Selection(between=("KAZ", "PSE"))), format="nt")
    bir = rdflib.Namespace(ONTOLOGY)
    for event in found.subjects(rdflib.RDF.type, bir.Event):
        for evidence in found.objects(event, bir.isSupportedBy):
            assert found.value(evidence, bir.quote)
            article = found.value(evidence, bir.isQuotedFrom)
            assert found.value(article, bir.textHash)
        assert len(list(found.subjects(bir.inEvent, event))) >= 2


def test_states_are_named_but_not_told_of_at_length(store: Store, iri: Namespace) -> None:
    about = [q for q in quads(store, Selection(around="UZB")) if str(q.subject.value) == iri.state("PSE")]  # type: ignore[union-attr]
    assert {str(quad.predicate.value).rsplit("/", 1)[-1].rsplit("#", 1)[-1] for quad in about} == {
        "type",
        "prefLabel",
    }


def test_json_ld_uses_the_names_of_the_ontology(store: Store) -> None:
    content = json.loads(exported(store, "jsonld", Selection(between=("KAZ", "PSE"))))
    nodes = {node["id"]: node for node in content["@graph"]}
    assert nodes["bird:state/PSE"]["prefLabel"] == {"en": "Palestine", "ar": "فلسطين"}
    events = [node for node in nodes.values() if node["type"] == "Event"]
    assert {event["hasEventType"] for event in events} == {"birx:event-consultation", "birx:event-praise"}
    assert all(isinstance(event["latestDate"], str) for event in events)


def test_a_value_that_no_term_fits_is_written_out() -> None:
    context = Context(
        {
            "ex": "http://example.org/",
            "name": {"@id": "ex:name", "@container": "@language"},
            "knows": {"@id": "ex:knows", "@type": "@id"},
        }
    )
    lines = """
        @prefix ex: <http://example.org/> .
        @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
        ex:a ex:name "A"@en, "B"@en, "plain", 7 .
        ex:a ex:knows ex:b, "nobody", "لا أحد"@ar, <http://example.org//odd> .
        ex:a <http://other.org/p> "2017-07-08"^^xsd:date, 7.50, 8, true, <urn:x:y> .
    """
    given = rdflib.Graph().parse(data=lines, format="turtle")
    triples = [quad.triple for quad in ox.parse(lines, format=ox.RdfFormat.TURTLE)]
    content = document(triples, context)
    assert content["@graph"][0]["name"] == {"en": ["A", "B"]}
    read = rdflib.Graph().parse(data=json.dumps(content), format="json-ld")
    assert to_isomorphic(read) == to_isomorphic(given)
