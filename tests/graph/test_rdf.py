"""Records survive the way into quads and back, and the quads keep to the ontology."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, RdfFormat, parse

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
)
from graph.paths import ontology_dir
from graph.rdf import canonical, quads_to_records, read_records, records_to_quads
from graph.rdf.labels import event_label
from graph.store import EmbeddedStore
from ontology.terms import EVENT_KINDS, EVENT_STATUSES, MEMBER_ROLES, ONTOLOGY, ROLES, SCHEME, STANCES

TEXT = "وصل وزير الخارجية رياض المالكي إلى أستانا أمس، والتقى نظيره الكازاخي.\nWords in English.\r\n"
ACTORS = [
    "PSE",
    "KAZ",
    "OIC",
    "CICA",
    "ARAB-CENTRAL-ASIA-FORUM",
    "HAMAS",
    "QAT",
    "WHO",
    "A-GROUP-NOBODY-LISTS",
]


def piece(start: int = 0, end: int = 10, about: str | None = None) -> Evidence:
    return Evidence(TEXT, start, end, "hand", about)


def records(article: Article | None = None, **kinds: tuple[object, ...]) -> ArticleRecords:
    article = article or Article(key="test/1", text=TEXT, language="ar", published=date(2017, 7, 8))
    return ArticleRecords(article=article, **kinds)  # type: ignore[arg-type]


def there_and_back(found: ArticleRecords) -> ArticleRecords:
    iri = Namespace().article(found.article.key)
    store = EmbeddedStore()
    store.replace(iri, records_to_quads(found))
    return read_records(store, iri)


words = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), min_size=1, max_size=12)
maybe = st.none() | words
actors = st.sampled_from(ACTORS)
actor_lists = st.lists(actors, max_size=3).map(tuple)
some_actors = st.lists(actors, min_size=1, max_size=3).map(tuple)
issues = st.lists(st.sampled_from(["settlements", "terrorism", "syria"]), max_size=2).map(tuple)
spans = st.tuples(st.integers(0, 30), st.integers(31, len(TEXT)))
pieces = st.builds(
    lambda span, rule, about: Evidence(TEXT, *span, rule, about),
    spans,
    words,
    st.sampled_from([None, "place", "published", "posture"]),
)
some_pieces = st.lists(pieces, min_size=1, max_size=2).map(tuple)
shared = {
    "evidence": some_pieces,
    "confidence": st.floats(0, 1),
    "claim": st.sampled_from(["reported", "disputed", "inferred"]),
}
days = st.dates(date(1900, 1, 1), date(2100, 1, 1))
parts = st.builds(
    Participation,
    actor=actors,
    role=st.sampled_from(ROLES),
    person=maybe,
    post=st.none() | words | st.sampled_from(["foreign minister", "Foreign Minister"]),
    body=maybe,
    evidence=st.lists(pieces, max_size=1).map(tuple),
)
items = st.builds(AgendaItem, subject=words, issues=issues, **shared)
events = st.builds(
    lambda span, **fields: Event(earliest=span and span[0], latest=span and span[1], **fields),
    st.none() | st.lists(days, min_size=2, max_size=2).map(sorted),
    kind=st.sampled_from(list(EVENT_KINDS)),
    status=st.sampled_from(EVENT_STATUSES),
    participations=st.lists(parts, min_size=1, max_size=3).map(tuple),
    date_text=maybe,
    place=maybe,
    place_en=st.none() | words | st.sampled_from(["Astana", "ASTANA", "New York", "A Place Nobody Lists"]),
    venue=maybe,
    round=st.none() | st.integers(1, 99),
    series=maybe,
    concerns=actor_lists,
    agenda=st.lists(items, max_size=2).map(tuple),
    **shared,
)
all_records = st.builds(
    records,
    article=st.builds(
        Article,
        key=words,
        text=st.just(TEXT),
        language=st.sampled_from(["ar", "en"]),
        published=st.none() | days,
        updated=st.none() | st.datetimes(datetime(1970, 1, 1), timezones=st.sampled_from([None, UTC])),
        outlet=maybe,
        dateline=maybe,
        title=maybe,
        url=maybe | st.just("https://example.org/a?b=ج"),
        path=maybe,
        evidence=some_pieces,
    ),
    actors=st.lists(
        st.builds(
            lambda actor, **fields: Actor(
                id=actor, kind="state" if actor in {"PSE", "KAZ", "QAT"} else "organization", **fields
            ),
            actors,
            name=maybe,
            **shared,
        ),
        max_size=3,
    ).map(tuple),
    events=st.lists(events, max_size=2).map(tuple),
    positions=st.lists(
        st.builds(
            Position,
            holders=some_actors,
            stance=st.sampled_from(list(STANCES)),
            issue=words,
            issues=issues,
            target=actor_lists,
            favours=actor_lists,
            disfavours=actor_lists,
            speaker=maybe,
            **shared,
        ),
        max_size=2,
    ).map(tuple),
    posts=st.lists(
        st.builds(
            PostHolding,
            person=words,
            post=words,
            actor=actors,
            post_text=maybe,
            titles=st.lists(words, max_size=2).map(tuple),
            **shared,
        ),
        max_size=2,
    ).map(tuple),
    memberships=st.lists(
        st.builds(
            Membership, member=actors, organization=actors, role=st.sampled_from(MEMBER_ROLES), **shared
        ),
        max_size=2,
    ).map(tuple),
    agreements=st.lists(
        st.builds(Agreement, parties=some_actors, title=words, signed=st.none() | events, **shared),
        max_size=2,
    ).map(tuple),
    commitments=st.lists(
        st.builds(Commitment, makers=some_actors, undertaking=words, foresees=st.none() | events, **shared),
        max_size=2,
    ).map(tuple),
)


@settings(max_examples=60, deadline=None, phases=[Phase.explicit, Phase.reuse, Phase.generate])
@given(all_records)
def test_any_records_come_back_as_they_went_in(found: ArticleRecords) -> None:
    assert there_and_back(found) == canonical(found)


def test_two_events_may_have_the_same_subject_on_their_agenda() -> None:
    item = AgendaItem(evidence=(piece(),), subject="peace")
    parts = (Participation(actor="KAZ"),)
    one = Event(evidence=(piece(),), kind="visit", status="held", participations=parts, agenda=(item,))
    two = Event(evidence=(piece(),), kind="call", status="held", participations=parts, agenda=(item,))
    assert there_and_back(records(events=(one, two))).events == (one, two)


def test_the_same_records_give_the_same_quads() -> None:
    event = Event(
        evidence=(piece(),), kind="visit", status="held", participations=(Participation(actor="KAZ"),)
    )
    assert list(records_to_quads(records(events=(event,)))) == list(
        records_to_quads(records(events=(event,)))
    )


def test_a_foreseen_event_that_is_listed_too_is_one_node() -> None:
    event = Event(
        evidence=(piece(),), kind="summit", status="planned", participations=(Participation(actor="KAZ"),)
    )
    promise = Commitment(evidence=(piece(3, 9),), makers=("KAZ",), undertaking="x", foresees=event)
    found = there_and_back(records(events=(event,), commitments=(promise,)))
    assert found.events == (event,)
    assert found.commitments[0].foresees == event


def test_a_guest_and_a_host_keep_who_went_to_whom() -> None:
    parts = (Participation(actor="PSE", role="source"), Participation(actor="KAZ", role="target"))
    event = Event(evidence=(piece(),), kind="visit", status="held", participations=parts)
    quads = list(records_to_quads(records(events=(event,))))
    roles = {q.object.value.removeprefix(SCHEME) for q in quads if q.predicate.value == ONTOLOGY + "hasRole"}
    assert roles == {"role-guest", "role-host"}
    assert there_and_back(records(events=(event,))).events[0].target == ("KAZ",)


def test_what_is_written_with_is_in_the_ontology() -> None:
    known = {
        q.subject.value
        for name in ("core.ttl", "schemes.ttl", "issues.ttl")
        for q in parse(path=str(ontology_dir() / name), format=RdfFormat.TURTLE)
        if isinstance(q.subject, NamedNode)
    }
    used = set()
    for kind in EVENT_KINDS:
        parts = tuple(
            Participation(actor="KAZ", role=role, person="P", post="foreign minister", body="B")
            for role in ROLES
        )
        for status in EVENT_STATUSES:
            event = Event(
                evidence=(piece(about="place"), piece(about="date")),
                kind=kind,
                status=status,
                participations=parts,
                earliest=date(2017, 1, 1),
                latest=date(2017, 1, 1),
                date_text="d",
                place="p",
                place_en="Astana",
                venue="v",
                round=1,
                series="s",
                concerns=("OIC",),
                agenda=(AgendaItem(evidence=(piece(),), subject="s", issues=("settlements",)),),
            )
            used |= set(records_to_quads(records(events=(event,))))
    for stance in STANCES:
        view = Position(
            evidence=(piece(),), holders=("KAZ",), stance=stance, issue="i", speaker="x", target=("PSE",),
            favours=("PSE",), disfavours=("ISR",), issues=("settlements",),
        )  # fmt: skip
        used |= set(records_to_quads(records(positions=(view,))))
    members = tuple(
        Membership(evidence=(piece(),), member="KAZ", organization="OIC", role=role) for role in MEMBER_ROLES
    )
    post = PostHolding(
        evidence=(piece(),), person="x", post="envoy", actor="KAZ", post_text="y", titles=("z",)
    )
    deal = Agreement(evidence=(piece(),), parties=("KAZ", "PSE"), title="t", signed=event)
    promise = Commitment(evidence=(piece(),), makers=("KAZ",), undertaking="u", foresees=event)
    actor = Actor(evidence=(piece(),), id="KAZ", kind="state", name="n")
    article = Article(
        key="k", text=TEXT, language="ar", published=date(2017, 1, 1), updated=datetime(2017, 1, 1, 1),
        outlet="MAAN-X", dateline="d", title="t", url="https://example.org/", path="p",
        evidence=(piece(about="outlet"),),
    )  # fmt: skip
    rest = records(
        article,
        actors=(actor,),
        posts=(post,),
        memberships=members,
        agreements=(deal,),
        commitments=(promise,),
    )
    used |= set(records_to_quads(rest, reader_version="1"))
    terms = {
        node.value
        for quad in used
        for node in (quad.predicate, quad.object)
        if isinstance(node, NamedNode) and node.value.startswith((ONTOLOGY, SCHEME))
    }
    assert terms - known == set()


@pytest.mark.parametrize(
    ("earliest", "latest", "label"),
    [
        (None, date(2017, 7, 8), "Consultation: Kazakhstan – Palestine, Ramallah, until 2017-07-08"),
        (date(2018, 1, 1), date(2018, 12, 31), "Consultation: Kazakhstan – Palestine, Ramallah, 2018"),
        (date(2017, 9, 1), date(2017, 9, 30), "Consultation: Kazakhstan – Palestine, Ramallah, 2017-09"),
        (date(2017, 9, 1), date(2017, 9, 1), "Consultation: Kazakhstan – Palestine, Ramallah, 2017-09-01"),
        (date(2017, 9, 1), date(2017, 9, 4), "Consultation: Kazakhstan – Palestine, Ramallah, 2017-09-01 to 2017-09-04"),  # noqa: E501
        (date(2017, 9, 1), None, "Consultation: Kazakhstan – Palestine, Ramallah, from 2017-09-01"),
        (None, None, "Consultation: Kazakhstan – Palestine, Ramallah"),
    ],
)  # fmt: skip
def test_events_are_labelled_by_what_who_where_and_when(
    earliest: date | None, latest: date | None, label: str
) -> None:
    event = Event(
        evidence=(piece(),),
        kind="consultation",
        status="held",
        participations=(Participation(actor="KAZ"), Participation(actor="PSE")),
        earliest=earliest,
        latest=latest,
        place="رام الله",
        place_en="Ramallah",
    )
    assert event_label(event, "en") == label
    assert event_label(event, "ar").startswith("مشاورات: كازاخستان – فلسطين، رام الله")


def test_quads_of_another_article_are_not_taken_for_this_one(tmp_path: Path) -> None:
    from graph.exc import NotFoundError

    with pytest.raises(NotFoundError, match="test/2"):
        quads_to_records(records_to_quads(records()), Namespace().article("test/2"))


def test_text_is_stored_as_it_is() -> None:
    quads = list(records_to_quads(records()))
    (text,) = [q.object for q in quads if q.predicate.value == ONTOLOGY + "text"]
    assert text == Literal(TEXT, language="ar")
