"""Making corrections and taking them back: each at once in the graph, in one transaction with what follows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from pyoxigraph import NamedNode

from graph.curation.fields import located, normal
from graph.curation.matching import neighbours, people
from graph.curation.model import GROUPS, JOINING, KIND_OF, Anchor, Correction, Json, Withdrawal
from graph.curation.settling import settled
from graph.curation.store import change, correction, corrections_of, link_of, links, new_key, reading_kept
from graph.derived import content_of, following
from graph.exc import InputError, NotFoundError
from graph.extraction import to_json
from graph.identity import Namespace
from graph.lookups.naming import actor_iri
from graph.model import ArticleRecords
from graph.rdf import read_records, records_to_statements
from graph.rdf.terms import bir
from graph.store import Store
from graph.store.changes import sequence

_KEY = re.compile(r"[A-Z0-9][A-Z0-9-]*\Z")


def judge(
    store: Store,
    action: str,
    records: Sequence[str],
    *,
    by: str,
    why: str | None = None,
    wanted: Json | None = None,
) -> list[Correction]:
    """Accept, reject or edit records, named by IRI or its last part; gives the corrections as they were kept.

    Those of one article are made together. NotFoundError for what is no record of an article, InputError for
    fields that cannot be set or an acceptance of what is confirmed already.
    """
    at = datetime.now(UTC)
    made: dict[str, list[Correction]] = {}
    for name in dict.fromkeys(records):
        iri = find_iri(store, name)
        article = _article_of(store, iri)
        anchor = _anchor(to_json(_records(store, article)), iri)
        if (
            action == "accept"
            and anchor.fields["claim"] == "confirmed"
            and not _contested(store, article, iri)
        ):
            raise InputError(f"{name} is confirmed already; `bilateral corrections list` says by whom")
        if anchor.kind == "person":
            raise InputError(
                f"a person cannot be {action}ed; correct the records that name {anchor.fields['name']}"
            )
        goal = normal(anchor.kind, wanted or {}, lambda words: actor_key(store, words))
        if action == "edit" and not goal:
            raise InputError("an edit needs a field to set, such as place=Astana")
        made.setdefault(article, []).append(_new(action, (anchor,), by, at, why, goal or None))
    return [c for article, new in made.items() for c in _commit(store, article, new)]


def accept_all(store: Store, article: str, *, by: str, why: str | None = None) -> list[Correction]:
    """Accept every record of an article that nobody has confirmed yet."""
    told = to_json(_records(store, article))
    at = datetime.now(UTC)
    open_ones = [f["iri"] for group in GROUPS.values() for f in told[group] if f["claim"] != "confirmed"]
    new = [_new("accept", (_anchor(told, iri),), by, at, why) for iri in open_ones]
    return _commit(store, article, new) if new else []


def add(
    store: Store, article: str, kind: str, wanted: Json, *, by: str, why: str | None = None
) -> Correction:
    """Put a record into an article that the reader overlooked; ``wanted`` has its fields and its quote."""
    text = _records(store, article).article.text
    goal = normal(kind, wanted, lambda words: actor_key(store, words))
    span = located(text, goal.get("quote") or "")
    if span is None:
        raise InputError("a new record needs a quote that stands in the article, word for word")
    fields = {**goal, "record": kind, "start": span[0], "end": span[1]}
    new = _new("add", (Anchor(article, fields),), by, datetime.now(UTC), why, goal)
    return _commit(store, article, [new])[0]


def join(store: Store, action: str, one: str, other: str, *, by: str, why: str | None = None) -> Correction:
    """Say that two events or two people are one (``merge``) or are not (``split``)."""
    ends = [find_iri(store, name) for name in (one, other)]
    if ends[0] == ends[1]:
        raise InputError(f"{one} and {other} are the same node already")
    anchors = tuple(_end(store, iri) for iri in ends)
    if {a.kind for a in anchors} not in ({"event"}, {"person"}):
        raise InputError(f"{action} takes two events or two people")
    new = _new(action, anchors, by, datetime.now(UTC), why)
    known = [c for key in new.articles for c in corrections_of(store, key)]
    link = link_of(new)
    for before in known:
        said = link_of(before)
        if said and link and (said[0], said[2]) == (link[0], link[2]):
            raise InputError(
                f"{before.by} said so or the contrary of these two already ({before.action} {before.key}); "
                f"withdraw that first: bilateral corrections withdraw {before.key}"
            )
    _rederive(store, [], [new])
    return new


def withdraw(store: Store, key: str, *, by: str, why: str | None = None) -> Correction:
    """Take a correction back; what the reader made of the article comes back, and the correction is kept."""
    before = correction(store, key)
    if not before.active:
        raise InputError(f"{key} was withdrawn already by {before.withdrawn.by if before.withdrawn else ''}")
    gone = Withdrawal(by, datetime.now(UTC), why)
    after = replace(before, withdrawn=gone, outcome="withdrawn", message=None)
    if before.action in JOINING:
        _rederive(store, [before], [after])
        return after
    article = before.articles[0]
    if not _exists(store, article):
        store.update(change([before], [after]))
        return after
    return _commit(store, article, [after])[0]


# -- names that people write


def find_iri(store: Store, name: str) -> str:
    """The IRI of a record or person given by IRI, by kind and key, or by key; NotFoundError for others."""
    base = Namespace().base
    kinds = [name.split("/", 1)[0]] if "/" in name else list(KIND_OF)
    whole = name.startswith(("http://", "https://"))
    tried = [name] if whole else [f"{base}{kind}/{name.rsplit('/', 1)[-1]}" for kind in kinds]
    for iri in tried:
        try:
            node = NamedNode(iri)
        except ValueError:
            break
        if store.ask(f"ASK {{ {node} a ?kind }}") and Namespace().kind(iri) in KIND_OF:
            return iri
    raise NotFoundError(f"no record {name!r}; `bilateral articles show ID` gives the keys of its records")


def actor_key(store: Store, words: str) -> str:
    """The id of a state or organization; a new organization may be given by a key in capitals."""
    try:
        return Namespace().key(actor_iri(store, words))
    except NotFoundError:
        if _KEY.match(words):
            return words
        raise InputError(
            f"no state or organization is called {words!r}; give a code such as KAZ, or a new key in capitals"
        ) from None


def _contested(store: Store, article: str, iri: str) -> bool:
    """Whether a correction of this record is in conflict, so that accepting it says something new."""
    return any(
        c.outcome == "conflict" and iri in {anchor.now for anchor in c.anchors}
        for c in corrections_of(store, article)
    )


def _exists(store: Store, article: str) -> bool:
    node = NamedNode(Namespace().article(article))
    return store.ask(f"ASK {{ GRAPH {node} {{ {node} a {bir('Article')} }} }}")


def _records(store: Store, article: str) -> ArticleRecords:
    """The records of an article; asked for first, for an iterator may not outlive its thread in an error."""
    if not _exists(store, article):
        raise NotFoundError(f"no article {article!r} in the store; `bilateral articles list` names them")
    return read_records(store, Namespace().article(article))


def _articles_of(store: Store, iri: str) -> list[str]:
    rows = store.select(f"SELECT DISTINCT ?g WHERE {{ GRAPH ?g {{ {NamedNode(iri)} a ?kind }} }}")
    graphs = sorted(str(getattr(row["g"], "value", "")) for row in rows)
    return [Namespace().key(graph) for graph in graphs if Namespace().kind(graph) == "article"]


def _article_of(store: Store, iri: str) -> str:
    found = _articles_of(store, iri)
    if not found:
        raise NotFoundError(f"{iri} stands in no article; only what was read from articles can be corrected")
    return found[0]


# -- anchors


def _anchor(told: Json, iri: str) -> Anchor:
    """An anchor of a record of an article, by the article's extraction record."""
    kind = KIND_OF[Namespace().kind(iri) or ""]
    found = told[GROUPS[kind]] if kind in GROUPS else []
    for fields in found:
        if fields["iri"] == iri:
            whole = {**fields, "record": kind}
            return Anchor(told["id"], whole, neighbours(fields, found, kind), now=iri)
    raise NotFoundError(f"{iri} is no record of its own in {told['id']}; correct the record it is part of")


