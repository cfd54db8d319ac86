"""What routes and terminal ask is answered from the graph that the reader built of the sample article."""

from datetime import date
from itertools import combinations

import pytest

from graph import lookups
from graph.exc import InputError, NotFoundError
from graph.identity import Namespace
from graph.ingest import ingest
from graph.lookups import EventFilter, PositionFilter
from graph.model import (
    Agreement,
    Article,
    ArticleRecords,
    Commitment,
    Event,
    Evidence,
    Participation,
    Position,
    PostHolding,
)
from graph.sources import Source
from graph.store import Store

TEXT = "Words of an article that records stand on, long enough for some quotes."


def piece(start: int = 0) -> tuple[Evidence, ...]:
    return (Evidence(TEXT, start, start + 5, "hand"),)


def add(store: Store, key: str, published: date | None = None, **kinds: object) -> None:
    """Put hand-made records into the store by the way all records go."""

    def read(article: Article) -> ArticleRecords:
        return ArticleRecords(article=article, **kinds)  # type: ignore[arg-type]

    (result,) = ingest(store, [Source(key, TEXT, published=published)], read=read)
    assert result.message is None


def event(day: date | None, *actors: str, kind: str = "meeting", start: int = 0, **fields: object) -> Event:
    parts = tuple(Participation(actor=actor) for actor in actors)
    given = {
        "kind": kind,
        "status": "held",
        "participations": parts,
        "earliest": day,
        "latest": day,
        **fields,
    }
    return Event(evidence=piece(start), **given)  # type: ignore[arg-type]


@pytest.fixture
def store(sample_store: Store) -> Store:
    signing = event(date(2018, 7, 31), "KAZ", "PSE", kind="signing", place="Astana", place_en="Astana")
    visit = Event(
        evidence=piece(3),
        kind="visit",
        status="planned",
        participations=(
            Participation(actor="EGY", role="source", person="Hassan Nobody", post="foreign minister"),
            Participation(actor="FRA", role="target"),
        ),
        earliest=date(2020, 1, 1),
        latest=date(2020, 12, 31),
    )
    add(
        store=sample_store,
        key="t/1",
        published=date(2018, 8, 1),
        events=(signing, visit, event(None, "EGY", "FRA", "DEU", kind="summit", start=6)),
        positions=(
            Position(
                evidence=piece(), holders=("EGY",), stance="condemns", issue="the siege", target=("ISR",)
            ),
            Position(
                evidence=piece(9), holders=("FRA",), stance="supports", issue="peace", issues=("settlements",)
            ),
        ),
        posts=(PostHolding(evidence=piece(), person="Hassan Nobody", post="foreign minister", actor="EGY"),),
        agreements=(Agreement(evidence=piece(), parties=("KAZ", "PSE"), title="Memorandum", signed=signing),),
        commitments=(Commitment(evidence=piece(), makers=("KAZ", "PSE"), undertaking="to meet again"),),
    )
    return sample_store


def test_a_relation_is_the_same_from_either_side(store: Store) -> None:
    found = lookups.relation(store, "PSE", "KAZ")
    assert found == lookups.relation(store, "كازاخستان", "Palestine")
    assert found.summary.key == "KAZ-PSE"
    assert found.events[0].type == "consultation"
    assert "signing" in [e.type for e in found.events]
    days = [e.latest for e in found.events if e.latest]
    assert days == sorted(days)
    assert len(found.events) == found.summary.events
    assert len(found.positions) == found.summary.positions
    assert [a.title for a in found.agreements] == ["Memorandum"]
    assert "to meet again" in [c.undertaking for c in found.commitments]
    assert [a.published for a in found.articles] == [date(2018, 8, 1), date(2017, 7, 8)]
    assert "CICA" in [s.organization.key for s in found.shared_organizations]
    assert {h.actor.key for h in found.posts if h.actor} == {"KAZ", "PSE"}


