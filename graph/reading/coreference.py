"""What a phrase leaves open is settled from the rest of the article.

People are known by their names after the first mention; an office without a state belongs to whoever
held it last, to the person's state in the reference tables, or to the article's home; "the two sides"
are the last two that dealt with each other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise

from graph.reading.belonging import list_from, of_each, office_of, shares, unnamed
from graph.reading.counted import Lists
from graph.reading.generic import Generic
from graph.reading.lexicon import Lexicon
from graph.reading.mention import Mention
from graph.reading.mentions import Phrases
from graph.reading.names import is_state
from graph.reading.people import MIN_NAME, People, Person, name_words
from graph.reading.tokens import Token

HOME_MENTIONS = 2


@dataclass(slots=True)
class Sentence:
    """Tokens of a sentence with the phrases found in them."""

    tokens: list[Token]
    mentions: list[Mention] = field(default_factory=list)


class Discourse:
    """The people, sides and last subjects of one article."""

    def __init__(
        self,
        lexicon: Lexicon,
        sentences: Sequence[Sentence],
        published: date | None,
        home: str | None,
        voice: str | None = None,
    ) -> None:
        self.lexicon = lexicon
        self.sentences = sentences
        self.home, self.voice = home, voice
        self.people = People(lexicon, published)
        self.by_post: dict[str, tuple[str, ...]] = {}
        self.posts_of: dict[str, set[str]] = {}
        self.stated: dict[str, set[str]] = {}  # office -> whose it is where the article says so
        self.guessed, self.certain = False, False  # whether home is a guess, and the pair none
        self.pair: tuple[str, ...] = ()
        self.subject: tuple[str, ...] = ()
        self.speaker: str | None = None
        self.last_posts: list[str] = []
        self.counts: Counter[str] = Counter()

    def settle(self) -> None:
        """Give actors to every phrase that can have them."""
        named = self.people.words_of(m.person for s in self.sentences for m in s.mentions if m.person)
        for sentence in self.sentences:
            previous: Mention | None = None
            for order, mention in enumerate(sentence.mentions):
                if mention.person and mention.posts and not self.people.credible(mention, named):
                    unnamed(sentence.tokens, mention)
                if (
                    previous
                    and previous.kind in ("body", "counterpart", "name")
                    and not mention.actors
                    and mention.posts
                    and mention.first == previous.last
                    and not mention.joined
                ):
                    mention.actors = previous.actors
                if previous and shares(previous, mention):
                    mention.actors = previous.actors
                if mention.person and not mention.posts and self._equal(sentence, mention):
                    mention.posts = list(self.last_posts)
                if (
                    previous
                    and previous.kind == "body"
                    and not previous.actors
                    and mention.preposition == "from"
                    and mention.first - previous.last <= 1
                ):
                    previous.actors = list_from(
                        sentence.mentions, order
                    )  # "a delegation of the diplomats of S"
                if previous and of_each(self.lexicon, sentence.tokens, previous, mention):
                    previous.actors = list_from(sentence.mentions, order)
                self.people.introduce(mention)
                self.last_posts = mention.posts or self.last_posts
                previous = mention
        self.counts.update(
            a for s in self.sentences for m in s.mentions for a in m.actors if m.kind != "adjective"
        )
        states = [a for a, _ in self.counts.most_common()]
        told = Counter(
            a
            for sentence in self.sentences
            for m in sentence.mentions
            for name in m.actors
            for a in name.split("|")
        )
        written = self.home if self.home and told[self.home] >= HOME_MENTIONS else None
        own = self.voice or written or self._own_minister()
        self.home = own or self._home()
        self.guessed = not own
        for mention in (m for s in self.sentences for m in s.mentions if m.kind == "person" and m.actors):
            for post in mention.posts:
                self.stated.setdefault(post, set()).update(mention.actors)
        self.pair = tuple(self._first_states()[:2]) or tuple(states[:2])
        self.certain = len(self._first_states()) == 2
        generic, lists = Generic(self.lexicon), Lists(self.lexicon)
        for sentence in self.sentences:
            self._recall(sentence, generic)
            for mention, following in pairwise(sentence.mentions):
                if office_of(self.lexicon, mention, following):
                    mention.actors = following.actors
            for mention in sentence.mentions:
                self._fill(mention)
            lists.settle(sentence.tokens, sentence.mentions)

    def _equal(self, sentence: Sentence, mention: Mention) -> bool:
        """Whether somebody is named as the counterpart of another, whose office is then his."""
        before = sentence.tokens[mention.first : max(mention.name_first, mention.first)]
        return mention.kind == "counterpart" or any(self.lexicon.has("equal", t.text) for t in before)

    def _own_minister(self) -> str | None:
        """Arabic: the state of one named with his office and without his state, whom the tables know."""
        if self.lexicon.language.ORDER == "subject-first":
            return None
        bare = (m for s in self.sentences for m in s.mentions if m.person and m.posts and not m.actors)
        known = (self.people.person(m.person or "").actors for m in bare if m.kind == "person")
        return next((actors[0] for actors in known if actors and is_state(actors[0])), None)

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

    def person(self, name: str) -> Person:
        """The person that a name in the article means."""
        return self.people.person(name)

    def named(self, mention: Mention) -> str | None:
        """The name of the person that a phrase means, if the article tells."""
        return self.people.named(mention)

    def _recall(self, sentence: Sentence, generic: Generic) -> None:
        """Find people by name alone and organizations by their noun alone, where no phrase stands yet."""
        taken = {i for m in sentence.mentions for i in range(m.first, m.last)}
        phrases, found = Phrases(sentence.tokens, self.lexicon), []
        index = 0
        while index < len(sentence.tokens):
            mention = None if index in taken else self._by_name(sentence, index, taken)
            if mention:
                phrases.govern(mention)
                found.append(mention)
            index = mention.last if mention else index + 1
        taken |= {i for m in found for i in range(m.first, m.last)}
        for mention in generic.again(sentence.tokens, taken):
            phrases.govern(mention)
            found.append(mention)
        for mention in sentence.mentions:
            generic.named(sentence.tokens, mention)
        sentence.mentions = sorted([*sentence.mentions, *found], key=lambda m: m.first)

    def _by_name(self, sentence: Sentence, index: int, taken: set[int]) -> Mention | None:
        token = sentence.tokens[index]
        if not token.word or (self.lexicon.language.LANGUAGE != "ar" and not token.capital):
            return None
        if self.lexicon.has("function", token.text):
            return None
        heads = ["ال" + a.stem if a.article else a.stem for a in token.analyses]
        heads = [head for head in heads if self.people.may_begin(head)]
        end = index + 1
        while (
            heads
            and end < len(sentence.tokens)
            and end not in taken
            and end - index < 6
            and sentence.tokens[end].word
        ):
            end += 1
        for last in range(end, index, -1):
            for head in heads:
                named = self._person_named((head, *(t.text for t in sentence.tokens[index + 1 : last])))
                if named:
                    name = named.name or " ".join(t.original for t in sentence.tokens[index:last])
                    return Mention(index, last, "person", named.actors, name, list(named.posts))
        return None

    def _person_named(self, words: tuple[str, ...]) -> Person | None:
        """Who goes by the words in the article, or held office under them by the tables (without a name then)."""
        head = words[0]
        words = name_words(" ".join(words))
        person = self.people.by_words(words)
        shortest = MIN_NAME if self.lexicon.language.LANGUAGE == "ar" else MIN_NAME - 1
        short = len(head) <= shortest and not self.lexicon.has("surname-first", head)
        if person and (len(words) > 1 or not short) and head not in self.lexicon.common:
            return person
        known = self.people.known.get(" ".join(words))
        if known and (len(words) > 1 or self.people.telling(head)):
            return Person("", (known.state,), [])
        return None

    # -- open phrases

    def _fill(self, mention: Mention) -> None:
        if mention.person and not mention.actors:
            mention.actors = self.people.person(mention.person).actors
        if mention.kind == "name" and "epithet" in mention.titles:
            mention.actors = self._epithet(mention.actors[0])
        if (mention.kind == "person" or (mention.kind == "body" and mention.definite)) and not mention.actors:
            mention.actors = self._office(mention)
            if mention.person and mention.actors:
                guessed = self.guessed and not mention.usual
                self.people.settle(mention.person, mention.actors, guessed=guessed)
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
        stated = self.stated.get(key, set())
        if self.guessed and len(stated) == 1 and self.home not in stated:
            return tuple(stated)
        if self.home in self.posts_of.get(key, ()):
            return (self.home,) if self.home else ()
        return self.by_post.get(key) or self._alike(key) or ((self.home,) if self.home else ())

    def _alike(self, key: str) -> tuple[str, ...]:
        """Whose the only office is that a bare one shortens ("the visiting minister", after a foreign minister)."""
        holders = {actors for post, actors in self.by_post.items() if post.endswith(f" {key}")}
        return next(iter(holders)) if len(holders) == 1 else ()

    def actors(self, mention: Mention, subject: tuple[str, ...] = ()) -> tuple[str, ...]:
        """The actors that a phrase stands for, given the subject of its clause."""
        if mention.kind == "pair":
            return mention.actors or self.pair
        if mention.kind == "all":
            pair = () if "counted" in mention.titles or len(self.pair) < 2 else self.pair
            return mention.actors or pair
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

    def other(self, actors: Sequence[str]) -> tuple[str, ...]:
        """The other of the two sides spoken of."""
        mine = [a for a in self.pair if a in actors]
        return tuple(a for a in self.pair if a not in actors)[:1] if len(self.pair) == 2 and mine else ()

    def dealt(self, actors: Iterable[str]) -> None:
        """Remember who dealt with whom last."""
        sides = tuple(dict.fromkeys(actors))
        if len(sides) == 2:
            self.pair, self.certain = sides, True
