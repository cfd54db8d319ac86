"""The ontology keeps its own style, says what catalogues ask for, and contradicts itself nowhere."""

import owlrl
import pyshacl
import pytest
from rdflib import DCTERMS, OWL, RDF, RDFS, SKOS, Graph, Literal, Namespace, URIRef

import ontology
from ontology.terms import ONTOLOGY, SCHEME

BIR = Namespace(ONTOLOGY)
BIRX = Namespace(SCHEME)
SELF = URIRef("https://w3id.org/bilateral/ontology")
PLOVER = {
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
}  # fmt: skip


def style_of(graph: Graph) -> tuple[bool, str]:
    style = Graph().parse(data=ontology.read(ontology.STYLE), format="turtle")
    conforms, _, text = pyshacl.validate(graph, shacl_graph=style, meta_shacl=False)
    return conforms, text


def closure_errors(graph: Graph) -> list[str]:
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(graph)
    return [str(o) for _, p, o in graph if "error" in str(p)]


def test_the_vocabulary_keeps_the_style(vocabulary: Graph) -> None:
    conforms, text = style_of(vocabulary)
    assert conforms, text


@pytest.mark.parametrize(
    ("take", "give", "complaint"),
    [
        (
            (BIR.Event, SKOS.prefLabel, Literal("حدث", lang="ar")),
            None,
            "one label in English and one in Arabic",
        ),
        (
            (BIRX["event-visit"], SKOS.definition, None),
            (BIRX["event-visit"], SKOS.definition, Literal("Travel.", lang="en")),
            "one definition in English and one in Arabic",
        ),
        (
            (BIR.inEvent, SKOS.prefLabel, Literal("في حدث", lang="ar")),
            (BIR.inEvent, SKOS.prefLabel, Literal("fi hadath", lang="ar")),
            "written in Arabic letters",
        ),
        (
            None,
            (BIR.inEvent, OWL.inverseOf, BIR.hasParticipation),
            "Inverses are not defined",
        ),
        (
            (BIRX["issue-gaza"], SKOS.broader, None),
            None,
            "has a broader one or stands at the top",
        ),
        ((SELF, DCTERMS.license, None), None, "license"),
    ],
)
def test_a_breach_of_style_is_found(vocabulary: Graph, take, give, complaint) -> None:  # type: ignore[no-untyped-def]
    if take:
        vocabulary.remove(take)
    if give:
        vocabulary.add(give)
    conforms, text = style_of(vocabulary)
    assert not conforms
    assert complaint in text


def test_the_owl_rl_closure_is_consistent(vocabulary: Graph) -> None:
    assert closure_errors(vocabulary) == []


def test_the_closure_would_show_a_contradiction(vocabulary: Graph) -> None:
    for kind in (BIR.State, BIR.Place):
        vocabulary.add((URIRef("https://example.org/x"), RDF.type, kind))
    assert closure_errors(vocabulary) != []


def test_it_says_of_itself_what_catalogues_ask_for(vocabulary: Graph) -> None:
    version = vocabulary.value(SELF, OWL.versionInfo)
    assert str(vocabulary.value(SELF, OWL.versionIRI)) == f"{SELF}/{version}"
    vann = Namespace("http://purl.org/vocab/vann/")
    for about in (
        DCTERMS.title, DCTERMS.description, DCTERMS.creator, DCTERMS.publisher, DCTERMS.license,
        DCTERMS.issued, DCTERMS.modified, vann.preferredNamespacePrefix, vann.preferredNamespaceUri,
    ):  # fmt: skip
        assert vocabulary.value(SELF, about) is not None, about
    parts = {str(p) for p in vocabulary.objects(SELF, DCTERMS.hasPart)}
    assert parts == {str(s) for s in vocabulary.subjects(RDF.type, SKOS.ConceptScheme)}


@pytest.mark.parametrize(
    "neighbour",
    [
        "http://www.w3.org/ns/prov#",
        "http://semanticweb.cs.vu.nl/2009/11/sem/",
        "http://www.w3.org/ns/org#",
        "https://schema.org/",
        "http://xmlns.com/foaf/0.1/",
        "http://www.w3.org/2004/02/skos/core#",
        "http://www.wikidata.org/",
        "http://www.w3.org/ns/oa#",
    ],
)
def test_it_is_tied_to_its_neighbours(vocabulary: Graph, neighbour: str) -> None:
    ties = (RDFS.subClassOf, RDFS.subPropertyOf, RDFS.seeAlso, SKOS.closeMatch)
    tied = [o for tie in ties for s, o in vocabulary.subject_objects(tie) if str(s).startswith(ONTOLOGY)]
    assert any(str(o).startswith(neighbour) for o in tied)


def test_all_plover_types_are_reached(vocabulary: Graph) -> None:
    codes = {str(code).split("/")[0] for code in vocabulary.objects(None, BIR.ploverCode)}
    assert codes == PLOVER


def test_kinds_of_one_plover_type_below_a_kind_share_its_score(vocabulary: Graph) -> None:
    for narrow, broad in vocabulary.subject_objects(SKOS.broader):
        codes = [vocabulary.value(c, BIR.ploverCode) for c in (narrow, broad)]
        scores = [vocabulary.value(c, BIR.ploverScore) for c in (narrow, broad)]
        if all(codes) and codes[0] == codes[1]:
            assert scores[0] is not None, narrow


def test_broader_concepts_lead_to_the_top_of_their_own_scheme(vocabulary: Graph) -> None:
    for concept, scheme in vocabulary.subject_objects(SKOS.inScheme):
        chain = list(vocabulary.transitive_objects(concept, SKOS.broader))
        assert any((c, SKOS.topConceptOf, scheme) in vocabulary for c in chain), concept
        assert all(vocabulary.value(c, SKOS.inScheme) == scheme for c in chain), concept


def test_the_worked_example_contradicts_no_axiom() -> None:
    graph = Graph()
    for name in ("core.ttl", "example.ttl"):
        graph.parse(data=ontology.read(name), format="turtle")
    assert closure_errors(graph) == []
    state = URIRef("https://w3id.org/bilateral/id/state/XAR")
    assert (state, RDF.type, BIR.Actor) in graph
