"""One person under several spellings and scripts: the same office of the same actor, and names that agree.

A person's IRI comes of the name as an article writes it, unless the reference tables know that name. Two of
them are matched where both are named in one office and their consonants agree (``spellings``), never where
the tables know both as two people. People's judgements overrule this. Matches are computed and never edited.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import combinations

from pyoxigraph import NamedNode

from graph.happenings.accounts import Account, Office
from graph.happenings.asking import Change, Link, batched, iri, judgements, rows
from graph.happenings.clustering import Judgements
from graph.happenings.spellings import similar
from graph.happenings.telling import triple
from graph.identity import Namespace, digest
from graph.queries import named
from graph.rdf.statements import words
from graph.rdf.terms import bir
from graph.store import Store
from graph.store.changes import sequence
from ontology.terms import ONTOLOGY

Names = dict[str, set[str]]


def acquaintance(
    store: Store,
    articles: Mapping[str, Account],
    known: Collection[str] = (),
    *,
    gone: Collection[Link] = (),
    come: Collection[Link] = (),
) -> Change:
    """What makes the matches right when graphs get what gives these accounts; see ``renewal``."""
    fresh = {office for account in articles.values() for office in account.offices}
    old = {(iri(row, "person"), iri(row, "post")) for row in rows(store, "officeholders.rq", "g", known)}
    ends = {end for one, _, other in (*gone, *come) for end in (one, other) if "/person/" in end}
    touched = {person for person, _ in fresh | old} | ends
    had = {(iri(row, "person"), iri(row, "post")) for row in rows(store, "offices.rq", "person", touched)}
    lost = old - fresh - _elsewhere(store, old - fresh, known)
    people = {person for person, _ in (fresh - had) | lost} | ends
    if not people:
        return Change()
    posts = {post for person, post in had | fresh if person in people}
    beside = {(iri(row, "person"), iri(row, "post")) for row in rows(store, "knownas.rq", "post", posts)}
    offices = (beside | {office for office in fresh if office[1] in posts}) - lost
    names = _names(store, {person for person, _ in offices}, articles.values())
    after = set(matched(offices, names, judgements(store, people, gone, come), people))
    before = set(_stored(store, people))
    return Change(
        gone=frozenset((before - after) | {_known_as(*office) for office in lost}),
        come=frozenset((after - before) | {_known_as(*office) for office in fresh - had}),
        then=_tidied(before - after),
    )


def all_acquaintance(store: Store, offices: Collection[Office]) -> Iterator[str]:
    """All matches among the holders of offices, with the offices that they are known in."""
    for office in sorted(offices):
        yield _known_as(*office)
    people = {person for person, _ in offices}
    yield from matched(offices, _names(store, people, ()), judgements(store), None)


def _known_as(person: str, post: str) -> str:
    return triple(person, "isKnownAs", post)


def matched(
    offices: Iterable[Office], names: Names, judged: Judgements, people: set[str] | None
) -> Iterator[str]:
    """The matches among holders of offices, and those that were judged of some persons, of all with None."""
    holders: dict[str, set[str]] = defaultdict(set)
    for person, post in offices:
        holders[post].add(person)
    namespace = Namespace()
    for post in sorted(holders):
        for one, other in _pairs(holders[post], people):
            both_known = namespace.is_known_person(one) and namespace.is_known_person(other)
            if not both_known and (one, other) not in judged.apart and _alike(names, one, other):
                yield from _match(namespace, one, other, "spelling", post)
    for one, other in sorted(judged.merged - judged.apart):
        if "/person/" in one and (people is None or people & {one, other}):
            yield from _match(namespace, one, other, "judgement", None)


def _pairs(holders: set[str], people: set[str] | None) -> Iterable[tuple[str, str]]:
    """Pairs of an office's holders, the lesser first; with some persons, those that one of them is in."""
    if people is None:
        return combinations(sorted(holders), 2)
    return {
        (min(one, other), max(one, other)) for one in holders & people for other in holders if one != other
    }


def _alike(names: Names, one: str, other: str) -> bool:
    return any(similar(a, b) for a in sorted(names.get(one, ())) for b in sorted(names.get(other, ())))


def _match(namespace: Namespace, one: str, other: str, sign: str, post: str | None) -> Iterator[str]:
    node = namespace.iri("match", digest(one, other, sign, post))
    yield triple(node, "", f"{ONTOLOGY}PersonMatch")
    yield triple(node, "sign", words(sign))
    if post:
        yield triple(node, "ofPost", post)
    for person in (one, other):
        yield triple(node, "matches", person)
    yield triple(one, "isSamePersonAs", other)


def _elsewhere(store: Store, offices: set[Office], articles: Iterable[str]) -> set[Office]:
    """Those of some offices that other articles tell of too."""
    going = set(articles)
    people = {person for person, _ in offices}
    return {
        (iri(row, "person"), iri(row, "post"))
        for row in rows(store, "officeholders.rq", "person", people)
        if iri(row, "g") not in going
    }


def _names(store: Store, people: Collection[str], accounts: Iterable[Account]) -> Names:
    found: Names = defaultdict(set)
    for account in accounts:
        for person in account.names.keys() & people:
            found[person].update(account.names[person])
    for row in rows(store, "things.rq", "thing", people):
        found[iri(row, "thing")].add(iri(row, "label"))
    return found


def _stored(store: Store, people: Iterable[str]) -> Iterator[str]:
    """The matches of some persons, with the links that follow from them."""
    ends: dict[str, set[str]] = defaultdict(set)
    for batch in batched(sorted(people)):
        for found in store.construct(named("matches.rq", person=batch)):
            yield f"{found.subject} {found.predicate} {found.object}"
            if found.predicate == bir("matches"):
                ends[str(found.subject)].add(getattr(found.object, "value", ""))
    for pair in ends.values():
        one, other = sorted(pair)
        yield triple(one, "isSamePersonAs", other)


def _tidied(gone: Iterable[str]) -> str:
    """Put back the link between two persons whom another match still joins."""
    graph = NamedNode(Namespace().graph("derived"))
    pairs = [line.split(" ") for line in gone if f" {bir('isSamePersonAs')} " in line]
    return sequence(
        *(
            f"INSERT {{ GRAPH {graph} {{ {one} {same} {other} }} }} "
            f"WHERE {{ GRAPH {graph} {{ ?match {bir('matches')} {one} , {other} }} }}"
            for one, same, other in sorted(pairs)
        )
    )
