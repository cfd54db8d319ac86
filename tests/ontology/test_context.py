"""The JSON-LD context names every term and reads back to the same triples."""

import json

from rdflib import OWL, RDF, RDFS, SKOS, Graph, URIRef
from rdflib.compare import isomorphic

import ontology
from ontology.terms import ONTOLOGY

RECORD = """
@prefix bir: <https://w3id.org/bilateral/ontology/> .
@prefix birx: <https://w3id.org/bilateral/scheme/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
<https://w3id.org/bilateral/id/event/1> a bir:Event ; bir:hasEventType birx:event-visit ;
    bir:latestDate "2018-07-31"^^xsd:date ; bir:roundNumber 2 ; bir:confidence 0.75 ;
    skos:prefLabel "Visit"@en , "زيارة"@ar ;
    bir:takesPlaceIn <https://w3id.org/bilateral/id/place/astana> .
"""


def context() -> dict[str, object]:
    found = json.loads(ontology.read(ontology.CONTEXT))["@context"]
    assert isinstance(found, dict)
    return found


def test_every_term_is_in_the_context_with_its_type(vocabulary: Graph) -> None:
    known = context()
    for kind in (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty):
        for term in vocabulary.subjects(RDF.type, kind):
            name = str(term).removeprefix(ONTOLOGY)
            entry = known[name]
            iri = entry["@id"] if isinstance(entry, dict) else entry
            assert iri == f"bir:{name}"
            if kind == OWL.ObjectProperty:
                assert isinstance(entry, dict) and entry["@type"] == "@id", name
            span = vocabulary.value(URIRef(term), RDFS.range)
            if str(span).split("#")[-1] in {"date", "dateTime", "decimal"}:
                assert isinstance(entry, dict) and entry["@type"] == f"xsd:{str(span).split('#')[1]}", name


def test_the_context_names_no_term_that_does_not_exist(vocabulary: Graph) -> None:
    for name, entry in context().items():
        iri = entry["@id"] if isinstance(entry, dict) else entry
        if isinstance(iri, str) and iri.startswith("bir:"):
            assert (URIRef(ONTOLOGY + iri.removeprefix("bir:")), SKOS.prefLabel, None) in vocabulary, name


def test_a_record_survives_the_way_through_the_context() -> None:
    before = Graph().parse(data=RECORD, format="turtle")
    text = before.serialize(format="json-ld", context=context())
    assert '"hasEventType": "birx:event-visit"' in text
    assert isomorphic(before, Graph().parse(data=text, format="json-ld"))
