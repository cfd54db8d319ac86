"""What a phrase leaves open is settled from the rest of the article.

People are known by their names after the first mention; an office without a state belongs to whoever
held it last, to the person's state in the reference tables, or to the article's home; "the two sides"
are the last two that dealt with each other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from rapidfuzz import fuzz, process

from graph.reading.fold import fold
from graph.reading.lexicon import Lexicon
from graph.reading.mention import Mention
from graph.reading.mentions import Phrases
from graph.reading.names import is_state
from graph.reading.tokens import Token
from graph.reference import tables

MIN_NAME = 3
HOME_MENTIONS = 2
ALIKE = 88.0
TOP_POSTS = ("head of state", "head of government", "foreign minister", "ruler")


@dataclass(slots=True)
class Person:
    """Somebody named in the article with the actors and posts that the text gives."""

    name: str
    actors: tuple[str, ...]
    posts: list[str]
    reference: str | None = None


@dataclass(slots=True)
class Sentence:
    """Tokens of a sentence with the phrases found in them."""

    tokens: list[Token]
    mentions: list[Mention] = field(default_factory=list)


@lru_cache(maxsize=16)
def officeholders(code: str, year: int) -> Mapping[str, tuple[str, str, str]]:
    """Folded names and surnames of those in office about a year -> (state, post, Wikidata id).

    A surname that two people in office share is left out.
    """
    found: dict[str, set[tuple[str, str, str]]] = {}
    for row in tables.holdings():
        name = row.name_ar if code == "ar" else row.person
        if not name or not _about(row.start, row.end, year):
            continue
        words = fold(name).text.split()
        alone = [words[-1]] if row.post in ("head of state", "head of government") else []
        full = {" ".join(words), "".join(words), f"{words[0]} {words[-1]}"} if len(words) > 1 else set()
        for key in {*full, *alone}:
            found.setdefault(key, set()).add((row.state, row.post, row.wikidata))
    return {k: sorted(v)[0] for k, v in found.items() if len({s for s, _, _ in v}) == 1 and len(k) > MIN_NAME}


def _about(start: str, end: str, year: int) -> bool:
    return (not start or int(start[:4]) <= year) and (not end or int(end[:4]) >= year)


class Discourse:
    """The people, sides and last subjects of one article."""

    def __init__(
        self, lexicon: Lexicon, sentences: Sequence[Sentence], published: date | None, home: str | None
    ) -> None:
        self.lexicon = lexicon
        self.sentences = sentences
        self.known = officeholders(lexicon.language.LANGUAGE, published.year) if published else {}
        self.home = home
        self.people: dict[str, Person] = {}
        self.by_post: dict[str, tuple[str, ...]] = {}
        self.posts_of: dict[str, set[str]] = {}
        self.pair: tuple[str, ...] = ()
        self.subject: tuple[str, ...] = ()
        self.speaker: str | None = None
        self.last_posts: list[str] = []
        self.counts: Counter[str] = Counter()

    def settle(self) -> None:
        """Give actors to every phrase that can have them."""
        for sentence in self.sentences:
            previous: Mention | None = None
            for mention in sentence.mentions:
                if (
                    previous
                    and previous.kind in ("body", "counterpart", "name")
                    and not mention.actors
                    and mention.posts
                    and mention.first == previous.last
                    and not mention.joined
                ):
                    mention.actors = previous.actors
                if mention.kind == "counterpart" and mention.person and not mention.posts:
                    mention.posts = list(self.last_posts)
                self._introduce(mention)
                self.last_posts = mention.posts or self.last_posts
                previous = mention
        self.counts.update(
            a for s in self.sentences for m in s.mentions for a in m.actors if m.kind != "adjective"
        )
        states = [a for a, _ in self.counts.most_common()]
        told = Counter(a for sentence in self.sentences for m in sentence.mentions for a in m.actors)
        self.home = self.home if self.home and told[self.home] >= HOME_MENTIONS else self._home()
        self.pair = tuple(self._first_states()[:2]) or tuple(states[:2])
        for sentence in self.sentences:
            self._recall(sentence)
            for mention in sentence.mentions:
                self._fill(mention)

    def _home(self) -> str | None:
        """Without an outlet's state: the first state whose ministers are not called somebody's counterpart."""
        counterparts = {
            a for s in self.sentences for m in s.mentions if m.kind == "counterpart" for a in m.actors
        }
        order = self._first_states()
        told = Counter(a for s in self.sentences for m in s.mentions for a in m.actors if a in order)
        states = sorted(order, key=lambda a: (-told[a], order.index(a)))
        return next((a for a in states if a not in counterparts), next(iter(states), None))

    def _first_states(self) -> list[str]:
        order = (
            a
            for s in self.sentences
            for m in s.mentions
            for a in m.actors
            if m.kind in ("name", "person", "body", "adjective")
        )
        return list(dict.fromkeys(a for a in order if is_state(a)))

    # -- people

    def _introduce(self, mention: Mention) -> None:
        if not mention.person:
            return
        words = self._name_words(mention.person)
        if not words:
            return
        person = self._find(words) or Person(mention.person, mention.actors, list(mention.posts))
        if not person.actors:
            known = self._reference(words, mention.posts)
            person.actors = mention.actors or ((known[0],) if known else ())
            person.reference = known[2] if known else None
            person = next((p for p in self.people.values() if known and p.reference == known[2]), person)
        person.posts += [p for p in mention.posts if p not in person.posts]
        if len(mention.person) > len(person.name):
            person.name = mention.person
        for key in self._keys(words):
            if len(key) > MIN_NAME or len(words) > 1:
                self.people.setdefault(key, person)

    def _keys(self, words: Sequence[str]) -> set[str]:
        """Under what a person may be named again: in full, by surname, by "X bin Y", by one of two names."""
        keys = {" ".join(words)}
        bound = len(words) > 1 and self.lexicon.has("particles", words[-2])
        if not bound or self.lexicon.language.ORDER == "subject-first":
            keys.add(words[-1])
        if bound:
            keys.add(" ".join(words[-2:]))
        if len(words) == 2:
            keys.add(words[0])
        for index in range(1, len(words) - 1):
            if self.lexicon.has("son", words[index]):
                keys.add(" ".join(words[: index + 2]))
                break
        return keys

    def _name_words(self, name: str) -> list[str]:
        words = [
            w
            for w in fold(name).text.replace("-", " ").split()
            if w not in self.lexicon.words.get("honorific", ())
        ]
        return [w for w in words if len(w) > 1]

    def person(self, name: str) -> Person:
        """The person that a name in the article means."""
        return self._find(self._name_words(name)) or Person(name, (), [])

    def named(self, mention: Mention) -> str | None:
        """The name of the person a phrase means: its own, or that of the one whom the article gives its office."""
        if mention.person:
            return self.person(mention.person).name
        people = {
            id(p): p
            for p in self.people.values()
            if p.actors[:1] == mention.actors[:1] != () and set(mention.posts) <= set(p.posts)
        }
        return next(iter(people.values())).name if len(people) == 1 else None

    def _find(self, words: Sequence[str]) -> Person | None:
        full = self.people.get(" ".join(words))
        if full or not words:
            return full
        person = next((p for k in self._keys(words) if (p := self.people.get(k))), None)
        if person is None or len(words) == 1:
            return person
        known = set(self._name_words(person.name))
        return person if known <= set(words) or set(words) <= known else None

    def _reference(self, words: Sequence[str], posts: Sequence[str]) -> tuple[str, str, str] | None:
        """Who held office then under a name; a surname is enough beside the same kind of post or by itself."""
        known = self._full_name(words) if len(words) > 1 else None
        if known or not self._telling(words[-1]):
            return known
        known = self.known.get(words[-1])
        top = any(
            p in ("president", "prime minister", "king", "chancellor", "leader", "emir", "supreme leader")
            for p in posts
        )
        return known if known and (top if posts else len(words) == 1) else None

    def _full_name(self, words: Sequence[str]) -> tuple[str, str, str] | None:
        exact = self.known.get("".join(words)) or self.known.get(f"{words[0]} {words[-1]}")
        if exact:
            return exact
        alike = process.extractOne(
            "".join(words),
            [k for k in self.known if len(k) > 2 * MIN_NAME],
            scorer=fuzz.ratio,
            score_cutoff=ALIKE,
        )
        return self.known[alike[0]] if alike else None

    def _telling(self, surname: str) -> bool:
        """Whether a surname alone tells who is meant: no given name and no common word."""
        return not (
            surname in self.lexicon.given
            or surname in self.lexicon.common
            or self.lexicon.has("function", surname)
            or self.lexicon.has("particles", surname)
        )

    def _recall(self, sentence: Sentence) -> None:
        """Find people by name alone, where no phrase stands yet."""
        taken = {i for m in sentence.mentions for i in range(m.first, m.last)}
        phrases, found = Phrases(sentence.tokens, self.lexicon), []
        index = 0
        while index < len(sentence.tokens):
            mention = None if index in taken else self._by_name(sentence, index, taken)
            if mention:
                phrases.govern(mention)
                found.append(mention)
            index = mention.last if mention else index + 1
        sentence.mentions = sorted([*sentence.mentions, *found], key=lambda m: m.first)

    def _by_name(self, sentence: Sentence, index: int, taken: set[int]) -> Mention | None:
        token = sentence.tokens[index]
        if not token.word or self.lexicon.has("function", token.text):
            return None
        if self.lexicon.language.LANGUAGE != "ar" and not token.capital:
            return None
        end = index + 1
        while (
            end < len(sentence.tokens) and end not in taken and end - index < 6 and sentence.tokens[end].word
        ):
            end += 1
        for last in range(end, index, -1):
            for analysis in token.analyses:
                head = "ال" + analysis.stem if analysis.article else analysis.stem
                words = [head, *(t.text for t in sentence.tokens[index + 1 : last])]
                person = self.people.get(" ".join(words))
                if person and (len(words) > 1 or len(head) > MIN_NAME) and head not in self.lexicon.common:
                    return Mention(index, last, "person", person.actors, person.name, list(person.posts))
                known = self.known.get(" ".join(words))
                if known and (len(words) > 1 or self._telling(head)):
                    name = " ".join(t.original for t in sentence.tokens[index:last])
                    return Mention(index, last, "person", (known[0],), name)
        return None

    # -- open phrases

    def _fill(self, mention: Mention) -> None:
        if mention.person and not mention.actors:
            person = self._find(self._name_words(mention.person))
            mention.actors = person.actors if person else ()
        if mention.kind == "name" and "epithet" in mention.titles:
            mention.actors = self._epithet(mention.actors[0])
        if (mention.kind == "person" or mention.kind == "body" and mention.definite) and not mention.actors:
            mention.actors = self._office(mention)
            if mention.person and mention.actors:
                person = self._find(self._name_words(mention.person))
                if person and not person.actors:
                    person.actors = mention.actors
        if mention.kind in ("person", "body") and mention.actors:
            for post in mention.posts or (["body", f"body:{mention.head}"] if mention.definite else []):
                self.by_post[post + mention.usual] = mention.actors
                self.posts_of.setdefault(post, set()).update(mention.actors)

    def _epithet(self, candidates: str) -> tuple[str, ...]:
        """ "the Kingdom": of the states it may mean, the one the article speaks of most."""
        codes = candidates.split("|")
        best = max(codes, key=lambda c: (self.counts[c], c == self.home, -codes.index(c)))
        return (best,) if self.counts[best] or best == self.home else ()

    def _office(self, mention: Mention) -> tuple[str, ...]:
        key = mention.posts[0] if mention.posts else "body"
        if mention.usual:
            return self.by_post.get(key + mention.usual) or (mention.usual,)
        if mention.person and self.home:
            return (self.home,)
        if not mention.posts and not self.lexicon.has("government", mention.head):
            return self.by_post.get(f"body:{mention.head}", ())
        if self.home in self.posts_of.get(key, ()):
            return (self.home,) if self.home else ()
        return self.by_post.get(key) or ((self.home,) if self.home else ())

    def actors(self, mention: Mention, subject: tuple[str, ...] = ()) -> tuple[str, ...]:
        """The actors that a phrase stands for, given the subject of its clause."""
        if mention.kind == "pair":
            return mention.actors or self.pair
        if mention.kind == "all":
            return self.pair if len(self.pair) > 1 else ()
        if mention.kind == "own":
            return subject or self.subject
        if mention.kind == "counterpart":
            if mention.actors:
                return mention.actors
            mine = subject or self.subject
            return (
                tuple(a for a in self.pair if a not in mine)[:1] if any(a in self.pair for a in mine) else ()
            )
        return mention.actors

    def dealt(self, actors: Iterable[str]) -> None:
        """Remember who dealt with whom last."""
        sides = tuple(dict.fromkeys(actors))
        if len(sides) == 2:
            self.pair = sides
