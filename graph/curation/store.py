"""Corrections as quads of the curated graph, and back."""

from __future__ import annotations

import base64
import gzip
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from datetime import datetime
from typing import Any

import pyoxigraph as ox
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat

from graph.curation.model import JOINING, Anchor, Correction, Withdrawal
from graph.exc import NotFoundError
from graph.identity import Namespace, digest
from graph.model import ArticleRecords
from graph.queries import named
from graph.rdf import quads_to_records, records_to_quads
from graph.rdf.terms import RDF_TYPE, XSD, bir, birx, moment
from graph.store import Row, Store
from graph.store.changes import insert_text, sequence
from ontology.terms import ONTOLOGY, SCHEME

PROV = "http://www.w3.org/ns/prov#"
ATTRIBUTED, GENERATED, INVALIDATED, AGENT = (
    NamedNode(PROV + name) for name in ("wasAttributedTo", "generatedAtTime", "invalidatedAtTime", "Agent")
)
_JSON = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#JSON")
LINKS = {"merge": "isMergedWith", "split": "isKeptApartFrom"}


def curated(namespace: Namespace | None = None) -> NamedNode:
    """The graph that holds what people say."""
    return NamedNode((namespace or Namespace()).graph("curated"))


def new_key(action: str, anchors: Iterable[Anchor], by: str, at: datetime) -> str:
    """A name for a correction, from all that tells it apart."""
    return digest(action, by, at.isoformat(), *(json.dumps(a.fields, sort_keys=True) for a in anchors))


# -- to quads


def _json(value: object) -> Literal:
    return Literal(json.dumps(value, ensure_ascii=False, sort_keys=True), datatype=_JSON)


def correction_quads(correction: Correction, namespace: Namespace | None = None) -> Iterator[Quad]:
    """A correction in the curated graph; of a merge or split that holds, the link too."""
    names = namespace or Namespace()
    graph, node = curated(names), NamedNode(names.iri("correction", correction.key))
    facts: list[tuple[NamedNode, NamedNode | Literal | None]] = [
        (RDF_TYPE, bir("Correction")),
        (bir("hasAction"), birx(f"action-{correction.action}")),
        (bir("hasOutcome"), birx(f"outcome-{correction.outcome}")),
        (bir("outcomeText"), Literal(correction.message) if correction.message else None),
        (bir("anchor"), _json([asdict(anchor) for anchor in correction.anchors])),
        (bir("wantedFields"), _json(correction.wanted) if correction.wanted else None),
        (bir("reason"), Literal(correction.why) if correction.why else None),
        (ATTRIBUTED, NamedNode(names.iri("curator", correction.by))),
        (GENERATED, moment(correction.at)),
        *((bir("inArticle"), NamedNode(names.article(key))) for key in correction.articles),
        *((bir("corrects"), NamedNode(a.now)) for a in correction.anchors if a.now and correction.active),
    ]
    if gone := correction.withdrawn:
        facts.append((INVALIDATED, moment(gone.at)))
        facts.append((bir("isWithdrawnBy"), NamedNode(names.iri("curator", gone.by))))
        facts.append((bir("withdrawalReason"), Literal(gone.why) if gone.why else None))
    yield from (Quad(node, term, value, graph) for term, value in facts if value is not None)
    for who in {correction.by, *([gone.by] if gone else [])}:
        yield Quad(NamedNode(names.iri("curator", who)), RDF_TYPE, AGENT, graph)
    if link := link_of(correction):
        yield Quad(NamedNode(link[0]), bir(link[1]), NamedNode(link[2]), graph)


def link_of(correction: Correction) -> tuple[str, str, str] | None:
    """The link that a merge or split stands for: its two nodes and the name of the property between them."""
    ends = [anchor.now for anchor in correction.anchors]
    if correction.action not in JOINING or not correction.active or None in ends or ends[0] == ends[1]:
        return None
    one, other = sorted(str(end) for end in ends)
    return one, LINKS[correction.action], other


def links(corrections: Iterable[Correction]) -> frozenset[tuple[str, str, str]]:
    """The links that merges and splits among some corrections stand for."""
    return frozenset(link for correction in corrections if (link := link_of(correction)))


def change(old: Iterable[Correction], new: Iterable[Correction]) -> str:
    """The update that puts ``new`` in place of ``old`` in the curated graph; empty where nothing changes."""
    before, after = {c.key: c for c in old}, {c.key: c for c in new}
    changed = [key for key in after if before.get(key) != after[key]]
    if not changed:
        return ""
    names = Namespace()
    graph = curated(names)
    parts = []
    for key in changed:
        node = NamedNode(names.iri("correction", key))
        parts.append(f"DELETE WHERE {{ GRAPH {graph} {{ {node} ?p ?o }} }}")
        if key in before and (link := link_of(before[key])):
            triple = f"{NamedNode(link[0])} {bir(link[1])} {NamedNode(link[2])}"
            parts.append(f"DELETE DATA {{ GRAPH {graph} {{ {triple} }} }}")
    quads = [quad for key in changed for quad in correction_quads(after[key], names)]
    return sequence(*parts, insert_text(graph.value, quads))


