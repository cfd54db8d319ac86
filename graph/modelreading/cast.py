"""The cast of an article: which actor each id of an answer is, or why it is none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.model import Actor, Evidence
from graph.modelreading.aligning import Aligner, Span
from graph.modelreading.answers import ActorItem
from graph.modelreading.refusals import Refusal
from graph.modelreading.sightings import Sightings, is_organization, is_short_form, states_of_person
from graph.reading.fold import fold
from graph.reading.names import is_state

_OWN_ID = re.compile(r"[\w+][\w+.&'-]{0,63}")


class Cast:
    """Takes actors in and tells the final id for each id that an answer uses."""

    def __init__(self, sightings: Sightings, aligner: Aligner, rule: str, confidence: float) -> None:
        self._sightings, self._aligner, self._rule = sightings, aligner, rule
        self._confidence = confidence
        self._ids: dict[str, str] = {}
        self.actors: dict[str, Actor] = {}

    def take(self, item: ActorItem, where: str) -> Iterator[Refusal]:
        """Let an actor in by the name that the text has for it; yields what was wrong with it."""
        given = _key(item.id)
        spans = self._aligner.spans(item.name)
        if given in self._sightings.by_actor:
            yield from self._sighted(given, item, where, spans)
        elif not spans:
            yield Refusal(where, item.name, not_found("the name", item.name, self._aligner))
        elif covering := self._covering(spans[0]):
            self._add(given, covering, spans[0])
        elif is_state(given):
            if given in states_of_person(item.name):
                self._add(given, given, spans[0])
            else:
                yield Refusal(where, item.name, f"the article has no name that stands for the state {given}")
        elif is_organization(given) and is_short_form(item.name, given):
            self._add(given, given, spans[0])
        else:
            yield from self._as_named(given, item, where, spans[0])

    def _sighted(self, given: str, item: ActorItem, where: str, spans: list[Span]) -> Iterator[Refusal]:
        """An actor that the tables find in the article; its name is shown where it was given rightly."""
        own = next((s for s in spans if given in self._sightings.within(s)), None)
        if own is None and spans and not self._sightings.within(spans[0]):
            own = spans[0]  # a name that the tables do not know, beside others that they do
        shown = own or self._sightings.by_actor[given][0]
        if own is None:
            name = self._aligner.text[shown[0] : shown[1]]
            yield Refusal(where, item.name, f"is no name of {given} in the article; «{name}» is", whole=False)
        self._add(given, given, shown)

    def _covering(self, span: Span) -> str | None:
        """The actor that the tables read the whole of a name as, where it is one."""
        found = {a for a, spans in self._sightings.by_actor.items() if span in spans}
        return found.pop() if len(found) == 1 else None

    def _as_named(self, given: str, item: ActorItem, where: str, span: Span) -> Iterator[Refusal]:
        """An actor that the tables do not know stays as the text names it, and is no state."""
        if is_organization(given) or not _OWN_ID.fullmatch(given):
            final = "-".join(fold(item.name).text.upper().split())
            reason = f"{given} is not what the reference tables call this name; it stays {final}"
            yield Refusal(where, item.name, reason, whole=False)
        else:
            final = given
            if item.kind == "state":
                reason = f"{given} is no state of the reference tables; it stays an organization"
                yield Refusal(where, item.name, reason, whole=False)
        self._add(given, final, span)

    def _add(self, given: str, final: str, span: Span) -> None:
        self._ids[given] = final
        if final not in self.actors:
            evidence = Evidence(self._aligner.text, *span, self._rule)
            self.actors[final] = Actor(
                id=final,
                kind="state" if is_state(final) else "organization",
                name=evidence.quote,
                evidence=(evidence,),
                confidence=self._confidence,
            )

    def of(self, id_: str) -> str | None:
        """The final id for one that an item uses; None for an actor that the text does not show."""
        given = _key(id_)
        if given not in self._ids and given in self._sightings.by_actor:
            self._add(given, given, self._sightings.by_actor[given][0])
        return self._ids.get(given)


def _key(id_: str) -> str:
    return "-".join(id_.upper().split())


def not_found(what: str, words: str, aligner: Aligner) -> str:
    """The reason of a refusal for words that are not in the text, with the passage most like them."""
    likest = aligner.likest(words)
    hint = f"; the article has «{likest}»" if likest else ""
    return f"{what} «{words}» is not in the article word by word{hint}"
