"""A store of any number of reported events, made as ingesting makes it but by the bulk loader.

Articles of ten events and two positions tell of pairs of UN members. A pair has about twenty events and four positions
however large the store is; what grows with it is the number of pairs (500 at 10,000 events, 15,000 of the possible
18,528 at 300,000) and so what a state has: about 100 events in 5 relations there, 3,100 in 155 here.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from graph.derived import rebuild
from graph.model import Article, ArticleRecords, Event, Evidence, Participation, Position
from graph.rdf import records_to_quads
from graph.reference import tables
from graph.store import EmbeddedStore
from graph.world import ensure_world

Pair = tuple[str, str]
TEXT = "Ministers of two states met and spoke of their relations, of trade and of the region; one called for talks."
KINDS = ("meeting", "visit", "call", "praise", "accusation", "signing")
STATUSES = ("held", "held", "held", "ongoing", "planned", "postponed")
STANCES = ("supports", "calls-for", "opposes", "condemns")
ISSUES = ("palestinian-statehood", "ceasefire", "nuclear-nonproliferation", "trade", "climate-change")
PER_ARTICLE, POSITIONS, PER_PAIR = 10, 2, 20
DAYS = 5000
SEED = 7
_SYLLABLES = ("ra", "mi", "to", "ka", "le", "nu", "so", "di", "ve", "ba", "fu", "ge")


def pairs_of(events: int) -> list[Pair]:
    """The pairs that so many events are spread over, KAZ and PSE among them."""
    codes = sorted(row.code for row in tables.states() if row.kind == "member")
    known = [(a, b) for a in codes for b in codes if a < b]
    wanted = max(1, min(len(known), events // PER_PAIR))
    return sorted({*random.Random(SEED).sample(known, wanted), ("KAZ", "PSE")})


def _minister(code: str, day: date) -> str:
    """Who is foreign minister of a state then: another one every four years."""
    chance = random.Random(f"{code} {day.year // 4}")
    return " ".join("".join(chance.choices(_SYLLABLES, k=3)).capitalize() for _ in range(2))


def _event(place: int, pair: Pair, day: date, chance: random.Random) -> Event:
    spoken = chance.random() < 0.2
    parts = tuple(
        Participation(actor=code, person=_minister(code, day), post="foreign minister")
        if spoken
        else Participation(actor=code)
        for code in pair
    )
    words = (Evidence(TEXT, place, len(TEXT), "made"),)
    return Event(
        kind=chance.choice(KINDS),
        status=chance.choice(STATUSES),
        participations=parts,
        earliest=day,
        latest=day,
        evidence=words,
    )


def _position(place: int, pair: Pair, day: date, chance: random.Random) -> Position:
    holder, target = chance.sample(pair, 2)
    issue = chance.choice(ISSUES)
    return Position(
        holders=(holder,),
        target=(target,),
        stance=chance.choice(STANCES),
        issue=issue,
        issues=(issue,),
        speaker=_minister(holder, day),
        evidence=(Evidence(TEXT, place, len(TEXT), "made"),),
    )


def articles(events: int) -> Iterator[ArticleRecords]:
    """So many events in articles; pairs are drawn evenly, so that each has its share."""
    chance = random.Random(SEED)
    pairs = pairs_of(events)
    for number in range(events // PER_ARTICLE):
        day = date(2010, 1, 1) + timedelta(days=chance.randrange(DAYS))
        yield ArticleRecords(
            article=Article(
                key=f"made/{number}", text=TEXT, language="en", published=day, outlet=f"OUTLET {number % 9}"
            ),
            events=tuple(_event(n, chance.choice(pairs), day, chance) for n in range(PER_ARTICLE)),
            positions=tuple(_position(n, chance.choice(pairs), day, chance) for n in range(POSITIONS)),
        )


def fill(folder: Path, events: int) -> None:
    """Fill a new store in ``folder`` with that many events, as if articles with them had been read."""
    store = EmbeddedStore(folder)
    ensure_world(store)
    store.add(quad for records in articles(events) for quad in records_to_quads(records))
    rebuild(store)
    store.optimize()
    store.close()