# -- and back


def corrections_of(store: Store, article: str) -> list[Correction]:
    """All corrections about an article, by its key, withdrawn ones too, in the order in which they were made."""
    names = Namespace()
    graph, node = curated(names), NamedNode(names.article(article))
    about = f"?correction {bir('inArticle')} {node} ; ?property ?value"  # asked for each article that is read
    return _built(
        store.select(f"SELECT ?correction ?property ?value WHERE {{ GRAPH {graph} {{ {about} }} }}")
    )


def correction(store: Store, key: str) -> Correction:
    """One correction by its key or IRI; NotFoundError where there is none."""
    found = by_iri(store, [Namespace().iri("correction", key.rsplit("/", 1)[-1])])
    if not found:
        raise NotFoundError(f"no correction {key!r}; `bilateral corrections list` names them")
    return found[0]


def by_iri(store: Store, nodes: Iterable[str]) -> list[Correction]:
    """Corrections by their IRIs, in the order in which they were made."""
    wanted = [NamedNode(node) for node in nodes]
    return _built(store.select(named("corrected.rq", correction=wanted))) if wanted else []


def _built(rows: Iterable[Row]) -> list[Correction]:
    facts: dict[str, dict[str, str]] = defaultdict(dict)
    for row in rows:
        values: list[Any] = [getattr(row[name], "value", "") for name in ("correction", "property", "value")]
        facts[values[0]][values[1].removeprefix(ONTOLOGY).removeprefix(PROV)] = values[2]
    found = (_correction(Namespace().key(node), said) for node, said in facts.items())
    return sorted(found, key=lambda c: (c.at, c.key))


def _correction(key: str, said: dict[str, str]) -> Correction:
    names = Namespace()
    gone = said.get("invalidatedAtTime")
    return Correction(
        key=key,
        action=said["hasAction"].removeprefix(SCHEME + "action-"),
        anchors=tuple(_anchor(given) for given in json.loads(said["anchor"])),
        by=names.key(said["wasAttributedTo"]),
        at=datetime.fromisoformat(said["generatedAtTime"]),
        why=said.get("reason"),
        wanted=json.loads(said["wantedFields"]) if "wantedFields" in said else None,
        outcome=said["hasOutcome"].removeprefix(SCHEME + "outcome-"),
        message=said.get("outcomeText"),
        withdrawn=Withdrawal(
            names.key(said["isWithdrawnBy"]), datetime.fromisoformat(gone), said.get("withdrawalReason")
        )
        if gone
        else None,
    )


def _anchor(given: dict[str, Any]) -> Anchor:
    beside = tuple(
        {name: tuple(value) if isinstance(value, list) else value for name, value in core.items()}
        for core in given.pop("beside")
    )
    return Anchor(**given, beside=beside)


# -- what the reader made of a corrected article


def keep_reading(records: ArticleRecords | None, article: str) -> str:
    """The update that keeps the reader's own records of an article; None for ``records`` lets go of them."""
    graph, node = curated(), NamedNode(Namespace().article(article))
    forgotten = f"DELETE WHERE {{ GRAPH {graph} {{ {node} {bir('asRead')} ?o }} }}"
    if records is None:
        return forgotten
    lines = ox.serialize((q.triple for q in records_to_quads(records)), format=RdfFormat.N_TRIPLES) or b""
    packed = base64.b64encode(gzip.compress(lines, mtime=0)).decode()
    literal = Literal(packed, datatype=NamedNode(XSD + "base64Binary"))
    return sequence(forgotten, insert_text(graph.value, [Quad(node, bir("asRead"), literal, graph)]))


def reading_kept(store: Store, article: str) -> ArticleRecords | None:
    """The reader's own records of an article, None where no correction made them be kept."""
    graph, node = curated(), NamedNode(Namespace().article(article))
    rows = store.select(f"SELECT ?o WHERE {{ GRAPH {graph} {{ {node} {bir('asRead')} ?o }} }}")
    if not rows:
        return None
    packed = str(getattr(rows[0]["o"], "value", ""))
    lines = gzip.decompress(base64.b64decode(packed))
    return quads_to_records(ox.parse(lines, format=RdfFormat.N_TRIPLES), node.value)
