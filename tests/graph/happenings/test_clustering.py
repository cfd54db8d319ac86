"""Clusters follow from the set of reports."""

from collections.abc import Callable

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
