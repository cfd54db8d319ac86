"""One person under several spellings and scripts: the same office of the same actor, and names that agree.

A person's IRI comes of the name as an article writes it, unless the reference tables know that name. Two of
them are matched where both are named in one office and their consonants agree (``spellings``), never where
the tables know both as two people. People's judgements overrule this. Matches are computed and never edited.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from pyoxigraph import Literal, NamedNode, Quad

from graph.happenings.asking import Link, batched, data, iri, judgements, rows
from graph.happenings.clustering import Judgements
from graph.happenings.report import Facts, facts_of
from graph.happenings.spellings import similar
from graph.identity import Namespace, digest
from graph.queries import named
from graph.rdf.terms import PREF_LABEL, RDF_TYPE, bir
from graph.store import Store
from graph.store.changes import sequence

Office = tuple[str, str]
"""A person and a post, by their IRIs."""
Names = dict[str, set[str]]


def acquaintance(
    store: Store,
    articles: Mapping[str, Sequence[Quad]],
    *,
    gone: Collection[Link] = (),
    come: Collection[Link] = (),
) -> str:
    """The update that makes the matches right when graphs get these quads; see ``renewal``."""
    facts = facts_of(quad for quads in articles.values() for quad in quads)
    fresh = set(_offices(facts))
    old = {(iri(row, "person"), iri(row, "post")) for row in rows(store, "officeholders.rq", "g", articles)}
    ends = {end for one, _, other in (*gone, *come) for end in (one, other) if "/person/" in end}
    touched = {person for person, _ in fresh | old} | ends
    known = {(iri(row, "person"), iri(row, "post")) for row in rows(store, "offices.rq", "person", touched)}
    lost = old - fresh - _elsewhere(store, old - fresh, articles)
    people = {person for person, _ in (fresh - known) | lost} | ends
    if not people:
        return ""
    posts = {post for person, post in known | fresh if person in people}
    beside = {(iri(row, "person"), iri(row, "post")) for row in rows(store, "knownas.rq", "post", posts)}
    offices = (beside | {office for office in fresh if office[1] in posts}) - lost
    names = _names(store, {person for person, _ in offices}, facts)
    after = set(matched(offices, names, judgements(store, people, gone, come), people))
    before = set(_stored(store, people))
    graph = NamedNode(Namespace().graph("derived"))
    index = {Quad(NamedNode(who), bir("isKnownAs"), NamedNode(post), graph) for who, post in lost}
    came = {Quad(NamedNode(who), bir("isKnownAs"), NamedNode(post), graph) for who, post in fresh - known}
    return sequence(
        data("DELETE", (before - after) | index),
        data("INSERT", (after - before) | came),
        _tidied(before - after),
    )


def all_acquaintance(store: Store) -> Iterator[Quad]:
    """All matches of a store, with the offices that its people are known in."""
    offices = {(iri(row, "person"), iri(row, "post")) for row in store.select(named("officeholders.rq"))}
    graph = NamedNode(Namespace().graph("derived"))
    for person, post in sorted(offices):
        yield Quad(NamedNode(person), bir("isKnownAs"), NamedNode(post), graph)
    people = {person for person, _ in offices}
    yield from matched(offices, _names(store, people, {}), judgements(store), None)


def matched(
    offices: Iterable[Office], names: Names, judged: Judgements, people: set[str] | None
) -> Iterator[Quad]:
    """The matches among holders of offices, and those that were judged of some persons, of all with None."""
    holders: dict[str, set[str]] = defaultdict(set)
    for person, post in offices:
        holders[post].add(person)
    namespace = Namespace()
    for post in sorted(holders):
        for one, other in combinations(sorted(holders[post]), 2):
            if people is not None and not people & {one, other}:
                continue
            both_known = namespace.is_known_person(one) and namespace.is_known_person(other)
            if not both_known and (one, other) not in judged.apart and _alike(names, one, other):
                yield from _match(namespace, one, other, "spelling", post)
    for one, other in sorted(judged.merged - judged.apart):
        if "/person/" in one and (people is None or people & {one, other}):
            yield from _match(namespace, one, other, "judgement", None)


def _alike(names: Names, one: str, other: str) -> bool:
    return any(similar(a, b) for a in sorted(names.get(one, ())) for b in sorted(names.get(other, ())))


def _match(namespace: Namespace, one: str, other: str, sign: str, post: str | None) -> Iterator[Quad]:
    graph = NamedNode(namespace.graph("derived"))
    node = NamedNode(namespace.iri("match", digest(one, other, sign, post)))
    yield Quad(node, RDF_TYPE, bir("PersonMatch"), graph)
    yield Quad(node, bir("sign"), Literal(sign), graph)
    if post:
        yield Quad(node, bir("ofPost"), NamedNode(post), graph)
    for person in (one, other):
        yield Quad(node, bir("matches"), NamedNode(person), graph)
    yield Quad(NamedNode(one), bir("isSamePersonAs"), NamedNode(other), graph)


def _offices(facts: Facts) -> Iterator[Office]:
    """The persons of some articles with the posts that they are named in."""
    for said in facts.values():
        people = [*said.get("hasHolder", ()), *said.get("hasParticipant", ())]
        for person in people:
            for post in (*said.get("ofPost", ()), *said.get("actsAs", ())):
                if "/person/" in person:
                    yield person, post


def _elsewhere(store: Store, offices: set[Office], articles: Iterable[str]) -> set[Office]:
    """Those of some offices that other articles tell of too."""
    going = set(articles)
    people = {person for person, _ in offices}
    return {
        (iri(row, "person"), iri(row, "post"))
        for row in rows(store, "officeholders.rq", "person", people)
        if iri(row, "g") not in going
    }


def _names(store: Store, people: Iterable[str], facts: Facts) -> Names:
    found: Names = defaultdict(set)
    everyone = set(people)
    for person in everyone & facts.keys():
        found[person].update(facts[person].get(PREF_LABEL.value, ()))
    for row in rows(store, "things.rq", "thing", everyone):
        found[iri(row, "thing")].add(iri(row, "label"))
    return found


def _stored(store: Store, people: Iterable[str]) -> Iterator[Quad]:
    """The matches of some persons, with the links that follow from them."""
    graph = NamedNode(Namespace().graph("derived"))
    ends: dict[str, set[str]] = defaultdict(set)
    for batch in batched(sorted(people)):
        for triple in store.construct(named("matches.rq", person=batch)):
            yield Quad(triple.subject, triple.predicate, triple.object, graph)
            if triple.predicate == bir("matches"):
                ends[str(triple.subject)].add(getattr(triple.object, "value", ""))
    for pair in ends.values():
        one, other = sorted(pair)
        yield Quad(NamedNode(one), bir("isSamePersonAs"), NamedNode(other), graph)


def _tidied(gone: Iterable[Quad]) -> str:
    """Put back the link between two persons whom another match still joins."""
    pairs = [quad for quad in gone if quad.predicate == bir("isSamePersonAs")]
    graph = NamedNode(Namespace().graph("derived"))
    return sequence(
        *(
            f"INSERT {{ GRAPH {graph} {{ {q.subject} {q.predicate} {q.object} }} }} "
            f"WHERE {{ GRAPH {graph} {{ ?match {bir('matches')} {q.subject} , {q.object} }} }}"
            for q in sorted(pairs, key=str)
        )
    )
