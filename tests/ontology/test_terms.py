"""The constants of ontology.terms say what the Turtle says, both ways."""

from rdflib import OWL, RDF, SKOS, Graph, URIRef

from ontology import terms
from ontology.terms import ONTOLOGY, SCHEME, bir

BIR = ONTOLOGY
ENGLISH_ROLES = {"host": "hosting member", "chair": "chairing member", "suspended": "suspended member"}


def term(name: str) -> URIRef:
    return URIRef(BIR + name)


def concept(iri: str) -> URIRef:
    return URIRef(iri)


def in_scheme(graph: Graph, scheme: str, prefix: str) -> set[str]:
    found = graph.subjects(SKOS.inScheme, URIRef(SCHEME + scheme))
    return {str(c).removeprefix(SCHEME + prefix) for c in found if str(c).startswith(SCHEME + prefix)}


def value(graph: Graph, subject: str, name: str) -> str | None:
    found = graph.value(URIRef(subject), term(name))
    return None if found is None else str(found)


def test_every_class_and_property_is_a_constant_and_every_constant_a_term(vocabulary: Graph) -> None:
    declared = {
        str(subject)
        for kind in (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty)
        for subject in vocabulary.subjects(RDF.type, kind)
        if str(subject).startswith(BIR)
    }
    constants = {name: iri for name, iri in vars(bir).items() if not name.startswith("_")}
    assert set(constants.values()) == declared
    assert all(iri == BIR + name for name, iri in constants.items())


def test_event_kinds_are_the_collection_with_its_codes(vocabulary: Graph) -> None:
    collection = set(vocabulary.objects(URIRef(SCHEME + "event-kinds"), SKOS.member))
    assert collection == {URIRef(terms.event_type(kind)) for kind in terms.EVENT_KINDS}
    for kind, (plover, cameo, score) in terms.EVENT_KINDS.items():
        iri = terms.event_type(kind)
        code = value(vocabulary, iri, "ploverCode")
        assert (code.split("/")[0] if code else None) == plover, kind
        assert value(vocabulary, iri, "cameoCode") == cameo, kind
        found = value(vocabulary, iri, "ploverScore")
        assert (None if found is None else float(found)) == score, kind


def test_event_groups_stand_above_their_kinds(vocabulary: Graph) -> None:
    for group, kinds in terms.EVENT_GROUPS.items():
        iri = URIRef(terms.event_group(group))
        below = set(vocabulary.transitive_subjects(SKOS.broader, iri))
        members = {k for k in terms.EVENT_KINDS if URIRef(terms.event_type(k)) in below}
        assert members == set(kinds), group
    assert in_scheme(vocabulary, "event-type", "group-") == set(terms.EVENT_GROUPS)


def test_statuses_stances_and_claim_statuses_are_the_schemes(vocabulary: Graph) -> None:
    assert in_scheme(vocabulary, "event-status", "status-") == set(terms.EVENT_STATUSES)
    assert in_scheme(vocabulary, "claim-status", "claim-") == set(terms.CLAIM_STATUSES)
    assert in_scheme(vocabulary, "stance", "stance-") == set(terms.STANCES)
    for name, polarity in terms.STANCES.items():
        assert value(vocabulary, terms.stance(name), "polarity") == str(polarity)


def test_roles_are_concepts(vocabulary: Graph) -> None:
    roles = in_scheme(vocabulary, "role", "role-")
    assert set(terms.ROLES) <= roles
    narrower = {name for pair in terms.DIRECTED_ROLES.values() for name in pair}
    assert roles == set(terms.ROLES) | narrower | {"decider"}
    assert set(terms.MEMBER_ROLE_KEYS) == set(terms.MEMBER_ROLES)
    assert in_scheme(vocabulary, "role", "member-") == set(terms.MEMBER_ROLE_KEYS.values())
    for role in terms.MEMBER_ROLES:
        labels = {
            str(label)
            for label in vocabulary.objects(URIRef(terms.member_role(role)), SKOS.prefLabel)
            if getattr(label, "language", None) == "en"
        }
        assert labels == {ENGLISH_ROLES.get(role, role)}


def test_directed_kinds_name_the_roles_of_their_two_sides(vocabulary: Graph) -> None:
    found = {
        str(kind).removeprefix(SCHEME + "event-"): (
            str(source).removeprefix(SCHEME + "role-"),
            (value(vocabulary, str(kind), "hasTargetRole") or "").removeprefix(SCHEME + "role-"),
        )
        for kind, source in vocabulary.subject_objects(term("hasSourceRole"))
    }
    assert found == terms.DIRECTED_ROLES
    assert terms.role("source", "visit") == SCHEME + "role-guest"
    assert terms.role("target", "aid") == SCHEME + "role-recipient"
    assert terms.role("source", "threat") == SCHEME + "role-source"
    assert terms.role("chair", "visit") == SCHEME + "role-chair"


def test_the_functions_give_concepts_that_exist(vocabulary: Graph) -> None:
    given = [
        *(terms.event_type(k) for k in terms.EVENT_KINDS),
        *(terms.event_group(g) for g in terms.EVENT_GROUPS),
        *(terms.event_status(s) for s in terms.EVENT_STATUSES),
        *(terms.stance(s) for s in terms.STANCES),
        *(terms.role(r) for r in terms.ROLES),
        *(terms.member_role(r) for r in terms.MEMBER_ROLES),
        *(terms.claim_status(c) for c in terms.CLAIM_STATUSES),
        terms.issue("palestinian-question"),
    ]
    missing = [iri for iri in given if (URIRef(iri), SKOS.inScheme, None) not in vocabulary]
    assert missing == []
