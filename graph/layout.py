"""Where the nodes of a graph stand in a drawing: linked ones near each other, all apart.

The method is Fruchterman and Reingold's (Graph Drawing by Force-directed Placement, 1991), from fixed places on
a spiral, so that the same graph is always drawn alike. A node that many others deal with would draw all of them
into one knot: links to it pull less (as in ForceAtlas2, Jacomy and others, 2014, with hubs dissuaded), and at the
end nodes are moved outward until each ring of the picture holds as many as its room. Plain Python: 200 nodes take
less than half a second.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

_ROUNDS = 50
_OWN = 0.35  # how much of a node's distance from the middle is its own; the rest follows from its rank
_GOLDEN = math.pi * (3 - math.sqrt(5))


def places(size: int, links: Sequence[tuple[int, int, float]]) -> list[tuple[float, float]]:
    """Places of ``size`` nodes in a square from -1 to 1; a link is two nodes and a weight above none."""
    if size < 2:
        return [(0.0, 0.0)] * size
    radius = [math.sqrt((i + 0.5) / size) for i in range(size)]
    x = [radius[i] * math.cos(i * _GOLDEN) for i in range(size)]
    y = [radius[i] * math.sin(i * _GOLDEN) for i in range(size)]
    ideal = math.sqrt(4 / size)
    pulls = _pulls(size, links)
    for turn in range(_ROUNDS):
        push_x, push_y = _repulsion(x, y, ideal)
        _attraction(x, y, push_x, push_y, pulls, ideal)
        step = 0.15 * (1 - turn / _ROUNDS) + 0.002
        for i in range(size):
            # a light pull to the middle keeps parts that no link joins in the picture
            push_x[i] -= x[i] * ideal * 2
            push_y[i] -= y[i] * ideal * 2
            length = math.hypot(push_x[i], push_y[i]) or 1.0
            x[i] += push_x[i] / length * min(length, step)
            y[i] += push_y[i] / length * min(length, step)
    return _spread(x, y)


def _pulls(size: int, links: Sequence[tuple[int, int, float]]) -> list[tuple[int, int, float]]:
    """How strongly each link pulls: by its weight, and less the more others its ends are linked to."""
    degree = [0] * size
    for i, j, _ in links:
        degree[i] += 1
        degree[j] += 1
    return [
        (i, j, (1 + math.log(weight)) * 0.3 / math.sqrt(max(degree[i], degree[j]))) for i, j, weight in links
    ]


def _spread(x: list[float], y: list[float]) -> list[tuple[float, float]]:
    """Places from -1 to 1 in the same directions and order from the middle, about as dense there as outside."""
    size = len(x)
    far = [math.hypot(a, b) for a, b in zip(x, y, strict=True)]
    widest = max(far) or 1.0
    stretch = [1.0] * size
    for rank, i in enumerate(sorted(range(size), key=far.__getitem__)):
        radius = _OWN * far[i] / widest + (1 - _OWN) * math.sqrt((rank + 0.5) / size)
        stretch[i] = radius / (far[i] or 1.0)
    spots = [(a * by, b * by) for a, b, by in zip(x, y, stretch, strict=True)]
    widest = max(abs(value) for spot in spots for value in spot) or 1.0
    return [(round(a / widest, 4), round(b / widest, 4)) for a, b in spots]


def _repulsion(x: list[float], y: list[float], ideal: float) -> tuple[list[float], list[float]]:
    size = len(x)
    push_x, push_y = [0.0] * size, [0.0] * size
    strength = 2 * ideal * ideal
    for i in range(size):
        xi, yi = x[i], y[i]
        for j in range(i + 1, size):
            dx, dy = xi - x[j], yi - y[j]
            force = strength / (dx * dx + dy * dy + 1e-6)
            push_x[i] += dx * force
            push_y[i] += dy * force
            push_x[j] -= dx * force
            push_y[j] -= dy * force
    return push_x, push_y


def _attraction(
    x: list[float],
    y: list[float],
    push_x: list[float],
    push_y: list[float],
    pulls: Sequence[tuple[int, int, float]],
    ideal: float,
) -> None:
    for i, j, pull in pulls:
        dx, dy = x[i] - x[j], y[i] - y[j]
        force = math.hypot(dx, dy) / ideal * pull
        push_x[i] -= dx * force
        push_y[i] -= dy * force
        push_x[j] += dx * force
        push_y[j] += dy * force
