"""What follows from one graph: who takes part, who stands with whom, what lasts; nothing from what is over."""

from pyoxigraph import NamedNode, Quad

from graph.identity import Namespace
from graph.model import (
    Article,
    ArticleRecords,
    Commitment,
    Event,
    Evidence,
    Membership,
    Participation,
    Position,
)
from graph.rdf import records_to_statements
from graph.rdf.statements import Facts
from graph.rdf.terms import bir
from graph.shortcuts import shortcuts

TEXT = "Norway, Kenya and the African Union met."
PIECE = (Evidence(TEXT, 0, 6, "test"),)
STATE, ORG = Namespace().state, Namespace().organization


def found(**records: object) -> set[tuple[str, str, str]]:
    """(subject, property, object) by the last parts of their IRIs."""
    article = Article(key="t", text=TEXT, language="en")
    written = records_to_statements(ArticleRecords(article=article, **records))  # type: ignore[arg-type]
    lines = [line.split(" ") for line in shortcuts(written.graph, written.facts)]
    return {(s[1:-1].rsplit("/", 1)[-1], p[1:-1].rsplit("/", 1)[-1], o[1:-1]) for s, p, o in lines}


def test_those_who_take_part_are_linked_and_states_paired() -> None:
    parts = tuple(Participation(actor=actor) for actor in ("NOR", "KEN", "AU"))
    event = Event(evidence=PIECE, kind="meeting", status="held", participations=parts)
    triples = found(events=(event,))
    assert {s for s, p, _ in triples if p == "takesPartIn"} == {"NOR", "KEN", "AU"}
    assert {o for s, p, o in triples if (s, p) == ("KEN-NOR", "hasSide")} == {STATE("KEN"), STATE("NOR")}
    assert {s for s, p, _ in triples if p == "concerns"} == {"KEN-NOR"}


def test_a_position_pairs_its_holders_with_each_other_and_with_those_it_is_towards() -> None:
    view = Position(
        evidence=PIECE,
        holders=("NOR", "KEN"),
        stance="supports",
        issue="i",
        target=("EGY",),
        favours=("NOR",),
    )
    assert {s for s, p, _ in found(positions=(view,)) if p == "concerns"} == {"KEN-NOR", "EGY-NOR", "EGY-KEN"}


def test_a_common_promise_pairs_its_makers() -> None:
    promise = Commitment(evidence=PIECE, makers=("NOR", "KEN"), undertaking="u")
    assert {s for s, p, _ in found(commitments=(promise,)) if p == "concerns"} == {"KEN-NOR"}


def test_membership_that_is_over_or_not_yet_is_none() -> None:
    roles = {"KEN": "member", "NOR": "former member", "EGY": "candidate"}
    members = tuple(
        Membership(evidence=PIECE, member=state, organization="AU", role=role)
        for state, role in roles.items()
    )
    disputed = Membership(evidence=PIECE, member="MAR", organization="AU", claim="disputed")
    triples = found(memberships=(*members, disputed))
    assert {(s, o) for s, p, o in triples if p == "isMemberOf"} == {("KEN", ORG("AU"))}


def test_what_is_said_of_no_state_pairs_nobody() -> None:
    quads = [
        Quad(NamedNode("urn:p"), bir("isHeldBy"), NamedNode(f"urn:{name}"), NamedNode("urn:g"))
        for name in "ab"
    ]
    facts: Facts = {"urn:p": {"isHeldBy": [quad.object.value for quad in quads]}}  # type: ignore[union-attr]
    assert list(shortcuts("urn:g", facts)) == []
