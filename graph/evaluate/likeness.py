"""When two records of the gold format say the same: pairs of actors, dates, places, names, quotes.

Records are the JSON objects of the extraction record; gold records have the same keys.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import Any

from ontology.terms import EVENT_GROUPS

Json = dict[str, Any]
Dyad = tuple[str, str]
_LETTERS: dict[str, str] = {
    "أ": "ا",
    "إ": "ا",
    "آ": "ا",
    "ٱ": "ا",
    "ى": "ي",
    "ئ": "ي",
    "ة": "ه",
    "ؤ": "و",
    "ـ": "",
}
_ONE_FORM = str.maketrans(_LETTERS)
_GROUPS = {kind: group for group, kinds in EVENT_GROUPS.items() for kind in kinds}
_FIRST_DAY, _LAST_DAY = "0000", "9999"


def plain(text: str | None) -> str:
    """Small letters without marks, and one form for Arabic letters that are written in several."""
    apart = unicodedata.normalize("NFKD", (text or "").translate(_ONE_FORM).lower())
    bare = "".join(c for c in apart if not unicodedata.combining(c))
    return bare.translate(_ONE_FORM)


def words(*texts: str | None) -> frozenset[str]:
    """The words of three letters and more."""
    return frozenset(w for text in texts for w in re.findall(r"\w+", plain(text)) if len(w) > 2)


def dyads(event: Json) -> list[Dyad]:
    """The unordered pairs of an event's participants; one alone is a pair with itself."""
    actors = sorted(set(event.get("participants") or ()))
    return [(actors[0], actors[0])] if len(actors) == 1 else list(combinations(actors, 2))


def group(event: Json) -> str:
    """The group of an event's type, or the type where no group has it."""
    kind: str = event["type"]
    return _GROUPS.get(kind, kind)


def same_act(a: Json, b: Json) -> bool:
    """Events of one type that have a pair of actors in common."""
    return bool(a["type"] == b["type"] and set(dyads(a)) & set(dyads(b)))


def same_time(a: Json, b: Json) -> bool:
    """Ranges of days that meet; an undated event meets only an undated one."""
    known = [bool(e.get("earliest") or e.get("latest")) for e in (a, b)]
    if not all(known):
        return not any(known)
    starts = [e.get("earliest") or _FIRST_DAY for e in (a, b)]
    ends = [e.get("latest") or _LAST_DAY for e in (a, b)]
    return bool(max(starts) <= min(ends))


def same_place(a: Json, b: Json) -> bool:
    """Places that share a word in either language, or both none."""
    here, there = (words(e.get("place"), e.get("place_en")) for e in (a, b))
    return bool(here & there) or not (here or there)


def overlap(a: Json, b: Json) -> float:
    """Code points that two quotes share, over the length of the shorter."""
    shared = min(a["end"], b["end"]) - max(a["start"], b["start"])
    return float(shared / max(1, min(a["end"] - a["start"], b["end"] - b["start"])))


def same_stance(a: Json, b: Json) -> bool:
    """Positions of one polarity whose quotes overlap by half of the shorter; holders are compared apart."""
    return bool(a["polarity"] == b.get("polarity") and overlap(a, b) >= 0.5)


def same_post(a: Json, b: Json) -> bool:
    """Posts of one actor whose holders' names share a whole word."""
    return bool(a["actor"] == b.get("actor") and words(a["person"]) & words(b["person"]))


def bond(membership: Json) -> Dyad:
    """Member and organization."""
    return str(membership["member"]), str(membership["organization"])


def by_holder(positions: Iterable[Json]) -> Iterator[Json]:
    """Each position once for each of its holders, under ``holder``."""
    for position in positions:
        for holder in position.get("holders", ()):
            yield {**position, "holder": holder}
