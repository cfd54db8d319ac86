"""One pass from the rows of the reference tables to the ``reference`` graph.

Names in force become labels; names whose kind or time matters (former names, adjectives, seats) become nodes.
Memberships, holdings and ties become records that are taken from a reference source instead of an article:
``bir:isTakenFrom`` with the claim status ``listed``, or ``disputed`` where the row's note says so.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import chain

from pyoxigraph import Literal, NamedNode, Quad

from graph.identity import Namespace, digest
from graph.paths import reference_dir
from graph.rdf.terms import MEMBER_CONCEPTS, PREF_LABEL, RDF_TYPE, SOURCE, TITLE, bir, birx, share
from graph.reference import tables
from graph.reference.offices import office_in_arabic, office_kind
from graph.reference.sources import sources, trust
from graph.reference.spans import first_day, known_time, last_day
from graph.reference.tables import NameRow
from graph.store.protocol import Store

ALT_LABEL = NamedNode("http://www.w3.org/2004/02/skos/core#altLabel")
EXACT_MATCH = NamedNode("http://www.w3.org/2004/02/skos/core#exactMatch")
NOTE = NamedNode("http://www.w3.org/2004/02/skos/core#note")
LICENSE = NamedNode("http://purl.org/dc/terms/license")
VERSION = NamedNode("http://purl.org/dc/terms/hasVersion")
WIKIDATA = "http://www.wikidata.org/entity/"

RECORD_WORDS = {"Membership": "membership", "PostHolding": "holding", "DiplomaticTie": "tie"}
LABEL_KINDS = ("short", "official", "variant", "abbreviation")
ARABIC = re.compile("[\u0600-\u06ff]")
ATTESTED = re.compile(r"attested (\d{4}(?:-\d\d){0,2})")


@cache
def _confidence(source: str) -> Literal:
    return share(trust(source))


def _slug(region: str) -> str:
    return re.sub(r"[^a-z]+", "-", region.lower()).strip("-")


@dataclass
class _Writer:
    """Collects the quads of a row; the methods for tables pause after each.

    ``seen`` holds the nodes that are already described.
    """

    namespace: Namespace
    quads: list[Quad] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)
    labels: dict[str, set[str]] = field(default_factory=dict)
    nodes: dict[tuple[str, str], NamedNode] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.graph = NamedNode(self.namespace.graph("reference"))

    def add(self, subject: NamedNode, predicate: NamedNode, value: NamedNode | Literal) -> None:
        self.quads.append(Quad(subject, predicate, value, self.graph))

    def thing(self, iri: str, kind: str) -> NamedNode:
        node = NamedNode(iri)
        if iri not in self.seen:
            self.seen.add(iri)
            self.add(node, RDF_TYPE, bir(kind))
        return node

    def label(self, node: NamedNode, text: str, language: str) -> None:
        """The first label of a language is the preferred one, later ones are alternatives."""
        given = self.labels.setdefault(node.value, set())
        if text and f"{language}:{text}" not in given:
            preferred = f"{language}:" not in given
            given |= {f"{language}:", f"{language}:{text}"}
            self.add(node, PREF_LABEL if preferred else ALT_LABEL, Literal(text, language=language))

    def taken(self, node: NamedNode, source: str) -> None:
        for key in source.split("|"):
            self.add(node, bir("isTakenFrom"), self.nodes.get(("source", key)) or self.source(key))

    def source(self, key: str) -> NamedNode:
        """A data set by its key, an organization's own list (``list:ORG``), or a page by its address."""
        is_page = key.startswith("http")
        iri = f"{self.namespace.base}source/{f'page-{digest(key)}' if is_page else key.replace(':', '-')}"
        node, row = self.thing(iri, "ReferenceSource"), sources().get(key)
        self.nodes[("source", key)] = node
        title = (
            row.title if row else key if is_page else f"Official list of members: {key.removeprefix('list:')}"
        )
        self.label(node, title, "en")
        self.add(node, TITLE, Literal(title, language="en"))
        if is_page:
            self.add(node, SOURCE, Literal(key))
        if row and row.licence:
            self.add(node, LICENSE, NamedNode(row.licence))
        return node

    def span(self, node: NamedNode, start: str, end: str) -> None:
        if start:
            self.add(node, bir("validFrom"), first_day(start))
            if len(start) < len("2017-07-08"):
                self.add(node, bir("startText"), Literal(start))
        if end:
            self.add(node, bir("validUntil"), last_day(end))
            if len(end) < len("2017-07-08"):
                self.add(node, bir("endText"), Literal(end))

    def record(self, kind: str, signs: tuple[str, ...], source: str, note: str = "") -> NamedNode:
        """A record node with its source, claim status and the confidence that the source has."""
        node = self.thing(f"{self.namespace.base}{RECORD_WORDS[kind]}/{digest('reference', *signs)}", kind)
        self.add(
            node, bir("hasClaimStatus"), birx("claim-disputed" if "disputed:" in note else "claim-listed")
        )
        self.add(node, bir("confidence"), _confidence(source))
        self.taken(node, source)
        return node

    def actor(self, code: str) -> NamedNode:
        node = self.nodes.get(("actor", code))
        if node is None:
            node = self.nodes[("actor", code)] = NamedNode(self.namespace.actor(code))
        return node

    def place(self, english: str) -> NamedNode:
        """A place by its English name; one that is not in the table gets that name as its label."""
        node = self.nodes.get(("place", english))
        if node is None:
            node = self.thing(self.namespace.place(None, english), "Place")
            self.nodes[("place", english)] = node
            if node.value not in self.labels:
                self.label(node, english, "en")
        return node

    # -- the tables

    def names(self, node: NamedNode, rows: list[NameRow]) -> None:
        """Labels, best kind first, and name nodes for what a label cannot say."""
        for row in sorted(rows, key=lambda r: LABEL_KINDS.index(r.kind) if r.kind in LABEL_KINDS else 9):
            if row.kind in LABEL_KINDS and not row.until and row.caution != "dateline":
                self.label(node, row.name, row.lang)
                if not row.begin:
                    continue
            signs = (row.code, row.lang, row.kind, row.name, row.begin)
            name = self.thing(f"{self.namespace.base}name/{row.code}-{digest(*signs)}", "Name")
            self.add(node, bir("hasName"), name)
            self.add(name, bir("nameText"), Literal(row.name, language=row.lang))
            self.add(name, bir("hasKind"), birx(f"name-{row.kind.split('-')[0]}"))
            self.span(name, row.begin, row.until)
            self.taken(name, row.source)

    def states(self) -> Iterator[None]:
        called = _by_code(tables.state_names())
        for row in tables.states():
            node = self.thing(self.namespace.state(row.code), "State")
            self.add(node, bir("iso3"), Literal(row.code))
            if row.alpha2:
                self.add(node, bir("iso2"), Literal(row.alpha2))
            if row.numeric:
                self.add(node, bir("isoNumeric"), Literal(row.numeric))
            if row.subregion:
                self.add(node, bir("liesInRegion"), birx(f"region-{_slug(row.subregion)}"))
            for successor in row.successors:
                self.add(node, bir("isSucceededBy"), self.actor(successor))
            self._lifetime(node, row.begin, row.end, row.wikidata)
            self.names(node, called.get(row.code, []))
            self.taken(node, row.source)
            yield

    def _lifetime(self, node: NamedNode, begin: str, end: str, wikidata: str) -> None:
        if begin:
            self.add(node, bir("foundedOn"), known_time(begin))
        if end:
            self.add(node, bir("dissolvedOn"), known_time(end))
        if wikidata:
            self.add(node, EXACT_MATCH, NamedNode(WIKIDATA + wikidata))

    def places(self) -> Iterator[None]:
        for row in tables.places():
            node = self.thing(self.namespace.iri("place", row.key), "Place")
            for language, name in (("en", row.en), ("ar", row.ar), ("fr", row.fr)):
                self.label(node, name, language)
            for alias in row.aliases:
                self.label(node, alias, "ar" if ARABIC.search(alias) else "en")
            self.add(node, bir("hasKind"), birx(f"place-{row.kind}"))
            self.taken(node, row.source)
            if row.state:
                state = self.actor(row.state)
                self.add(node, bir("liesIn"), state)
                if row.kind == "capital" and not row.until:
                    self.add(state, bir("hasCapital"), node)
            yield

    def organizations(self) -> Iterator[None]:
        called = _by_code(tables.organization_names())
        for row in tables.organizations():
            node = self.thing(self.namespace.organization(row.id), "Organization")
            self.add(node, bir("hasKind"), birx(f"org-{row.kind}"))
            if row.seat:
                self.add(node, bir("hasSeat"), self.place(row.seat))
            if row.parent:
                self.add(node, bir("isUnitOf"), self.actor(row.parent))
            self._lifetime(node, row.founded, row.dissolved, row.wikidata)
            self.names(node, called.get(row.id, []))
            self.taken(node, row.source)
            yield

    def memberships(self) -> Iterator[None]:
        for row in tables.memberships():
            signs = (row.organization, row.member, row.role, row.start)
            node = self.record("Membership", signs, row.source, row.note)
            self.add(node, bir("hasMember"), self.actor(row.member))
            self.add(node, bir("inOrganization"), NamedNode(self.namespace.organization(row.organization)))
            self.add(node, bir("hasRole"), birx(MEMBER_CONCEPTS[row.role]))
            self.span(node, row.start, row.end)
            if attested := ATTESTED.search(row.note):
                self.add(node, bir("attestedOn"), first_day(attested[1]))
            if row.note:
                self.add(node, NOTE, Literal(row.note, language="en"))
            yield

    def holdings(self) -> Iterator[None]:
        for row in tables.holdings():
            person = self.person(row)
            node = self.record("PostHolding", (person.value, row.post, row.state, row.start), row.source)
            self.add(node, bir("hasHolder"), person)
            self.add(node, bir("ofPost"), self.post(row.state, row.post))
            self.add(node, bir("actsFor"), self.actor(row.state))
            self.span(node, row.start, row.end)
            source = sources().get(row.source)
            if not row.end and source and source.as_of:
                self.add(node, bir("attestedOn"), first_day(source.as_of))
            yield

    def person(self, row: tables.HoldingRow) -> NamedNode:
        """A person by Wikidata id, else by name and state; all rows' spellings become labels."""
        key = row.wikidata or f"{row.state} {row.person}"
        node = self.nodes.get(("person", key))
        if node is None:
            node = self.thing(self.namespace.person(row.person, row.state), "Person")
            self.nodes[("person", key)] = node
            if row.wikidata:
                self.add(node, EXACT_MATCH, NamedNode(WIKIDATA + row.wikidata))
        self.label(node, row.person, "en")
        self.label(node, row.name_ar, "ar")
        return node

    def post(self, actor: str, name: str) -> NamedNode:
        """An office of an actor, with its kind and, where the name is a common one, its Arabic name."""
        node = self.nodes.get(("post", f"{actor} {name}"))
        if node is not None:
            return node
        node = self.thing(self.namespace.post(actor, name), "Post")
        self.nodes[("post", f"{actor} {name}")] = node
        self.label(node, name, "en")
        self.label(node, office_in_arabic(name), "ar")
        self.add(node, bir("hasKind"), birx(f"post-{office_kind(name)}"))
        self.add(node, bir("isPostOf"), self.actor(actor))
        return node

    def ties(self) -> Iterator[None]:
        for row in tables.ties():
            node = self.record("DiplomaticTie", (row.sender, row.to, row.kind, row.place), row.source)
            self.add(node, bir("comesFrom"), self.actor(row.sender))
            self.add(node, bir("goesTo"), self.actor(row.to))
            self.add(node, bir("hasKind"), birx(f"tie-{row.kind}"))
            self.span(node, row.since, "")
            if row.place:
                self.add(node, bir("hasSeat"), self.place(row.place))
            if row.as_of:
                self.add(node, bir("attestedOn"), first_day(row.as_of))
            yield


