"""Invented events in the ontology's terms, any number of quads, the same for the same number."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Quad

from graph.store import EmbeddedStore

BIR = "https://w3id.org/bilateral/ontology/"
BIRX = "https://w3id.org/bilateral/scheme/"
ID = "https://w3id.org/bilateral/id/"
XSD_DATE = NamedNode("http://www.w3.org/2001/XMLSchema#date")
TYPE = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
LABEL = NamedNode("http://www.w3.org/2004/02/skos/core#prefLabel")
KINDS = ("visit", "meeting", "consultation", "call", "summit", "signing", "negotiation", "aid")
STATES = ["KAZ", "PSE", *(f"X{chr(65 + n // 26)}{chr(65 + n % 26)}" for n in range(198))]
PER_EVENT = 23
PAIR_EVENTS = 10  # of KAZ and PSE, however large the store is

PREFIXES = f"PREFIX bir: <{BIR}> PREFIX birx: <{BIRX}> PREFIX id: <{ID}> " + (
    "PREFIX skos: <http://www.w3.org/2004/02/skos/core#> "
)
PAIR = "<https://w3id.org/bilateral/id/relation/KAZ-PSE>"
STATE = "<https://w3id.org/bilateral/id/state/{}>"
QUERIES = {
    "ask": f"ASK {{ {PAIR} bir:concerns ?e . ?e bir:hasEventType birx:event-visit }}",
    "pair": f"""SELECT ?e ?type ?day ?quote {{ {PAIR} bir:concerns ?e . ?e bir:hasEventType ?type ;
        bir:earliestDate ?day ; bir:isSupportedBy/bir:quote ?quote }}""",
    "100 rows": "SELECT ?e ?label { ?e a bir:Event ; skos:prefLabel ?label } LIMIT 100",
    "100,000 rows": "SELECT ?s ?p ?o { ?s ?p ?o } LIMIT 100000",
    "group by": "SELECT ?type (COUNT(*) AS ?n) { ?e a bir:Event ; bir:hasEventType ?type } GROUP BY ?type",
    "two hops": f"""SELECT (COUNT(DISTINCT ?s) AS ?n) {{ {PAIR} bir:concerns ?a . ?s bir:takesPartIn ?a, ?b .
        ?t bir:takesPartIn ?b FILTER(?t != ?s) }}""",
    "path": f"SELECT (COUNT(DISTINCT ?o) AS ?n) {{ {PAIR} bir:concerns/^bir:takesPartIn/bir:takesPartIn ?o }}",
}


def query(name: str) -> str:
    """The text of a query with its prefixes."""
    return PREFIXES + QUERIES[name]


def _node(kind: str, key: object) -> NamedNode:
    return NamedNode(f"{ID}{kind}/{key}")


def _event(number: int, pair: tuple[str, str], chance: random.Random) -> Iterator[Quad]:
    graph = _node("article", f"made/{number // 3}")
    event, evidence = _node("event", f"{number:016x}"), _node("evidence", f"{number:016x}")
    kind = KINDS[0] if pair == ("KAZ", "PSE") else chance.choice(KINDS)
    day = f"{chance.randint(1992, 2025)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
    said = {
        TYPE: [NamedNode(BIR + "Event")],
        NamedNode(BIR + "hasEventType"): [NamedNode(f"{BIRX}event-{kind}")],
        NamedNode(BIR + "hasEventStatus"): [NamedNode(BIRX + "status-held")],
        NamedNode(BIR + "earliestDate"): [Literal(day, datatype=XSD_DATE)],
        NamedNode(BIR + "latestDate"): [Literal(day, datatype=XSD_DATE)],
        NamedNode(BIR + "confidence"): [Literal(round(chance.random(), 2))],
        NamedNode(BIR + "isSupportedBy"): [evidence],
        LABEL: [
            Literal(f"{kind}: {' – '.join(pair)}, {day}", language="en"),
            Literal(f"حدث: {' – '.join(pair)}، {day}", language="ar"),
        ],
    }
    for predicate, objects in said.items():
        for term in objects:
            yield Quad(event, predicate, term, graph)
    start = chance.randint(0, 4000)
    quote = f"quote number {number} between {pair[0]} and {pair[1]} on {day}"
    for name, value in (("start", start), ("end", start + len(quote)), ("quote", quote)):
        yield Quad(evidence, NamedNode(BIR + name), Literal(value), graph)
    yield Quad(_node("relation", "-".join(sorted(pair))), NamedNode(BIR + "concerns"), event, graph)
    for state in pair:
        part = _node("participation", f"{number:016x}-{state}")
        yield Quad(_node("state", state), NamedNode(BIR + "takesPartIn"), event, graph)
        yield Quad(part, TYPE, NamedNode(BIR + "Participation"), graph)
        yield Quad(part, NamedNode(BIR + "inEvent"), event, graph)
        yield Quad(part, NamedNode(BIR + "hasParticipant"), _node("state", state), graph)
        yield Quad(part, NamedNode(BIR + "hasRole"), NamedNode(BIRX + "role-party"), graph)


def quads(number: int) -> Iterator[Quad]:
    """About ``number`` quads."""
    chance = random.Random(1648)
    events = number // PER_EVENT
    for n in range(events):
        pair = ("KAZ", "PSE") if n < PAIR_EVENTS else tuple(chance.sample(STATES, 2))
        yield from _event(n, pair, chance)


def fill(folder: Path, number: int) -> int:
    """A compact store of about ``number`` quads; how many it has."""
    store = EmbeddedStore(folder)
    store.add(quads(number))
    store.optimize()
    size = store.size()
    store.close()
    return size
