"""All reference data keep to the shapes; a file of its own, so that another process can run it beside the others."""

from pyoxigraph import Literal, NamedNode, Quad

from graph.identity import Namespace
from graph.rdf.terms import PREF_LABEL, RDF_TYPE, bir, birx
from graph.reference import tables
from graph.reference.quads import reference_quads
from graph.store import EmbeddedStore
from graph.validate import validate

NAMES = Namespace()
GRAPH = NamedNode(NAMES.graph("reference"))


def planted(quads: list[Quad]) -> tuple[set[Quad], set[Quad], dict[tuple[str, str], str]]:
    """Faults of many kinds put into sound data: what goes, what comes, and what is to be found for it."""

    def first(kind: str, place: int = 0) -> NamedNode:
        nodes = [q.subject for q in quads if q.predicate == RDF_TYPE and q.object == bir(kind)]
        assert isinstance(nodes[place], NamedNode)
        return nodes[place]

    def of(node: NamedNode, predicate: NamedNode) -> list[Quad]:
        return [q for q in quads if q.subject == node and q.predicate == predicate]

    oman = NamedNode(NAMES.state("OMN"))
    membership, holding, other, tie = (
        first("Membership"),
        first("PostHolding"),
        first("PostHolding", -1),
        first("DiplomaticTie", -1),
    )
    place, name, post = first("Place"), first("Name"), first("Post", 100)
    date = NamedNode("http://www.w3.org/2001/XMLSchema#date")
    gone = {
        *of(oman, bir("iso3")), *of(membership, bir("isTakenFrom")), *of(holding, bir("hasHolder")),
        *of(tie, bir("goesTo")), *of(name, bir("nameText")), *of(place, PREF_LABEL),
        *of(other, bir("validFrom")), *of(other, bir("validUntil")), *of(tie, bir("hasKind")),
    }  # fmt: skip
    come = [
        (oman, bir("iso2"), Literal("om")),
        (oman, bir("hasCapital"), oman),
        (membership, bir("confidence"), Literal("1.5", datatype=NamedNode(date.value[:-4] + "decimal"))),
        (membership, bir("hasRole"), birx("role-host")),
        (other, bir("validFrom"), Literal("2030-01-01", datatype=date)),
        (other, bir("validUntil"), Literal("2020-01-01", datatype=date)),
        (tie, bir("hasKind"), birx("event-visit")),
        (post, PREF_LABEL, Literal("another label", language="en")),
    ]
    found = {
        (oman, "iso3"): "", (oman, "iso2"): "om", (oman, "hasCapital"): oman.value, (membership, ""): "",
        (membership, "confidence"): "1.5", (membership, "hasRole"): "", (holding, "hasHolder"): "",
        (other, "validFrom"): "2030-01-01", (tie, "goesTo"): "", (tie, "hasKind"): birx("event-visit").value,
        (name, "nameText"): "", (place, "prefLabel"): "", (post, "prefLabel"): "",
    }  # fmt: skip
    return gone, {Quad(*triple, GRAPH) for triple in come}, {(n.value, p): v for (n, p), v in found.items()}


def test_all_reference_data_conform_and_faults_among_them_are_found() -> None:
    quads = list(reference_quads())
    assert len(quads) > 10 * len(tables.ties())
    gone, come, expected = planted(quads)
    assert gone <= set(quads)
    assert not come & set(quads)
    store = EmbeddedStore()
    store.add([quad for quad in quads if quad not in gone])
    store.add(come)
    violations = list(validate(store, [GRAPH.value]))
    found = {
        (v.focus, (v.path or "").rpartition("/")[2].rpartition("#")[2]): v.value or "" for v in violations
    }
    assert found == expected
