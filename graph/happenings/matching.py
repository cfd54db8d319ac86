"""Two reports: are they of one happening? Signs for it and against it, each with its weight.

Both questions look at the two reports alone, so the answers never hang on what else is in the store or in
which order it came.
"""

from __future__ import annotations

from datetime import timedelta

from rapidfuzz import fuzz

from graph.happenings.blocking import HAPPENED, Window, window
from graph.happenings.kinds import group, is_directed, is_wordy
from graph.happenings.report import Report
from graph.happenings.sketches import copies
from graph.happenings.spellings import different, similar
from graph.identity import places_by_key

ENOUGH = 4.0
"""The weight from which two reports are linked; acts of words need more."""
_ENOUGH_WORDS = 5.5
_DAY = timedelta(days=1)
_APART = timedelta(days=3)
_SAME_WORDS = 85.0
_NOT = -99.0
_MOVED = -1.0
_HALF_A_YEAR = timedelta(days=183)


def alike(a: Report, b: Report) -> float:
    """The weight of what speaks for one happening, 0 where it is not enough."""
    if a.article == b.article or group(a.kind) != group(b.kind) or not _one_year(a, b) or forbidden(a, b):
        return 0.0
    weight = (
        _actors(a, b)
        + (1.0 if a.kind == b.kind else 0.0)
        + time(a, b)
        + _place(a, b)
        + _people(a, b)
        + _words(a, b)
        + (3.0 if a.round is not None and a.round == b.round else 0.0)
    )
    return weight if weight >= (_ENOUGH_WORDS if is_wordy(a.kind) else ENOUGH) else 0.0


def _one_year(a: Report, b: Report) -> bool:
    """Whether both end in one calendar year, as far as they tell, or are of one round.

    This bounds what hangs together, and so the work: by the reports of some actors and kinds in one year.
    """
    one, other = window(a), window(b)
    if one is None or other is None or (a.round is not None and a.round == b.round):
        return True
    return one[1].year == other[1].year or not (a.status in HAPPENED and b.status in HAPPENED)


def forbidden(a: Report, b: Report) -> bool:
    """Whether two reports cannot be of one happening, whatever a third one says."""
    life = a.status != b.status and not (a.status in HAPPENED and b.status in HAPPENED)
    if a.article == b.article:
        return not (life and a.kind == b.kind)
    if group(a.kind) != group(b.kind):
        return True
    if a.round is not None and b.round is not None and a.round != b.round:
        return True
    if a.status in HAPPENED and b.status in HAPPENED:
        far = gap(a, b)
        if far is not None and far > _DAY:
            return True
        if (there := _states(a, b)) and there[0] != there[1]:
            return True
    return _people(a, b) < -1.0 or _reversed(a, b)


def gap(a: Report, b: Report) -> timedelta | None:
    """The days between the windows of two reports, none where they meet; None where one has no time."""
    one, other = window(a), window(b)
    if one is None or other is None:
        return None
    return max(one[0] - other[1], other[0] - one[1], timedelta())


# -- the signs


def _actors(a: Report, b: Report) -> float:
    """Those who take part: the same, or some of them, where the rest only receive the others."""
    if a.actors == b.actors or a.everyone == b.everyone:
        return 2.0 if len(a.actors) > 1 else 1.0
    shared = a.actors & b.actors
    if len(shared) < 2:
        return _NOT
    hosts = {part.actor for report in (a, b) for part in report.parts if part.role in {"host", "mediator"}}
    hosts |= {
        actor for actor in a.everyone | b.everyone if actor.rsplit("/", 1)[-1] in (_state(a), _state(b))
    }
    if (a.actors ^ b.actors) <= hosts:
        return 2.0
    if a.actors <= b.everyone or b.actors <= a.everyone:
        return 1.0
    return 0.5 if 2 * len(shared) >= len(a.actors | b.actors) else _NOT


def time(a: Report, b: Report) -> float:
    """When they are: one day, days that meet, a plan and what came of it.

    A plan's round may be moved by some months and is the same round: what forbids it otherwise counts little then.
    """
    one, other = window(a), window(b)
    if one is None or other is None:
        return 0.0
    found = _time(a, b, one, other)
    moved = a.round is not None and a.round == b.round and a.kind == b.kind and a.series == b.series
    return max(found, _MOVED) if moved and (gap(a, b) or timedelta()) <= _HALF_A_YEAR else found


def _time(a: Report, b: Report, one: Window, other: Window) -> float:
    if a.status in HAPPENED and b.status in HAPPENED:
        return _happened(a, b, one, other)
    if a.status in HAPPENED or b.status in HAPPENED:
        plan, held = (b, a) if a.status in HAPPENED else (a, b)
        return _came_true(plan, held)
    return _still_ahead(*sorted((a, b), key=lambda report: report.told))


def _exact(report: Report) -> bool:
    return report.earliest is not None and report.earliest == report.latest


def _undated(report: Report) -> bool:
    """Whether no more is known than that it was before its publication."""
    return report.earliest is None and report.latest in (None, report.published)


def _happened(a: Report, b: Report, one: Window, other: Window) -> float:
    if one[0] > other[1] or other[0] > one[1]:
        return -3.0  # a day apart, for more is forbidden: only another sign such as the round makes them one
    if _exact(a) and _exact(b):
        return 2.0
    if _undated(a) and _undated(b):
        # or those of day after day would hang together for years
        between = abs(one[1] - other[1])
        return 1.0 if not between else 0.5 if between == _DAY else 0.0
    return 1.0 if max(one[1], other[1]) - min(one[0], other[0]) <= timedelta(days=31) else 0.5


