"""Labels made for what an article names: events in both languages, unknown things in the article's own."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from functools import cache

from graph.identity import known_places, state_codes
from graph.model import Event
from graph.rdf.schemes import concept_labels
from graph.reference import tables

_WORDS = {
    "en": {"until": "until {}", "from": "from {}", "span": "{} to {}", "comma": ", "},
    "ar": {"until": "حتى {}", "from": "من {}", "span": "من {} إلى {}", "comma": "، "},
}


@cache
def _short_names() -> dict[tuple[str, str], str]:
    names: dict[tuple[str, str], str] = {}
    for row in (*tables.state_names(), *tables.organization_names()):
        if row.kind == "short" and not row.until:
            names.setdefault((row.code, row.lang), row.name)
    for row in (*tables.state_names(), *tables.organization_names()):
        if row.kind in {"short", "official"}:
            names.setdefault((row.code, row.lang), row.name)
    return names


@cache
def known_organizations() -> frozenset[str]:
    """Ids of the organizations of the reference table."""
    return frozenset(row.id for row in tables.organizations())


def is_known_actor(actor: str) -> bool:
    """Whether the reference graph describes the state or organization."""
    return actor in state_codes() or actor in known_organizations()


def actor_name(actor: str, language: str) -> str:
    """The short name of a state or organization, its id where the tables have none."""
    return _short_names().get((actor, language)) or actor


def _period(earliest: date | None, latest: date | None, words: dict[str, str]) -> str:
    if earliest and latest:
        if earliest == latest:
            return earliest.isoformat()
        if (earliest.month, earliest.day, latest.month, latest.day) == (1, 1, 12, 31):
            same = earliest.year == latest.year
            return str(earliest.year) if same else words["span"].format(earliest.year, latest.year)
        last = monthrange(earliest.year, earliest.month)[1]
        if earliest.day == 1 and latest == earliest.replace(day=last):
            return f"{earliest:%Y-%m}"
        return words["span"].format(earliest, latest)
    if latest:
        return words["until"].format(latest)
    return words["from"].format(earliest) if earliest else ""


def event_label(event: Event, language: str) -> str:
    """``Consultation: Kazakhstan – Palestine, Ramallah, until 2017-07-08``; ``→`` for a directed act."""
    words = _WORDS[language]
    kind = concept_labels().get(f"event-{event.kind}", {}).get(language, event.kind)
    between = " → " if language == "en" and event.source and event.target else " – "
    if language == "ar" and event.source and event.target:
        between = " ← "
    actors = (*event.source, *(a for a in event.participants if a not in event.source))
    sides = between.join(actor_name(a, language) for a in actors)
    place = event.place_en or event.place
    if language == "ar":
        known = known_places().get(event.place_en or "")
        place = known.ar if known and known.ar else event.place or event.place_en
    details = [part for part in (place, _period(event.earliest, event.latest, words)) if part]
    return f"{kind[:1].upper()}{kind[1:]}: " + words["comma"].join([sides, *details])
