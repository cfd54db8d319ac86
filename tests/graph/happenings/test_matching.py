"""What makes two reports one happening, and what forbids it."""

from collections.abc import Callable

from graph.happenings import Report, alike, forbidden

Make = Callable[..., Report]
MINISTERS = {
    "JOR": ("Samer Haddadin", "post/JOR-foreign-minister"),
    "NOR": ("Ingrid Solvang", "post/NOR-foreign-minister"),
}
LEADERS = {"JOR": ("Faris", "post/JOR-king"), "NOR": ("Nils Berg", "post/NOR-prime-minister")}


def test_one_day_the_same_states_and_kind_are_enough(report: Make) -> None:
    assert alike(report("a"), report("b"))
    assert alike(report("a"), report("b", kind="consultation", place="amman"))


def test_two_meetings_in_one_week_are_two(report: Make) -> None:
    monday, thursday = report("a", people=MINISTERS), report("b", on="2022-03-10", people=MINISTERS)
    assert not alike(monday, thursday)
    assert forbidden(monday, thursday)


def test_a_day_apart_needs_more_than_the_same_ministers(report: Make) -> None:
    one, other = report("a", people=MINISTERS), report("b", on="2022-03-08", people=MINISTERS)
    assert not alike(one, other)
    assert not forbidden(one, other)
    rounds = [
        report(name, on=day, round=3, place="amman")
        for name, day in (("a", "2022-03-07"), ("b", "2022-03-08"))
    ]
    assert alike(*rounds)


def test_rounds_are_told_apart_and_joined_by_their_number(report: Make) -> None:
    assert forbidden(report("a", round=4), report("b", round=5))
    plan = report("a", status="planned", on=("2022-01-01", "2022-12-31"), round=4, published="2021-11-01")
    assert alike(plan, report("b", round=4))
    assert not alike(plan, report("b", on="2023-03-07", round=None))


def test_a_round_that_was_moved_is_the_same_round(report: Make) -> None:
    plan = report("a", "consultation", "planned", on="2022-03-07", published="2022-03-01", round=3)
    moved = report("b", "consultation", "planned", on="2022-03-21", published="2022-03-05", round=3)
    assert alike(plan, moved)
    assert alike(plan, report("c", "consultation", on="2022-03-22", round=3))
    assert not alike(plan, report("d", "consultation", "planned", on="2022-03-21", published="2022-03-05"))
    assert not alike(plan, report("e", "consultation", on="2023-03-22", round=3))


def test_other_persons_in_other_offices_met_for_themselves(report: Make) -> None:
    assert forbidden(report("a", people=MINISTERS), report("b", people=LEADERS))


def test_a_deputy_is_not_held_against_the_minister(report: Make) -> None:
    deputy = {"JOR": (None, "post/JOR-deputy-foreign-minister")}
    assert not forbidden(
        report("a", people={"JOR": (None, "post/JOR-foreign-minister")}), report("b", people=deputy)
    )


def test_a_plan_is_joined_with_what_was_held_within_its_days_only(report: Make) -> None:
    plan = report("a", "visit", "planned", on="2022-03-07", published="2022-03-01")
    assert alike(plan, report("b", "visit"))
    assert not alike(plan, report("b", "visit", on="2022-03-20"))


def test_what_was_put_off_is_joined_with_the_plan_and_with_the_later_visit(report: Make) -> None:
    who = {"JOR": ("Samer Haddadin", "post/JOR-foreign-minister")}
    plan = report("a", "visit", "planned", on="2022-03-07", published="2022-03-01", people=who)
    off = report("b", "visit", "postponed", on=None, published="2022-03-05", people=who)
    late = report("c", "visit", on="2022-04-20", people=who)
    assert alike(plan, off)
    assert alike(off, late)
    assert not alike(plan, late)
    assert not forbidden(plan, late)


def test_a_visit_called_off_is_not_the_one_held_later(report: Make) -> None:
    off = report("b", "visit", "cancelled", on="2022-03-07", published="2022-03-05")
    assert not alike(off, report("c", "visit", on="2022-04-20"))


def test_a_host_or_mediator_may_go_unmentioned(report: Make) -> None:
    bare = report("a", "consultation", actors=("ARM", "AZE"), place="kuwait-city")
    assert alike(bare, report("b", actors=("KWT", "ARM", "AZE")))
    assert not alike(report("a", actors=("ARM", "AZE")), report("b", actors=("RUS", "ARM")))


def test_two_sides_of_an_act_cannot_be_exchanged(report: Make) -> None:
    there = report("a", "accusation", roles={"JOR": "source", "NOR": "target"})
    back = report("b", "accusation", roles={"JOR": "target", "NOR": "source"})
    assert forbidden(there, back)


def test_acts_of_words_need_more_than_a_day(report: Make) -> None:
    assert not alike(report("a", "praise"), report("b", "praise"))
    assert alike(report("a", "praise", people=MINISTERS), report("b", "praise", people=MINISTERS))


def test_two_countries_are_two_places(report: Make) -> None:
    assert forbidden(report("a", place="amman"), report("b", place="muscat"))


def test_events_of_one_article_are_what_the_reader_made_them(report: Make) -> None:
    one, other = report("a", article="x"), report("b", article="x")
    assert not alike(one, other)
    assert forbidden(one, other)