def _came_true(plan: Report, held: Report) -> float:
    """A plan and a happening: within what was planned, or after it was put off."""
    day = window(held)
    ahead = window(plan)
    if day is None or ahead is None:
        return 0.0
    if plan.status == "postponed":
        later = plan.published is None or day[1] > plan.published
        return 0.5 if later and day[0] <= ahead[1] else _NOT
    if plan.published and held.published and held.published < plan.published:
        return _NOT  # told as done before it was planned
    dated = plan.earliest is not None or plan.latest is not None
    inside = day[0] <= ahead[1] + _DAY and day[1] >= ahead[0] - _DAY
    if plan.status == "cancelled":
        return 1.0 if dated and _exact(plan) and _exact(held) and plan.latest == held.latest else _NOT
    if not inside:
        return _NOT
    if dated and ahead[1] - ahead[0] <= _APART:
        return 2.0
    return 1.0 if ahead[1] - ahead[0] <= timedelta(days=31) else 0.0


def _still_ahead(first: Report, then: Report) -> float:
    """Two reports of what has not happened, the earlier told first."""
    if _exact(first) and _exact(then) and first.latest == then.latest:
        return 2.0
    one, other = window(first), window(then)
    assert one and other  # asked for before
    meet = one[0] <= other[1] and other[0] <= one[1]
    if first.status == then.status == "planned":
        if _exact(first) and _exact(then):
            return _NOT
        return (
            (1.0 if max(one[1], other[1]) - min(one[0], other[0]) <= timedelta(days=62) else 0.0)
            if meet
            else _NOT
        )
    if then.status in {"postponed", "cancelled"}:
        told = then.published
        if told and one[1] < told - _APART:
            return _NOT  # what is called off was not planned for an earlier day
        return 1.5 if meet else 0.0
    return 0.5 if meet else _NOT  # planned again after it was called off


def _state(report: Report) -> str | None:
    row = places_by_key().get((report.place or "").rsplit("/", 1)[-1])
    return row.state or None if row else None


def _states(a: Report, b: Report) -> tuple[str, str] | None:
    one, other = _state(a), _state(b)
    return (one, other) if one and other else None


def _place(a: Report, b: Report) -> float:
    """Where they are: one place, a city and its country, two cities."""
    if a.place is None or b.place is None:
        return 0.0
    if a.place == b.place:
        return 1.0
    kinds = {row.kind for r in (a, b) if (row := places_by_key().get((r.place or "").rsplit("/", 1)[-1]))}
    there = _states(a, b)
    if there and there[0] == there[1]:
        return 0.5 if "country" in kinds else -1.5
    return -1.5


def place_conflict(a: Report, b: Report) -> bool:
    """Whether two reports name places that are not one, nor a city and its country."""
    return _place(a, b) < 0.0


def _people(a: Report, b: Report) -> float:
    """Through whom the actors act: 2 at most for, below -1 where others acted."""
    found = 0.0
    for actor in a.acting.keys() & b.acting.keys():
        found += max(
            _same_person(p.person, p.name, p.post, q.person, q.name, q.post)
            for p in a.acting[actor]
            for q in b.acting[actor]
        )
    return min(found, 2.0)


def _same_person(
    person: str | None,
    name: str | None,
    post: str | None,
    other: str | None,
    its: str | None,
    office: str | None,
) -> float:
    if person and person == other:
        return 1.5
    if name and its and similar(name, its):
        return 1.0
    if name and its and different(name, its):
        return -2.0
    if post and office and post != office:
        return 0.0 if _office(post) == _office(office) else -2.0
    return 1.0 if post and post == office else 0.0


def _office(post: str) -> list[str]:
    """The last two words of an office: those of a minister and of the deputy are the same."""
    return post.rsplit("/", 1)[-1].split("-")[-2:]


def level_conflict(a: Report, b: Report) -> bool:
    """Whether an actor acts through one rank of an office in one report and through another in the other."""
    for actor in a.everyone & b.everyone:
        one, other = ({p.post for p in r.parts if p.actor == actor and p.post} for r in (a, b))
        if one and other and not one & other and any(_office(p) == _office(q) for p in one for q in other):
            return True
    return False


def _words(a: Report, b: Report) -> float:
    """What was spoken of and in which words; a copy of a text tells what the text tells."""
    found = 0.5 if a.issues & b.issues else 0.0
    if a.language == b.language and a.quote and fuzz.token_set_ratio(a.quote, b.quote) >= _SAME_WORDS:
        found += 1.0
    if a.quote == b.quote and copies(a.sketch, b.sketch):
        found += 2.0
    return found


def _reversed(a: Report, b: Report) -> bool:
    """Whether one has for the doer whom the other has for the undergoer, and nobody known to act in both.

    Acts of words are answered in kind by the same people, so that there nobody's name helps.
    """
    if not (is_directed(a.kind) and is_directed(b.kind)):
        return False
    (doer, done), (its_doer, its_done) = (
        tuple({p.actor for p in r.parts if p.role == role} for role in ("source", "target")) for r in (a, b)
    )
    crossed = bool(doer & its_done or done & its_doer) and not (doer & its_doer or done & its_done)
    return crossed and (is_wordy(a.kind) or _people(a, b) <= 0.0)
