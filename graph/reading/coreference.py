"""What a phrase leaves open is settled from the rest of the article.

People are known by their names after the first mention; an office without a state belongs to whoever
held it last, to the person's state in the reference tables, or to the article's home; "the two sides"
are the last two that dealt with each other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise

from graph.reading.belonging import list_from, of_each, office_of, shares, unnamed
from graph.reading.counted import Lists
from graph.reading.generic import Generic
from graph.reading.lexicon import Lexicon
from graph.reading.mention import Mention
from graph.reading.names import is_state
from graph.reading.people import People, Person
from graph.reading.recall import recall
from graph.reading.sentence import Sentence

HOME_MENTIONS, SENT_FROM, VERB_GAP = 2, 2, 2
STATING = 6  # words of a headline in which it says that the article is a statement
BESIDE = ("", "with", "of", "between")


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
        self.partners: tuple[str, ...] = ()  # the two who dealt with each other last, as far as told
        self.sides: tuple[str, ...] = ()  # all who dealt with each other last
        self.we: tuple[str, ...] = ()  # whose words the whole article is
        self.subject: tuple[str, ...] = ()
        self.individual: tuple[str, ...] = ()  # whom "he" or "she" means
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
                    and mention.first - previous.last <= SENT_FROM
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
        self.voice = self.voice or self._readout()
        self.home = own or self.voice or self._home()
        self.guessed = not own
        for mention in (m for s in self.sentences for m in s.mentions if m.kind == "person" and m.actors):
            for post in mention.posts:
                self.stated.setdefault(post, set()).update(mention.actors)
        self.pair = tuple(self._first_states()[:2]) or tuple(states[:2])
        self.certain = len(self._first_states()) == 2
        self.sides = self._named_first() if self.voice else self.pair
        self.we = self._stating()
        generic, lists = Generic(self.lexicon), Lists(self.lexicon)
        for sentence in self.sentences:
            recall(sentence, self.people, generic, self.lexicon)
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

    def _readout(self) -> str | None:
        """Whose own record the article is ("Readout of the president's call with"): that of the first one named."""
        opening = self.sentences[0].tokens[:2] if self.sentences else ()
        if not any(self.lexicon.has("readout", t.text) for t in opening):
            return None
        named = (m for s in self.sentences[:2] for m in s.mentions if m.kind == "person")
        whose = (m.actors or self.people.person(m.person or "").actors or (m.usual,) for m in named)
        return next((actors[0] for actors in whose if is_state(actors[0])), None)

    def _stating(self) -> tuple[str, ...]:
        """Who states the whole article ("Joint Statement by N. and M.", "Statement of S on T"): all or the first."""
        title = self.sentences[0] if self.sentences else None
        at = (
            next(
                (i for i, t in enumerate(title.tokens[:STATING]) if self.lexicon.has("stated", t.text)), None
            )
            if title
            else None
        )
        if title is None or at is None:
            return ()
        named = [m.actors or self.people.person(m.person or "").actors for m in title.mentions]
        known = tuple(dict.fromkeys(a for actors in named for a in actors if "|" not in a))
        if any(self.lexicon.has("together", t.text) for t in title.tokens[:at]):
            return known if len(known) > 1 else ()
        return known[:1] if at == 0 else ()

    def _named_first(self) -> tuple[str, ...]:
        """Whose account the article is and whom its headline names beside: those are "they" until others meet."""
        beside = (m for m in self.sentences[0].mentions if m.preposition in BESIDE)
        named = [a for m in beside for a in m.actors if "|" not in a]
        return tuple(dict.fromkeys((self.voice or "", *named)))

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

    def attend(self, listed: Sequence[str]) -> None:
        """Take those whom the article lists as having taken part for the ones it speaks of."""
        own = (self.voice,) if self.voice else ()
        self.sides = tuple(dict.fromkeys((*own, *listed)))

    # -- people

    def person(self, name: str) -> Person:
        """The person that a name in the article means."""
        return self.people.person(name)

    def named(self, mention: Mention) -> str | None:
        """The name of the person that a phrase means, if the article tells."""
        return self.people.named(mention)

    # -- open phrases

    def _fill(self, mention: Mention) -> None:
        if mention.person and not any(map(is_state, mention.actors)):
            # a headline is short: "O Ambassador N." is in full the ambassador of a state to O
            mention.actors = self.people.person(mention.person).actors or mention.actors
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
        stated = self.stated.get(key, set())
        other = tuple(stated) if self.guessed and len(stated) == 1 and self.home not in stated else ()
        if mention.person and self.home:
            return (other if self.voice else ()) or (self.home,)
        if not mention.posts and not self.lexicon.has("government", mention.head):
            return self.by_post.get(f"body:{mention.head}", ())
        if other:
            return other
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
            return mention.actors or (self.sides if mention.several else self.pair)
        if mention.kind == "all":
            sides = () if "counted" in mention.titles or len(self.sides) < 2 else self.sides
            return mention.actors or sides
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

    def past(self, sentence: Sentence) -> None:
        """Remember the first person of a sentence who does something: the next ones call that one "he" or "she"."""
        acting = (m for m in sentence.mentions if m.kind == "person" and not m.preposition and m.actors)
        glances = self.lexicon.glances
        doing = (
            m
            for m in acting
            if any(glances[t.text].verb for t in sentence.tokens[m.last : m.last + VERB_GAP])
        )
        self.individual = next((m.actors for m in doing), self.individual)

    def other(self, actors: Sequence[str]) -> tuple[str, ...]:
        """The other of the two sides spoken of."""
        mine = [a for a in self.pair if a in actors]
        return tuple(a for a in self.pair if a not in actors)[:1] if len(self.pair) == 2 and mine else ()

    def dealt(self, actors: Iterable[str]) -> None:
        """Remember who dealt with whom last; in a readout of a state's own, of those who dealt with it."""
        sides = tuple(dict.fromkeys(actors))
        if self.voice and self.voice not in sides:
            return
        if len(sides) > 1:
            self.sides = sides
        if len(sides) == 2:
            self.pair = self.partners = sides
            self.certain = True
