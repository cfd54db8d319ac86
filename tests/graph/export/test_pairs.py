import pytest

from graph.export.asking import End
from graph.export.pairs import Pair, pairs


def ends(*named: str) -> list[End]:
    """``"KAZ role-source"`` -> an end."""
    return [End(*name.split()) for name in named]


def test_two_parties_make_one_undirected_pair() -> None:
    found = list(pairs("event", ends("PSE role-party", "KAZ role-party", "PSE role-host", "KAZ role-chair")))
    assert found == [Pair("KAZ", "PSE", directed=False)]


@pytest.mark.parametrize(
    "act",
    [
        ("PSE role-giver", "KAZ role-recipient"),
        ("PSE role-source", "KAZ role-target"),
        ("PSE role-guest", "PSE role-source", "KAZ role-host", "KAZ role-target"),
    ],
)
def test_an_act_points_from_who_does_it_to_who_undergoes_it(act: tuple[str, ...]) -> None:
    assert list(pairs("event", ends(*act))) == [Pair("PSE", "KAZ", directed=True)]


def test_joint_doers_are_not_paired_but_a_mediator_is_with_each() -> None:
    found = list(pairs("event", ends("A role-source", "B role-source", "C role-target", "M role-mediator")))
    assert [p for p in found if p.directed] == [Pair("A", "C", directed=True), Pair("B", "C", directed=True)]
    assert {(p.source, p.target) for p in found if not p.directed} == {("A", "M"), ("B", "M"), ("C", "M")}


def test_a_summit_of_many_pairs_each_with_each() -> None:
    assert len(list(pairs("event", ends(*(f"S{n} role-party" for n in range(6)))))) == 15


def test_one_actor_alone_makes_no_pair() -> None:
    assert list(pairs("event", ends("KAZ role-host", "KAZ role-party"))) == []
    assert list(pairs("position", ends("KAZ isHeldBy", "KAZ hasTarget"))) == []


def test_a_position_points_from_each_holder_to_each_target() -> None:
    found = list(pairs("position", ends("KAZ isHeldBy", "PSE isHeldBy", "ISR hasTarget", "ISR disfavours")))
    assert found == [
        Pair("KAZ", "PSE", directed=False),
        Pair("KAZ", "ISR", directed=True, towards=-1),
        Pair("PSE", "ISR", directed=True, towards=-1),
    ]


@pytest.mark.parametrize(
    ("kind", "one", "other"),
    [
        ("membership", "hasMember", "inOrganization"),
        ("tie", "comesFrom", "goesTo"),
        ("post", "hasHolder", "isPostOf"),
    ],
)
def test_bonds_point_from_who_has_them(kind: str, one: str, other: str) -> None:
    assert list(pairs(kind, ends(f"Z {one}", f"A {other}"))) == [Pair("Z", "A", directed=True)]
