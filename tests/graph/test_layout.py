import math

from graph.layout import places

# two squares of four, joined inside and not with each other
SQUARES = [(a, b, 1.0) for group in (range(4), range(4, 8)) for a in group for b in group if a < b]


def test_linked_nodes_stand_nearer_than_others() -> None:
    spots = places(8, SQUARES)
    linked = {(a, b) for a, b, _ in SQUARES}
    near = [math.dist(spots[a], spots[b]) for a, b in linked]
    far = [math.dist(spots[a], spots[b]) for a in range(4) for b in range(4, 8)]
    assert sum(near) / len(near) < min(far)


def test_no_two_nodes_share_a_place_and_all_are_in_the_picture() -> None:
    spots = places(60, [(0, n, 3.0) for n in range(1, 60)])
    assert len(set(spots)) == 60
    assert max(abs(value) for spot in spots for value in spot) == 1.0


def test_the_same_graph_is_drawn_alike() -> None:
    assert places(8, SQUARES) == places(8, SQUARES)


def test_next_to_nothing_is_drawn_too() -> None:
    assert places(0, []) == []
    assert places(1, []) == [(0.0, 0.0)]
    assert len(places(2, [(0, 1, 5.0)])) == 2
