"""The reference graph: what the tables say, in the ontology's terms, loaded once, fit for its shapes."""

from collections import Counter
from collections.abc import Iterable

import pytest
from pyoxigraph import Literal, NamedNode, Quad
from rdflib import Graph

from graph.identity import Namespace
from graph.paths import ontology_dir
from graph.rdf.terms import RDF_TYPE, bir, birx
from graph.reference import tables
from graph.reference.quads import load_reference, reference_quads
from graph.store import EmbeddedStore
from ontology.terms import ONTOLOGY

GRAPH = NamedNode(Namespace().graph("reference"))


@pytest.fixture(scope="module")
def quads() -> list[Quad]:
    return list(reference_quads())


@pytest.fixture(scope="module")
def store(quads: list[Quad]) -> EmbeddedStore:
    made = EmbeddedStore()
    made.add(quads)
    return made


def count(quads: Iterable[Quad], kind: str) -> int:
    return len({q.subject for q in quads if q.predicate == RDF_TYPE and q.object == bir(kind)})


def test_every_quad_stands_once_and_in_the_reference_graph(quads: list[Quad]) -> None:
    assert {q.graph_name for q in quads} == {GRAPH}
    assert [q for q, times in Counter(quads).items() if times > 1] == []


def test_every_row_becomes_a_node(quads: list[Quad]) -> None:
    assert count(quads, "State") == len(tables.states())
    assert count(quads, "Organization") == len(tables.organizations())
    assert count(quads, "Membership") == len(tables.memberships())
    assert count(quads, "PostHolding") == len(tables.holdings())
    assert count(quads, "DiplomaticTie") == len(tables.ties())


def test_every_row_is_taken_from_a_source_with_a_title(quads: list[Quad]) -> None:
    sources = {q.subject for q in quads if q.predicate == RDF_TYPE and q.object == bir("ReferenceSource")}
    named = {q.object for q in quads if q.predicate == bir("isTakenFrom")}
    titled = {q.subject for q in quads if str(q.predicate.value).endswith("dc/terms/title")}
    assert named == sources
    assert sources <= titled


def test_only_terms_of_the_ontology_are_used(quads: list[Quad]) -> None:
    known = Graph()
    for name in ("core.ttl", "schemes.ttl"):
        known.parse(ontology_dir() / name)
    subjects = {str(s) for s in known.subjects()}
    used = {q.predicate.value for q in quads if q.predicate.value.startswith(ONTOLOGY)}
    used |= {
        q.object.value
        for q in quads
        if isinstance(q.object, NamedNode) and q.object.value.startswith((ONTOLOGY, birx("").value))
    }
    assert used - subjects == set()


def test_at_most_one_preferred_label_a_language(store: EmbeddedStore) -> None:
    rows = store.select(
        "PREFIX skos: <http://www.w3.org/2004/02/skos/core#> "
        "SELECT ?s WHERE { ?s skos:prefLabel ?l } GROUP BY ?s (lang(?l)) HAVING (COUNT(?l) > 1)"
    )
    assert rows == []


def test_single_dates_and_confidences_stand_once(store: EmbeddedStore) -> None:
    for term in ("validFrom", "validUntil", "confidence", "hasClaimStatus", "foundedOn", "dissolvedOn"):
        rows = store.select(
            f"SELECT ?s WHERE {{ ?s <{ONTOLOGY}{term}> ?v }} GROUP BY ?s HAVING (COUNT(?v) > 1)"
        )
        assert rows == [], term


PREFIXES = f"""
PREFIX bir: <{ONTOLOGY}> PREFIX birx: <{birx("").value}> PREFIX state: <{Namespace().state("")}>
PREFIX org: <{Namespace().organization("")}> PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
"""


@pytest.mark.parametrize(
    "question",
    [
        """?m a bir:Membership ; bir:hasMember state:KAZ ; bir:inOrganization org:UNSC ; bir:hasRole
        birx:member-nonpermanent ; bir:validFrom "2017-01-01"^^xsd:date ;
        bir:validUntil "2018-12-31"^^xsd:date""",
        """?m bir:hasMember state:GEO ; bir:inOrganization org:CIS ; bir:validFrom "1993-12-01"^^xsd:date ;
        bir:startText "1993-12" ; bir:validUntil "2009-08-18"^^xsd:date""",
        """?m bir:hasMember state:VEN ; bir:inOrganization org:OAS ;
        bir:hasClaimStatus birx:claim-disputed""",
        """?m bir:hasMember state:QAT ; bir:inOrganization org:OPEC ; bir:hasClaimStatus birx:claim-listed""",
        """?m bir:hasMember org:EU ; bir:inOrganization org:QUARTET""",
        """?h bir:ofPost ?p ; bir:hasHolder ?w ; bir:validFrom "2004-03-09"^^xsd:date .
        ?p bir:isPostOf state:RUS ; bir:hasKind birx:post-foreign-minister .
        ?w skos:prefLabel "سيرغي لافروف"@ar""",
        """?t a bir:DiplomaticTie ; bir:comesFrom state:EGY ; bir:goesTo state:JOR ; bir:attestedOn
        "2022-11-16"^^xsd:date ; bir:hasKind birx:tie-embassy ; bir:hasSeat/skos:prefLabel "Amman"@en""",
        """org:UNSC bir:isUnitOf org:UN ; bir:hasSeat/skos:prefLabel "New York"@en""",
        """org:LAS skos:prefLabel "الجامعة العربية"@ar ; skos:altLabel "جامعة الدول العربية"@ar ;
        bir:foundedOn "1945-03-22"^^xsd:date""",
        """org:OIC bir:hasName ?n . ?n bir:nameText "منظمة المؤتمر الإسلامي"@ar ;
        bir:hasKind birx:name-former""",
        """state:KAZ bir:iso3 "KAZ" ; bir:liesInRegion birx:region-central-asia ; bir:hasCapital ?c""",
        """state:CSK bir:dissolvedOn "1992-12-31"^^xsd:date ; bir:isSucceededBy state:CZE""",
        """org:GNA bir:isUnitOf state:LBY ; bir:hasKind birx:org-authority""",
    ],
)
def test_a_fact_of_the_tables_can_be_asked(store: EmbeddedStore, question: str) -> None:
    assert store.ask(f"{PREFIXES} ASK {{ {question} }}")


def test_months_and_years_become_their_first_and_last_days(store: EmbeddedStore) -> None:
    rows = store.select(
        f"{PREFIXES} SELECT ?from ?until WHERE {{ ?h a bir:PostHolding ; bir:startText ?s ; bir:endText ?e ; "
        "bir:validFrom ?from ; bir:validUntil ?until FILTER(STRLEN(?s) = 4 && STRLEN(?e) = 4) } LIMIT 50"
    )
    assert rows
    assert all(str(row["from"].value).endswith("-01-01") for row in rows if isinstance(row["from"], Literal))
    assert all(
        str(row["until"].value).endswith("-12-31") for row in rows if isinstance(row["until"], Literal)
    )


def test_loading_twice_changes_nothing() -> None:
    store = EmbeddedStore()
    assert load_reference(store) is True
    size = store.size()
    assert load_reference(store) is False
    assert store.size() == size


def test_an_older_graph_is_replaced_whole() -> None:
    store = EmbeddedStore()
    stale = Quad(NamedNode("https://example.org/old"), RDF_TYPE, bir("State"), GRAPH)
    store.add([stale])
    load_reference(store)
    assert stale not in set(store.quads(GRAPH.value))