def test_every_record_of_an_article_opens_its_words(store: Store) -> None:
    found = lookups.relation(store, "KAZ", "PSE")
    texts = {a.id: lookups.article(store, a.id).article.text or "" for a in found.articles}
    records = [*found.events, *found.positions, *found.agreements, *found.commitments]
    assert records
    for record in records:
        assert record.start is not None
        assert texts[str(record.article)][record.start : record.end] == record.quote


def test_the_newest_come_first_when_asked_and_undated_last_either_way(store: Store) -> None:
    up = [e.latest or e.earliest for e in lookups.events(store).items]
    down = [e.latest or e.earliest for e in lookups.events(store, newest_first=True).items]
    dated = [day for day in up if day]
    assert dated == sorted(dated) and up[-1] is None
    assert [day for day in down if day] == sorted(dated, reverse=True) and down[-1] is None
    parts, after = [], None
    while True:
        page = lookups.events(store, newest_first=True, limit=3, after=after)
        parts += page.items
        if (after := page.next) is None:
            break
    assert parts == lookups.events(store, newest_first=True).items


def test_facets_count_what_the_filters_take(store: Store) -> None:
    where = EventFilter(participants=["EGY"])
    found = lookups.divide(store, where, ["type", "status", "participant", "year"])
    assert found.count == len(lookups.events(store, where).items) == 2
    assert {v.key: v.count for v in found.facets["type"]} == {"visit": 1, "summit": 1}
    assert {v.key: v.count for v in found.facets["participant"]} == {"EGY": 2, "FRA": 2, "DEU": 1}
    assert {v.key: v.count for v in found.facets["year"]} == {"2020": 1}
    assert all(v.labels["ar"] for v in found.facets["status"])
    held = lookups.divide(store, PositionFilter(target="ISR"), ["holder", "polarity", "stance"])
    assert {v.key: v.count for v in held.facets["holder"]} == {"EGY": 1, "KAZ": 1}
    assert sum(v.count for v in held.facets["polarity"]) == held.count == 2
    with pytest.raises(InputError):
        lookups.divide(store, where, ["colour"])


def test_states_are_listed_with_counts_and_followed_by_cursor(store: Store) -> None:
    everything = lookups.states(store)
    codes = [s.code for s in everything.items]
    assert codes == sorted(codes)
    assert {"KAZ", "PSE", "EGY", "FRA", "DEU"} <= set(codes)
    (egypt,) = [s for s in everything.items if s.code == "EGY"]
    assert (egypt.events, egypt.positions) == (2, 1)
    walked, after = [], None
    while True:
        page = lookups.states(store, limit=2, after=after)
        walked += page.items
        after = page.next
        if after is None:
            break
    assert walked == everything.items


def test_events_and_their_cursor_keep_one_order(store: Store) -> None:
    everything = lookups.events(store)
    walked, after = [], None
    while True:
        page = lookups.events(store, limit=3, after=after)
        walked += page.items
        after = page.next
        if after is None:
            break
    assert [e.id for e in walked] == [e.id for e in everything.items]
    assert everything.next is None


def keys(page: lookups.Page[lookups.EventView]) -> list[str]:
    return sorted(e.type for e in page.items if e.article == Namespace().article("t/1"))


def test_events_are_narrowed_by_each_filter(store: Store) -> None:
    assert keys(lookups.events(store, EventFilter(participants=["EGY"]))) == ["summit", "visit"]
    assert keys(lookups.events(store, EventFilter(participants=["EGY", "ألمانيا"]))) == ["summit"]
    assert keys(lookups.events(store, EventFilter(type="visit"))) == ["visit"]
    assert keys(lookups.events(store, EventFilter(type="meet"))) == ["summit", "visit"]
    assert keys(lookups.events(store, EventFilter(status="planned"))) == ["visit"]
    assert keys(lookups.events(store, EventFilter(since=date(2018, 7, 31), until=date(2018, 7, 31)))) == [
        "signing"
    ]
    assert keys(lookups.events(store, EventFilter(since=date(2020, 6, 1), until=date(2020, 6, 30)))) == [
        "visit"
    ]
    assert keys(lookups.events(store, EventFilter(place="astana"))) == ["signing"]
    for wrong in (EventFilter(type="picnic"), EventFilter(status="perhaps")):
        with pytest.raises(InputError):
            lookups.events(store, wrong)
    with pytest.raises(InputError):
        lookups.events(store, after="§")
    with pytest.raises(InputError):
        lookups.events(store, limit=0)
    with pytest.raises(NotFoundError, match="Freedonia"):
        lookups.events(store, EventFilter(participants=["Freedonia"]))


