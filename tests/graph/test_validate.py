"""The store keeps to its shapes, a breach is told with its node and article, and records keep them too."""

import random
from datetime import date
from pathlib import Path

import pyshacl
import pytest
from pyoxigraph import Literal, NamedNode, Quad
from rdflib import RDF, SH, BNode, Graph
from rdflib import Literal as RdfLiteral

from graph.derived import content_of, following
from graph.identity import Namespace
from graph.model import (
    Actor,
    AgendaItem,
    Agreement,
    Article,
    ArticleRecords,
    Commitment,
    Event,
    Evidence,
    Membership,
    Participation,
    Position,
    PostHolding,
    Record,
)
from graph.paths import ontology_dir
from graph.rdf import records_to_quads, records_to_statements
from graph.soundness import flaws, keep_sound
from graph.store import Store
from graph.validate import aimed, validate
from ontology.terms import EVENT_KINDS, EVENT_STATUSES, MEMBER_ROLES, ROLES, STANCES

ONTOLOGY = "https://w3id.org/bilateral/ontology/"
TEXT = "Some words that stand for an article about two states and their ministers."
ARTICLE = Article(key="t/1", text=TEXT, language="en", published=date(2017, 7, 8))
PIECE = (Evidence(TEXT, 0, 10, "hand"),)


def put(store: Store, *records: Record) -> list[str]:
    """Store records whatever they are worth; gives the messages of the violations."""
    kinds = {
        "actors": Actor, "events": Event, "positions": Position, "posts": PostHolding,
        "memberships": Membership, "agreements": Agreement, "commitments": Commitment,
    }  # fmt: skip
    groups = {n: tuple(r for r in records if isinstance(r, kind)) for n, kind in kinds.items()}
    found = ArticleRecords(article=ARTICLE, **groups)  # type: ignore[arg-type]
    iri = Namespace().article("t/1")
    written = records_to_statements(found)
    then = following(store, {iri: content_of(iri, written.facts)}, known=[iri])
    store.replace(iri, written.quads(), before=then.before, after=then.after)
    return [v.message for v in validate(store, [iri])]


def event(**fields: object) -> Event:
    parts = tuple(Participation(actor="KAZ", role=role) for role in ROLES)
    given = {"evidence": PIECE, "kind": "visit", "status": "held", "participations": parts, **fields}
    return Event(**given)  # type: ignore[arg-type]


def test_the_sample_article_conforms(sample_store: Store) -> None:
    articles = [g for g in sample_store.graphs() if Namespace().kind(g) == "article"]
    assert len(articles) == 1
    assert list(validate(sample_store, articles)) == []


def test_whatever_records_may_be_built_from_conforms(sample_store: Store) -> None:
    events = [event(kind=kind, status=s) for kind in EVENT_KINDS for s in EVENT_STATUSES[:2]]
    full = event(
        place="Nowhere", place_en="Nowhere", venue="v", round=3, series="s", date_text="d",
        concerns=("OIC", "HAMAS"),
        earliest=date(2017, 1, 1), latest=date(2017, 1, 2),
        agenda=(AgendaItem(evidence=PIECE, subject="s"),),
        participations=(Participation(actor="UNLISTED-GROUP", person="P", post="envoy", body="Ministry"),),
    )  # fmt: skip
    records: list[Record] = [
        *events,
        full,
        *(
            Position(evidence=PIECE, holders=("KAZ", "PSE"), stance=s, issue=s, speaker="X", target=("ISR",))
            for s in STANCES
        ),
        *(Membership(evidence=PIECE, member="KAZ", organization="OIC", role=r) for r in MEMBER_ROLES),
        PostHolding(evidence=PIECE, person="X", post="envoy", actor="KAZ", post_text="y", titles=("z",)),
        Agreement(evidence=PIECE, parties=("KAZ", "PSE"), title="t", signed=event()),
        Commitment(evidence=PIECE, makers=("KAZ",), undertaking="u", foresees=event(status="planned")),
        Actor(evidence=PIECE, id="KAZ", kind="state", name="n"),
        Actor(evidence=PIECE, id="UNLISTED-GROUP", kind="organization"),
    ]  # fmt: skip
    assert [flaw for record in records for flaw in flaws(record)] == []
    assert put(sample_store, *records) == []


