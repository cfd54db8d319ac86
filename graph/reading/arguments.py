"""Who does what to whom: the phrases around an event word and how each hangs on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from graph.reading.clauses import Clauses
from graph.reading.coreference import Discourse, Sentence
from graph.reading.lexicon import Trigger
from graph.reading.mentions import Mention

GENITIVE_GAP = 4
ACTOR_KINDS = frozenset({"name", "body", "person", "pair", "all", "counterpart", "own", "people"})


@dataclass(slots=True)
class Argument:
    """A phrase with its relation to the event word: subject, object, adjective, or its preposition."""

    mention: Mention
    relation: str
    actors: tuple[str, ...]


class Frame:
    """The arguments of one event word in its sentence."""

    def __init__(self, sentence: Sentence, clauses: Clauses, index: int, length: int, trigger: Trigger, discourse: Discourse) -> None:
        self.sentence, self.clauses, self.trigger, self.discourse = sentence, clauses, trigger, discourse
        self.index, self.after = index, index + length
        self.tokens = sentence.tokens
        self.subject_first = discourse.lexicon.language.ORDER == "subject-first"
        self.first, _ = clauses.around(index)
        self.last = clauses.reach(index + length - 1)

    def read(self) -> list[Argument]:
        """Arguments in text order, the subject first."""
        forward = [m for m in self.sentence.mentions if self.after <= m.first < self.last]
        backward = [m for m in reversed(self.sentence.mentions) if self.first <= m.first and m.last <= self.index]
        return self._of_verb(forward, backward) if self.trigger.verb else self._of_noun(forward, backward)

    # -- verbs

    def _of_verb(self, forward: list[Mention], backward: list[Mention]) -> list[Argument]:
        passive = self._passive()
        subject = self._subject(forward, backward)
        found: list[Argument] = []
        own: tuple[str, ...] = ()
        if subject:
            own = self._actors(subject, ())
            found.append(Argument(subject, "object" if passive else "subject", own))
            found += [Argument(m, found[0].relation, self._actors(m, ())) for m in self._joined(subject)]
        elif not passive:
            own = self.discourse.subject
            if own:
                found.append(Argument(Mention(self.index, self.index, "own", own), "subject", own))
        taken = {id(a.mention) for a in found}
        found += self._rest([m for m in forward if id(m) not in taken], own)
        if passive:
            for argument in found:
                if argument.relation == "by":
                    argument.relation = "subject"
        return found

    def _subject(self, forward: list[Mention], backward: list[Mention]) -> Mention | None:
        before = next((m for m in backward if not m.preposition and m.kind in ACTOR_KINDS), None)
        relative = self.discourse.lexicon.has("relative", self.tokens[self.first].text) or (
            self.tokens[self.first].text[:1] in "وف" and self.discourse.lexicon.has("relative", self.tokens[self.first].text[1:]))  # fmt: skip
        if relative and not before:
            return next((m for m in reversed(self.sentence.mentions) if m.last <= self.first and self.first - m.last <= 2 and m.kind in ACTOR_KINDS), None)
        if self.subject_first:
            return self._leftmost(before)
        if before and self._adjacent(before):
            return self._leftmost(before)
        return next((m for m in forward[:2] if not m.preposition and m.kind in ACTOR_KINDS and m.first - self.after <= 5), None) or before

    def _leftmost(self, mention: Mention | None) -> Mention | None:
        """The first member of the list that ends with a mention."""
        if mention is None:
            return None
        position = self.sentence.mentions.index(mention)
        while position > 0 and mention.joined:
            previous = self.sentence.mentions[position - 1]
            if mention.first - previous.last > 1 or previous.first < self.first or previous.kind not in ACTOR_KINDS:
                break
            mention, position = previous, position - 1
        return mention if not mention.preposition else None

    def _adjacent(self, mention: Mention) -> bool:
        between = self.tokens[mention.last : self.index]
        return len(between) <= 3 and not any(self.clauses.verbs[mention.last + i] for i in range(len(between)))

    def _joined(self, mention: Mention) -> list[Mention]:
        """Further members of the list that a mention begins."""
        found, last = [], mention
        for other in self.sentence.mentions:
            if other.first < last.last:
                continue
            gap = self.tokens[last.last : other.first]
            if len(gap) > 2 or any(t.word and t.text not in ("و", "and", "et", "the") for t in gap):
                break
            if not (other.joined or any(t.text in (",", "،") for t in gap)) or other.preposition or other.kind not in ACTOR_KINDS:
                break
            found.append(other)
            last = other
        if found and not any(m.joined for m in found):
            return []
        return found

    def _passive(self) -> bool:
        if self.trigger.form.feature == "passive":
            return True
        if self.trigger.form.feature != "participle" or not self.subject_first:
            return False
        words = [t.text for t in self.tokens[max(self.first, self.index - 3) : self.index]]
        return any(self.discourse.lexicon.has("be", w) for w in words) or not any(self.discourse.lexicon.has("have", w) for w in words) and (
            any(t.text == "by" for t in self.tokens[self.after : self.after + 3]) and self.trigger.form.text != self.trigger.lemma)

    def _rest(self, mentions: Sequence[Mention], own: tuple[str, ...]) -> list[Argument]:
        found: list[Argument] = []
        previous: Argument | None = None
        for mention in mentions:
            relation = mention.preposition or "object"
            if mention.kind == "adjective" and not mention.preposition:
                relation = "adjective"
            if previous and mention.joined and not mention.preposition and mention.first - previous.mention.last <= 2:
                relation = previous.relation
            argument = Argument(mention, relation, self._actors(mention, own))
            found.append(argument)
            previous = argument
        return found

    # -- event nouns

    def _of_noun(self, forward: list[Mention], backward: list[Mention]) -> list[Argument]:
        found: list[Argument] = []
        own: tuple[str, ...] = ()
        genitive = next((m for m in forward[:1] if m.first - self.after <= GENITIVE_GAP and not m.preposition
                         and not any(t.text in (",", "،") for t in self.tokens[self.after : m.first])), None)  # fmt: skip
        if self.trigger.form.possessed or self._possessor():
            own = self._actors(self._possessor(), ()) if self._possessor() else self.discourse.subject
            if own:
                found.append(Argument(self._possessor() or Mention(self.index, self.index, "own", own), "subject", own))
        elif genitive is not None and genitive.kind != "place":
            relation = "adjective" if genitive.kind == "adjective" else "subject"
            own = self._actors(genitive, ())
            found.append(Argument(genitive, relation, own))
            found += [Argument(m, relation, self._actors(m, ())) for m in self._joined(genitive)]
        if not found or found[0].relation == "adjective":
            subject = self._light_subject(backward)
            if subject:
                own = self._actors(subject, ())
                found.insert(0, Argument(subject, "subject", own))
                found[1:1] = [Argument(m, "subject", self._actors(m, ())) for m in self._joined(subject)]
        taken = {id(a.mention) for a in found}
        return found + self._rest([m for m in forward if id(m) not in taken], own)

    def _possessor(self) -> Mention | None:
        """English: "Putin's visit", "the Turkish visit" are read from the phrase just before."""
        if not self.subject_first:
            return None
        return next((m for m in self.sentence.mentions if m.last <= self.index and self.index - m.last <= 2
                     and any(t.text in ("'s", "'") for t in self.tokens[m.last : self.index])), None)  # fmt: skip

    def _light_subject(self, backward: list[Mention]) -> Mention | None:
        """The subject of the light verb that carries the noun ("held talks with", "أجرى مباحثات مع")."""
        if not backward:
            own = self.discourse.subject
            light = any(self.clauses.verbs[i] for i in range(max(self.first, self.index - 4), self.index))
            return Mention(self.index, self.index, "own", own) if own and light else None
        candidate = next((m for m in backward if not m.preposition and m.kind in ACTOR_KINDS), None)
        return self._leftmost(candidate) or candidate

    def _actors(self, mention: Mention | None, own: tuple[str, ...]) -> tuple[str, ...]:
        return self.discourse.actors(mention, own) if mention else ()
