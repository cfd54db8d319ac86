"""What a cluster adds up to."""

from collections.abc import Callable
from datetime import date

import pytest

from graph.happenings import Report, happening_of

Make = Callable[..., Report]


def test_a_postponed_visit_that_took_place_is_held_on_its_later_day(report: Make) -> None:
    life = [
        report("c", "visit", on="2022-04-20", published="2022-04-21"),
        report("a", "visit", "planned", on="2022-03-07", published="2022-03-01"),
        report("b", "visit", "postponed", on=None, published="2022-03-05"),
    ]
    found = happening_of(life)
    assert (found.status, found.earliest, found.latest) == ("held", date(2022, 4, 20), date(2022, 4, 20))
    assert [r.status for r in found.reports] == ["planned", "postponed", "held"]
    assert found.disagreements == ()


def test_the_last_word_on_a_plan_stands_and_a_called_off_visit_keeps_its_day(report: Make) -> None:
    plan = report("a", "visit", "planned", on="2022-03-07", published="2022-03-01")
    off = report("b", "visit", "cancelled", on=None, published="2022-03-05")
    again = report("c", "visit", "planned", on="2022-03-09", published="2022-03-06")
    assert happening_of([plan, off]).status == "cancelled"
    assert happening_of([plan, off]).latest == date(2022, 3, 7)
    assert happening_of([plan, off, again]).status == "planned"
    assert happening_of([plan, off, again]).latest == date(2022, 3, 9)


def test_days_are_those_all_agree_on_and_a_disagreement_is_told(report: Make) -> None:
    agreed = happening_of(
        [report("a", on=("2022-03-05", "2022-03-10")), report("b", on=("2022-03-07", None))]
    )
    assert (agreed.earliest, agreed.latest) == (date(2022, 3, 7), date(2022, 3, 10))
    split = happening_of([report("a"), report("b", on="2022-03-08"), report("c", on="2022-03-08")])
    assert split.latest == date(2022, 3, 8)
    assert split.disagreements == ("latestDate",)
    assert len(split.conflicts) == 2


def test_confidence_is_combined_over_independent_outlets(report: Make) -> None:
    alone = happening_of([report("a", confidence=0.8), report("b", confidence=0.6, outlet="a")])
    assert (alone.outlets, alone.claim, alone.confidence) == (1, "reported", 0.8)
    both = happening_of([report("a", confidence=0.8), report("b", confidence=0.6)])
    assert (both.outlets, both.claim, both.confidence) == (2, "corroborated", 0.92)


def test_a_report_of_the_meeting_after_it_was_called_off_is_disputed(report: Make) -> None:
    held = report("a")
    off = report("b", status="cancelled", published="2022-03-08")
    found = happening_of([held, off])
    assert (found.status, found.claim, found.disagreements) == ("held", "disputed", ("hasEventStatus",))


def test_what_an_article_withdrew_does_not_count_beside_others(report: Make) -> None:
    gone = report("a", claim="withdrawn", on="2022-03-08")
    assert happening_of([gone]).claim == "withdrawn"
    assert happening_of([gone, report("b")]).latest == date(2022, 3, 7)


def test_the_report_shown_is_the_one_that_tells_most(report: Make) -> None:
    vague = report("a", on=("2022-03-01", "2022-03-31"))
    exact = report("b", people={"JOR": ("Samer Haddadin", "post/JOR-king")})
    assert happening_of([vague, exact]).shown is exact


def test_a_minister_here_and_his_deputy_there_are_a_disagreement_on_rank(report: Make) -> None:
    minister = report("a", people={"JOR": (None, "post/JOR-foreign-minister")})
    deputy = report("b", people={"JOR": (None, "post/JOR-deputy-foreign-minister")})
    found = happening_of([minister, deputy])
    assert found.disagreements == ("actsAs",)
    assert found.conflicts == ((minister.iri, deputy.iri),)
    assert happening_of([minister, report("c", people=minister_of("NOR"))]).disagreements == ()


def minister_of(state: str) -> dict[str, tuple[None, str]]:
    return {state: (None, f"post/{state}-foreign-minister")}


@pytest.mark.parametrize(
    ("one", "other", "language", "told"),
    [
        ("They signed three agreements.", "The sides signed 5 agreements.", "en", {"three agreements", "5 agreements"}),
        ("وقعا ثلاث اتفاقيات", "جرى توقيع ٤ اتفاقيات", "ar", {"ثلاث اتفاقيات", "٤ اتفاقيات"}),
        ("They met for 3 days in 2018.", "They met for 4 days in 2018.", "en", set()),
        ("They met on 7 March.", "They met on 8 March.", "en", set()),
        ("1,200 visas", "1200 visas", "en", set()),
    ],
)  # fmt: skip
def test_numbers_of_one_thing_are_held_against_each_other(
    report: Make, one: str, other: str, language: str, told: set[str]
) -> None:
    a = report("a", quote=one, language=language)
    b = report("b", quote=other, language=language)
    found = happening_of([a, b])
    assert {words for _, _, words in found.numbers} == told
    assert found.disagreements == (("numberTold",) if told else ())
    assert happening_of([a, report("c", quote=other, language="fr")]).numbers == ()
