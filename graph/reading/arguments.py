"""Who does what to whom: the phrases around an event word and how each hangs on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from graph.reading.clauses import QUOTE, Clauses
from graph.reading.coreference import Discourse
from graph.reading.lexicon import Trigger
from graph.reading.mention import SIDES, Mention
from graph.reading.places import place_state
from graph.reading.sentence import Sentence
from graph.reading.topics import topic

COMMAS = (",", "،")
POSSESSIVE = ("'s", "'")
LIGHT_REACH, LIGHT_GAP = 22, 6
DESCRIBED = 4
ANYWHERE = 12
ADJECTIVE_REACH, GOAL_REACH, GOAL_GAP = 6, 8, 3
GOALS = frozenset({"to", "in", "object"})
ACTOR_KINDS = frozenset({"name", "body", "person", "pair", "all", "counterpart", "own", "people"})


@dataclass(slots=True)
class Argument:
    """A phrase with its relation to the event word: subject, object, adjective, or its preposition."""

    mention: Mention
    relation: str
    actors: tuple[str, ...]


def acts(mention: Mention) -> bool:
    """Whether a phrase can be a subject: it stands for somebody, by itself or through what was said before."""
    return mention.kind in SIDES or (mention.kind in ACTOR_KINDS and bool(mention.actors))


def _taken(found: list[Argument]) -> bool:
    """Whether the object is there already: what stands further on without a preposition is none."""
    return any(a.relation == "object" and a.actors for a in found)


class Frame:
    """The arguments of one event word in its sentence; verbs and event nouns find theirs each in a way of its own."""

    def __init__(
        self,
        sentence: Sentence,
        clauses: Clauses,
        index: int,
        length: int,
        trigger: Trigger,
        discourse: Discourse,
    ) -> None:
        self.sentence, self.clauses, self.trigger, self.discourse = sentence, clauses, trigger, discourse
        self.index, self.after = index, index + length
        self.tokens = sentence.tokens
        if not trigger.verb and trigger.frame != "act":
            self.after = self._held_by(self.after)
        self.subject_first = discourse.lexicon.language.ORDER == "subject-first"
        self.first, _ = clauses.around(index)
        start = self.after - 1
        if not trigger.verb and self.after < len(self.tokens) and self.is_light(self.after):
            start += 1
        elif (
            not trigger.verb
            and self.after + 1 < len(self.tokens)
            and self.is_light(self.after + 1)
            and discourse.lexicon.has("be", self.tokens[self.after].text)
        ):
            start += 2
        self.last = clauses.reach(start, trigger.verb, trigger.verb or trigger.frame != "directed")
        if (
            "that" in trigger.target
            and self.last < len(self.tokens)
            and discourse.lexicon.has("that", self.tokens[self.last].text)
        ):
            self.last = clauses.reach(self.last, trigger.verb)
        if "any" in trigger.target:
            self.last = max(self.last, min(len(self.tokens), self.after + ANYWHERE))

    def _held_by(self, after: int) -> int:
        """Arabic: where the verb stands that an event noun is described by ("the long talks that N. held with").

        Right behind the noun where there is none.
        """
        lexicon = self.discourse.lexicon
        if lexicon.language.ORDER == "subject-first":
            return after
        for position in range(after, min(len(self.tokens) - 1, after + DESCRIBED)):
            token = self.tokens[position]
            if lexicon.has("relative", token.text):
                verb = position + 1
                told = self.is_light(verb) or lexicon.has("begins", self.tokens[verb].text)
                return verb if told else after
            if token.text not in COMMAS and not token.analyses[0].article:
                return after
        return after

    def read(self) -> list[Argument]:
        """Arguments in text order, the subject first."""
        forward = [m for m in self.sentence.mentions if self.after <= m.first < self.last]
        backward = [
            m for m in reversed(self.sentence.mentions) if self.first <= m.first and m.last <= self.index
        ]
        found = self.arguments(forward, backward)
        if self.trigger.frame == "travel":
            found += self._goal(found)
        return self._demanded(found) if self.trigger.frame == "demanded" else found

    def _goal(self, found: list[Argument]) -> list[Argument]:
        """Where a journey goes that is said to go to "the country", or only to be somebody's visit."""
        traveller = next((a.actors for a in found if a.relation in ("subject", "adjective") and a.actors), ())
        if not traveller or any(a.relation in GOALS for a in found):
            return []
        lexicon = self.discourse.lexicon
        words = range(self.after, min(self.last, self.after + GOAL_REACH))
        land = next((i for i in words if lexicon.has("land", self.tokens[i].text)), None)
        if land is None and (self.trigger.verb or not self._one()):
            return []
        others = self.discourse.other(traveller)
        spot = self.index if land is None else land
        return [Argument(Mention(spot, spot, "own", others), "to", others)] if others else []

    def _one(self) -> bool:
        """Whether the event noun means one known event ("the visit", "his visit") and none in general."""
        return self.trigger.form.possessed or self.trigger.form.text == self.trigger.lemma

    def _said(self) -> bool:
        """Whether an Arabic clause is what somebody says: it begins with "that" or a quotation mark."""
        before = self.tokens[max(0, self.first - 1) : self.first + 1]
        return any(t.text == QUOTE or self.discourse.lexicon.has("that", t.text) for t in before)

    def _told(self) -> bool:
        """Whether the last verb before is one of saying: then the clause is the speaker's and not the narrator's."""
        lexicon, first = self.discourse.lexicon, self.tokens[self.first].text
        if lexicon.has("clause", first) and not lexicon.has("that", first):
            return False
        verbs = (t.text for i, t in enumerate(self.tokens[: self.index]) if self.clauses.verbs[i])
        said = [w for w in verbs if not lexicon.has("verb", w)][-1:]
        return bool(said) and lexicon.glances[said[0]].saying

    @property
    def scope(self) -> int:
        """How far what is told of the event reaches: for "talks between S and T ended in P", over its verb."""
        if not self.trigger.verb and self.last < len(self.tokens) and self.is_light(self.last):
            return self.clauses.reach(self.last, True)
        return self.last

    def arguments(self, forward: list[Mention], backward: list[Mention]) -> list[Argument]:
        """The arguments among the phrases after the word and before it (the nearest first)."""
        raise NotImplementedError

    def _demanded(self, found: list[Argument]) -> list[Argument]:
        """ "S said that T must", "S said that T broke the truce": T is the object of what the speaker says."""
        if self.trigger.kind == "accusation" and self.subject_first and not self._told():
            return []
        for argument in found:
            argument.relation = "object" if argument.relation == "subject" else "aside"
        own = self.discourse.subject if self.subject_first or self._said() else ()
        if any(set(own) & set(a.actors) for a in found if a.relation == "object"):
            return []  # "S said that S and T must"
        return [Argument(Mention(self.index, self.index, "own", own), "subject", own), *found] if own else []

    def leftmost(self, mention: Mention | None) -> Mention | None:
        """The first member of the list that ends with a mention."""
        if mention is None:
            return None
        position = self.sentence.mentions.index(mention)
        while position > 0 and mention.joined:
            previous = self.sentence.mentions[position - 1]
            if (
                self._apart(previous, mention)
                or previous.first < self.first
                or previous.kind not in ACTOR_KINDS
            ):
                break
            mention, position = previous, position - 1
        return mention if not mention.preposition else None

    def _apart(self, previous: Mention, mention: Mention) -> bool:
        """Whether more than a joining word (and an article: "and his Syrian counterpart") stands between."""
        gap = [t.text for t in self.tokens[previous.last : mention.first]]
        return len(gap) > 1 and not (
            len(gap) == 2 and gap[0] in ("and", "et", ",") and self.discourse.lexicon.has("articles", gap[1])
        )

    def adjacent(self, mention: Mention) -> bool:
        """Whether a phrase stands right before the word, with no other verb between."""
        between = self.tokens[mention.last : self.index]
        return len(between) <= 3 and not any(
            self.clauses.verbs[mention.last + i] for i in range(len(between))
        )

    def _apposed(self, mention: Mention) -> bool:
        """Whether a phrase has a name between commas behind its office ("the minister, N., accused S")."""
        inside = self.tokens[mention.first : mention.last]
        return mention.kind == "person" and any(t.text in COMMAS for t in inside)

    def joined(self, mention: Mention) -> list[Mention]:
        """Further members of the list that a mention begins."""
        found, last = [], mention
        for other in self.sentence.mentions:
            if other.first < last.last:
                continue
            gap = self.tokens[last.last : other.first]
            if gap and gap[0].text in COMMAS and self._apposed(last):
                break  # the comma closes the name set beside the office
            if gap and not self.subject_first and last.kind == "person" != other.kind and not other.joined:
                break  # "the minister called, for one, S and T": no list begins so
            if len(gap) > 2 or any(
                t.word
                and t.text not in ("و", "and", "et")
                and not self.discourse.lexicon.has("articles", t.text)
                for t in gap
            ):
                break
            if (
                not (other.joined or any(t.text in (",", "،") for t in gap))
                or other.preposition
                or other.kind not in ACTOR_KINDS
            ):
                break
            found.append(other)
            last = other
        if found and not any(m.joined for m in found):
            return []
        return found

    def rest(self, mentions: Sequence[Mention], own: tuple[str, ...]) -> list[Argument]:
        """Arguments by their prepositions; what has none is an object, or background behind a preposition."""
        found: list[Argument] = []
        previous: Argument | None = None
        behind = False  # behind a preposition, what has none belongs to the phrase before it
        mutual, lexicon = self.trigger.frame == "mutual", self.discourse.lexicon
        bound = (
            topic(self.tokens, self.after, self.last, lexicon, self.trigger) if mutual else len(self.tokens)
        )
        for mention in mentions:
            relation = mention.preposition or "object"
            if relation in ("with", "between", "object", "adjective") and mention.first > bound:
                relation = "background"  # "talks on the agreement with S": S is no party of the talks
            if self._struck(mention):
                relation = "object"
            elif self.trigger.verb and mention.kind == "adjective" and len(mention.actors) > 1:
                relation = "background"  # "praised the S-T dialogue"
            elif mention.kind == "adjective" and mention.preposition in ("", "of"):
                relation = (
                    "adjective"
                    if mention.first - self.after <= (ADJECTIVE_REACH if self.trigger.verb else 2)
                    else self._head_preposition(mention) or "background"
                )
            elsewhere = self.trigger.frame == "travel" and self.trigger.verb and relation in ("object", "in")
            if elsewhere and self.subject_first and any(self.clauses.verbs[self.after : mention.first]):
                relation = "background"  # "returned to the podium and said S's negotiator"
            if self.trigger.frame == "host" and relation == "object" and self._owns(mention):
                relation = "background"  # "welcomed S's progress"
            if relation == "in" and self.trigger.frame == "travel" and mention.first - self.after > GOAL_GAP:
                relation = "background"  # "his visit the situation in S": where something else is
            if (
                previous
                and mention.joined
                and not mention.preposition
                and mention.first - previous.mention.last <= 2
            ):
                relation = previous.relation
            elif relation == "object" and (
                behind or self._owner_behind(mention) or (self.subject_first and _taken(found))
            ):
                relation = "background"
            behind = behind or relation not in ("object", "adjective", "in")
            argument = Argument(mention, relation, self.actors(mention, own) or self._of_place(mention))
            found.append(argument)
            previous = argument
        return found

    def _owns(self, mention: Mention) -> bool:
        """English: whether a phrase only tells whose the noun behind it is."""
        return self.subject_first and any(
            t.text in POSSESSIVE for t in self.tokens[mention.last : mention.last + 1]
        )

    def _struck(self, mention: Mention) -> bool:
        """Arabic: whether a phrase says whose the thing is that an attack strikes ("raids on S sites")."""
        if self.trigger.kind != "assault" or not mention.first or self.subject_first:
            return False
        before = self.tokens[mention.first - 1].analyses
        owned = mention.kind == "adjective" or mention.preposition in ("", "to")
        return owned and any(self.discourse.lexicon.has("struck", a.stem) for a in before)

    def _owner_behind(self, mention: Mention) -> bool:
        """Arabic: whether a phrase owns the noun before it, which has a preposition ("asked for the crimes of T")."""
        if self.subject_first or mention.first <= self.after:
            return False
        before, common = self.tokens[mention.first - 1], self.discourse.lexicon.common
        clitics = [a for a in before.analyses if a.preposition and not a.article and a.stem in common]
        small = self.discourse.lexicon.has("function", before.text)
        covered = any(m.first < mention.first <= m.last for m in self.sentence.mentions)
        return bool(clitics) and not small and not covered

    def _of_place(self, mention: Mention) -> tuple[str, ...]:
        """The state that a place lies in: what is done there by a directed act is done to it."""
        state = (
            place_state(mention.place or "")
            if mention.kind == "place" and self.trigger.frame == "directed"
            else ""
        )
        return (state,) if state else ()

    def _head_preposition(self, mention: Mention) -> str:
        """The preposition on the noun that an adjective describes ("for the Palestinian towns")."""
        for token in reversed(self.tokens[max(self.after, mention.first - 3) : mention.first]):
            clitic = next((a.preposition for a in token.analyses if a.preposition and a.article), "")
            if clitic:
                return self.discourse.lexicon.prepositions.get(clitic, "")
            if (
                token.text in self.discourse.lexicon.prepositions
                or self.clauses.verbs[self.tokens.index(token)]
            ):
                return self.discourse.lexicon.prepositions.get(token.text, "")
        return ""

    def light(self) -> int | None:
        """Where the light verb stands that carries the event noun, if one does; some nouns begin with theirs."""
        if self.trigger.rest and self.is_light(self.index):
            return self.index
        for index in range(self.index - 1, max(self.first - 1, self.index - LIGHT_REACH), -1):
            if self.is_light(index):
                return index if self._words_between(index) <= LIGHT_GAP else None
        return None

    def _words_between(self, light: int) -> int:
        """Words between a light verb and its noun that belong to no phrase."""
        covered = {i for m in self.sentence.mentions for i in range(m.first, m.last)}
        return sum(
            t.word and i not in covered for i, t in enumerate(self.tokens[light + 1 : self.index], light + 1)
        )

    def is_light(self, index: int) -> bool:
        """Whether the word at ``index`` lends a subject to an event noun."""
        kinds = ("light", "light-feeling") if self.trigger.kind == "praise" else ("light",)
        stems = [a.stem for a in self.tokens[index].analyses if not a.article]
        return any(self.discourse.lexicon.has(kind, stem) for kind in kinds for stem in stems)

    def actors(self, mention: Mention | None, own: tuple[str, ...]) -> tuple[str, ...]:
        """The actors that a phrase stands for, given the subject of its clause."""
        return self.discourse.actors(mention, own) if mention else ()
