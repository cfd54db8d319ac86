"""Verbs: whose act a verb tells, where its subject stands, and when the subject is only a pronoun in it."""

from __future__ import annotations

from graph.reading.arguments import ACTOR_KINDS, COMMAS, Argument, Frame, acts
from graph.reading.between import reached, told
from graph.reading.mention import Mention
from graph.reading.passives import is_passive
from graph.reading.subjects import by_pronoun, subject_before
from graph.reading.tokens import Token

BOUND_REACH = 2
CALLED = {"expulsion": ("from",), "accusation": ("to",)}  # "expelled from S", "summoned to the ministry of S"
WE = "ن"
ADDRESSED = frozenset({"accusation", "request", "threat"})


class VerbFrame(Frame):
    """The arguments of a verb."""

    def arguments(self, forward: list[Mention], backward: list[Mention]) -> list[Argument]:
        """The subject first, stated or dropped, then what follows the verb."""
        passive = is_passive(self) or any(m.preposition == "agent" and m.actors for m in told(self, forward))
        subject = self._subject(forward, backward)
        found: list[Argument] = []
        own: tuple[str, ...] = ()
        if subject:
            own = self.actors(subject, ())
            found.append(Argument(subject, "object" if passive else "subject", own))
            found += [Argument(m, found[0].relation, self.actors(m, ())) for m in self.joined(subject)]
        elif not passive:
            own = (
                (self._individual() or self.discourse.subject)
                if self._dropped() and not self._unnamed()
                else ()
            )
            if own:
                found.append(Argument(Mention(self.index, self.index, "own", own), "subject", own))
        taken = {id(a.mention) for a in found} | {id(m) for m in self._elsewhere(forward)}
        found += self.rest([m for m in forward if id(m) not in taken], own)
        found += self._bound_object(found, own)
        found += self._dropped_party(found, own)
        found += self._bound_goal(found, own)
        if passive:
            self._give_agent(found)
        return found

    def _elsewhere(self, forward: list[Mention]) -> list[Mention]:
        """Goals of another journey told inside this one ("went after his visit to S to T"): the last is its own."""
        goals = [m for m in forward if m.preposition == "to"] if self.trigger.frame == "travel" else []
        return [m for m in goals[:-1] if self._visited(m)]

    def _visited(self, goal: Mention) -> bool:
        """Whether "to" hangs on an event noun right before it."""
        if goal.first - 2 < self.after:
            return False
        features = self.discourse.lexicon.parts_of_speech
        return any("noun" in features(a.stem) for a in self.tokens[goal.first - 2].analyses)

    def _give_agent(self, found: list[Argument]) -> None:
        """Who did what a passive tells: "by S"; and who expels is the state one is expelled from."""
        agents = {"by", "agent", *CALLED.get(self.trigger.kind, ())}
        for argument in found:
            if argument.relation in agents:
                argument.relation = "subject"
        owned = [a for a in found if a.relation == "to" and a.actors]
        if (
            self.trigger.kind == "recognition"
            and len(owned) > 1
            and all(a.relation != "subject" for a in found)
        ):
            owned[0].relation = "subject"  # "an embassy of S to T was opened": whose it is acts

    def _bound_object(self, found: list[Argument], own: tuple[str, ...]) -> list[Argument]:
        """The object pronoun in an Arabic verb ("and demanded of it"): the last one named before, but the subject."""
        following = self.tokens[self.after].text if self.after < len(self.tokens) else ""
        apart = self.discourse.lexicon.has("object-pronoun", following) or (
            self.trigger.kind in ADDRESSED and self.discourse.lexicon.has("thing-pronoun", following)
        )
        objects = [a for a in found if a.relation == "object"]
        if not apart and (objects or not self.trigger.form.possessed):
            return []
        for other in objects:
            other.relation = "background"  # the pronoun is the object
        if self._in_relative():
            return []  # in "which S imposed" the pronoun is what the clause describes
        for mention in reversed(self.sentence.mentions):
            actors = (
                self.actors(mention, own)
                if mention.last <= self.index and mention.kind in ACTOR_KINDS
                else ()
            )
            if actors and not set(actors) & set(own):
                return [Argument(Mention(self.index, self.index, mention.kind, actors), "object", actors)]
        return []

    def _bound_goal(self, found: list[Argument], own: tuple[str, ...]) -> list[Argument]:
        """The pronoun behind a preposition ("imposed on it"): the last one named before, but who does it."""
        words = self.tokens[self.after : self.after + BOUND_REACH]
        if self.trigger.frame != "directed" or not any(
            self.discourse.lexicon.has("bound-pronoun", t.text) for t in words
        ):
            return []
        if self._in_relative() and not self.trigger.form.possessed:
            return []  # in "the towns that S rules over" the pronoun is what the clause describes
        mine = set(own).union(*(a.actors for a in found if a.relation == "subject"))
        for mention in reversed(self.sentence.mentions):
            actors = self.actors(mention, own) if mention.last <= self.index and acts(mention) else ()
            if actors and not set(actors) & mine:
                return [Argument(Mention(self.index, self.index, mention.kind, actors), "on", actors)]
        return []

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
            or not (any(a.relation == "subject" for a in found) or self._dropped())
        ):
            return []
        return [Argument(Mention(self.index, self.index, "own", others), "object", others)]

    def _subject(self, forward: list[Mention], backward: list[Mention]) -> Mention | None:
        before = next((m for m in backward if not m.preposition and acts(m)), None)
        direct = next(
            (m for m in forward[:1] if not m.preposition and acts(m) and m.first == self.after), None
        )
        if self._in_relative() and not before and not (direct and self.tokens[self.index].text.endswith("ه")):
            antecedent = self._antecedent()
            if antecedent or (not direct and self.subject_first):
                return antecedent
        if self.subject_first:
            acting = [m for m in self.sentence.mentions if m.kind in ACTOR_KINDS]
            if self.trigger.kind == "praise" and self.trigger.form.feature == "base" and backward:
                return next((m for m in reversed(backward) if not m.preposition and acts(m)), None)
            gerund = self.trigger.form.feature == "gerund"
            if gerund and self.first == 0 and self.index <= 1 and (main := self._main()):
                return main
            return self.leftmost(
                subject_before(acting, self.clauses, self.index, self.first, gerund, self._maybe_reduced())
            )
        if self.trigger.form.feature == "participle" or self._we() or (self.index and self._pronoun_before()):
            return None
        if before and self.adjacent(before):
            return self.leftmost(before)
        apposed = self._before_comma()
        if apposed:
            return apposed
        if self.after < len(self.tokens) and self.tokens[self.after].text == '"':
            return before if before and self._dropped() else None
        near = (m for m in forward[:3] if not m.preposition and acts(m) and reached(self, m))
        following = None if self._of_several() else next(near, None)
        if following and not self._is_object(following):
            return following
        return before if before and self._dropped() else None

    def _individual(self) -> tuple[str, ...]:
        """English: whom "he" or "she" means, where nobody is named before in the sentence."""
        lexicon = self.discourse.lexicon
        before = (t.text for t in reversed(self.tokens[self.first : self.index]))
        pronoun = next((w for w in before if lexicon.has("personal", w)), "")
        single = lexicon.has("single-pronoun", pronoun)
        named = any(m.last <= self.index and m.kind in ACTOR_KINDS for m in self.sentence.mentions)
        told = any(lexicon.glances[t.text].saying for t in self.tokens[: self.index])
        return self.discourse.individual if single and not named and not told else ()

    def _we(self) -> bool:
        """Whether an Arabic present is in the first person: its subject is whoever speaks."""
        form = self.trigger.form
        return not self.subject_first and form.feature == "present" and form.text[:1] == WE

    def _of_several(self) -> bool:
        """Whether an Arabic verb is in the plural, which it is behind its subject only."""
        form = self.trigger.form
        return form.text.endswith("وا") or (
            form.feature in ("present", "future") and form.text.endswith("ون")
        )

    def _in_relative(self) -> bool:
        """Whether the clause is a relative one ("who visited")."""
        first, lexicon = self.tokens[self.first].text, self.discourse.lexicon
        return lexicon.has("relative", first) or (first[:1] in "وف" and lexicon.has("relative", first[1:]))

    def _maybe_reduced(self) -> bool:
        """Whether the form may be a participle that describes the noun before it."""
        return self.trigger.form.feature in ("past", "participle")

    def _main(self) -> Mention | None:
        """English: the subject of the main clause that follows ("After meeting N., the minister flew to S")."""
        behind = (m for m in self.sentence.mentions if m.first > self.after and not m.preposition and acts(m))
        for mention in behind:
            before = [t.text for t in self.tokens[max(0, mention.first - 2) : mention.first]]
            if before[-1:] == [","] or (
                before[:1] == [","] and self.discourse.lexicon.has("articles", before[1])
            ):
                return mention
        return None

    def _unnamed(self) -> bool:
        """English: whether the subject is what a relative clause describes, and that is no actor ("rain that")."""
        if not self.subject_first or not self._in_relative():
            return False
        between = self.tokens[self.first + 1 : self.index]
        return not any(self.discourse.lexicon.has("pronoun", t.text) for t in between)

    def _antecedent(self) -> Mention | None:
        """The phrase that a relative clause describes: the one right before it."""
        near = (
            m for m in reversed(self.sentence.mentions) if m.last <= self.first and self.first - m.last <= 2
        )
        return next((m for m in near if m.kind in ACTOR_KINDS), None)

    def _resumed(self) -> bool:
        """English: a pronoun, or nothing but a joining word, stands where the subject would."""
        lexicon = self.discourse.lexicon
        attribute = self.trigger.form.feature in ("past", "participle") and self.first == self.index
        if attribute and self.index and self.tokens[self.index - 1].text == ",":
            return False
        noun = self.trigger.form.feature == "present"  # "the arrests" is no verb without a subject
        governed = self.trigger.form.feature == "base" and self.tokens[self.index - 1].text == "to"
        for position in range(self.index - 1, self.first - 1, -1):
            text = self.tokens[position].text
            if governed and position == self.index - 2 and not self.tokens[position].capital:
                continue  # "he planned to visit", "she was due to meet"
            if lexicon.has("that", text):
                return False  # "a deal that will free prisoners": the deal does
            if lexicon.has("pronoun", text):
                return True
            if noun and lexicon.has("articles", text):
                return False
            if self.tokens[position].word and not lexicon.has("function", text) and not text.endswith("ly"):
                return False
        return True

    def _dropped(self) -> bool:
        """Whether the subject is the pronoun in the verb: no other noun stands where a subject would."""
        if self.subject_first:
            return self._resumed() or by_pronoun(self.clauses, self.first, self.index)
        if self.after >= len(self.tokens) or self._pronoun_before():
            return True
        if self.trigger.form.feature == "participle" or self._we():
            return True
        if self._other_subject():
            return False
        lexicon, following = self.discourse.lexicon, self.tokens[self.after]
        named = next((m for m in self.sentence.mentions if m.first == self.after), None)
        if named and named.kind == "body" and not (named.definite or named.actors or named.preposition):
            return False  # somebody else, whoever it is
        if not following.word or named or self.clauses.verbs[self.after] or self._acted_on(following):
            return True  # what looks like a verb behind a verb is the noun of an act, which is its object
        if lexicon.has("proxy", following.text):
            return True
        if lexicon.has("quantifier", following.text):
            return False
        readings = [a for a in following.analyses[1:] if a.preposition]
        clitic = any(a.article for a in readings) or (readings and following.text not in lexicon.common)
        return (
            bool(clitic)
            or lexicon.has("function", following.text)
            or following.text in lexicon.prepositions
            or following.text in self.trigger.near
        )

    def _acted_on(self, token: Token) -> bool:
        """Whether a noun behind an Arabic verb of judging is an act, which judges nobody ("condemned the attack")."""
        lexicon = self.discourse.lexicon
        sayings = lexicon.sayings.get(self.trigger.form.text, ())
        nouns = (a.stem for a in token.analyses if a.article and not a.preposition)
        judges = any(s.judges or s.stance in ("condemns", "opposes") for s in sayings)
        return judges and any("noun" in lexicon.parts_of_speech(n) for n in nouns)

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
        covering = (m for m in self.sentence.mentions if m.first < self.index <= m.last)
        return not any(m.preposition or acts(m) for m in covering)

    def _pronoun_before(self) -> bool:
        """Whether "that he", "that they" stands right before the verb, so that what follows is the object."""
        words = [t.text for t in self.tokens[max(0, self.index - 2) : self.index]]
        return any(self.discourse.lexicon.has("that-pronoun", w) for w in words)

    def _is_object(self, mention: Mention) -> bool:
        """Whether the phrase holds the thing that the verb is done to (its ambassador, its consulate)."""
        return bool(self.trigger.near) and any(
            t.text in self.trigger.near or any(a.stem in self.trigger.near for a in t.analyses)
            for t in self.tokens[mention.first : mention.last]
        )

    def _before_comma(self) -> Mention | None:
        """A subject set off by commas ("the minister N., apologised"; "S, a founder of O, welcomed")."""
        if self.index < 2 or self.tokens[self.index - 1].text not in COMMAS:
            return None
        earlier = [m for m in self.sentence.mentions if m.last < self.index]
        opening = earlier[0] if earlier else None
        if opening and opening.first == 0 and acts(opening) and self.tokens[opening.last].text in COMMAS:
            return None if any(self.clauses.verbs[: self.index]) else opening
        last = max(earlier, key=lambda m: m.last, default=None)
        if last is None or last.kind != "person" or last.preposition or self.index - 1 - last.last > 2:
            return None
        start, _ = self.clauses.around(last.first)
        return None if any(self.clauses.verbs[start : last.first]) else last
