"""Corrected articles as gold: what people stand for, in the form that ``bilateral evaluate`` reads.

An article is wholly reviewed when every event, position, post and membership that stands in it was accepted,
edited or added by somebody and nothing is in conflict; of others the rest is still the reader's own word.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from graph.curation.listing import all_corrections
from graph.curation.model import Correction, Json
from graph.exc import InputError
from graph.extraction import to_json
from graph.identity import Namespace, digest
from graph.model import ArticleRecords
from graph.rdf import read_records
from graph.store import Store

_REVIEWED = ("events", "positions", "posts", "memberships")
_SPAN = ("quote", "start", "end")
_KEYS = {
    "events": ("type", "status", "participants", "source", "target", "earliest", "latest", "host", *_SPAN),
    "positions": ("holders", "stance", "polarity", "issue", "target", "speaker", *_SPAN),
    "posts": ("person", "post", "actor", *_SPAN),
    "memberships": ("member", "organization", "role", *_SPAN),
}


@dataclass(frozen=True, slots=True)
class Gold:
    """An article as gold; ``reviewed`` of its ``records`` were judged by somebody."""

    key: str
    name: str
    text: str
    content: Json
    records: int
    reviewed: int
    conflicts: int

    @property
    def whole(self) -> bool:
        """Whether people have judged all of it."""
        return self.records == self.reviewed and not self.conflicts


def gold_articles(store: Store) -> Iterator[Gold]:
    """Every article of the store that somebody has corrected, in order of their keys."""
    made: dict[str, list[Correction]] = {}
    for correction in all_corrections(store):
        for key in correction.articles if correction.active else ():
            made.setdefault(key, []).append(correction)
    there = set(store.graphs())
    for key in sorted(made):
        if Namespace().article(key) in there:
            yield _gold(read_records(store, Namespace().article(key)), made[key])


def write_gold(folder: Path, articles: Iterator[Gold]) -> Iterator[Gold]:
    """Write each article as ``<language>/<name>.json`` and ``.txt``; InputError where that is not possible."""
    for gold in articles:
        path = folder / f"{gold.name}.json"
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.with_suffix(".txt").write_bytes(gold.text.encode("utf-8"))
            path.write_text(json.dumps(gold.content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        except OSError as error:
            raise InputError(f"{path} cannot be written: {error.strerror or error}") from error
        yield gold


def _gold(records: ArticleRecords, made: list[Correction]) -> Gold:
    article, told = records.article, to_json(records)
    stem = re.sub(r"[^\w.-]+", "-", article.key).strip("-.") or "article"
    if stem.replace("-", "/") != article.key and stem != article.key:
        stem = f"{stem}-{digest(article.key)[:6]}"  # two keys never share a file
    name = f"{article.language}/{stem}"
    judged = [record["claim"] == "confirmed" for group in _REVIEWED for record in told[group]]
    content = {
        "id": name,
        "article": {part: told["article"][part] for part in ("published", "outlet", "dateline")},
        "actors": _actors(told),
        **{group: [_trimmed(record, group, article.text) for record in told[group]] for group in _REVIEWED},
    }
    return Gold(
        key=article.key,
        name=name,
        text=article.text.replace("\r\n", "\n"),
        content=content,
        records=len(judged),
        reviewed=sum(judged),
        conflicts=sum(c.outcome == "conflict" for c in made),
    )


def _trimmed(record: Json, group: str, text: str) -> Json:
    """A record with the keys of the annotation guide; offsets count over lines that end as on Unix."""
    found = {name: record[name] for name in _KEYS[group]}
    if group == "events":
        found["place"] = record["place_en"] or record["place"]
    for name in ("start", "end"):
        found[name] -= text.count("\r\n", 0, record[name])
    found["quote"] = record["quote"].replace("\r\n", "\n")
    return found


def _actors(told: Json) -> list[Json]:
    """The actors named, and those that the records which stand speak of."""
    kinds = {actor["id"]: actor["kind"] for actor in told["actors"]}
    ids = dict.fromkeys(kinds)
    for group, names in (("events", ("participants",)), ("positions", ("holders",))):
        ids.update(dict.fromkeys(a for record in told[group] for name in names for a in record[name]))
    state = Namespace()
    return [
        {"id": key, "kind": kinds.get(key) or ("state" if "/state/" in state.actor(key) else "organization")}
        for key in ids
    ]
