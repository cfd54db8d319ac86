"""Probes: sentences written to try one phenomenon each, with what a reader must and must not find.

A line of a probe file is a JSON object: ``id``, ``lang``, ``phenomenon``, ``text``, ``published``
(YYYY-MM-DD or null) and ``expect``, which may hold

- ``events``: objects with ``type`` and any of ``status``, ``participants``, ``source``, ``target``, ``host``,
  ``earliest``, ``latest``, ``place``, ``place_en``; alternatives of type and status are joined by ``|``;
- ``positions``: ``holders`` and any of ``stance`` (with alternatives), ``polarity``, ``target``, ``quote``
  (half of the shorter quote is shared);
- ``posts``: ``person``, ``actor``, and perhaps ``post``;
- ``memberships``: ``member``, ``organization``, and perhaps ``role``;
- ``actors``: all actors of the text; ``published``, ``dateline``: as read from the text;
- ``no_events``, ``no_positions``, ``no_posts``, ``no_memberships``: true where nothing of the kind but
  the expected may be found (events also a list of types, positions also a list of holders);
- ``no_actors``: ids that may not be found.

A probe passes when all of it holds.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from graph.evaluate.gold import records_of
from graph.evaluate.likeness import Json, overlap, plain, same_place, words
from graph.exc import InputError
from graph.reading import open_article

_KEYS = {"id", "lang", "phenomenon", "text", "published", "expect"}
_KINDS = ("events", "positions", "posts", "memberships")
_EXPECTED = {
    *_KINDS,
    *(f"no_{kind}" for kind in _KINDS),
    "actors",
    "no_actors",
    "published",
    "dateline",
}


@dataclass(frozen=True, slots=True)
class Probe:
    """A text and what is expected of a reader."""

    id: str
    lang: str
    phenomenon: str
    text: str
    published: str | None
    expect: Json


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a probe: it passed when there are no faults."""

    probe: Probe
    faults: tuple[str, ...]


def read_probes(folder: Path) -> Iterator[Probe]:
    """The probes of ``probes/*.jsonl`` below a folder; InputError for a line that is none."""
    for path in sorted((folder / "probes").glob("*.jsonl")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if line.strip():
                yield _probe(line, f"{path}:{number}")


def _probe(line: str, where: str) -> Probe:
    try:
        value = json.loads(line)
    except ValueError as error:
        raise InputError(f"{where}: {error}") from error
    if not isinstance(value, dict) or set(value) != _KEYS:
        raise InputError(f"{where}: a probe has the keys {', '.join(sorted(_KEYS))} and no others")
    unknown = set(value["expect"]) - _EXPECTED
    if unknown or not value["expect"]:
        raise InputError(f"{where}: expect knows {', '.join(sorted(_EXPECTED))}, not {unknown or 'nothing'}")
    return Probe(**value)


def try_probe(probe: Probe) -> Outcome:
    """Read a probe's text and say which expectations do not hold."""
    article = open_article(probe.text, key=probe.id, language=probe.lang, published=probe.published)
    return Outcome(probe, tuple(faults(probe, records_of(article))))


def faults(probe: Probe, found: Json) -> Iterator[str]:
    """Each expectation that the records do not meet, in words."""
    expect = probe.expect
    for kind in _KINDS:
        yield from _kind_faults(kind, probe, found.get(kind, []))
    actors = {a["id"] for a in found.get("actors", [])}
    wanted = set(expect.get("actors", actors))
    banned = set(expect.get("no_actors", ()))
    yield from (f"actors: {a} is missing" for a in sorted(wanted - actors))
    yield from (f"actors: {a} is none" for a in sorted((actors - wanted) | (actors & banned)))
    for key in ("published", "dateline"):
        if key in expect and plain(expect[key]) != plain((found.get("article") or {}).get(key)):
            yield f"{key}: {found['article'].get(key)} for {expect[key]}"


def _kind_faults(kind: str, probe: Probe, records: Sequence[Json]) -> Iterator[str]:
    """Expected records of one kind that are missing, and found ones that are forbidden."""
    free = list(records)
    for wanted in probe.expect.get(kind, []):
        place = next((n for n, r in enumerate(free) if _MEETS[kind](wanted, r, probe.text)), None)
        if place is None:
            yield f"{kind}: missing {_short(wanted)}"
        else:
            free.pop(place)
    ban = probe.expect.get(f"no_{kind}")
    for record in free:
        if ban is True or (isinstance(ban, list) and _banned(kind, record, ban)):
            yield f"{kind}: wrong {_short(record)}"


def _banned(kind: str, record: Json, ban: list[str]) -> bool:
    names = [record["type"]] if kind == "events" else record.get("holders", [])
    return any(name in ban for name in names)


def _event_meets(wanted: Json, event: Json, text: str) -> bool:
    return (
        event["type"] in wanted["type"].split("|")
        and ("status" not in wanted or event["status"] in wanted["status"].split("|"))
        and _equal(wanted, event, ("host", "earliest", "latest"))
        and _same_sets(wanted, event, ("participants", "source", "target"))
        and (not {"place", "place_en"} & set(wanted) or same_place(wanted, event))
    )


def _position_meets(wanted: Json, position: Json, text: str) -> bool:
    if "quote" in wanted:
        start = text.index(wanted["quote"])
        span = {"start": start, "end": start + len(wanted["quote"])}
        if overlap(span, position) < 0.5:
            return False
    return (
        ("stance" not in wanted or position["stance"] in wanted["stance"].split("|"))
        and _equal(wanted, position, ("polarity",))
        and _same_sets(wanted, position, ("holders", "target"))
    )


def _post_meets(wanted: Json, post: Json, text: str) -> bool:
    return (
        post["actor"] == wanted["actor"]
        and words(post["person"]) == words(wanted["person"])
        and plain(wanted.get("post", post["post"])) == plain(post["post"])
    )


def _membership_meets(wanted: Json, membership: Json, text: str) -> bool:
    return _equal(wanted, membership, ("member", "organization", "role"))


_MEETS: dict[str, Callable[[Json, Json, str], bool]] = {
    "events": _event_meets,
    "positions": _position_meets,
    "posts": _post_meets,
    "memberships": _membership_meets,
}


def _equal(wanted: Json, record: Json, keys: Iterable[str]) -> bool:
    return all(wanted[key] == record.get(key) for key in keys if key in wanted)


def _same_sets(wanted: Json, record: Json, keys: Iterable[str]) -> bool:
    return all(set(wanted[key]) == set(record.get(key) or ()) for key in keys if key in wanted)


_SHOWN = (
    *(
        "type",
        "status",
        "participants",
        "source",
        "target",
        "host",
        "earliest",
        "latest",
        "place",
        "place_en",
    ),
    *("holders", "stance", "polarity", "person", "post", "actor", "member", "organization", "role", "quote"),
)


def _short(record: Json) -> str:
    return "; ".join(
        f"{key} {' '.join(value) if isinstance(value, list) else value}"
        for key in _SHOWN
        if (value := record.get(key)) not in (None, [])
    )


def pass_rates(outcomes: Iterable[Outcome]) -> dict[str, dict[str, tuple[int, int]]]:
    """Language -> phenomenon -> probes that passed and probes tried; ``all`` stands for all phenomena."""
    counts: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(lambda: [0, 0]))
    for outcome in outcomes:
        for phenomenon in ("all", outcome.probe.phenomenon):
            count = counts[outcome.probe.lang][phenomenon]
            count[0] += not outcome.faults
            count[1] += 1
    return {
        language: {name: (count[0], count[1]) for name, count in sorted(table.items())}
        for language, table in sorted(counts.items())
    }
