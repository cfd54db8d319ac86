"""Events of a sentence: event words with their participants, status, date and place."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from graph.reading.arguments import Argument, Frame
from graph.reading.clauses import Clauses
from graph.reading.coreference import Discourse
from graph.reading.dates import DateMention, resolve
from graph.reading.instruments import known_instrument
from graph.reading.lexicon import Lexicon, Trigger
from graph.reading.mention import Mention
from graph.reading.modality import status
from graph.reading.nouns import NounFrame
from graph.reading.places import place_kind
from graph.reading.quorum import enough
from graph.reading.roles import Part, parts
from graph.reading.sentence import Sentence
from graph.reading.tokens import Token
from graph.reading.topics import topic
from graph.reading.triggers import Triggers
from graph.reading.verbs import VerbFrame

NOT_REACH = 3
RESOLUTION_REACH = 12
TAKEN_BY_TWO = frozenset({"concession", "rejection", "aid", "mobilization"})
PROMISED = frozenset({"agreement", "request"})  # "agreed to meet in May" is no agreement of May
MEET = frozenset({"consultation", "visit", "meeting", "call", "summit", "negotiation", "mediation"})
JOINT = frozenset({"agreement", "signing", "recognition"})
LASTING = frozenset({"support", "aid", "sanction", "coercion", "cooperation", "mobilization"})


@dataclass(slots=True)
class Draft:
    """An event as one sentence tells it; ``start:end`` is its quote in folded offsets."""

    kind: str
    status: str
    parts: list[Part]
    trigger: Trigger
    sentence: int
    index: int
    start: int
    end: int
    dates: list[DateMention] = field(default_factory=list)
    place: Mention | None = None
    earliest: date | None = None
    latest: date | None = None
    date_text: tuple[int, int] | None = None
    again: bool = False
    known: bool = False  # a noun with the article: what was told of before
    agenda: list[tuple[int, int]] = field(default_factory=list)

    @property
    def actors(self) -> frozenset[str]:
        """Ids of all participants."""
        return frozenset(p.actor for p in self.parts)


class EventReader:
    """Reads the events of one sentence after another; keeps the discourse up to date."""

    def __init__(
        self, lexicon: Lexicon, discourse: Discourse, dates: Sequence[DateMention], published: date | None
    ) -> None:
        self.lexicon, self.discourse, self.dates, self.published = lexicon, discourse, dates, published
        self.triggers = Triggers(lexicon)
        self.decision: tuple[int, list[Part]] = (-1, [])
        self.signed: tuple[int, frozenset[str]] = (-1, frozenset())
        self.starts = [d.start for d in dates]

    def read(
        self, number: int, sentence: Sentence, clauses: Clauses, index: int, title: bool, wished: bool = False
    ) -> Draft | None:
        """The event that the word at ``index`` names, if it names one."""
        for trigger, length in self.triggers.at(sentence, clauses, index):
            draft = self._draft(number, sentence, clauses, index, length, trigger, title, wished)
            if draft:
                return draft
        return None

    def _draft(
        self,
        number: int,
        sentence: Sentence,
        clauses: Clauses,
        index: int,
        length: int,
        trigger: Trigger,
        title: bool,
        wished: bool,
    ) -> Draft | None:
        frame = (VerbFrame if trigger.verb else NounFrame)(
            sentence, clauses, index, length, trigger, self.discourse
        )
        verdict = status(
            sentence.tokens,
            index,
            frame.first,
            trigger,
            self.lexicon,
            title,
            wished,
            None if trigger.verb else frame.light(),
        )
        if verdict is None and trigger.denied and self._denied(sentence.tokens, index):
            trigger, verdict = replace(trigger, kind=trigger.denied), "held"
        arguments = frame.read()
        found = parts(trigger, arguments)
        apart = any(a.relation == "with" and a.actors for a in arguments)
        if trigger.kind == "signing" and verdict and len({p.actor for p in found}) < 2 and not apart:
            found = self._parties(sentence, index)
        if trigger.kind == "negotiation" and verdict == "ongoing" and not found:
            found = self._hosted(arguments)
        if trigger.need == "alone" and not any(p.role == "target" for p in found):
            found = [*found, *self._deciders(number, sentence, index)]
        if trigger.need == "partner" and len({p.actor for p in found}) == 1:
            found += self._promised(found)
        if trigger.need == "told" and verdict == "planned":
            return None
        if verdict is None or not found or not enough(self.lexicon, trigger, found):
            return None
        actors = frozenset(p.actor for p in found)
        if len(actors) == 1 and self.discourse.partners and trigger.kind in TAKEN_BY_TWO:
            return None
        if trigger.kind == "agreement" and not trigger.verb and self.signed == (number, actors):
            return None
        if trigger.kind == "signing":
            self.signed = number, actors
        if trigger.status and verdict in ("held", "ongoing") and not title:
            verdict = trigger.status
        reach = [a.mention for p in found for a in (p.argument,) if a.mention.last > a.mention.first]
        tokens = sentence.tokens
        first = min([index, *(m.first for m in reach if m.first >= frame.first)])
        last = max([index + length, *(m.last for m in reach)])
        draft = Draft(
            trigger.kind, verdict, found, trigger, number, index, tokens[first].start, tokens[last - 1].end
        )
        draft.again = (
            trigger.kind == "signing" and trigger.verb and known_instrument(tokens, index, self.lexicon)
        )
        arabic = self.lexicon.language.LANGUAGE == "ar"
        draft.known = (
            arabic
            and not trigger.verb
            and (trigger.form.possessed or any(a.article for a in tokens[index].analyses))
        )
        self._place(draft, sentence, frame, first, last)
        self._date(draft, sentence, frame)
        if trigger.kind == "decision":
            self.decision = number, [p for p in found if p.role == "source"]
        dealing = (trigger.kind in MEET and trigger.kind != "summit") or trigger.kind in JOINT
        if dealing and verdict in ("held", "ongoing"):
            self.discourse.dealt(a for a in dict.fromkeys(p.actor for p in found))
        return draft

    def _denied(self, tokens: Sequence[Token], index: int) -> bool:
        """Whether "not" stands right before a verb, over adverbs and auxiliaries."""
        for token in reversed(tokens[max(0, index - NOT_REACH) : index]):
            if self.lexicon.has("not", token.text):
                return True
            if not self.lexicon.has("function", token.text) and not token.text.endswith("ly"):
                return False
        return False

    def _parties(self, sentence: Sentence, index: int) -> list[Part]:
        """An instrument without named parties is between the two that the article is about."""
        if len(self.discourse.pair) != 2 or not self.discourse.certain:
            return []
        mention = Mention(index, index, "pair", self.discourse.pair)
        argument = Argument(mention, "subject", self.discourse.pair)
        return [Part(a, "party", argument) for a in self.discourse.pair]

    def _promised(self, found: Sequence[Part]) -> list[Part]:
        """A promise to nobody in particular is made to the other of the two that deal with each other."""
        others = tuple(a for a in self.discourse.partners if a != found[0].actor)
        others = others if found[0].actor in self.discourse.partners else ()
        return [Part(a, "target", Argument(Mention(0, 0, "own", others), "to", others)) for a in others]

    def _hosted(self, arguments: Sequence[Argument]) -> list[Part]:
        """Talks whose sides are not named are known by the state in whose capital they go on."""
        places = [a for a in arguments if a.relation == "in" and a.mention.place and a.actors]
        return [Part(a.actors[0], "host", a) for a in places[:1]]

    def _deciders(self, number: int, sentence: Sentence, index: int) -> list[Part]:
        """ "helped to pass the resolution": it is done to the body whose decision the sentence told before."""
        told, sources = self.decision
        words = sentence.tokens[index : index + RESOLUTION_REACH]
        if told != number or not any(self.lexicon.has("decided", t.text) for t in words):
            return []
        return [Part(p.actor, "target", p.argument) for p in sources]

    def _place(self, draft: Draft, sentence: Sentence, frame: Frame, first: int, last: int) -> None:
        """The nearest place after "in" within the clause; its state hosts where it takes part."""
        for mention in sentence.mentions:
            if (
                mention.place
                and mention.preposition == "in"
                and frame.first <= mention.first < max(frame.scope, last)
                and not self._wide(mention)
            ):
                draft.place = mention
                draft.end = max(draft.end, sentence.tokens[mention.last - 1].end)
                return
            if (
                draft.kind == "visit"
                and mention.place
                and mention.preposition == "to"
                and first <= mention.first < frame.last
            ):
                draft.place = mention

    def _wide(self, mention: Mention) -> bool:
        """Whether the place is a region, where things are said to be rather than to happen."""
        return place_kind(mention.place or "") == "region"

    def _date(self, draft: Draft, sentence: Sentence, frame: Frame) -> None:
        tokens = sentence.tokens
        low = tokens[frame.first].start
        high = tokens[min(frame.scope, len(tokens)) - 1].end
        ahead = draft.status in ("planned", "postponed")
        dates = self.dates[bisect_left(self.starts, low) : bisect_left(self.starts, high)]
        near = [d for d in dates if d.end <= high and d.kind != "attribute"]
        near = [d for d in near if not (ahead and self._over(d))]
        if draft.kind in PROMISED and draft.trigger.verb:
            what = topic(tokens, draft.index + 1, frame.scope, self.lexicon, draft.trigger)
            near = [d for d in near if d.start < tokens[min(what, len(tokens) - 1)].start]
        trigger_at = tokens[draft.index].start
        chosen = min(
            near,
            key=lambda d: (
                abs(d.start - trigger_at) if d.start > trigger_at else 2 * abs(d.start - trigger_at)
            ),
            default=None,
        )
        if chosen is None:
            draft.earliest, draft.latest = (self.published, None) if ahead else (None, self.published)
            return
        present = draft.trigger.form.feature == "present" and draft.status == "ongoing"
        ahead = ahead or (present and chosen.weekday)
        earliest, latest = resolve(chosen, True if ahead else False if draft.status == "held" else None)
        if present and self._later(earliest):
            draft.status = "planned"
        if draft.trigger.form.feature == "past" and self._later(earliest):
            draft.latest = self.published
            return
        if draft.status == "held" and self._later(earliest):
            draft.status = "planned"
            earliest, latest = resolve(chosen, True)
        if earliest and latest and earliest > latest:
            earliest = None
        if chosen.kind == "since" and draft.status == "held" and draft.kind in LASTING:
            draft.status = "ongoing"
        draft.earliest, draft.latest, draft.date_text = earliest, latest, (chosen.start, chosen.end)
        draft.end = (
            max(draft.end, chosen.end)
            if chosen.start > draft.start and chosen.end - draft.end < 40
            else draft.end
        )

    def _over(self, mention: DateMention) -> bool:
        """Whether a date lies before the article, so that nothing planned is meant by it."""
        latest = resolve(mention, True)[1]
        return bool(latest and self.published and latest < self.published)

    def _later(self, day: date | None) -> bool:
        return bool(day and self.published and day > self.published)
