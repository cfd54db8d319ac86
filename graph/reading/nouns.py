"""Event nouns: whose act "visit", "talks" or "expulsion" is, and who is on the other side."""

from __future__ import annotations

from collections.abc import Sequence

from graph.reading.arguments import ACTOR_KINDS, GOALS, Argument, Frame, acts
from graph.reading.attacks import ATTACKED, attacker, defender
from graph.reading.gatherings import gathered, met_by
from graph.reading.journeys import visiting
from graph.reading.mention import Mention
from graph.reading.tokens import Token

GENITIVE_GAP = 4
OWNED_GAP, OWNER_REACH = 6, 3


class NounFrame(Frame):
    """The arguments of an event noun."""

    def arguments(self, forward: list[Mention], backward: list[Mention]) -> list[Argument]:
        """Whose act it is (genitive, possessor or light verb), then what follows the noun."""
        if "host" in self.trigger.target:
            return visiting(self, forward, backward)
        together = gathered(self) if self.trigger.frame == "mutual" else []
        if together:
            return together
        found: list[Argument] = []
        own: tuple[str, ...] = ()
        inside = next((m for m in self.sentence.mentions if m.first == self.index), None)
        if inside:
            found.append(Argument(inside, "subject", self.actors(inside, ())))
        genitive = self._genitive(forward)
        possessor = self._possessor()
        if self.trigger.form.possessed or possessor:
            own = self.actors(possessor, ()) if possessor else self._pronoun(backward)
            if own:
                found.append(
                    Argument(possessor or Mention(self.index, self.index, "own", own), "subject", own)
                )
        elif genitive is not None and (genitive.kind != "place" or self.trigger.frame == "travel"):
            relation = self._genitive_relation(genitive, backward)
            own = self.actors(genitive, self._pronoun(backward) if genitive.kind == "own" else ())
            found.append(Argument(genitive, relation, own))
            found += [Argument(m, relation, self.actors(m, ())) for m in self.joined(genitive)]
        if not found or found[0].relation in ("adjective", "object"):
            subject = self._light_subject(backward)
            if subject is None and found and found[0].relation == "object" and self.trigger.frame == "travel":
                subject = next((m for m in backward if not m.preposition and m.kind in ACTOR_KINDS), None)
            if subject:
                own = self.actors(subject, ())
                found.insert(0, Argument(subject, "subject", own))
                found[1:1] = [Argument(m, "subject", self.actors(m, ())) for m in self.joined(subject)]
        if self.trigger.genitive == "victim" and found and all(a.relation == "object" for a in found):
            found[:0] = attacker(self, found[0].actors)
        if self.trigger.frame == "host":
            found += self._pronoun_object()
        if found and found[0].mention.kind == "adjective" and found[0].mention.last < self.index:
            found += [
                Argument(m, "scene", m.actors)
                for m in backward
                if m.kind == "adjective" and m.actors != found[0].actors
            ][:1]
        taken = {id(a.mention) for a in found}
        rest = self.rest([m for m in forward if id(m) not in taken], own)
        if self.subject_first:
            self._give_agent(found, rest)
        by_whom = found and found[0].relation in ("subject", "adjective")
        if self.trigger.kind == "assault" and by_whom and not any(a.relation in ATTACKED for a in rest):
            rest += defender(self, found[0].actors)
        if (
            not any(a.relation in ("subject", "between") for a in found + rest)
            and (
                any(a.relation == "with" for a in rest)
                or (self.subject_first and self.trigger.frame in ("travel", "mutual") and not self._open())
            )
            and (own := self._traveller(rest) or self._clause_subject() or self._subject_before())
        ):
            found.insert(0, Argument(Mention(self.index, self.index, "own", own), "subject", own))
        return found + rest if found or self.subject_first else met_by(self, rest) + rest

    def _traveller(self, rest: list[Argument]) -> tuple[str, ...]:
        """English: whose "his visit to S" is, where the clause's own subject is S: the next one named before."""
        goals = {a for x in rest if x.relation in GOALS for a in x.actors}
        words = self.tokens[max(self.first, self.index - OWNER_REACH) : self.index]
        possessed = any(self.discourse.lexicon.has("belonging-to", t.text) for t in words)
        if self.trigger.frame != "travel" or not possessed or not set(self._clause_subject()) & goals:
            return ()
        named = (
            self.actors(m, ()) for m in reversed(self.sentence.mentions) if m.last <= self.index and acts(m)
        )
        return next((a for a in named if not set(a) & goals), ())

    def _open(self) -> bool:
        """Whether the noun may be anybody's, so that the clause around it does not tell whose ("the negotiations")."""
        return self.trigger.kind in ("negotiation", "mediation")

    def _give_agent(self, found: list[Argument], rest: list[Argument]) -> None:
        """ "a visit by S to T", "the release of prisoners by S": whose act it is stands behind "by".

        Who cancels or announces the visit of another is its host.
        """
        agents = [a for a in rest if a.relation == "by" and a.actors]
        before = [a for a in found if a.relation == "subject"]
        if self.trigger.frame not in ("travel", "directed") or (before and self.trigger.frame != "travel"):
            return
        for argument in before if agents else ():
            argument.relation = "to"
        for argument in agents:
            argument.relation = "subject"

    def _genitive(self, forward: list[Mention]) -> Mention | None:
        """The phrase right after the noun that it belongs to ("the visit of S", "زيارة رئيس S")."""
        for mention in forward[:1]:
            near = mention.first - self.after <= GENITIVE_GAP and mention.preposition in ("", "of")
            between = self.tokens[self.after : mention.first] if self.subject_first else ()
            near = near and all(self._genitive_word(t) for t in between)
            if near and not any(t.text in (",", "،") for t in self.tokens[self.after : mention.first]):
                return mention
        return None

    def _genitive_word(self, token: Token) -> bool:
        """Whether a word between a noun and its genitive is no preposition of another kind."""
        return self.discourse.lexicon.prepositions.get(token.text, "of") == "of"

    def _genitive_relation(self, genitive: Mention, backward: list[Mention]) -> str:
        """If the genitive acts ("the visit of S"), is acted on, or is where another goes ("intends a visit of S")."""
        if self._struck(genitive):
            return "object"
        if genitive.kind == "adjective":
            behind = (
                self.discourse.lexicon.prepositions.get(self.trigger.rest[-1]) if self.trigger.rest else None
            )
            known = any(a.article for a in self.tokens[self.index].analyses) and not self.subject_first
            if known and genitive.first == self.after and self.trigger.genitive == "object":
                return "subject"  # "the Israeli siege", but not "the closing of a Russian consulate"
            return behind or "adjective"  # "offensive against ethnic S rebels"
        traveller = any(not m.preposition and m.kind in ACTOR_KINDS for m in backward)
        goal = self.trigger.frame == "travel" and genitive.kind in ("name", "place") and traveller
        acted_on = self.trigger.genitive == "object" and genitive.kind != "name"
        return "object" if goal or acted_on or self.trigger.genitive == "victim" else "subject"

    def _clause_subject(self) -> tuple[str, ...]:
        """English: who does what the clause says ("landed in Belgrade for talks with")."""
        if not self.subject_first:
            return ()
        acting = [
            m for m in self.sentence.mentions if m.kind in ACTOR_KINDS and not m.preposition and m.actors
        ]
        before = [m for m in acting if self.first <= m.first and m.last <= self.index]
        known = self.trigger.frame == "travel" and self.discourse.subject
        if known and before and any(self.clauses.verbs[self.first : before[0].first]):
            before = []  # "he met N. during his visit"
        opening = self.tokens[self.first].text in self.discourse.lexicon.prepositions or self.first == 0
        main = [m for m in acting if m.first > self.after and self._after_comma(m)] if opening else []
        return next((self.actors(m, ()) for m in [*before, *main] or self._governing(acting)), ())

    def _governing(self, acting: list[Mention]) -> list[Mention]:
        """Who does what the clause before says ("S's minister, who was on a visit to", "N. flew home after talks")."""
        first, lexicon = self.tokens[self.first].text, self.discourse.lexicon
        earlier = [m for m in acting if m.last <= self.first]
        if lexicon.has("relative", first):
            return [m for m in earlier[-1:] if self.first - m.last <= 2]
        if not lexicon.has("clause", first) or lexicon.has("that", first):
            return []
        subjects = [m for m in earlier if any(self.clauses.verbs[m.last : m.last + 2])]
        return subjects[-1:] or earlier[-1:]

    def _subject_before(self) -> tuple[str, ...]:
        """The subject of what was told last, if nobody that is no known actor stands in its place."""
        if not self.subject_first:
            return self._coming() or self.discourse.subject
        if self.discourse.lexicon.has("relative", self.tokens[self.first].text):
            return ()
        covered = {i for m in self.sentence.mentions for i in range(m.first, m.last)}
        for position in range(self.first, self.index - 1):
            unknown = self.tokens[position].capital and position not in covered and position > 0
            if unknown and self.clauses.verbs[position + 1]:
                return ()
        words = (t.text for t in self.tokens[max(self.first, self.index - OWNER_REACH) : self.index])
        single = any(self.discourse.lexicon.has("single-possessive", w) for w in words)
        return (self.discourse.individual if single else ()) or self.discourse.subject

    def _after_comma(self, mention: Mention) -> bool:
        """Whether a phrase opens the main clause after an adverbial one ("During a trip to S, the minister ...")."""
        before = [t.text for t in self.tokens[max(0, mention.first - 2) : mention.first]]
        return "," in before

    def _pronoun(self, backward: list[Mention]) -> tuple[str, ...]:
        """Whom "his" on an event noun means: the last one named before it in the sentence, else the last subject."""
        named = next(
            (
                m
                for m in self.sentence.mentions[::-1]
                if m.last <= self.index
                and m.kind in ("person", "body", "name", "counterpart")
                and not (m.kind == "name" and self._cannot_own(m))
            ),
            None,
        )
        if named and self.discourse.lexicon.has("plural-pronoun", self._suffix()):
            first = self.leftmost(named) or named
            several = (first, *self.joined(first))
            return (
                tuple(dict.fromkeys(a for m in several for a in self.actors(m, ()))) or self.discourse.subject
            )
        return (self.actors(named, ()) if named else self._coming()) or self.discourse.subject

    def _cannot_own(self, name: Mention) -> bool:
        """Arabic: whether "his" cannot mean a state, because it is a place there or another gender's."""
        if self.subject_first or not self.discourse.subject:
            return False
        lexicon, text = self.discourse.lexicon, self.tokens[self.index].text
        masculine = any(lexicon.has("masculine-state", a.stem) for a in self.tokens[name.first].analyses)
        return name.preposition in ("to", "in", "from") or (text[-1] == "ه" and not masculine)

    def _coming(self) -> tuple[str, ...]:
        """Arabic: who acts in the main clause that an opening phrase leads to ("During his visit to S, N. said")."""
        if self.subject_first or any(self.clauses.verbs[: self.index]):
            return ()
        acting = (
            m
            for m in self.sentence.mentions
            if m.first > self.after and m.kind in ("person", "body", "name") and not m.preposition
        )
        return next((self.actors(m, ()) for m in acting if self.clauses.verbs[m.first - 1]), ())

    def _suffix(self) -> str:
        """The possessive ending of the event noun: the longest one listed."""
        text = self.tokens[self.index].text
        endings = self.discourse.lexicon.words.get("plural-pronoun", frozenset())
        return max((e for e in endings if text.endswith(e)), key=len, default="")

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
            if mention.last > self.index or len(gap) > OWNED_GAP:
                continue
            if any(t.text in ("'s", "'") for t in gap[:1]) and self._described(gap[1:]):
                return mention
            if len(gap) > 2:
                continue
            attribute = mention.kind == "adjective" or (
                mention.kind == "name" and len(gap) == 0 and self.trigger.form.feature == "noun"
            )
            title = self.tokens[self.index].capital  # "the S-T Special Summit"
            if attribute and all(
                t.word and (title or not t.capital) and not self.clauses.verbs[mention.last + n]
                for n, t in enumerate(gap)
            ):
                return mention
        return None

    def _described(self, words: Sequence[Token]) -> bool:
        """Whether nothing but what describes a noun stands before it ("S's brief and unannounced visit")."""
        start = self.index - len(words)
        lexicon = self.discourse.lexicon
        small = (
            t.word and not lexicon.has("pronoun", t.text) and lexicon.prepositions.get(t.text, "of") == "of"
            for t in words
        )
        verbs = self.clauses.verbs[start : self.index]
        return all(small) and not any(
            v and not t.text.endswith(("ed", "ing")) for v, t in zip(verbs, words, strict=True)
        )

    def _light_subject(self, backward: list[Mention]) -> Mention | None:
        """The subject of the light verb that carries the noun ("held talks with", "أجرى مباحثات مع")."""
        if self.after < len(self.tokens) and self.is_light(self.after):
            return self._behind_light(self.after + 1)
        light = self.light()
        if light is None and self.trigger.genitive == "object":
            if self.subject_first or not any(self.clauses.verbs[self.first : self.index]):
                return self._act_of(backward) if self.trigger.frame == "directed" else None
            subject = next((m for m in backward if not m.preposition and m.kind in ACTOR_KINDS), None)
            own = self.discourse.subject
            return subject or (Mention(self.index, self.index, "own", own) if own else None)
        if light is None:
            return self._act_of(backward) if self.trigger.frame == "directed" else None
        if light == self.index and self.trigger.frame == "directed" and (act := self._act_of(backward)):
            return act  # "the American decision to impose sanctions"
        before = next(
            (
                m
                for m in backward
                if m.last <= light and not m.preposition and m.kind in ACTOR_KINDS and light - m.last <= 3
            ),
            None,
        )
        carried = self.subject_first and before and not any(self.clauses.verbs[light + 1 : self.index])
        between = [] if carried else [m for m in reversed(backward) if m.first > light]
        subject = next((m for m in between if not m.preposition and acts(m)), None)
        if subject:
            return subject
        if before:
            return self.leftmost(before)
        first = self.tokens[self.first].text
        between_words = [t.text for t in self.tokens[self.first + 1 : light]]
        pronoun = self.subject_first and any(self.discourse.lexicon.has("pronoun", w) for w in between_words)
        if pronoun:
            pass  # "where he held talks"
        elif self.discourse.lexicon.has("relative", first) or self.discourse.lexicon.has(
            "relative", first[1:]
        ):
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

    def _behind_light(self, start: int) -> Mention | None:
        """The subject right behind a light verb; the last one where none but a preposition or a day stands there."""
        lexicon = self.discourse.lexicon
        while start < len(self.tokens) and lexicon.has("by-it", self.tokens[start].text):
            start += 1
        behind = (m for m in self.sentence.mentions if m.first == start and not m.preposition)
        following = next((m for m in behind if m.kind in ACTOR_KINDS), None)
        word = self.tokens[start] if start < len(self.tokens) else None
        small = word and (lexicon.has("function", word.text) or word.text in lexicon.prepositions)
        named = word and word.word and not small and not any(a.preposition for a in word.analyses)
        own = () if named and not self.subject_first else self.discourse.subject
        return following or (Mention(self.index, self.index, "own", own) if own else None)

    def _act_of(self, backward: list[Mention]) -> Mention | None:
        """Whose act it is, where "the measures of S, such as" stands before in the clause."""
        for mention in backward:
            before = self.tokens[mention.first - 1].analyses if mention.first else ()
            act = any(self.discourse.lexicon.has("state-act", a.stem) for a in before)
            if mention.kind == "adjective" and before and (act or self.index - mention.last <= 3):
                return mention
            if act and acts(mention) and mention.last == self.index and not self.subject_first:
                return mention  # "the decision of N. to recognise"
        return None