def _end(store: Store, iri: str) -> Anchor:
    """An anchor of one end of a merge or split."""
    if KIND_OF[Namespace().kind(iri) or ""] != "person":
        return _anchor(to_json(_records(store, _article_of(store, iri))), iri)
    fields: Json = {"record": "person", "iri": iri, "name": Namespace().key(iri), "actor": None}
    for article in _articles_of(store, iri):
        named = people(_records(store, article))
        if iri in named:
            name, actor = named[iri]
            return Anchor(article, {**fields, "name": name, "actor": actor}, now=iri)
    return Anchor(None, fields, now=iri)


def _new(
    action: str,
    anchors: tuple[Anchor, ...],
    by: str,
    at: datetime,
    why: str | None,
    wanted: Json | None = None,
) -> Correction:
    key = new_key(action, anchors, by, at)
    return Correction(
        key=key, action=action, anchors=anchors, by=by.strip(), at=at, why=why or None, wanted=wanted
    )


# -- into the store


def _commit(store: Store, article: str, changed: Iterable[Correction]) -> list[Correction]:
    """Keep new or withdrawn corrections of an article and write its graph as it stands with them."""
    iri = Namespace().article(article)
    read = reading_kept(store, article) or _records(store, article)
    known = corrections_of(store, article)
    new = {c.key: c for c in changed}
    result = settled(read, known, [*(c for c in known if c.key not in new), *new.values()])
    kept = [c for c in result.corrections if c.key in new]
    for one in kept:
        if one.outcome == "conflict":  # of a record just looked at, only a fault in what is wanted can be
            raise InputError(f"the {one.action} cannot be made: {one.message}")
    found = records_to_statements(result.records, reader_version=_reader_version(store, iri))
    then = following(
        store, {iri: content_of(iri, found.facts)}, known=[iri], gone=result.gone, come=result.come
    )
    store.replace(iri, found.quads(), before=then.before, after=sequence(result.update, then.after))
    return kept


def _reader_version(store: Store, iri: str) -> str | None:
    node = NamedNode(iri)
    rows = store.select(f"SELECT ?v WHERE {{ GRAPH {node} {{ {node} {bir('readerVersion')} ?v }} }}")
    return str(getattr(rows[0]["v"], "value", "")) if rows else None


def _rederive(store: Store, before: Iterable[Correction], after: Iterable[Correction]) -> None:
    """Write a merge or split, or its withdrawal, with the happenings that it changes."""
    old, new = list(before), list(after)
    gone, come = links(old), links(new)
    then = following(store, {}, gone=gone - come, come=come - gone)
    store.update(sequence(change(old, new), then.after))
