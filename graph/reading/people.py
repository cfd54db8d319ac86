"""People of an article: who is introduced, under what names they come back, and who they were by the tables.

The reference tables say who held office about the day of the article, so that a name without a state
still has one, and one person's spellings meet.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache

from rapidfuzz import fuzz, process

from graph.reading.fold import fold
from graph.reading.lexicon import Lexicon
from graph.reading.mention import Mention
from graph.reference import tables

MIN_NAME = 3
BOUND = "عبد"  # a name that goes on in the next word
ALIKE = 88.0
# an office that one person at a time holds in a state, so that a surname or a king's name tells who
TOP = frozenset(
    {"president", "prime minister", "king", "chancellor", "leader", "emir", "supreme leader", "sultan"}
)
HEADS = ("head of state", "head of government", "ruler")


@dataclass(slots=True)
class Person:
    """Somebody named in the article with the actors and posts that the text gives."""

    name: str
    actors: tuple[str, ...]
    posts: list[str]
    reference: str | None = None
    guessed: bool = False  # its actors are only those that the article seems to be about


@dataclass(frozen=True, slots=True)
class Officeholder:
    """Who held a post of a state, by the reference tables."""

    state: str
    post: str
    wikidata: str


@cache
def _holdings(code: str) -> tuple[tuple[tuple[str, ...], str, str, Officeholder], ...]:
    """(folded words of the name, start, end, holder) of every row that has a name in the language."""
    found = []
    for row in tables.holdings():
        name = row.name_ar if code == "ar" else row.person
        if name:
            found.append(
                (name_words(name), row.start, row.end, Officeholder(row.state, row.post, row.wikidata))
            )
    return tuple(found)


@lru_cache(maxsize=64)
def officeholders(code: str, year: int) -> Mapping[str, Officeholder]:
    """Names of those in office about a year: in full, first and last, heads also by surname and given name.

    A name that people of two states share is left out.
    """
    found: dict[str, set[Officeholder]] = {}
    for words, start, end, holder in _holdings(code):
        if (not start or int(start[:4]) <= year) and (not end or int(end[:4]) >= year) and words:
            for key in _reference_keys(words, holder.post):
                found.setdefault(key, set()).add(holder)
    return {
        key: sorted(holders, key=lambda h: (h.state, h.post))[0]
        for key, holders in found.items()
        if len({h.state for h in holders}) == 1 and len(key) > MIN_NAME
    }


@lru_cache(maxsize=64)
def _long_names(code: str, year: int) -> tuple[str, ...]:
    """The names of those in office about a year that are long enough to be known by likeness."""
    return tuple(key for key in officeholders(code, year) if len(key) > 2 * MIN_NAME)


@lru_cache(maxsize=64)
def _beginnings(code: str, year: int) -> frozenset[str]:
    """The first words of the names of those in office about a year."""
    return frozenset(key.partition(" ")[0] for key in officeholders(code, year))


def _reference_keys(words: Sequence[str], post: str) -> Iterator[str]:
    if len(words) > 1:
        yield from (" ".join(words), "".join(words), f"{words[0]} {words[-1]}")
    if post in HEADS:
        yield words[-1]
        yield f"{words[0]}*"  # a king goes by his given name


@lru_cache(maxsize=65536)  # the words of an article come back
def name_words(name: str) -> tuple[str, ...]:
    """Folded words of a name; "عبد" and what it belongs to are one word, initials are left out."""
    words: list[str] = []
    for word in fold(name).text.replace("-", " ").replace(".", " ").split():
        if words and words[-1] == BOUND:
            words[-1] += word
        elif len(word) > 1:
            words.append(word)
    return tuple(words)


class People:
    """The people of one article."""

    def __init__(self, lexicon: Lexicon, published: date | None) -> None:
        self.lexicon = lexicon
        self.known = officeholders(lexicon.language.LANGUAGE, published.year) if published else {}
        self._by_key: dict[str, Person] = {}
        self._begins: set[str] = set()
        self._by_actor: dict[str, dict[int, Person]] = {}
        at = (lexicon.language.LANGUAGE, published.year) if published else None
        self._known_begin = _beginnings(*at) if at else frozenset[str]()
        self._long = _long_names(*at) if at else ()

    def introduce(self, mention: Mention) -> None:
        """Take up the person that a phrase names."""
        words = self._words(mention.person or "")
        if not words:
            return
        self._by_actor.clear()
        person = self._find(words) or self._styled(words, mention)
        person = person or Person(mention.person or "", mention.actors, list(mention.posts))
        if not person.actors:
            known = self.reference(words, mention.posts)
            person.actors = mention.actors or ((known.state,) if known else ())
            person.reference = known.wikidata if known else None
            if known and known.wikidata:
                person = next((p for p in self._by_key.values() if p.reference == known.wikidata), person)
        elif mention.actors and len(words) > 1 and len(self._words(person.name)) == 1:
            person.actors = mention.actors  # a headline is short: "U.N. Ambassador N." is a state's
        person.posts += [p for p in mention.posts if p not in person.posts]
        if len(mention.person or "") > len(person.name):
            person.name = mention.person or ""
        shortest = MIN_NAME if self.lexicon.language.LANGUAGE == "ar" else MIN_NAME - 1
        for key in self._keys(words):
            if len(key) > shortest or len(words) > 1 or self.lexicon.has("surname-first", key):
                self._by_key.setdefault(key, person)
                self._begins.add(key.partition(" ")[0])

    def words_of(self, names: Iterable[str]) -> frozenset[str]:
        """The words of all names of more than one."""
        split = (self._words(name) for name in names)
        return frozenset(word for words in split if len(words) > 1 for word in words)

    def credible(self, mention: Mention, named: Collection[str]) -> bool:
        """Whether a word that stands behind an office is a name, where nothing in its writing tells.

        One alone is where it is a given name, part of a longer name in the article (``named``), or the name of
        somebody in office then; an indefinite one also behind the state ("the Russian president N.").
        """
        words = self._words(mention.person or "")
        if self.lexicon.language.LANGUAGE != "ar" or len(words) != 1:
            return True
        if mention.actors and not words[0].startswith("ال"):
            return True
        forms = (words[0], words[0].removeprefix("ال"))
        known = any(key in self.known for form in forms for key in (form, f"{form}*"))
        return known or any(form in self.lexicon.given or form in named for form in forms)

    def settle(self, name: str, actors: tuple[str, ...], *, guessed: bool) -> None:
        """Give actors to somebody whom the article names without any."""
        person = self.person(name)
        if not person.actors:
            person.actors, person.guessed = actors, guessed
            self._by_actor.clear()

    def person(self, name: str) -> Person:
        """The person that a name in the article means."""
        return self._find(self._words(name)) or Person(name, (), [])

    def may_begin(self, word: str) -> bool:
        """Whether a name that the article or the tables know may begin with a folded word."""
        words = name_words(word)
        return not words or words == (BOUND,) or words[0] in self._begins or words[0] in self._known_begin

    def by_words(self, words: Sequence[str]) -> Person | None:
        """Who goes by exactly these folded words in the article."""
        return self._by_key.get(" ".join(words))

    def named(self, mention: Mention) -> str | None:
        """The name of the person a phrase means: its own, or that of the one whom the article gives its office."""
        if mention.person:
            return self.person(mention.person).name
        if not mention.actors:
            return None
        if not self._by_actor:
            for person in self._by_key.values():
                for actor in person.actors[:1]:
                    self._by_actor.setdefault(actor, {})[id(person)] = person
        posts = set(mention.posts)
        people = [p for p in self._by_actor.get(mention.actors[0], {}).values() if posts <= set(p.posts)]
        return people[0].name if len(people) == 1 else None

    def _words(self, name: str) -> tuple[str, ...]:
        honorific = self.lexicon.words.get("honorific", frozenset())
        return tuple(w for w in name_words(name) if w not in honorific)

    def _keys(self, words: Sequence[str]) -> set[str]:
        """Under what a person may be named again: in full, by surname, by "X bin Y", by one of two names."""
        keys = {" ".join(words)}
        bound = len(words) > 1 and self.lexicon.has("particles", words[-2])
        if not bound or self.lexicon.language.ORDER == "subject-first":
            keys.add(words[-1])
        if bound:
            keys.add(" ".join(words[-2:]))
        if len(words) == 2 or self.lexicon.has("surname-first", words[0]):
            keys.add(words[0])
        for index in range(1, len(words) - 1):
            if self.lexicon.has("son", words[index]):
                keys.add(" ".join(words[: index + 2]))
                break
        return keys

    def _find(self, words: Sequence[str]) -> Person | None:
        full = self._by_key.get(" ".join(words))
        if full or not words:
            return full
        person = next((p for k in self._keys(words) if (p := self._by_key.get(k))), None)
        if person is None or len(words) == 1:
            return person
        whole = self._words(person.name)
        if words[0] != whole[0] and any(self.lexicon.has("son", word) for word in words[1:]):
            return None  # "Salman bin N." is the father of "Muhammad bin Salman bin N."
        known = set(whole)
        return person if known <= set(words) or set(words) <= known else None

    def _styled(self, words: Sequence[str], mention: Mention) -> Person | None:
        """Who goes on under one of his names beside his office ("President Idris", of a longer name with it)."""
        if len(words) > 1 or not mention.posts or mention.actors:
            return None
        same = (p for p in self._by_key.values() if set(mention.posts) & set(p.posts))
        found = {id(p): p for p in same if words[0] in self._words(p.name)}
        return next(iter(found.values())) if len(found) == 1 else None

    def reference(self, words: Sequence[str], posts: Sequence[str]) -> Officeholder | None:
        """Who held office then under a name; a surname is enough beside a top post or by itself."""
        top = bool(TOP & set(posts))
        known = self._in_full(words) if len(words) > 1 else None
        if known is None and self.telling(words[-1]) and (top if posts else len(words) == 1):
            known = self.known.get(words[-1])
        if known is None and top and len(words) == 1:
            known = self.known.get(f"{words[0]}*")
        return known

    def _in_full(self, words: Sequence[str]) -> Officeholder | None:
        exact = self.known.get("".join(words)) or self.known.get(f"{words[0]} {words[-1]}")
        if exact:
            return exact
        alike = process.extractOne("".join(words), self._long, scorer=fuzz.ratio, score_cutoff=ALIKE)
        return self.known[alike[0]] if alike else None

    def telling(self, surname: str) -> bool:
        """Whether a surname alone tells who is meant: no given name and no small or common word."""
        small = any(self.lexicon.has(c, surname) for c in ("function", "particles"))
        return not (small or surname in self.lexicon.given or surname in self.lexicon.common)
