"""From drafts to records: quotes, participants, agenda, series, commitments, and how sure each is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from graph.model import AgendaItem, Agreement, Article, Commitment, Event, Evidence, Position
from graph.reading.contents import Stance
from graph.reading.coreference import Discourse
from graph.reading.events import MEET, Draft
from graph.reading.fold import Folded
from graph.reading.instruments import instrument
from graph.reading.issues import issues_of
from graph.reading.lexicon import Lexicon
from graph.reading.mention import Mention
from graph.reading.occasion import round_number, venue
from graph.reading.partaking import participations
from graph.reading.places import place
from graph.reading.sentence import Sentence
from graph.reading.spans import shown

# prior confidence by how the participants were found; docs/accuracy.md has precision against these
OPENING = 30  # characters of a content in which the demand or reproach stands that it makes
EXPLICIT, PRONOUN, NOUN, HEADLINE = 0.8, 0.55, 0.65, 0.6


def _verb_of(lemma: str) -> str:
    """The verb of a lexicon entry ("call" of "call called called|on")."""
    return lemma.replace("|", " ").split()[0]


def _by_sentence(drafts: Iterable[Draft]) -> dict[int, list[Draft]]:
    found: dict[int, list[Draft]] = {}
    for draft in drafts:
        found.setdefault(draft.sentence, []).append(draft)
    return found


class Records:
    """Builds the records of one article; every offset goes back to the text as it stands."""

    def __init__(
        self,
        article: Article,
        folded: Folded,
        lexicon: Lexicon,
        sentences: Sequence[Sentence],
        discourse: Discourse,
    ) -> None:
        self.article, self.folded, self.lexicon = article, folded, lexicon
        self.sentences, self.discourse = sentences, discourse
        self.drafts: Mapping[int, Sequence[Draft]] = {}

    def evidence(self, start: int, end: int, rule: str, about: str | None = None) -> Evidence:
        """Evidence at folded offsets."""
        first, last = self.folded.span(start, end)
        return Evidence(self.article.text, first, last, rule, about)

    def mention_evidence(self, mention: Mention, rule: str, about: str | None = None) -> Evidence:
        """Evidence for a phrase."""
        return self.evidence(mention.start, mention.end, rule, about)

    # -- events

    def events(self, groups: Sequence[list[Draft]]) -> tuple[list[Event], list[Commitment], list[Agreement]]:
        """The events of merged drafts, with the commitments and agreements that they make."""
        self.drafts = _by_sentence(draft for group in groups for draft in group)
        built = [(group[0], self._event(group)) for group in groups]
        events = [event for _, event in built]
        told = [(d, event) for group, (_, event) in zip(groups, built, strict=True) for d in group]
        commitments = list(self._commitments(told))
        agreements = [
            Agreement(
                parties=e.participants,
                title=instrument(self, d) or e.quote,
                signed=e,
                evidence=e.evidence[:1],
                confidence=e.confidence,
            )
            for d, e in built
            if d.kind == "signing" and len(e.participants) > 1
        ]
        return events, commitments, agreements

    def _event(self, group: list[Draft]) -> Event:
        draft = group[0]
        rule = f"{draft.trigger.frame}:{draft.trigger.lemma}"
        sentence = self.sentences[draft.sentence]
        place = next((d.place for d in group if d.place and self._own_place(d, d.place)), None)
        name, place_en, state = self._place(place)
        seat = venue(self, sentence, draft, rule)
        number, round_evidence = round_number(self, sentence, draft, rule)
        dated = next((d for d in group if d.date_text), draft)
        dates = dated if dated.status == draft.status else draft
        evidence = [self.evidence(*self._shown(draft), rule)]
        if place:
            evidence.append(self.mention_evidence(place, rule, "place"))
        if dated.date_text:
            evidence.append(self.evidence(*dated.date_text, rule, "date"))
        evidence += [self.evidence(*self._shown(d), rule, "also") for d in group[1:]]
        evidence += [e for e in (round_evidence, seat) if e]
        return Event(
            kind=draft.kind,
            status=draft.status,
            participations=tuple(participations(self, group, state, seat, rule)),
            earliest=dates.earliest,
            latest=dates.latest,
            date_text=self.folded.quote(*dated.date_text) if dated.date_text else None,
            place=name,
            place_en=place_en,
            venue=seat.quote if seat else None,
            round=number,
            series=self._series(draft, number),
            agenda=tuple(self._agenda(group)),
            evidence=tuple(dict.fromkeys(evidence)),
            confidence=self._confidence(draft, len(group)),
        )

    def _shown(self, draft: Draft) -> tuple[int, int]:
        others = [d for d in self.drafts[draft.sentence] if d is not draft]
        return shown(draft, self.sentences[draft.sentence], others, self.lexicon)

    def _own_place(self, draft: Draft, place: Mention) -> bool:
        """Whether the place is that of the act and not of a meeting that the act is about."""
        return draft.kind in MEET or not any(
            d.place is place and draft.index < d.index < place.first for d in self.drafts[draft.sentence]
        )

    def _place(self, mention: Mention | None) -> tuple[str | None, str | None, str | None]:
        if mention is None or mention.place is None:
            return None, None, None
        text = self.folded.quote(mention.start, mention.end)
        row = place(mention.place)
        if row:
            return text, row.en, row.state
        return text, None, mention.actors[0] if mention.actors else None

    def _series(self, draft: Draft, number: int | None) -> str | None:
        sides = sorted(draft.actors)
        return f"{'-'.join(sides)}-{draft.kind}" if number and len(sides) == 2 else None

    def _agenda(self, group: list[Draft]) -> Iterable[AgendaItem]:
        for draft in group:
            if draft.kind in MEET:
                for start, end in draft.agenda:
                    text = self.folded.quote(start, end)
                    yield AgendaItem(
                        subject=text,
                        issues=issues_of(self.folded.text[start:end], self.article.language),
                        evidence=(self.evidence(start, end, "agenda"),),
                        confidence=0.8,
                    )

    def _confidence(self, draft: Draft, tellings: int) -> float:
        if draft.sentence == 0 and tellings == 1 and self.article.title:
            base = HEADLINE
        elif any(p.argument.mention.kind == "own" for p in draft.parts):
            base = PRONOUN
        else:
            base = EXPLICIT if draft.trigger.verb else NOUN
        return round(min(0.95, base + 0.05 * (tellings - 1) + (0.05 if len(draft.actors) == 2 else 0)), 2)

    def _commitments(self, told: Sequence[tuple[Draft, Event]]) -> Iterable[Commitment]:
        """Every agreement told of is a commitment; one to hold something foresees it."""
        planned: dict[int, list[tuple[Draft, Event]]] = {}
        for draft, event in told:
            if event.status == "planned":
                planned.setdefault(draft.sentence, []).append((draft, event))
        for draft, event in told:
            if draft.kind != "agreement" or draft.status != "held":
                continue
            ahead = planned.get(draft.sentence, ())
            foreseen = next((e for d, e in ahead if d.index > draft.index), None)
            own = self.evidence(*self._shown(draft), event.rule)
            end = max(own.end, foreseen.end if foreseen else 0)
            words = Evidence(self.article.text, own.start, end, event.rule)
            yield Commitment(
                makers=event.participants,
                undertaking=words.quote,
                foresees=foreseen,
                evidence=(words,),
                confidence=event.confidence,
            )

    # -- positions

    def positions(self, stances: Iterable[Stance], drafts: Sequence[Draft]) -> list[Position]:
        """Positions that are not already told as directed events."""
        found, told = [], _by_sentence(drafts)
        for stance in stances:
            content = self.folded.text[stance.content : stance.end]
            if self._is_event(stance, told.get(stance.sentence, ())) or not content.strip():
                continue
            found.append(
                Position(
                    holders=stance.holders,
                    stance=stance.stance,
                    issue=self.folded.quote(stance.content, stance.end),
                    issues=issues_of(content, self.article.language),
                    target=stance.targets,
                    disfavours=stance.targets if stance.stance == "condemns" else (),
                    speaker=stance.speaker,
                    evidence=(self.evidence(stance.start, stance.end, f"{stance.weight}:{stance.lemma}"),),
                    confidence=0.7 if stance.weight == "strong" else 0.6,
                )
            )
        return found

    def _is_event(self, stance: Stance, drafts: Sequence[Draft]) -> bool:
        """A demand, accusation, threat or thanks to an actor is an event and no position."""
        kinds = {"request", "accusation", "threat", "praise", "rejection"}
        if stance.weight == "weak" and any(self._reported(stance, d) for d in drafts):
            return True
        return any(
            d.kind in kinds
            and d.status == "held"
            and len(d.actors) > 1
            and (
                (stance.start <= d.start + 2 and d.start < min(stance.end, stance.start + 12))
                or (d.trigger.status == "held" and stance.content <= d.start < stance.content + OPENING)
                or (d.start <= stance.start < d.end and _verb_of(d.trigger.lemma) == _verb_of(stance.lemma))
            )
            for d in drafts
        )

    def _reported(self, stance: Stance, draft: Draft) -> bool:
        """Whether all that is said is that something happens ("said that S would expel T")."""
        if not draft.trigger.verb or not stance.content <= draft.start < stance.content + OPENING:
            return False
        before = self.folded.text[stance.content : draft.start].split()
        return not any(self.lexicon.has("relative", word) for word in before)
