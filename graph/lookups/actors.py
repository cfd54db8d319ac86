"""States, organizations and people."""

from __future__ import annotations

from pyoxigraph import Literal, NamedNode

from graph.exc import NotFoundError
from graph.identity import Namespace
from graph.lookups.actorviews import OrganizationView, PersonView, StateView
from graph.lookups.asking import Facts, Things, iris, page, record_iri, value
from graph.lookups.asking import rows as asked
from graph.lookups.naming import actor_iri, state_code
from graph.lookups.records import Shelf
from graph.lookups.views import (
    HoldingView,
    MembershipView,
    Page,
    TieView,
)
from graph.queries import Given, named
from graph.rdf.terms import PREF_LABEL, bir
from graph.store import Row, Store
from ontology.terms import SCHEME

_EXACT = "http://www.w3.org/2004/02/skos/core#exactMatch"
_ALT = "http://www.w3.org/2004/02/skos/core#altLabel"
_YES = Literal("yes")
# what the graphs of articles say of an actor besides grows with their number
_STATE = (PREF_LABEL, NamedNode(_ALT), NamedNode(_EXACT), bir("iso2"), bir("isoNumeric"))
_ORGANIZATION = (PREF_LABEL, NamedNode(_ALT), NamedNode(_EXACT), bir("hasKind"))


def _found(store: Store, kind: str, **given: Given) -> list[str]:
    rows = store.select(named("records.rq", kind=bir(kind), **given))
    return [value(row, "record") or "" for row in rows]


def memberships(store: Store, **given: Given) -> list[MembershipView]:
    """Memberships by ``member=`` or ``organization=`` (nodes)."""
    return Shelf(store, _found(store, "Membership", **given)).memberships()


def holdings(store: Store, **given: Given) -> list[HoldingView]:
    """Holdings of posts of ``actor=`` (a node)."""
    return Shelf(store, _found(store, "PostHolding", **given)).holdings()


def ties(store: Store, **given: Given) -> list[TieView]:
    """Diplomatic ties of ``one=``, those with ``other=`` alone where it is given (nodes)."""
    return Shelf(store, _found(store, "DiplomaticTie", **given)).ties()


def _alt_labels(facts: Facts, node: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for language, label in facts.languages(node, _ALT):
        found.setdefault(language, []).append(label)
    return found


def _wikidata(facts: Facts, node: str) -> str | None:
    return next((i.rsplit("/", 1)[-1] for i in facts.all(node, _EXACT) if "wikidata.org" in i), None)


def _states(store: Store, rows: list[Row]) -> list[StateView]:
    nodes = [value(row, "state") or "" for row in rows]
    facts = Facts(store, nodes, _STATE)
    return [
        StateView(
            id=node,
            key=Namespace().key(node),
            code=Namespace().key(node),
            labels=facts.labels(node),
            alt_labels=_alt_labels(facts, node),
            iso2=facts.one(node, "iso2"),
            iso_numeric=facts.one(node, "isoNumeric"),
            wikidata=_wikidata(facts, node),
            events=int(value(row, "events") or 0),
            positions=int(value(row, "positions") or 0),
        )
        for node, row in zip(nodes, rows, strict=True)
    ]


def states(store: Store, *, limit: int = 100, after: str | None = None) -> Page[StateView]:
    """The states that records speak of, by code, with counts of their events and positions."""
    return page(store, "states.rq", limit, after, lambda rows: _states(store, rows))


def state(store: Store, name: str) -> StateView:
    """One state with its memberships, posts and ties."""
    node = NamedNode(Namespace().state(state_code(store, name)))
    if not store.ask(f"ASK {{ {node} a {bir('State')} }}"):
        raise NotFoundError(f"the store says nothing of {name}")
    rows = store.select(named("states.rq", state=node))
    (found,) = _states(store, rows or [{"state": node}])
    return StateView(
        **{
            name: getattr(found, name)
            for name in StateView.__slots__
            if name not in {"memberships", "posts", "ties"}
        },
        memberships=memberships(store, member=node),
        posts=holdings(store, actor=node),
        ties=ties(store, one=node),
    )


def _organizations(store: Store, rows: list[Row]) -> list[OrganizationView]:
    nodes = [value(row, "thing") or "" for row in rows]
    facts = Facts(store, nodes, _ORGANIZATION)
    return [
        OrganizationView(
            id=node,
            key=Namespace().key(node),
            labels=facts.labels(node),
            alt_labels=_alt_labels(facts, node),
            type=(facts.one(node, "hasKind") or "").removeprefix(SCHEME).removeprefix("org-") or None,
            wikidata=_wikidata(facts, node),
        )
        for node in nodes
    ]


def organizations(store: Store, *, limit: int = 100, after: str | None = None) -> Page[OrganizationView]:
    """Organizations that have members, take part in events or hold positions, by key."""
    kind = bir("Organization")
    return page(
        store, "listed.rq", limit, after, lambda rows: _organizations(store, rows), kind=kind, spoken=_YES
    )


def organization(store: Store, key: str) -> OrganizationView:
    """One organization with its members, their roles and dates."""
    node = NamedNode(_named(store, key))
    if not store.ask(f"ASK {{ {node} a {bir('Organization')} }}"):
        raise NotFoundError(f"no organization {key!r} in the store")
    (found,) = _organizations(store, [{"thing": node}])
    return OrganizationView(
        **{name: getattr(found, name) for name in OrganizationView.__slots__ if name != "members"},
        members=memberships(store, organization=node),
    )


def _named(store: Store, key: str) -> str:
    node = record_iri("org", key)
    if store.ask(f"ASK {{ {NamedNode(node)} a {bir('Organization')} }}"):
        return node
    return actor_iri(store, key)


def people(store: Store, *, limit: int = 100, after: str | None = None) -> Page[PersonView]:
    """People who hold posts, speak or take part in events, by key."""
    kind = bir("Person")
    return page(store, "listed.rq", limit, after, lambda rows: _people(store, rows), kind=kind)


def _people(store: Store, rows: list[Row]) -> list[PersonView]:
    nodes = [value(row, "thing") or "" for row in rows]
    same: dict[str, list[str]] = {}
    for row in asked(store, "samepersons.rq", "person", nodes):
        same.setdefault(value(row, "person") or "", []).append(value(row, "other") or "")
    things = Things(store, [*nodes, *(other for others in same.values() for other in others)])
    held = (
        [value(r, "record") or "" for r in store.select(named("held.rq", holder=iris(nodes)))]
        if nodes
        else []
    )
    posts: dict[str, list[HoldingView]] = {}
    for holding in Shelf(store, held).holdings():
        posts.setdefault(holding.person.id, []).append(holding)
    return [
        PersonView(
            id=node,
            key=things[node].key,
            labels=things[node].labels,
            posts=posts.get(node, []),
            same_as=things.all(same.get(node, ())),
        )
        for node in nodes
    ]


def person(store: Store, key: str) -> PersonView:
    """One person with the posts held."""
    node = NamedNode(record_iri("person", key))
    if not store.ask(f"ASK {{ {node} a {bir('Person')} }}"):
        raise NotFoundError(f"no person {key!r} in the store")
    return _people(store, [{"thing": node}])[0]
