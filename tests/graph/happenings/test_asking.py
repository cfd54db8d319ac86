"""Lists, pairs and counts take a happening once and show all its reports."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from graph import lookups
from graph.evaluate import read_reports
from graph.export.projection import project
from graph.export.selection import Selection
from graph.ingest import ingest_article
from graph.store import Store, open_store

GOLD = Path(__file__).parents[3] / "data" / "gold"


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    store = open_store(":memory:")
    for reported in read_reports(GOLD):
        if reported.article.key.startswith(("jordan", "cyprus", "kenya", "armenia")):
            ingest_article(store, reported.article)
    yield store


def found(store: Store, *participants: str, **where: object) -> list[lookups.EventView]:
    wanted = lookups.EventFilter(participants=participants, **where)  # type: ignore[arg-type]
    return lookups.events(store, wanted).items


def talks(store: Store, **where: object) -> list[lookups.EventView]:
    return [event for event in found(store, "JOR", "NOR", **where) if event.type != "praise"]


def test_a_happening_is_one_event_with_all_its_reports(store: Store) -> None:
    monday, thursday = talks(store)
    assert [len(monday.reports), len(thursday.reports)] == [4, 3]
    assert monday.told and (monday.told.outlets, monday.told.claim) == (3, "corroborated")
    assert monday.id in {report.id for report in monday.reports}
    days = [report.published for report in monday.reports]
    assert days == sorted(days, key=str)
    for report in monday.reports:
        text = lookups.article(store, report.article).article.text or ""
        assert text[report.start : report.end] == report.quote


def test_every_report_can_be_listed_alone(store: Store) -> None:
    assert len(talks(store, every_report=True)) == 7


def test_a_participant_that_one_report_alone_names_finds_the_happening(store: Store) -> None:
    (event,) = found(store, "KWT", "ARM")
    assert len(event.reports) == 2


def test_an_event_is_found_by_its_own_key_and_by_its_happening_s(store: Store) -> None:
    event = talks(store)[0]
    assert lookups.event(store, event.id.rsplit("/", 1)[-1]) == event
    assert lookups.event(store, str(event.happening).rsplit("/", 1)[-1]) == event
    assert lookups.event(store, str(event.happening)) == event
    other = next(report for report in event.reports if report.id != event.id)
    assert lookups.event(store, other.id).happening == event.happening


def test_what_outlets_disagree_on_is_shown_side_by_side(store: Store) -> None:
    (event,) = found(store, "CYP", "LBN")
    assert event.told and event.told.disagreements == ["latestDate"]
    assert {r.outlet: r.latest for r in event.reports if r.status == "held"} == {
        "Levant Wire": date(2023, 5, 9),
        "صحيفة الضفتين": date(2023, 5, 10),
    }


def test_overdue_plans_can_be_asked_for(store: Store) -> None:
    (plan,) = found(store, overdue=date(2023, 1, 1))
    assert {part.actor.key for part in plan.participants} == {"KEN", "VNM"}
    assert found(store, overdue=date(2022, 11, 20)) == []


def test_pairs_and_counts_take_a_happening_once(store: Store) -> None:
    (pair,) = [p for p in lookups.pairs(store).items if p.key == "JOR-NOR"]
    relation = lookups.relation(store, "JOR", "NOR")
    meetings = [event for event in relation.events if event.type == "meeting"]
    assert len(meetings) == 2
    assert pair.events == relation.summary.events
    assert pair.articles == 7
    stats = lookups.stats(store)
    assert stats.event_types["meeting"] < stats.records["Report"]
    assert stats.records["Event"] == sum(stats.event_types.values())
    cells = {frozenset({cell.a, cell.b}): cell.value for cell in lookups.matrix(store, "events").cells}
    assert 1 in cells.values() and max(cells.values()) <= 3


def test_an_added_up_export_counts_happenings(store: Store) -> None:
    graph = project(store, Selection(between=("JOR", "NOR"), aggregated=True))
    weights = {data["kind"]: data["weight"] for _, _, data in graph.edges(data=True)}
    assert sum(weights.values()) < len(found(store, "JOR", "NOR", every_report=True))
