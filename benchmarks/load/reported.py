"""Stores of invented articles with events and positions, with all that is derived from them."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from graph.happenings import tell_all
from graph.model import Article, ArticleRecords, Event, Evidence, Participation, Position
from graph.queries import named
from graph.rdf import records_to_quads
from graph.reference import tables
from graph.store import EmbeddedStore
from graph.world import ensure_world

TEXT = "Ministers of two states met and spoke of their relations, of trade and of the region."
KINDS = ("meeting", "visit", "call", "praise", "accusation", "signing")
STATUSES = ("held", "held", "held", "ongoing", "planned", "postponed")
STANCES = ("supports", "calls-for", "opposes", "condemns")
ISSUES = ("palestinian-statehood", "ceasefire", "nuclear-nonproliferation", "trade", "climate-change")
PER_ARTICLE = 10
SEED = 7


def some_pairs(events: int) -> list[tuple[str, str]]:
    """Pairs of members of the United Nations, one for each twenty events, KAZ and PSE among them."""
    codes = sorted(row.code for row in tables.states() if row.kind == "member")
    pairs = [(a, b) for a in codes for b in codes if a < b]
    chosen = random.Random(SEED).sample(pairs, max(1, min(len(pairs), events // 20)))
    return sorted({*chosen, ("KAZ", "PSE")})


def articles(events: int, pairs: list[tuple[str, str]]) -> Iterator[ArticleRecords]:
    """Articles of ten events and two positions each; the pairs share them evenly."""
    chance = random.Random(SEED)
    words = [(Evidence(TEXT, place, len(TEXT), "made"),) for place in range(PER_ARTICLE)]
    for number in range(events // PER_ARTICLE):
        day = date(2010, 1, 1) + timedelta(days=chance.randrange(5000))
        happened = []
        for place in range(PER_ARTICLE):
            pair = pairs[(number * PER_ARTICLE + place) % len(pairs)]
            parties = tuple(Participation(actor=code) for code in pair)
            kind, status = chance.choice(KINDS), chance.choice(STATUSES)
            happened.append(
                Event(
                    kind=kind,
                    status=status,
                    participations=parties,
                    earliest=day,
                    latest=day,
                    evidence=words[place],
                )
            )
        held = tuple(
            Position(
                holders=(code,),
                stance=chance.choice(STANCES),
                issue=(issue := chance.choice(ISSUES)),
                issues=(issue,),
                target=(pair[1 - side],),
                evidence=words[side],
            )
            for side, code in enumerate(pair)
        )
        article = Article(key=f"made/{number}", text=TEXT, language="en", published=day, outlet="MADE")
        yield ArticleRecords(article=article, events=tuple(happened), positions=held)


def fill(folder: Path, events: int) -> None:
    """Fill a new store in ``folder`` with that many events, as if articles with them had been read."""
    store = EmbeddedStore(folder)
    ensure_world(store)
    made = articles(events, some_pairs(events))
    store.add(quad for records in made for quad in records_to_quads(records))
    store.add(tell_all(store))
    # one update at a time: within one transaction the engine reads what is not yet committed, at many times the cost
    head, *updates = re.split(r"(?m)^INSERT ", named("derive.ru"))
    for update in updates:
        store.update(f"{head}INSERT {update.strip().removesuffix(';')}")
    store.optimize()
    store.close()
