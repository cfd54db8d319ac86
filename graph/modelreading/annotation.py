"""Annotation in the format of gold, said as a model would say it: quotes without offsets, words for days.

So a careful reader can stand for a model: in tests of the gate, and to measure how long answers are.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from graph.model import Article
from graph.modelreading.answers import SECTIONS
from graph.modelreading.sightings import Sightings, is_short_form
from graph.reading.dates import find_dates, resolve
from graph.reading.fold import fold
from ontology.terms import MEMBER_ROLES

Json = dict[str, Any]


def as_answer(gold: Json, article: Article) -> Json:
    """The answer of a model that reads as the annotator did."""
    sightings = Sightings(article)
    return {
        "article": {"published": None, "dateline": gold["article"].get("dateline")},
        "actors": [
            {"id": a["id"], "kind": a["kind"], "name": _name(a["id"], sightings, article, gold)}
            for a in gold["actors"]
        ],
        "events": [_event(e, article) for e in gold["events"]],
        "positions": [
            {**{k: p[k] for k in ("holders", "stance", "target", "speaker", "quote")}, "content": None}
            for p in gold["positions"]
        ],
        "posts": [
            {**{k: p[k] for k in ("person", "post", "actor", "quote")}, "post_words": None}
            for p in gold["posts"]
        ],
        "memberships": [
            {**{k: m[k] for k in ("member", "organization", "quote")}, "role": _role(m["role"])}
            for m in gold["memberships"]
        ],
    }


def _name(actor: str, sightings: Sightings, article: Article, gold: Json) -> str:
    """Words of the text for an actor: a name that the tables know, else the words of a quote likest to one."""
    if actor in sightings.by_actor:
        start, end = sightings.by_actor[actor][0]
        return article.text[start:end]
    quotes = [q["quote"] for kind in SECTIONS[1:] for q in gold[kind]]
    own = [e["quote"] for e in gold["events"] if actor in e["participants"]]
    for quote in own:
        words = quote.split()
        runs = (" ".join(words[n : n + size]) for size in (4, 3, 2, 1) for n in range(len(words) - size + 1))
        if name := next((run for run in runs if is_short_form(run, actor)), None):
            return str(name)
    return str(min(own or quotes, key=len))


def _event(event: Json, article: Article) -> Json:
    place = event.get("place") and re.split(r" \(| and ", event["place"])[0]
    return {
        "kind": event["type"],
        "status": event["status"],
        "participants": _participants(event),
        "date_words": _date_words(event, article),
        "earliest": event["earliest"],
        "latest": event["latest"],
        "place": place,
        "agenda": [],
        "quote": event["quote"],
    }


def _participants(event: Json) -> list[Json]:
    roles = [(a, "source") for a in event["source"]] + [(a, "target") for a in event["target"]]
    directed = {a for a, _ in roles}
    roles += [
        (a, "host" if a == event.get("host") else "party") for a in event["participants"] if a not in directed
    ]
    return [{"actor": actor, "role": role, "person": None} for actor, role in roles]


def _date_words(event: Json, article: Article) -> list[str]:
    """For each bound that is not the day of publication, the nearest words of the text that give it."""
    folded = fold(article.text)
    mentions = find_dates(folded.text, article.language, article.published)
    words: dict[str, None] = {}
    for bound in (event["earliest"], event["latest"]):
        day = date.fromisoformat(bound) if bound else None
        if day in (None, article.published):
            continue
        giving = [m for m in mentions if day in _bounds(m)]
        if giving:
            nearest = min(giving, key=lambda m: abs(folded.span(m.start, m.end)[0] - event["start"]))
            words[folded.quote(nearest.start, nearest.end)] = None
    return list(words)


def _bounds(mention: Any) -> set[date | None]:
    spans = ((mention.earliest, mention.latest), mention.ahead, mention.behind)
    return {day for span in (*spans, resolve(mention, True), resolve(mention, False)) for day in span or ()}


def _role(role: str) -> str:
    """The role of the ontology that a role in an annotator's words begins with."""
    return next((known for known in sorted(MEMBER_ROLES, key=len, reverse=True) if known in role), "member")