FLAWED = {
    "an unknown claim status": event(claim="rumoured"),
    "a round before the first": event(round=0),
    "an unknown issue": Position(
        evidence=PIECE, holders=("KAZ",), stance="supports", issue="i", issues=("no-such-issue",)
    ),
    "an unknown issue on the agenda": event(
        agenda=(AgendaItem(evidence=PIECE, subject="s", issues=("no-such-issue",)),)
    ),
}


@pytest.mark.parametrize("flaw", FLAWED)
def test_what_the_shapes_refuse_is_kept_out_beforehand(sample_store: Store, flaw: str) -> None:
    record = FLAWED[flaw]
    assert put(sample_store, record) != []
    kind = "positions" if isinstance(record, Position) else "events"
    kept, reports = keep_sound(ArticleRecords(article=ARTICLE, **{kind: (record,)}))  # type: ignore[arg-type]
    assert list(kept.records()) == []
    assert len(reports) == 1


def test_a_violation_names_its_node_and_article(sample_store: Store) -> None:
    (article,) = [g for g in sample_store.graphs() if Namespace().kind(g) == "article"]
    bare = NamedNode(Namespace().base + "event/bare")
    kind = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
    sample_store.add(
        [
            Quad(bare, kind, NamedNode(ONTOLOGY + "Event"), NamedNode(article)),
            Quad(bare, NamedNode(ONTOLOGY + "earliestDate"), Literal("yesterday"), NamedNode(article)),
        ]
    )
    found = list(validate(sample_store, [article]))
    assert {v.focus for v in found} == {bare.value}
    assert {v.graph for v in found} == {article}
    assert any("participant" in v.message for v in found)
    assert any(v.path == ONTOLOGY + "earliestDate" and v.value == "yesterday" for v in found)


def test_spellings_of_one_person_in_two_articles_are_no_breach(sample_store: Store, tmp_path: Path) -> None:
    for key, name in (("t/1", "أحمد علي"), ("t/2", "احمد علي")):
        article = Article(key=key, text=TEXT, language="ar", published=date(2017, 7, 8))
        post = PostHolding(evidence=PIECE, person=name, post="envoy", actor="KAZ")
        iri = Namespace().article(key)
        sample_store.replace(iri, records_to_quads(ArticleRecords(article=article, posts=(post,))))
    assert list(validate(sample_store, [Namespace().article("t/1"), Namespace().article("t/2")])) == []


def _found(data: Graph, shapes: Graph) -> set[tuple[str, ...]]:
    """What is found, but for the results that only say that an inner shape found something."""
    _, report, _ = pyshacl.validate(data, shacl_graph=shapes, inference="none")
    assert isinstance(report, Graph)
    told = (SH.focusNode, SH.resultPath, SH.value, SH.sourceConstraintComponent, SH.resultSeverity)
    results = set()
    for result in report.subjects(RDF.type, SH.ValidationResult):
        terms = [report.value(result, term) for term in told]
        # a path of several steps is a blank node, another one in each parse
        results.add(tuple("steps" if isinstance(term, BNode) else str(term) for term in terms))
    return {r for r in results if not (r[1] == "None" and r[3] == str(SH.NodeConstraintComponent))}


def test_shapes_with_targets_of_their_own_find_the_same_in_damaged_data(sample_store: Store) -> None:
    (article,) = [g for g in sample_store.graphs() if Namespace().kind(g) == "article"]
    assert not put(
        sample_store, event(), Membership(evidence=PIECE, member="KAZ", organization="OIC", role="host")
    )
    data = Graph()
    for graph in (article, Namespace().article("t/1")):
        lines = "\n".join(f"{q.subject} {q.predicate} {q.object} ." for q in sample_store.quads(graph))
        data.parse(data=lines, format="nt")
    for name in ("core.ttl", "schemes.ttl", "issues.ttl"):
        data.parse(ontology_dir() / name)
    file = ontology_dir() / "shapes.ttl"
    chance = random.Random(1648)
    triples = sorted(t for t in data if str(t[0]).startswith(Namespace().base))
    for triple in chance.sample(triples, len(triples) // 4):
        data.remove(triple)
        if chance.random() < 0.5:
            others = [chance.choice(triples)[2], RdfLiteral("nonsense"), RdfLiteral(-1)]
            data.add((triple[0], triple[1], chance.choice(others)))
    before = _found(data, Graph().parse(file))
    assert len({found[3] for found in before}) > 5
    assert _found(data, aimed(Graph().parse(file))) == before
