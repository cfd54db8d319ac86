"""A small store, written by the project's own writer: three states, two articles, every kind of record."""

from collections.abc import Iterator
from datetime import date

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from graph.identity import Namespace
from graph.model import (
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
)
from graph.rdf.terms import day
from graph.rdf.writing import records_to_quads
from graph.store import EmbeddedStore, Store
from ontology.terms import ONTOLOGY

TEXT = (
    "=رام الله- انطلقت المشاورات بين فلسطين وكازاخستان.\n"
    "وزار الوزير الأوزبكي رام الله. وأكد الطرفان دعمهما للسلام وأدان الجانب الفلسطيني موقف أوزبكستان. "
    "كازاخستان عضو في الأمم المتحدة وفلسطين مراقب فيها. ووقع الطرفان مذكرة، واتفقا على جولة ثانية."
)
LATER = "Kazakhstan thanked Palestine & <others> “again”."


def said(text: str, words: str) -> tuple[Evidence, ...]:
    start = text.index(words)
    return (Evidence(text, start, start + len(words), "hand"),)


def _first() -> ArticleRecords:
    consultation = Event(
        kind="consultation",
        status="held",
        participations=(
            Participation(actor="PSE", role="host"),
            Participation(actor="PSE"),
            Participation(actor="KAZ"),
            Participation(actor="KAZ", role="chair", person="عقيل بيك كمالدينوف", post="Deputy Minister"),
        ),
        latest=date(2017, 7, 8),
        place="رام الله",
        place_en="Ramallah",
        confidence=0.9,
        evidence=said(TEXT, "انطلقت المشاورات بين فلسطين وكازاخستان"),
    )
    visit = Event(
        kind="visit",
        status="held",
        participations=(
            Participation(actor="UZB", role="source"),
            Participation(actor="PSE", role="target"),
        ),
        earliest=date(2017, 7, 1),
        latest=date(2017, 7, 3),
        evidence=said(TEXT, "وزار الوزير الأوزبكي رام الله"),
    )
    second = Event(
        kind="consultation",
        status="planned",
        participations=(Participation(actor="PSE"), Participation(actor="KAZ")),
        earliest=date(2018, 1, 1),
        latest=date(2018, 12, 31),
        evidence=said(TEXT, "جولة ثانية"),
    )
    return ArticleRecords(
        article=Article(
            key="ar/first",
            text=TEXT,
            language="ar",
            published=date(2017, 7, 8),
            outlet="Maan",
            url="https://example.org/first",
        ),
        events=(consultation, visit, second),
        positions=(
            Position(
                holders=("KAZ", "PSE"),
                stance="supports",
                issue="=السلام",
                issues=("peace-process",),
                evidence=said(TEXT, "وأكد الطرفان دعمهما للسلام"),
            ),
            Position(
                holders=("PSE",),
                stance="condemns",
                issue="موقف أوزبكستان",
                disfavours=("UZB",),
                evidence=said(TEXT, "وأدان الجانب الفلسطيني موقف أوزبكستان"),
            ),
        ),
        posts=(
            PostHolding(
                person="عقيل بيك كمالدينوف",
                post="Deputy Minister",
                actor="KAZ",
                evidence=said(TEXT, "المشاورات"),
            ),
        ),
        memberships=(
            Membership(
                member="KAZ", organization="UN", evidence=said(TEXT, "كازاخستان عضو في الأمم المتحدة")
            ),
            Membership(
                member="PSE", organization="UN", role="observer", evidence=said(TEXT, "وفلسطين مراقب فيها")
            ),
            Membership(member="UZB", organization="SCO", evidence=said(TEXT, "الأوزبكي")),
        ),
        agreements=(
            Agreement(parties=("KAZ", "PSE"), title="مذكرة", evidence=said(TEXT, "ووقع الطرفان مذكرة")),
        ),
        commitments=(
            Commitment(
                makers=("KAZ", "PSE"),
                undertaking="جولة ثانية",
                foresees=second,
                evidence=said(TEXT, "واتفقا على جولة ثانية"),
            ),
        ),
    )


def _second() -> ArticleRecords:
    praise = Event(
        kind="praise",
        status="held",
        participations=(
            Participation(actor="KAZ", role="source"),
            Participation(actor="PSE", role="target"),
        ),
        earliest=date(2019, 5, 2),
        latest=date(2019, 5, 2),
        evidence=said(LATER, LATER),
    )
    article = Article(key="en/later", text=LATER, language="en", published=date(2019, 5, 2))
    return ArticleRecords(article=article, events=(praise,))


def _names(namespace: Namespace) -> Iterator[Quad]:
    """What the reference tables would say of the three states, in their own graph."""
    graph = NamedNode(namespace.graph("reference"))
    label = NamedNode("http://www.w3.org/2004/02/skos/core#prefLabel")
    for code, english, arabic in (
        ("KAZ", "Kazakhstan", "كازاخستان"),
        ("PSE", "Palestine", "فلسطين"),
        ("UZB", "Uzbekistan", "أوزبكستان"),
        ("FJI", "Fiji", "فيجي"),
    ):
        state = NamedNode(namespace.state(code))
        kind = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
        yield Quad(state, kind, NamedNode(ONTOLOGY + "State"), graph)
        yield Quad(state, label, Literal(english, language="en"), graph)
        yield Quad(state, label, Literal(arabic, language="ar"), graph)
    membership = NamedNode(namespace.base + "membership/FJI-UN-1970")
    member, inside = NamedNode(namespace.state("FJI")), NamedNode(namespace.organization("UN"))
    for name, value in (
        (kind, NamedNode(ONTOLOGY + "Membership")),
        (NamedNode(ONTOLOGY + "hasMember"), member),
        (NamedNode(ONTOLOGY + "inOrganization"), inside),
        (NamedNode(ONTOLOGY + "hasRole"), NamedNode("https://w3id.org/bilateral/scheme/member-full")),
        (NamedNode(ONTOLOGY + "validFrom"), day(date(1970, 10, 13))),
        (NamedNode(ONTOLOGY + "isTakenFrom"), NamedNode(namespace.base + "source/list-UN")),
    ):
        yield Quad(membership, name, value, graph)


@pytest.fixture
def store() -> Iterator[Store]:
    filled = EmbeddedStore()
    filled.add(_names(Namespace()))
    for records in (_first(), _second()):
        filled.add(records_to_quads(records))
    yield filled
    filled.close()


@pytest.fixture
def iri() -> Namespace:
    return Namespace()