def test_filters_give_together_what_each_gives_alone(store: Store) -> None:
    """Whichever condition the query begins with."""
    ours = {"type": "visit", "status": "planned", "participants": ["EGY"], "article": "t/1"}
    theirs = {"holder": "EGY", "stance": "condemns", "target": "ISR", "article": "t/1"}
    for conditions, ask, made in (
        (ours, lookups.events, EventFilter),
        (theirs, lookups.positions, PositionFilter),
    ):
        for number in range(1, len(conditions) + 1):
            for names in combinations(conditions, number):
                alone = [
                    {r.id for r in ask(store, made(**{name: conditions[name]})).items}  # type: ignore[operator]
                    for name in names
                ]
                found = ask(store, made(**{name: conditions[name] for name in names})).items  # type: ignore[operator]
                assert {r.id for r in found} == set.intersection(*alone), names


def test_an_event_tells_who_did_what_through_whom(store: Store) -> None:
    (visit,) = lookups.events(store, EventFilter(type="visit", participants=["EGY"])).items
    assert lookups.event(store, visit.id.rsplit("/", 1)[-1]) == visit
    guest, host = visit.participants
    assert (guest.actor.key, guest.role, guest.direction) == ("EGY", "guest", "source")
    assert guest.person is not None and guest.person.labels == {"en": "Hassan Nobody"}
    assert (host.actor.key, host.role, host.direction) == ("FRA", "host", "target")
    assert (visit.plover, visit.score, visit.type_labels["ar"]) == ("CONSULT", 4.0, "زيارة")


def test_positions_are_narrowed_by_each_filter(store: Store) -> None:
    def found(**filters: object) -> list[str]:
        page = lookups.positions(store, PositionFilter(**filters))  # type: ignore[arg-type]
        return sorted(p.issue for p in page.items if p.article == Namespace().article("t/1"))

    assert found() == ["peace", "the siege"]
    assert found(holder="EGY") == ["the siege"]
    assert found(stance="supports") == ["peace"]
    assert found(polarity=-1) == ["the siege"]
    assert found(target="Israel") == ["the siege"]
    assert found(issue="settlements") == ["peace"]
    assert found(issue="siege") == ["the siege"]
    assert found(since=date(2018, 8, 2)) == []
    (siege,) = lookups.positions(store, PositionFilter(holder="EGY")).items
    assert lookups.position(store, siege.id) == siege


def test_organizations_have_members_with_roles(store: Store) -> None:
    assert "CICA" in [o.key for o in lookups.organizations(store).items]
    cica = lookups.organization(store, "CICA")
    told = {(m.member.key, m.role) for m in cica.members if m.quote}
    assert told >= {("KAZ", "host"), ("PSE", "founding member")}
    with pytest.raises(NotFoundError):
        lookups.organization(store, "NO-SUCH-THING")


def test_people_have_their_posts(store: Store) -> None:
    people = {p.labels.get("en") or p.labels.get("ar"): p for p in lookups.people(store, limit=10_000).items}
    held = people["Hassan Nobody"]
    assert [h.post.labels["en"] for h in held.posts if h.quote] == ["foreign minister"]
    assert lookups.person(store, held.key) == held


def test_a_state_has_its_memberships_and_posts(store: Store) -> None:
    kazakhstan = lookups.state(store, "kaz")
    assert kazakhstan.code == "KAZ"
    assert "UNSC" in [m.organization.key for m in kazakhstan.memberships]
    assert "عقيل بيك كمالدينوف" in [h.person.labels.get("ar") for h in kazakhstan.posts]


