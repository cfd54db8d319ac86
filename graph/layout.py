"""Where the nodes of a graph stand in a drawing: linked ones near each other, all apart.

The method is Fruchterman and Reingold's (Graph Drawing by Force-directed Placement, 1991), from fixed places on
a spiral, so that the same graph is always drawn alike. Plain Python: 200 nodes take about a second.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

_ROUNDS = 60
_GOLDEN = math.pi * (3 - math.sqrt(5))


def places(size: int, links: Sequence[tuple[int, int, float]]) -> list[tuple[float, float]]:
    """Places of ``size`` nodes in a square from -1 to 1; a link is two nodes and a weight above none."""
    if size < 2:
        return [(0.0, 0.0)] * size
    radius = [math.sqrt((i + 0.5) / size) for i in range(size)]
    x = [radius[i] * math.cos(i * _GOLDEN) for i in range(size)]
    y = [radius[i] * math.sin(i * _GOLDEN) for i in range(size)]
    ideal = math.sqrt(4 / size)
    for turn in range(_ROUNDS):
        push_x, push_y = _repulsion(x, y, ideal)
        _attraction(x, y, push_x, push_y, links, ideal)
        step = 0.15 * (1 - turn / _ROUNDS) + 0.002
        for i in range(size):
            # a light pull to the middle keeps parts that no link joins in the picture
            push_x[i] -= x[i] * ideal * 2
            push_y[i] -= y[i] * ideal * 2
            length = math.hypot(push_x[i], push_y[i]) or 1.0
            x[i] += push_x[i] / length * min(length, step)
            y[i] += push_y[i] / length * min(length, step)
    widest = max(*map(abs, x), *map(abs, y)) or 1.0
    return [(round(a / widest, 4), round(b / widest, 4)) for a, b in zip(x, y, strict=True)]


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
    links: Sequence[tuple[int, int, float]],
    ideal: float,
) -> None:
    for i, j, weight in links:
        dx, dy = x[i] - x[j], y[i] - y[j]
        force = math.hypot(dx, dy) / ideal * (1 + math.log(weight)) * 0.3
        push_x[i] -= dx * force
        push_y[i] -= dy * force
        push_x[j] += dx * force
        push_y[j] += dy * force