def _by_code(rows: tuple[NameRow, ...]) -> dict[str, list[NameRow]]:
    called: dict[str, list[NameRow]] = {}
    for row in rows:
        called.setdefault(row.code, []).append(row)
    return called


def reference_quads(namespace: Namespace | None = None) -> Iterator[Quad]:
    """All reference tables as quads of the ``reference`` graph, the lasting things before the records.

    They are given row by row: a list of all would cost as much time in Python's collector as making them.
    """
    writer = _Writer(namespace or Namespace())
    rows = chain(writer.states(), writer.places(), writer.organizations())
    for _ in chain(rows, writer.memberships(), writer.holdings(), writer.ties()):
        yield from writer.quads
        writer.quads.clear()


def tables_hash() -> str:
    """SHA-256 over the tables and this module, which together make the graph."""
    found = hashlib.sha256()
    for path in sorted(reference_dir().glob("*.csv")):
        found.update(path.name.encode() + path.read_bytes())
    return found.hexdigest()


def load_reference(store: Store, namespace: Namespace | None = None) -> bool:
    """Put the reference graph into a store in place of another one; False where it is there already.

    The hash of the tables is written last, so that a load which was cut short is done again.
    """
    names = namespace or Namespace()
    graph = NamedNode(names.graph("reference"))
    version = Literal(tables_hash())
    if store.ask(f"ASK {{ GRAPH {graph} {{ {graph} {VERSION} {version} }} }}"):
        return False
    store.remove(graph.value)
    store.add(reference_quads(names))
    store.add([Quad(graph, VERSION, version, graph)])
    return True
