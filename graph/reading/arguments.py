"""Who does what to whom: the phrases around an event word and how each hangs on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from graph.reading.clauses import Clauses
from graph.reading.coreference import Discourse, Sentence
from graph.reading.lexicon import Trigger
from graph.reading.mention import Mention
from graph.reading.subjects import subject_before

GENITIVE_GAP = 4
LIGHT_REACH, LIGHT_GAP = 22, 6
ANYWHERE = 12
ACTOR_KINDS = frozenset({"name", "body", "person", "pair", "all", "counterpart", "own", "people"})


@dataclass(slots=True)
class Argument:
    """A phrase with its relation to the event word: subject, object, adjective, or its preposition."""

    mention: Mention
    relation: str
    actors: tuple[str, ...]


class Frame:
    """The arguments of one event word in its sentence."""

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
        self.subject_first = discourse.lexicon.language.ORDER == "subject-first"
        self.first, _ = clauses.around(index)
        start = index + length - 1
        if not trigger.verb and self.after < len(self.tokens) and self._is_light(self.after):
            start += 1
        elif (
            not trigger.verb
            and self.after + 1 < len(self.tokens)
            and self._is_light(self.after + 1)
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

    def read(self) -> list[Argument]:
        """Arguments in text order, the subject first."""
        forward = [m for m in self.sentence.mentions if self.after <= m.first < self.last]
        backward = [
            m for m in reversed(self.sentence.mentions) if self.first <= m.first and m.last <= self.index
        ]
        found = self._of_verb(forward, backward) if self.trigger.verb else self._of_noun(forward, backward)
        return self._demanded(found) if self.trigger.frame == "demanded" else found

    def _demanded(self, found: list[Argument]) -> list[Argument]:
        """ "S said that T must": who must is the object of what the speaker asks."""
        for argument in found:
            argument.relation = "object" if argument.relation == "subject" else "aside"
        own = self.discourse.subject
        return [Argument(Mention(self.index, self.index, "own", own), "subject", own), *found] if own else []

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
            own = self.discourse.subject if self._dropped() else ()
            if own:
                found.append(Argument(Mention(self.index, self.index, "own", own), "subject", own))
        taken = {id(a.mention) for a in found}
        found += self._rest([m for m in forward if id(m) not in taken], own)
        found += self._dropped_party(found, own)
        if passive:
            for argument in found:
                if argument.relation == "by":
                    argument.relation = "subject"
        return found

    def _dropped_party(self, found: list[Argument], own: tuple[str, ...]) -> list[Argument]:
        """ "He visited P, where he met the leader": the one named is the object, the subject is the pronoun."""
        others = self.discourse.subject
        alone = {a for x in found if x.relation in ("subject", "object", "with", "between") for a in x.actors}
        if (
            self.subject_first
            or self.trigger.frame not in ("mutual", "host")
            or len(alone) != 1
            or set(others) & alone
            or not others
        ):
            return []
        return [Argument(Mention(self.index, self.index, "own", others), "object", others)]

    def _subject(self, forward: list[Mention], backward: list[Mention]) -> Mention | None:
        before = next((m for m in backward if not m.preposition and m.kind in ACTOR_KINDS), None)
        relative = self.discourse.lexicon.has("relative", self.tokens[self.first].text) or (
            self.tokens[self.first].text[:1] in "وف" and self.discourse.lexicon.has("relative", self.tokens[self.first].text[1:]))  # fmt: skip
        direct = next(
            (m for m in forward[:1] if not m.preposition and m.kind in ACTOR_KINDS and m.first == self.after),
            None,
        )
        if relative and not before and not (direct and self.tokens[self.index].text.endswith("ه")):
            antecedent = next(
                (
                    m
                    for m in reversed(self.sentence.mentions)
                    if m.last <= self.first and self.first - m.last <= 2 and m.kind in ACTOR_KINDS
                ),
                None,
            )
            if antecedent or not direct:
                return antecedent
        if self.subject_first:
            acting = [m for m in self.sentence.mentions if m.kind in ACTOR_KINDS]
            gerund = self.trigger.form.feature == "gerund"
            return self._leftmost(subject_before(acting, self.clauses, self.index, self.first, gerund))
        if self.index and self._pronoun_before():
            return None
        if before and self._adjacent(before):
            return self._leftmost(before)
        apposed = self._before_comma()
        if apposed:
            return apposed
        following = next(
            (
                m
                for m in forward[:2]
                if not m.preposition and m.kind in ACTOR_KINDS and m.first - self.after <= 5
            ),
            None,
        )
        if following and not self._is_object(following):
            return following
        return before if before and self._dropped() else None

    def _resumed(self) -> bool:
        """English: a pronoun, or nothing but a joining word, stands where the subject would."""
        lexicon = self.discourse.lexicon
        attribute = self.trigger.form.feature in ("past", "participle") and self.first == self.index
        if attribute and self.index and self.tokens[self.index - 1].text == ",":
            return False
        for position in range(self.index - 1, self.first - 1, -1):
            text = self.tokens[position].text
            if lexicon.has("pronoun", text):
                return True
            if self.tokens[position].word and not lexicon.has("function", text) and not text.endswith("ly"):
                return False
        return True

    def _dropped(self) -> bool:
        """Whether the subject is the pronoun in the verb: no other noun stands where a subject would."""
        if self.subject_first:
            return self._resumed()
        if self.after >= len(self.tokens) or self._pronoun_before():
            return True
        if self._other_subject():
            return False
        lexicon, following = self.discourse.lexicon, self.tokens[self.after]
        if not following.word or any(m.first == self.after for m in self.sentence.mentions):
            return True
        if lexicon.has("proxy", following.text):
            return True
        if lexicon.has("quantifier", following.text):
            return False
        clitic = any(a.preposition for a in following.analyses[1:]) and following.text not in lexicon.common
        return (
            clitic
            or lexicon.has("function", following.text)
            or following.text in lexicon.prepositions
            or self._near(following.text)
        )

    def _other_subject(self) -> bool:
        """Whether a noun that is no actor stands right before the verb as its subject ("evidence shows")."""
        if not self.index or self.index == self.first:
            return False
        before, lexicon = self.tokens[self.index - 1], self.discourse.lexicon
        if not before.word or any(a.conjunction for a in self.tokens[self.index].analyses[:2]):
            return False
        small = ("function", "clause", "relative", "that", "opening", "verb-opening", "negation")
        if any(lexicon.has(c, w) for c in small for w in (before.text, before.text[1:])):
            return False
        return not any(m.first < self.index <= m.last for m in self.sentence.mentions)

    def _pronoun_before(self) -> bool:
        """Whether "that he", "that they" stands right before the verb, so that what follows is the object."""
        words = [t.text for t in self.tokens[max(0, self.index - 2) : self.index]]
        return any(self.discourse.lexicon.has("that-pronoun", w) for w in words)

    def _near(self, word: str) -> bool:
        return word in self.trigger.near

    def _is_object(self, mention: Mention) -> bool:
        """Whether the phrase holds the thing that the verb is done to (its ambassador, its consulate)."""
        return bool(self.trigger.near) and any(
            t.text in self.trigger.near or any(a.stem in self.trigger.near for a in t.analyses)
            for t in self.tokens[mention.first : mention.last]
        )

    def _before_comma(self) -> Mention | None:
        """A subject set off by a comma ("the minister N., apologised")."""
        if self.index < 2 or self.tokens[self.index - 1].text not in (",", "،"):
            return None
        last = max(
            (m for m in self.sentence.mentions if m.last < self.index), key=lambda m: m.last, default=None
        )
        if last is None or last.kind != "person" or last.preposition or self.index - 1 - last.last > 2:
            return None
        start, _ = self.clauses.around(last.first)
        return None if any(self.clauses.verbs[start : last.first]) else last

    def _leftmost(self, mention: Mention | None) -> Mention | None:
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
            len(gap) == 2 and gap[0] == "and" and self.discourse.lexicon.has("articles", gap[1])
        )

    def _adjacent(self, mention: Mention) -> bool:
        between = self.tokens[mention.last : self.index]
        return len(between) <= 3 and not any(
            self.clauses.verbs[mention.last + i] for i in range(len(between))
        )

    def _joined(self, mention: Mention) -> list[Mention]:
        """Further members of the list that a mention begins."""
        found, last = [], mention
        for other in self.sentence.mentions:
            if other.first < last.last:
                continue
            gap = self.tokens[last.last : other.first]
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

    def _passive(self) -> bool:
        if self.trigger.form.feature == "passive":
            return True
        if self.trigger.form.feature not in ("participle", "past") or not self.subject_first:
            return False
        if self.trigger.form.text == self.trigger.lemma.split("|")[0].split(" ")[0]:
            return False
        words = [t.text for t in self.tokens[max(self.first, self.index - 3) : self.index]]
        if any(self.discourse.lexicon.has("be", w) for w in words):
            return True
        return self._agent() and not any(self.discourse.lexicon.has("have", w) for w in words)

    def _agent(self) -> bool:
        """English: "signed by", "signed in Moscow by": a participle whose actor follows."""
        following = [t.text for t in self.tokens[self.after : self.after + 4]]
        if "by" not in following:
            return False
        before = following[: following.index("by")]
        return not before or before[0].endswith("ly") or before[0] in self.discourse.lexicon.prepositions

    def _rest(self, mentions: Sequence[Mention], own: tuple[str, ...]) -> list[Argument]:
        found: list[Argument] = []
        previous: Argument | None = None
        behind = False  # behind a preposition, what has none belongs to the phrase before it
        for mention in mentions:
            relation = mention.preposition or "object"
            if mention.kind == "adjective" and not mention.preposition:
                relation = (
                    "adjective"
                    if mention.first - self.after <= 2
                    else self._head_preposition(mention) or "background"
                )
            if (
                previous
                and mention.joined
                and not mention.preposition
                and mention.first - previous.mention.last <= 2
            ):
                relation = previous.relation
            elif relation == "object" and behind:
                relation = "background"
            behind = behind or relation not in ("object", "adjective", "in")
            argument = Argument(mention, relation, self._actors(mention, own))
            found.append(argument)
            previous = argument
        return found

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

    # -- event nouns

    def _of_noun(self, forward: list[Mention], backward: list[Mention]) -> list[Argument]:
        found: list[Argument] = []
        own: tuple[str, ...] = ()
        inside = next((m for m in self.sentence.mentions if m.first == self.index), None)
        if inside:
            found.append(Argument(inside, "subject", self._actors(inside, ())))
        genitive = next((m for m in forward[:1] if m.first - self.after <= GENITIVE_GAP and m.preposition in ("", "of")
                         and not any(t.text in (",", "،") for t in self.tokens[self.after : m.first])), None)  # fmt: skip
        possessor = self._possessor()
        if self.trigger.form.possessed or possessor:
            own = self._actors(possessor, ()) if possessor else self._pronoun(backward)
            if own:
                found.append(
                    Argument(possessor or Mention(self.index, self.index, "own", own), "subject", own)
                )
        elif genitive is not None and genitive.kind != "place":
            relation = (
                "adjective"
                if genitive.kind == "adjective"
                else "object"
                if self.trigger.genitive == "object" and genitive.kind != "name"
                else "subject"
            )
            own = self._actors(genitive, ())
            found.append(Argument(genitive, relation, own))
            found += [Argument(m, relation, self._actors(m, ())) for m in self._joined(genitive)]
        if not found or found[0].relation in ("adjective", "object"):
            subject = self._light_subject(backward)
            if subject:
                own = self._actors(subject, ())
                found.insert(0, Argument(subject, "subject", own))
                found[1:1] = [Argument(m, "subject", self._actors(m, ())) for m in self._joined(subject)]
        if self.trigger.frame == "host":
            found += self._pronoun_object()
        if found and found[0].mention.kind == "adjective" and found[0].mention.last < self.index:
            found += [
                Argument(m, "scene", m.actors)
                for m in backward
                if m.kind == "adjective" and m.actors != found[0].actors
            ][:1]
        taken = {id(a.mention) for a in found}
        rest = self._rest([m for m in forward if id(m) not in taken], own)
        if (
            not any(a.relation in ("subject", "between") for a in found + rest)
            and (
                any(a.relation == "with" for a in rest)
                or self.subject_first
                and self.trigger.frame in ("travel", "mutual")
            )
            and (self._clause_subject() or self.discourse.subject)
        ):
            own = self._clause_subject() or self.discourse.subject
            found.insert(0, Argument(Mention(self.index, self.index, "own", own), "subject", own))
        return found + rest

    def _clause_subject(self) -> tuple[str, ...]:
        """English: who does what the clause says ("landed in Belgrade for talks with")."""
        if not self.subject_first:
            return ()
        acting = [
            m for m in self.sentence.mentions if m.kind in ACTOR_KINDS and not m.preposition and m.actors
        ]
        before = [m for m in acting if self.first <= m.first and m.last <= self.index]
        opening = self.tokens[self.first].text in self.discourse.lexicon.prepositions or self.first == 0
        main = [m for m in acting if m.first > self.after and self._after_comma(m)] if opening else []
        return next((self._actors(m, ()) for m in [*before, *main]), ())

    def _after_comma(self, mention: Mention) -> bool:
        """Whether a phrase opens the main clause after an adverbial one ("During a trip to S, the minister ...")."""
        before = [t.text for t in self.tokens[max(0, mention.first - 2) : mention.first]]
        return "," in before

    def _pronoun(self, backward: list[Mention]) -> tuple[str, ...]:
        """Whom "his" or "its" on an event noun means: the last one named before it in the sentence, else the last subject."""
        named = next(
            (
                m
                for m in self.sentence.mentions[::-1]
                if m.last <= self.index and m.kind in ("person", "body", "name", "counterpart")
            ),
            None,
        )
        return (self._actors(named, ()) if named else ()) or self.discourse.subject

    def _pronoun_object(self) -> list[Argument]:
        """ "received him": the pronoun after the verbal noun's subject is the last subject."""
        own = self.discourse.subject
        for position in range(self.after, self.last):
            if own and self.discourse.lexicon.has("to-pronoun", self.tokens[position].text):
                return [Argument(Mention(position, position, "own", own), "to", own)]
        return []

    def _possessor(self) -> Mention | None:
        """English: "Putin's visit", "the Turkish visit", "a U.S. offer" are read from the phrase just before."""
        if not self.subject_first:
            return None
        for mention in self.sentence.mentions:
            gap = self.tokens[mention.last : self.index]
            if mention.last > self.index or len(gap) > 2:
                continue
            if any(t.text in ("'s", "'") for t in gap):
                return mention
            attribute = (
                mention.kind == "adjective"
                or mention.kind == "name"
                and len(gap) == 0
                and self.trigger.form.feature == "noun"
            )
            if attribute and all(
                t.word and not t.capital and not self.clauses.verbs[mention.last + n]
                for n, t in enumerate(gap)
            ):
                return mention
        return None

    def _light_subject(self, backward: list[Mention]) -> Mention | None:
        """The subject of the light verb that carries the noun ("held talks with", "أجرى مباحثات مع")."""
        if self.after < len(self.tokens) and self._is_light(self.after):
            following = next(
                (
                    m
                    for m in self.sentence.mentions
                    if m.first == self.after + 1 and not m.preposition and m.kind in ACTOR_KINDS
                ),
                None,
            )
            own = self.discourse.subject
            return following or (Mention(self.index, self.index, "own", own) if own else None)
        light = self.light()
        if light is None and self.trigger.genitive == "object":
            if not any(self.clauses.verbs[self.first : self.index]):
                return None
            subject = next((m for m in backward if not m.preposition and m.kind in ACTOR_KINDS), None)
            own = self.discourse.subject
            return subject or (Mention(self.index, self.index, "own", own) if own else None)
        if light is None:
            return self._act_of(backward) if self.trigger.frame == "directed" else None
        between = [m for m in reversed(backward) if m.first > light]
        subject = next((m for m in between if not m.preposition and m.kind in ACTOR_KINDS), None)
        if subject:
            return subject
        before = next(
            (
                m
                for m in backward
                if m.last <= light and not m.preposition and m.kind in ACTOR_KINDS and light - m.last <= 3
            ),
            None,
        )
        if before:
            return self._leftmost(before)
        first = self.tokens[self.first].text
        if self.discourse.lexicon.has("relative", first) or self.discourse.lexicon.has("relative", first[1:]):
            return next(
                (
                    m
                    for m in reversed(self.sentence.mentions)
                    if m.last <= self.first and self.first - m.last <= 2
                ),
                None,
            )
        own = self.discourse.subject
        return Mention(self.index, self.index, "own", own) if own else None

    def light(self) -> int | None:
        """Where the light verb stands that carries the event noun, if one does."""
        for index in range(self.index - 1, max(self.first - 1, self.index - LIGHT_REACH), -1):
            if self._is_light(index):
                return index if self._words_between(index) <= LIGHT_GAP else None
        return None

    def _words_between(self, light: int) -> int:
        """Words between a light verb and its noun that belong to no phrase."""
        covered = {i for m in self.sentence.mentions for i in range(m.first, m.last)}
        return sum(
            t.word and i not in covered for i, t in enumerate(self.tokens[light + 1 : self.index], light + 1)
        )

    def _act_of(self, backward: list[Mention]) -> Mention | None:
        """Whose act it is, where "the measures of S, such as" stands before in the clause."""
        for mention in backward:
            if mention.kind == "adjective" and mention.first:
                words = {a.stem for a in self.tokens[mention.first - 1].analyses}
                if self.index - mention.last <= 3 or any(
                    self.discourse.lexicon.has("state-act", w) for w in words
                ):
                    return mention
        return None

    def _is_light(self, index: int) -> bool:
        return any(
            self.discourse.lexicon.has("light", a.stem) for a in self.tokens[index].analyses if not a.article
        )

    def _actors(self, mention: Mention | None, own: tuple[str, ...]) -> tuple[str, ...]:
        return self.discourse.actors(mention, own) if mention else ()
