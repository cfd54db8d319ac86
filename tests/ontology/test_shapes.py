"""The worked example satisfies the shapes, and each demand of the shapes is felt when it is broken."""

import pyshacl
import pytest
from rdflib import RDF, RDFS, SKOS, Graph, Literal, Namespace, URIRef

import ontology
from ontology.terms import ID, ONTOLOGY, SCHEME, bir

BIR = Namespace(ONTOLOGY)
BIRX = Namespace(SCHEME)
BIRD = Namespace(ID)
DATE = URIRef("http://www.w3.org/2001/XMLSchema#date")
VISIT = BIRD["event/example-visit"]
PART = BIRD["participation/example-1"]
VOTE = BIRD["position/example-1"]
MEMBERSHIP = BIRD["membership/example-1"]
HOLDING = BIRD["holding/example-1"]
TIE = BIRD["tie/example-1"]
COMMITMENT = BIRD["commitment/example-1"]
AGENDA = BIRD["agenda/example-1"]
WORDS = BIRD["evidence/example-03"]
ARTICLE = BIRD["article/example%2F1"]
STATE = BIRD["state/XAR"]
CODED = BIRD["event/example-coded"]
IMPORT = BIRD["source/example-coded-1"]
MENTION = BIRD["mention/example-1"]


@pytest.fixture
def example(vocabulary: Graph) -> Graph:
    """The worked example with what shapes look up in the ontology."""
    looked_up = {RDF.type, RDFS.subClassOf, SKOS.inScheme, SKOS.prefLabel, BIR.polarity}
    graph = Graph()
    for triple in vocabulary:
        if triple[1] in looked_up:
            graph.add(triple)
    return graph.parse(data=ontology.read("example.ttl"), format="turtle")


def check(data: Graph, shapes: Graph) -> tuple[bool, str]:
    conforms, _, text = pyshacl.validate(data, shacl_graph=shapes, inplace=True, inference="none")
    return conforms, text


def test_the_shapes_are_well_formed_and_the_example_conforms(example: Graph, shapes: Graph) -> None:
    conforms, _, text = pyshacl.validate(example, shacl_graph=shapes, meta_shacl=True)
    assert conforms, text


def test_the_example_holds_a_node_of_every_concrete_class(example: Graph) -> None:
    abstract = {"Actor", "Record", "Issue"}
    names = [n for n in vars(bir) if n[0].isupper() and n not in abstract]
    missing = [n for n in names if (None, RDF.type, BIR[n]) not in example]
    assert missing == []


def test_quotes_of_the_example_stand_in_its_texts(example: Graph) -> None:
    pieces = list(example.subjects(RDF.type, BIR.Evidence))
    assert len(pieces) >= 15
    for piece in pieces:
        article = example.value(piece, BIR.isQuotedFrom)
        text = str(example.value(article, BIR.text))
        start, end = (int(str(example.value(piece, p))) for p in (BIR.quoteStart, BIR.quoteEnd))
        assert text[start:end] == str(example.value(piece, BIR.quote))


@pytest.mark.parametrize(
    ("node", "property_"),
    [
        (VISIT, BIR.isSupportedBy),
        (VISIT, BIR.hasEventType),
        (VISIT, BIR.hasEventStatus),
        (VISIT, SKOS.prefLabel),
        (PART, BIR.inEvent),
        (PART, BIR.hasParticipant),
        (PART, BIR.hasRole),
        (AGENDA, BIR.inEvent),
        (AGENDA, SKOS.prefLabel),
        (VOTE, BIR.isHeldBy),
        (VOTE, BIR.hasStance),
        (VOTE, BIR.onProposition),
        (MEMBERSHIP, BIR.hasMember),
        (MEMBERSHIP, BIR.inOrganization),
        (MEMBERSHIP, BIR.hasRole),
        (HOLDING, BIR.hasHolder),
        (HOLDING, BIR.ofPost),
        (TIE, BIR.isTakenFrom),
        (TIE, BIR.comesFrom),
        (TIE, BIR.goesTo),
        (TIE, BIR.hasKind),
        (COMMITMENT, BIR.isMadeBy),
        (MENTION, BIR.refersTo),
        (WORDS, BIR.quote),
        (WORDS, BIR.quoteStart),
        (WORDS, BIR.quoteEnd),
        (WORDS, BIR.isQuotedFrom),
        (ARTICLE, BIR.textHash),
        (STATE, BIR.iso3),
        (STATE, SKOS.prefLabel),
        (CODED, BIR.isTakenFrom),
        (CODED, BIR.rowText),
        (CODED, BIR.hasClaimStatus),
        (CODED, BIR.isDoneBy),
        (CODED, BIR.isDoneTo),
        (CODED, BIR.latestDate),
        (IMPORT, BIR.fileHash),
        (IMPORT, BIR.importedAt),
    ],
)
def test_what_a_record_needs_is_missed(
    example: Graph, shapes: Graph, node: URIRef, property_: URIRef
) -> None:
    assert (node, property_, None) in example
    example.remove((node, property_, None))
    conforms, text = check(example, shapes)
    assert not conforms
    assert f"Focus Node: <{node}>" in text


