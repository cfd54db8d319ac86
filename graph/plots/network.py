"""The network of states: a line between two that have a value, its colour and width after it."""

from __future__ import annotations

from collections import Counter

from graph.layout import places
from graph.lookups import MatrixView
from graph.plots.canvas import AGAINST, FOR, INK, SOFT, figure, named, said, written

_TITLE = {
    "en": "States that acted together, by mean PLOVER score",
    "ar": "الدول التي تعاملت معاً، بحسب متوسط درجة PLOVER",
}


def draw_network(events: MatrixView, scores: MatrixView, language: str = "en", format: str = "svg") -> bytes:
    """States of the ``events`` matrix; lines are as wide as events are many and coloured by ``scores``."""
    title = said(_TITLE, language)
    links = [(cell.a, cell.b, cell.value) for cell in events.cells]
    where = places(len(events.states), links)
    partners = Counter(end for a, b, _ in links for end in (a, b))
    mean = {
        frozenset((scores.states[cell.a].id, scores.states[cell.b].id)): cell.value for cell in scores.cells
    }
    drawn = figure(11, 9)
    axes = drawn.add_subplot()
    most = max((cell.value for cell in events.cells), default=1.0)
    for cell in events.cells:
        (x, y), (x2, y2) = where[cell.a], where[cell.b]
        score = mean.get(frozenset((events.states[cell.a].id, events.states[cell.b].id)), 0.0)
        colour = FOR if score > 0 else AGAINST if score < 0 else SOFT
        axes.plot([x, x2], [y, y2], color=colour, linewidth=0.8 + 4 * cell.value / most, alpha=0.55, zorder=1)
    for number, state in enumerate(events.states):
        x, y = where[number]
        size = 60 + 25 * partners[number]
        axes.scatter([x], [y], s=size, color="white", edgecolor=INK, linewidth=1.2, zorder=2)
        axes.annotate(
            named(state, language), (x, y), xytext=(0, 9 + size**0.5 / 2), textcoords="offset points",
            ha="center", fontsize=9, color=INK, zorder=3,
            bbox={"boxstyle": "round,pad=0.15", "facecolor": "white", "edgecolor": "none", "alpha": 0.8},
        )  # fmt: skip
    axes.margins(0.12)
    axes.set_axis_off()
    axes.set_title(title, fontsize=14, color=INK, loc="right" if language == "ar" else "left")
    return written(drawn, format)
