"""The timeline of a pair: events by day and PLOVER score, and cooperation and conflict by month below."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from graph.lookups import EventView, RelationView
from graph.plots.canvas import AGAINST, FOR, GRID, INK, PLAIN, SOFT, figure, labelled, named, said, written

_TITLE = {"en": "{a} and {b}: events", "ar": "{a} و{b}: الأحداث"}
_SCORE = {"en": "PLOVER score", "ar": "درجة PLOVER"}
_MONTHS = {"en": "by month", "ar": "بحسب الشهر"}
_EMPTY = {"en": "no event with a date", "ar": "لا حدث له تاريخ"}
_STATUS = {
    "en": {
        "held": "held",
        "ongoing": "ongoing",
        "planned": "planned",
        "postponed": "postponed",
        "cancelled": "cancelled",
    },
    "ar": {"held": "عُقد", "ongoing": "جارٍ", "planned": "مقرر", "postponed": "مؤجل", "cancelled": "ملغى"},
}
_MARK = {"held": "o", "ongoing": "D", "planned": "o", "postponed": "s", "cancelled": "X"}
_LABELS = 24  # events that are named; more would lie on each other


def draw_timeline(relation: RelationView, language: str = "en", format: str = "svg") -> bytes:
    """The dated events of a pair; planned ones are hollow, a range of days is a line."""
    a, b = (named(side, language) for side in (relation.summary.a, relation.summary.b))
    title = said(_TITLE, language).format(a=a, b=b)
    events = [event for event in relation.events if event.latest or event.earliest]
    drawn = figure(10, 6)
    above, below = drawn.subplots(2, 1, height_ratios=(3, 1), sharex=True)
    above.set_title(title, fontsize=14, color=INK, loc="right" if language == "ar" else "left")
    _frame(above, said(_SCORE, language))
    _frame(below, said(_MONTHS, language))
    if not events:
        above.text(0.5, 0.5, said(_EMPTY, language), ha="center", transform=above.transAxes, color=SOFT)
    _events(above, events, language)
    _months(below, relation)
    _days(below, events)
    _legend(above, events, language)
    return written(drawn, format)


def _frame(axes: Any, label: str) -> None:
    axes.set_ylabel(label, color=SOFT)
    axes.axhline(0, color=GRID, linewidth=1)
    axes.set_ylim(-11, 11)
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)
    axes.tick_params(colors=SOFT)


def _span(event: EventView) -> tuple[date, date]:
    last = event.latest or event.earliest or date.min
    return event.earliest or last, last


def _events(axes: Any, events: list[EventView], language: str) -> None:
    """Events of one day and score stand one above the other, so that each is seen."""
    taken: dict[tuple[date, float], int] = {}
    named_at: set[tuple[date, str]] = set()
    for event in events:
        first, last = _span(event)
        score = event.score or 0.0
        height = taken.get((last, score), 0)
        taken[last, score] = height + 1
        y = score + (0.7 * height if score >= 0 else -0.7 * height)
        colour = FOR if score > 0 else AGAINST if score < 0 else PLAIN
        face = colour if event.status in {"held", "ongoing"} else "white"
        if first != last:
            axes.plot([first, last], [y, y], color=colour, linewidth=1.2, alpha=0.5)
        axes.plot(
            [last], [y], marker=_MARK.get(event.status, "o"), color=colour, markerfacecolor=face, markersize=8
        )
        label = labelled(event.type_labels, language)
        if len(named_at) < _LABELS and (last, label) not in named_at:
            named_at.add((last, label))
            axes.annotate(
                label,
                (last, y),
                xytext=(8, 0),
                textcoords="offset points",
                va="center",
                fontsize=9,
                color=INK,
            )


def _months(axes: Any, relation: RelationView) -> None:
    for month in relation.series:
        day = date.fromisoformat(f"{month.month}-15")
        axes.bar([day], [month.cooperation], width=20, color=FOR)
        axes.bar([day], [month.conflict], width=20, color=AGAINST)
    sums = [abs(s) for month in relation.series for s in (month.cooperation, month.conflict)]
    top = max(sums, default=10) * 1.1 or 10
    axes.set_ylim(-top, top)


def _days(axes: Any, events: list[EventView]) -> None:
    from matplotlib.dates import AutoDateLocator, DateFormatter

    if events:
        days = [day for event in events for day in _span(event)]
        room = max((max(days) - min(days)) * 0.12, timedelta(days=20))
        axes.set_xlim(min(days) - room, max(days) + room * 2)
    axes.xaxis.set_major_locator(AutoDateLocator(maxticks=8))  # type: ignore[no-untyped-call]
    axes.xaxis.set_major_formatter(DateFormatter("%Y-%m"))  # type: ignore[no-untyped-call]


def _legend(axes: Any, events: list[EventView], language: str) -> None:
    from matplotlib.lines import Line2D

    present = {event.status for event in events}
    shown = [status for status in _STATUS[language] if status in present]
    marks = [
        Line2D(
            [], [], linestyle="", marker=_MARK[s], color=INK, label=_STATUS[language][s],
            markerfacecolor=INK if s in {"held", "ongoing"} else "white",
        )
        for s in shown
    ]  # fmt: skip
    if marks:
        axes.legend(handles=marks, loc="lower left", frameon=False, ncols=len(marks), labelcolor=INK)
