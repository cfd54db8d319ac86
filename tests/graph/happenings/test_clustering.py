"""Clusters follow from the set of reports."""

import random
from collections.abc import Callable
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from graph.happenings import Judgements, Report, components
from tests.graph.happenings.conftest import _report

Make = Callable[..., Report]


def clusters(reports: list[Report], judged: Judgements | None = None) -> list[list[str]]:
    return [
        [r.iri.rsplit("/", 1)[-1] for r in cluster]
        for found in components(reports, judged)
        for cluster in found
    ]


def pair(one: str, other: str) -> frozenset[tuple[str, str]]:
    return frozenset({(f"https://example.org/event/{one}", f"https://example.org/event/{other}")})


SOME = [
    _report("a"),
    _report("b", outlet="x"),
    _report("c", on=("2022-03-05", "2022-03-10")),
    _report("d", on="2022-03-10"),
    _report("e", "visit", "planned", on="2022-04-01", published="2022-03-20"),
    _report("f", "visit", "postponed", on=None, published="2022-03-25"),
    _report("g", "visit", on="2022-04-20", people={"JOR": ("Samer Haddadin", "post/JOR-king")}),
    _report("h", actors=("OMN", "KEN"), round=4),
    _report("i", actors=("OMN", "KEN"), round=5, on="2022-03-08"),
]


@settings(max_examples=40, deadline=None)
@given(st.permutations(SOME))
def test_the_order_of_reports_changes_nothing(reports: list[Report]) -> None:
    assert clusters(reports) == clusters(SOME)


@settings(max_examples=30, deadline=None)
@given(st.sets(st.sampled_from(range(len(SOME)))))
def test_a_component_is_divided_the_same_alone(chosen: set[int]) -> None:
    """So that renewing the components that a change touches gives what dividing everything would."""
    reports = [SOME[n] for n in chosen]
    together = components(reports)
    alone = [
        found for members in together for found in components([r for cluster in members for r in cluster])
    ]
    assert together == alone


def test_a_report_that_fits_two_meetings_does_not_make_them_one(report: Make) -> None:
    found = clusters(
        [report("a"), report("b", on="2022-03-10"), report("c", on=("2022-03-06", "2022-03-11"))]
    )
    assert sorted(map(len, found)) == [1, 2]
    assert ["a", "b"] not in found


def test_people_overrule_the_signs(report: Make) -> None:
    far = [report("a"), report("b", on="2022-05-01")]
    assert clusters(far) == [["a"], ["b"]]
    assert clusters(far, Judgements(merged=pair("a", "b"))) == [["a", "b"]]
    near = [report("a"), report("b")]
    assert clusters(near, Judgements(apart=pair("a", "b"))) == [["a"], ["b"]]
    third = [*near, report("c")]
    assert ["a", "b", "c"] not in clusters(third, Judgements(apart=pair("a", "b")))


def test_undated_reports_of_day_after_day_do_not_hang_together(report: Make) -> None:
    days = [date(2020, 6, 1) + timedelta(days=n) for n in range(600)]
    vague = [report(f"v{n:03}", on=None, published=str(day)) for n, day in enumerate(days)]
    again = [report(f"w{n:03}", on=None, published=str(day)) for n, day in enumerate(days)]
    found = components([*vague, *again])
    assert {tuple(r.iri[-3:] for r in group[0]) for group in found} == {(f"{n:03}",) * 2 for n in range(600)}


def test_no_component_of_what_happened_reaches_over_a_year(report: Make) -> None:
    days = [date(2020, 6, 1) + timedelta(days=n) for n in range(600)]
    vague = [report(f"v{n:03}", on=None, published=str(day), place="amman") for n, day in enumerate(days)]
    random.Random(3).shuffle(vague)
    found = components(vague)
    years = [{r.published.year for cluster in group for r in cluster if r.published} for group in found]
    assert [len(group) for group in years] == [1, 1, 1]
    assert max(sum(map(len, group)) for group in found) <= 366
    assert [[[r.iri for r in c] for c in g] for g in components(vague[::-1])] == [
        [[r.iri for r in c] for c in g] for g in found
    ]


def test_a_round_is_one_over_the_turn_of_the_year(report: Make) -> None:
    old = report("a", on=("2021-12-30", "2021-12-31"), round=4)
    new = report("b", on=("2021-12-31", "2022-01-01"), round=4)
    assert len(components([old, new])) == 1
