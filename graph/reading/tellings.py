"""Tellings: what an article says twice, in the headline and the body or again further down, is one event."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from graph.reading.events import MEET, Draft

# what is said or promised in one sentence is not what the next one says
ANY = -1
NEAR = 8  # words between two tellings of one happening in a sentence
STAY = 3  # days that a visit may last
TALKS = frozenset({"meeting", "summit", "consultation", "negotiation"})  # "the talks" may be any of these
SPOKEN = frozenset({"agreement", "praise"})


def merge(drafts: Sequence[Draft], titles: int) -> list[list[Draft]]:
    """Drafts that tell of one happening, together; the clearest first in each group."""
    groups: list[list[Draft]] = []
    near: dict[tuple[str, str, int], dict[int, None]] = {}
    for draft in drafts:
        places = _places(draft, titles)
        ahead = {
            n for kind, actor, where in places for w in {where, ANY} for n in near.get((kind, actor, w), ())
        }
        for number in sorted(ahead):
            if any(_same(d, draft, titles) for d in _told(groups[number], titles)):
                break
        else:
            number = len(groups)
            groups.append([])
        groups[number].append(draft)
        for place in places:
            near.setdefault(place, {})[number] = None
    told = [(d.kind, d.actors) for g in groups for d in g if d.kind in MEET and not _aside(d)]
    groups = [g for g in groups if not all(_aside(d) and _occasion(d, told) for d in g)]
    return [
        sorted(g, key=lambda d: (d.sentence < titles, -len(d.actors), d.sentence, d.index)) for g in groups
    ]


def _aside(draft: Draft) -> bool:
    """Whether a verb tells only that one briefed or consulted another."""
    return draft.kind == "consultation" and draft.trigger.verb and draft.date_text is None


def _occasion(draft: Draft, told: Sequence[tuple[str, frozenset[str]]]) -> bool:
    """Whether a call or a meeting of the same is told, at which one briefed the other."""
    return any(kind in ("call", "meeting") and actors == draft.actors for kind, actors in told)


def _places(draft: Draft, titles: int) -> list[tuple[str, str, int]]:
    """Where a draft is looked up: what is told once a sentence is compared within its own and with headlines."""
    once = draft.kind in SPOKEN or draft.kind == "signing"
    where = draft.sentence if once and draft.sentence >= titles and not draft.again else ANY
    kind = "meeting" if draft.kind in TALKS else draft.kind
    return [(kind, actor, where) for actor in draft.actors]


def _told(group: list[Draft], titles: int) -> list[Draft]:
    """The drafts of a group from the body of the article: a headline joins one happening, not several."""
    return [d for d in group if d.sentence >= titles] or group


def _same(one: Draft, other: Draft, titles: int) -> bool:
    talks = other.known and one.actors == other.actors and {one.kind, other.kind} <= TALKS
    if not (one.kind == other.kind or talks) or not (
        one.actors <= other.actors or other.actors <= one.actors
    ):
        return False
    headline = one.sentence < titles or other.sentence < titles
    if not headline and {one.status, other.status} not in ({one.status}, {"held", "ongoing"}):
        return False
    if one.date_text and other.date_text and not _overlap(one, other):
        return False
    sources = [{p.actor for p in d.parts if p.role == "source"} for d in (one, other)]
    if all(sources) and not sources[0] & sources[1]:
        return False
    if (
        one.sentence == other.sentence
        and one.kind != "praise"
        and (one.actors == other.actors or one.trigger.verb != other.trigger.verb)
        and one.kind != "signing"
        and abs(one.index - other.index) < NEAR
    ):
        return True
    if one.kind == "signing":
        return headline or other.again or (one.sentence == other.sentence and one.index == other.index)
    if one.kind in SPOKEN and not headline:
        return one.sentence == other.sentence and (
            one.kind != "praise" or one.trigger.lemma == other.trigger.lemma
        )
    mutual = one.trigger.frame == other.trigger.frame == "mutual"
    blamed = one.kind == "accusation" and "demanded" in (one.trigger.frame, other.trigger.frame)
    alike = one.trigger.lemma.split()[0] == other.trigger.lemma.split()[0]  # "expelled", "the expulsion"
    return one.kind in MEET or headline or mutual or blamed or other.known or alike


def _overlap(one: Draft, other: Draft) -> bool:
    """Whether two may be of one time; a visit lasts for days, of which each telling may name another."""
    lows = [d.earliest or date.min for d in (one, other)]
    highs = [d.latest or date.max for d in (one, other)]
    apart = max(lows) - min(highs)
    return apart.days <= (STAY if one.kind == "visit" else 0)