def test_pairs_are_counted(store: Store) -> None:
    pairs = {p.key: p for p in lookups.pairs(store).items}
    assert {"KAZ-PSE", "EGY-FRA", "DEU-EGY", "DEU-FRA", "EGY-ISR"} <= pairs.keys()
    assert pairs["KAZ-PSE"].last == date(2018, 12, 31)
    assert pairs["KAZ-PSE"].first == date(2017, 7, 8)
    assert pairs["EGY-ISR"].first is None
    assert (pairs["EGY-FRA"].events, pairs["EGY-ISR"].positions) == (2, 1)
    assert next(iter(pairs)) == "KAZ-PSE", "the pair with most records comes first"
    of_egypt = [p.key for p in lookups.relations_of(store, "EGY").items]
    assert of_egypt == [k for k in pairs if "EGY" in k]
    first = lookups.pairs(store, limit=1)
    assert [p.key for p in lookups.pairs(store, limit=2, after=first.next).items] == list(pairs)[1:3]


def test_an_article_has_its_text_and_records_and_is_found_by_key(store: Store) -> None:
    found = lookups.article(store, "t/1")
    assert found.article.text == TEXT
    assert found.article.length == len(TEXT)
    assert (len(found.events), len(found.positions), len(found.posts)) == (3, 2, 1)
    assert [a.key for a in lookups.articles(store).items] == ["t/1", "articles/maan-2017-07-08.ar"]
    first = lookups.articles(store, limit=1)
    assert [a.key for a in lookups.articles(store, limit=1, after=first.next).items] == [
        "articles/maan-2017-07-08.ar"
    ]
    with pytest.raises(NotFoundError, match="no article"):
        lookups.article(store, "t/2")


def test_search_finds_names_in_any_spelling(store: Store) -> None:
    assert lookups.search(store, "kazakhstan")[0].thing.key == "KAZ"
    assert lookups.search(store, "kaz")[0].thing.key == "KAZ"
    assert "Kazakhstan" in [h.matched for h in lookups.search(store, "kazakh")]
    assert lookups.search(store, "فلسطين")[0].thing.key == "PSE"
    assert lookups.search(store, "اسرائيل")[0].thing.key == "ISR"
    assert "Hassan Nobody" in [h.matched for h in lookups.search(store, "nobody")]
    assert lookups.search(store, " ") == []
    assert len(lookups.search(store, "a", limit=3)) == 3


def test_a_name_that_is_no_state_is_told_with_what_comes_near(store: Store) -> None:
    assert lookups.state_code(store, "Kazakhstan") == "KAZ"
    assert lookups.state_code(store, "دولة فلسطين") == "PSE"
    with pytest.raises(NotFoundError, match="did you mean KAZ"):
        lookups.state_code(store, "Kazakhsten")
    with pytest.raises(NotFoundError, match="alpha-3"):
        lookups.state_code(store, "ZZZ")
    with pytest.raises(InputError, match="two states"):
        lookups.relation(store, "KAZ", "Kazakhstan")


def test_states_that_nothing_joins_have_an_empty_relation(store: Store) -> None:
    found = lookups.relation(store, "NRU", "TCD")
    assert (found.summary.events, found.events, found.articles) == (0, [], [])


def test_stats_count_what_articles_say(store: Store) -> None:
    found = lookups.stats(store)
    assert found.articles == 2
    assert found.records["Event"] == len(lookups.events(store).items)
    assert found.records["Position"] == len(lookups.positions(store).items)
    assert found.pairs == len(lookups.pairs(store).items)
    assert found.states == len(lookups.states(store).items)
    assert sum(found.event_types.values()) == found.records["Event"]
    assert found.languages == {"ar": 1, "en": 1}


def test_keys_that_no_iri_can_hold_are_not_found(store: Store) -> None:
    for ask in (lookups.event, lookups.position, lookups.person):
        with pytest.raises(NotFoundError):
            ask(store, "> ?p ?o } #")
