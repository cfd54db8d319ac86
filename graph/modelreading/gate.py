"""The gate: an answer goes in, and out come the records that the text bears and why the rest was refused.

Nothing is taken on a model's word: quotes are aligned, actors are held to the reference tables, kinds,
stances, roles and statuses to the ontology, days to the date words of the text. An item that cannot stand
is refused; one that can without some detail loses that detail.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from pydantic import ValidationError

from graph.identity import english_place
from graph.model import (
    Actor,
    AgendaItem,
    Article,
    Event,
    Evidence,
    Membership,
    Participation,
    Position,
    PostHolding,
)
from graph.modelreading.aligning import Aligner, Span, anchors
from graph.modelreading.answers import (
    ActorItem,
    EventItem,
    Item,
    MembershipItem,
    PositionItem,
    PostItem,
    faults,
)
from graph.modelreading.cast import Cast, not_found
from graph.modelreading.datechecks import DateChecks
from graph.modelreading.refusals import Refusal
from graph.modelreading.sightings import Sightings
from graph.reading.fold import fold
from graph.reading.issues import issues_of

I = TypeVar("I", bound=Item)  # noqa: E741 - the item
Numbered = list[tuple[str, I]]


@dataclass(slots=True)
class Admitted:
    """What one answer brought: records, what was refused, and the details of the article it told."""

    actors: list[Actor] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    positions: list[Position] = field(default_factory=list)
    posts: list[PostHolding] = field(default_factory=list)
    memberships: list[Membership] = field(default_factory=list)
    refusals: list[Refusal] = field(default_factory=list)


class Gate:
    """The gate of one part of an article, ``text[start:end]``; ``rule`` is the name on its records.

    ``sure`` gives the confidence of a kind of record (``events`` …).
    """

    def __init__(
        self,
        article: Article,
        sightings: Sightings,
        dates: DateChecks,
        *,
        rule: str,
        sure: Callable[[str], float],
        part: Span | None = None,
    ) -> None:
        self.article, self._dates, self._rule, self._sure = article, dates, rule, sure
        self._sightings = sightings
        self._aligner = Aligner(article.text, article.language, *(part or (0, len(article.text))))

    def admit(self, answer: dict[str, Any]) -> Admitted:
        """Hold an answer against the text."""
        out = Admitted()
        anywhere = Aligner(
            self.article.text, self.article.language
        )  # a part's actors may be named in another
        cast = Cast(self._sightings, anywhere, self._rule, self._sure("actors"))
        for where, actor in self._items(answer, "actors", ActorItem, out):
            out.refusals += cast.take(actor, where)
        people: dict[str, str] = {}
        for where, post in self._items(answer, "posts", PostItem, out):
            out.posts += self._post(where, post, cast, people, out)
        events = list(self._items(answer, "events", EventItem, out))
        for number in range(len(events)):
            out.events += self._event(events, number, cast, people, out)
        positions = list(self._items(answer, "positions", PositionItem, out))
        for number in range(len(positions)):
            out.positions += self._position(positions, number, cast, out)
        for where, bond in self._items(answer, "memberships", MembershipItem, out):
            out.memberships += self._membership(where, bond, cast, out)
        out.actors = list(cast.actors.values())
        return out

    def _items(
        self, answer: dict[str, Any], section: str, kind: type[I], out: Admitted
    ) -> Iterator[tuple[str, I]]:
        """The items of a section that have the form of one; the others are refused."""
        rows = answer.get(section) or []
        if not isinstance(rows, list):
            out.refusals.append(Refusal(f"{section}[0]", str(rows), f"{section} is no list"))
            return
        for number, row in enumerate(rows):
            where = f"{section}[{number}]"
            try:
                yield where, kind.model_validate(row)
            except ValidationError as error:
                words = row.get("quote") or row.get("name") if isinstance(row, dict) else row
                out.refusals.append(Refusal(where, str(words), faults(error)))

    # -- what all items share

    def _quoted(
        self, items: Sequence[tuple[str, Any]], number: int, details: Iterable[str | None]
    ) -> Span | None:
        """The span of an item's quote, by its details and its neighbours where the text has it twice."""
        quote = items[number][1].quote
        spans = self._aligner.spans(quote)
        if len(spans) < 2:
            return spans[0] if spans else None
        near = [self._only(words) for words in details if words]
        beside = [self._only(items[n][1].quote) for n in (number - 1, number + 1) if 0 <= n < len(items)]
        return self._aligner.align(quote, anchors(near) or anchors(beside))

    def _only(self, words: str) -> Span | None:
        spans = self._aligner.spans(words)
        return spans[0] if len(spans) == 1 else None

    def _evidence(self, span: Span, about: str | None = None) -> Evidence:
        return Evidence(self.article.text, *span, self._rule, about)

    def _detail(self, what: str, words: str | None, span: Span, where: str, out: Admitted) -> Span | None:
        """Where a detail of an item stands; one that is not in the text is taken off and told of."""
        if not words or not words.strip():
            return None
        found = self._aligner.align(words, span)
        if found is None:
            out.refusals.append(Refusal(where, words, not_found(what, words, self._aligner), whole=False))
        return found

    def _known(self, ids: Sequence[str], what: str, where: str, cast: Cast, out: Admitted) -> list[str]:
        """The actors that some ids stand for; the others are taken off and told of."""
        found = []
        for id_ in ids:
            actor = cast.of(id_)
            if actor is None:
                reason = f"the {what} {id_} is no actor that the article names"
                out.refusals.append(Refusal(where, id_, reason, whole=False))
            else:
                found.append(actor)
        return list(dict.fromkeys(found))

    def _refuse(self, where: str, quote: str, out: Admitted) -> None:
        out.refusals.append(Refusal(where, quote, not_found("the quote", quote, self._aligner)))

    # -- events

    def _event(
        self, items: Numbered[EventItem], number: int, cast: Cast, people: dict[str, str], out: Admitted
    ) -> Iterator[Event]:
        where, item = items[number]
        persons = [part.person for part in item.participants]
        span = self._quoted(items, number, (*item.date_words, item.place, *persons, *item.agenda))
        if span is None:
            self._refuse(where, item.quote, out)
            return
        parts = list(self._parts(where, item, span, cast, people, out))
        if not parts:
            out.refusals.append(
                Refusal(where, item.quote, "none of its participants is named in the article")
            )
            return
        told = [self._detail("the date", words, span, where, out) for words in item.date_words]
        when = [s for s in told if s]
        days = self._dates.check(item.earliest, item.latest, when, item.status)
        if days.fault:
            out.refusals.append(Refusal(where, item.quote, days.fault, whole=False))
        place = self._detail("the place", item.place, span, where, out)
        subjects = [self._detail("the subject", words, span, where, out) for words in item.agenda]
        evidence = [self._evidence(span)]
        evidence += [self._evidence(place, "place")] if place else []
        evidence += [self._evidence(s, "date") for s in when]
        yield Event(
            kind=item.kind,
            status=item.status,
            participations=tuple(parts),
            earliest=days.earliest,
            latest=days.latest,
            date_text=self._words(when[0]) if when else None,
            place=self._words(place) if place else None,
            place_en=english_place(self._words(place)) if place else None,
            agenda=tuple(self._agenda(s) for s in subjects if s),
            evidence=tuple(dict.fromkeys(evidence)),
            confidence=self._sure("events"),
        )

    def _words(self, span: Span) -> str:
        return self.article.text[span[0] : span[1]]

    def _parts(
        self, where: str, item: EventItem, span: Span, cast: Cast, people: dict[str, str], out: Admitted
    ) -> Iterator[Participation]:
        for part in item.participants:
            actors = self._known([part.actor], "participant", where, cast, out)
            person = self._detail("the person", part.person, span, where, out) if actors else None
            for actor in actors:
                name = self._words(person) if person else None
                yield Participation(
                    actor=actor,
                    role=part.role,
                    person=name,
                    post=people.get(f"{actor} {name}"),
                    evidence=(self._evidence(person),) if person else (),
                )

    def _agenda(self, span: Span) -> AgendaItem:
        return AgendaItem(
            subject=self._words(span),
            issues=self._issues(span),
            evidence=(self._evidence(span),),
            confidence=self._sure("events"),
        )

    def _issues(self, span: Span) -> tuple[str, ...]:
        return issues_of(fold(self._words(span)).text, self.article.language)

    # -- positions, posts, memberships

    def _position(
        self, items: Numbered[PositionItem], number: int, cast: Cast, out: Admitted
    ) -> Iterator[Position]:
        where, item = items[number]
        span = self._quoted(items, number, (item.content, item.speaker))
        if span is None:
            self._refuse(where, item.quote, out)
            return
        holders = self._known(item.holders, "holder", where, cast, out)
        if not holders:
            out.refusals.append(Refusal(where, item.quote, "none of its holders is named in the article"))
            return
        content = self._detail("the content", item.content, span, where, out) or span
        speaker = self._detail("the speaker", item.speaker, span, where, out)
        target = tuple(self._known(item.target, "target", where, cast, out))
        yield Position(
            holders=tuple(holders),
            stance=item.stance,
            issue=self._words(content),
            issues=self._issues(content),
            target=target,
            disfavours=target if item.stance == "condemns" else (),
            speaker=self._words(speaker) if speaker else None,
            evidence=(self._evidence(span),),
            confidence=self._sure("positions"),
        )

    def _post(
        self, where: str, item: PostItem, cast: Cast, people: dict[str, str], out: Admitted
    ) -> Iterator[PostHolding]:
        span = self._aligner.align(item.quote, anchors([self._only(item.person)]))
        if span is None:
            self._refuse(where, item.quote, out)
            return
        actors = self._known([item.actor], "actor", where, cast, out)
        person = self._aligner.align(item.person, span)
        if person is None or not actors:
            fault = "its actor is not in the article"
            if person is None:
                fault = not_found("the person", item.person, self._aligner)
            out.refusals.append(Refusal(where, item.quote, fault))
            return
        words = self._detail("the office", item.post_words, span, where, out)
        people.setdefault(f"{actors[0]} {self._words(person)}", item.post)
        yield PostHolding(
            person=self._words(person),
            post=item.post,
            actor=actors[0],
            post_text=self._words(words) if words else None,
            evidence=(self._evidence(span),),
            confidence=self._sure("posts"),
        )

    def _membership(
        self, where: str, item: MembershipItem, cast: Cast, out: Admitted
    ) -> Iterator[Membership]:
        span = self._aligner.align(item.quote)
        if span is None:
            self._refuse(where, item.quote, out)
            return
        sides = [cast.of(item.member), cast.of(item.organization)]
        if sides[0] is None or sides[1] is None:
            absent = item.member if sides[0] is None else item.organization
            out.refusals.append(Refusal(where, item.quote, f"{absent} is no actor that the article names"))
            return
        yield Membership(
            member=sides[0],
            organization=sides[1],
            role=item.role,
            evidence=(self._evidence(span),),
            confidence=self._sure("memberships"),
        )