@pytest.mark.parametrize(
    ("node", "property_", "value"),
    [
        (VISIT, BIR.hasEventType, BIRX["status-held"]),
        (VISIT, BIR.hasEventStatus, BIRX["event-visit"]),
        (VISIT, BIR.earliestDate, Literal("2031-06-01", datatype=DATE)),
        (VISIT, BIR.takesPlaceIn, STATE),
        (VISIT, BIR.discusses, BIRX["event-visit"]),
        (PART, BIR.hasRole, BIRX["stance-supports"]),
        (PART, BIR.hasDirection, BIRX["role-host"]),
        (VOTE, BIR.hasStance, BIRX["role-party"]),
        (VOTE, BIR.confidence, Literal("1.5", datatype=URIRef("http://www.w3.org/2001/XMLSchema#decimal"))),
        (VOTE, BIR.hasClaimStatus, BIRX["status-held"]),
        (MEMBERSHIP, BIR.inOrganization, STATE),
        (MEMBERSHIP, BIR.validUntil, Literal("2019-01-01", datatype=DATE)),
        (HOLDING, BIR.hasHolder, STATE),
        (TIE, BIR.hasKind, BIRX["place-city"]),
        (WORDS, BIR.quoteStart, Literal(100000)),
        (WORDS, BIR.isQuotedFrom, STATE),
        (ARTICLE, BIR.textHash, Literal("abc")),
        (ARTICLE, BIR.publishedOn, Literal("2 May 2031")),
        (STATE, BIR.iso3, Literal("Arcadia")),
        (CODED, BIR.isSupportedBy, WORDS),
        (CODED, BIR.hasClaimStatus, BIRX["claim-reported"]),
        (CODED, BIR.isTakenFrom, BIRD["source/example-list"]),
        (IMPORT, URIRef("http://purl.org/dc/terms/isPartOf"), STATE),
    ],
)
def test_a_wrong_value_is_refused(
    example: Graph, shapes: Graph, node: URIRef, property_: URIRef, value: Literal | URIRef
) -> None:
    example.set((node, property_, value))
    conforms, text = check(example, shapes)
    assert not conforms
    assert f"Focus Node: <{node}>" in text


def test_an_event_with_an_agenda_but_no_participant_is_refused(example: Graph, shapes: Graph) -> None:
    for part in list(example.subjects(BIR.inEvent, VISIT)):
        if (part, RDF.type, BIR.Participation) in example:
            example.remove((part, BIR.inEvent, VISIT))
    conforms, text = check(example, shapes)
    assert not conforms
    assert "An event needs a participant." in text


def test_a_label_in_one_language_is_enough(example: Graph, shapes: Graph) -> None:
    example.remove((VISIT, SKOS.prefLabel, None))
    example.add((VISIT, SKOS.prefLabel, Literal("زيارة", lang="ar")))
    assert check(example, shapes)[0]


def test_an_article_without_date_or_outlet_is_accepted(example: Graph, shapes: Graph) -> None:
    for property_ in (BIR.publishedOn, BIR.isPublishedBy, BIR.hasDateline):
        example.remove((ARTICLE, property_, None))
    assert check(example, shapes)[0]
