"""What a pair adds up to: counts, series, comparisons, organizations on a day, promises kept, the timeline."""

from datetime import date

import pytest

from graph import lookups
from graph.ingest import ingest
from graph.model import (
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

TEXT = "Words of an article that records stand on, long enough for some quotes of every kind."


def piece(start: int) -> tuple[Evidence, ...]:
    return (Evidence(TEXT, start, start + 5, "hand"),)


def event(kind: str, day: date | None, start: int, status: str = "held", until: date | None = None) -> Event:
    return Event(
        kind=kind,
        status=status,
        participations=(
            Participation(actor="FRA", person="Jeanne Nobody", post="foreign minister"),
            Participation(actor="EGY"),
        ),
        earliest=day,
        latest=until or day,
        evidence=piece(start),
    )


def add(store: Store, key: str, published: date, **kinds: object) -> None:
    def read(article: Article) -> ArticleRecords:
        return ArticleRecords(article=article, **kinds)  # type: ignore[arg-type]

    (result,) = ingest(store, [Source(key, TEXT, published=published)], read=read)
    assert result.message is None


@pytest.fixture
def store(sample_store: Store) -> Store:
    visit = event("visit", date(2020, 1, 1), 10, "planned", date(2020, 12, 31))
    never = event("summit", date(2020, 1, 1), 12, "planned", date(2020, 6, 30))
    add(
        sample_store,
        "p/1",
        date(2019, 12, 1),
        events=(
            event("meeting", date(2019, 11, 5), 0),
            event("accusation", date(2019, 11, 20), 2),
            event("meeting", date(2019, 1, 1), 4, until=date(2019, 12, 1)),
            event("summit", None, 6),
            visit,
            never,
        ),
        positions=(
            Position(
                evidence=piece(0), holders=("EGY",), stance="condemns", issue="x", issues=("settlements",)
            ),
            Position(
                evidence=piece(1), holders=("FRA",), stance="supports", issue="y", issues=("settlements",)
            ),
            Position(
                evidence=piece(2), holders=("FRA",), stance="supports", issue="z", issues=("terrorism",)
            ),
            Position(
                evidence=piece(3), holders=("EGY",), stance="welcomes", issue="u", issues=("terrorism",)
            ),
            Position(
                evidence=piece(4), holders=("EGY", "FRA"), stance="supports", issue="j", issues=("syria",)
            ),
        ),
        posts=(PostHolding(evidence=piece(0), person="Jeanne Nobody", post="foreign minister", actor="FRA"),),
        commitments=(
            Commitment(evidence=piece(0), makers=("FRA", "EGY"), undertaking="to visit", foresees=visit),
            Commitment(evidence=piece(1), makers=("FRA", "EGY"), undertaking="to confer", foresees=never),
        ),
    )
    add(sample_store, "p/2", date(2020, 5, 2), events=(event("visit", date(2020, 5, 1), 0),))
    return sample_store


@pytest.fixture
def found(store: Store) -> lookups.RelationView:
    return lookups.relation(store, "FRA", "EGY")


def test_events_are_counted_by_kind_and_status(found: lookups.RelationView) -> None:
    kinds = {count.type: count for count in found.kinds}
    assert kinds["visit"].statuses == {"held": 1}, "the planned visit is the one that was held"
    assert kinds["meeting"].events == 2 and kinds["meeting"].plover == "CONSULT"
    assert sum(count.events for count in found.kinds) == found.summary.events == 6


def test_a_month_takes_only_what_happened_and_is_known_to_within_it(found: lookups.RelationView) -> None:
    series = {month.month: month for month in found.series}
    assert series.keys() == {"2019-11", "2020-05"}
    november = series["2019-11"]
    assert november.events == 2 and november.cooperation > 0 > november.conflict
    assert november.mean == pytest.approx((november.cooperation + november.conflict) / 2)


def test_years_count_events_and_positions_apart(found: lookups.RelationView) -> None:
    years = {year.year: year for year in found.years}
    assert (years[2019].events, years[2019].positions) == (3, 1)
    assert years[2020].events == 2, "what is planned within the year counts too, and once it was held no more"


def test_positions_are_compared_by_issue(found: lookups.RelationView) -> None:
    verdicts = {c.issue.key: c.verdict for c in found.comparisons}
    assert verdicts == {"settlements": "differing", "terrorism": "shared", "syria": "shared"}
    terrorism = next(c for c in found.comparisons if c.issue.key == "terrorism")
    assert {p.issue for p in terrorism.a} == {"u"} and {p.issue for p in terrorism.b} == {"z"}


def test_a_promise_is_kept_when_a_held_event_of_its_kind_falls_into_its_days(
    found: lookups.RelationView,
) -> None:
    promises = {c.undertaking: c for c in found.commitments}
    assert promises["to visit"].kept and promises["to visit"].due == date(2020, 12, 31)
    assert promises["to visit"].kept_by == [
        e.id for e in found.events if e.type == "visit" and e.status == "held"
    ]
    assert not promises["to confer"].kept and promises["to confer"].due == date(2020, 6, 30)


def test_the_sample_s_second_round_is_still_open(store: Store) -> None:
    (promise,) = lookups.relation(store, "KAZ", "PSE").commitments
    assert promise.due == date(2018, 12, 31) and not promise.kept


def test_people_are_named_with_how_often_they_act(found: lookups.RelationView) -> None:
    (person,) = found.people
    assert person.actor and person.actor.key == "FRA"
    assert (person.events, person.positions) == (6, 0)
    assert [post.labels["en"] for post in person.posts] == ["foreign minister"]


def test_organizations_are_shared_on_a_day_or_not(store: Store) -> None:
    before = {
        s.organization.key: s
        for s in lookups.relation(store, "EGY", "FRA", on=date(1945, 1, 1)).shared_organizations
    }
    after = {
        s.organization.key: s
        for s in lookups.relation(store, "EGY", "FRA", on=date(2010, 1, 1)).shared_organizations
    }
    assert (before["UN"].on, after["UN"].on, after["UN"].now) == (False, True, True)


def test_a_membership_known_by_its_year_says_so_and_names_its_source(store: Store) -> None:
    members = lookups.organization(store, "OIC").members
    coarse = [m for m in members if m.start_text]
    assert coarse, "some start is known only by its year or month"
    for membership in coarse:
        assert membership.start_date and str(membership.start_date).startswith(str(membership.start_text))
    listed = lookups.state(store, "KAZ").memberships
    assert any("list of members" in source for m in listed for source in m.sources)


def test_of_many_events_the_latest_are_given_and_all_counted(store: Store) -> None:
    short = lookups.relation(store, "FRA", "EGY", limit=2)
    assert short.truncated and len(short.events) == 2 and short.summary.events == 6
    assert not lookups.relation(store, "FRA", "EGY").truncated


def test_the_timeline_has_everything_in_order_and_in_pages(store: Store) -> None:
    whole = lookups.timeline(store, "EGY", "FRA", limit=100).items
    days = [m.latest or m.earliest or date.max for m in whole]
    assert days == sorted(days)
    assert {"event", "position", "commitment"} <= {m.kind for m in whole}
    parts, after = [], None
    while True:
        page = lookups.timeline(store, "EGY", "FRA", limit=3, after=after)
        parts += page.items
        if (after := page.next) is None:
            break
    assert parts == whole
    spring = lookups.timeline(store, "EGY", "FRA", since=date(2020, 5, 1), until=date(2020, 5, 1)).items
    assert {(m.type, m.status) for m in spring} == {
        ("visit", "held"),
        ("summit", "planned"),
    }
