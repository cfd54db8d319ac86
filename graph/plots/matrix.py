"""The matrix of states as a heat map."""

from __future__ import annotations

from graph.lookups import MatrixView
from graph.plots.canvas import INK, SOFT, figure, named, said, written

_MEASURES = {
    "en": {
        "events": "Events held", "cooperation": "Cooperation (sum of PLOVER scores above 0)",
        "conflict": "Conflict (sum of PLOVER scores below 0)", "score": "Mean PLOVER score",
        "positions": "Positions", "agreements": "Agreements", "commitments": "Commitments",
    },
    "ar": {
        "events": "الأحداث التي عُقدت", "cooperation": "التعاون (مجموع درجات PLOVER الموجبة)",
        "conflict": "الصراع (مجموع درجات PLOVER السالبة)", "score": "متوسط درجة PLOVER",
        "positions": "المواقف", "agreements": "الاتفاقات", "commitments": "التعهدات",
    },
}  # fmt: skip


def draw_matrix(found: MatrixView, language: str = "en", format: str = "svg") -> bytes:
    """State by state; a pair that has nothing of the measure is white."""
    said(dict.fromkeys(_MEASURES, ""), language)
    size = len(found.states)
    drawn = figure(max(5.0, 3.0 + size * 0.32), max(4.5, 2.6 + size * 0.32))
    axes = drawn.add_subplot()
    nothing = float("nan")
    grid = [[nothing] * size for _ in range(size)]
    for cell in found.cells:
        grid[cell.a][cell.b] = grid[cell.b][cell.a] = cell.value
    signed = found.measure in {"score", "conflict", "cooperation"}
    reach = max((abs(cell.value) for cell in found.cells), default=1.0) or 1.0
    if size:
        image = axes.imshow(
            grid, cmap="RdBu" if signed else "Blues", vmin=-reach if signed else 0, vmax=reach, aspect="equal"
        )
        bar = drawn.colorbar(image, ax=axes, shrink=0.6)
        bar.ax.tick_params(colors=SOFT)
    names = [named(state, language) for state in found.states]
    axes.set_xticks(range(size), names, rotation=90, fontsize=9)
    axes.set_yticks(range(size), names, fontsize=9)
    axes.tick_params(length=0, colors=INK)
    for spine in axes.spines.values():
        spine.set_visible(False)
    title = _MEASURES[language][found.measure]
    axes.set_title(title, fontsize=13, color=INK, loc="right" if language == "ar" else "left")
    return written(drawn, format)
