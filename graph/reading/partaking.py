"""Who takes part in an event and through whom: sides, chairs, hosts, and the officials who came with them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from graph.model import Evidence, Participation
from graph.reading.events import MEET, Draft
from graph.reading.mention import Mention
from graph.reading.roles import Part
from graph.reading.sentence import Sentence

if TYPE_CHECKING:
    from graph.reading.records import Records

OFFICIALS_REACH, SIDES_REACH = 3, 10


def participations(
    builder: Records, group: Sequence[Draft], state: str | None, seat: Evidence | None, rule: str
) -> list[Participation]:
    """The participations of the event that the drafts of a group tell, each once.

    ``state`` is that of the place, ``seat`` the evidence for the building.
    """
    draft, sentence = group[0], builder.sentences[group[0].sentence]
    found = [_participation(builder, sentence, p, rule) for p in draft.parts]
    found += _others(builder, group[1:], draft, rule)
    if draft.kind in MEET:
        if state in draft.actors and not any(p.role == "host" for p in found):
            found.append(_host(builder, state or "", sentence, seat, rule))
        found += _delegates(builder, sentence, draft.actors, rule)
    return list(dict.fromkeys(found))


def _participation(builder: Records, sentence: Sentence, part: Part, rule: str) -> Participation:
    mention = part.argument.mention
    shown = (
        (builder.evidence(mention.start, _end(sentence, mention), rule),)
        if mention.last > mention.first
        else ()
    )
    return Participation(
        actor=part.actor,
        role=part.role,
        person=builder.discourse.person(mention.person).name if mention.person else None,
        post=", ".join(mention.posts) or None,
        body=_body(builder, sentence, mention) if mention.body and shown else None,
        evidence=shown,
    )


def _body(builder: Records, sentence: Sentence, mention: Mention) -> str:
    """The name of a body without the letters written onto its first word: الحكومة of وللحكومة."""
    token = sentence.tokens[mention.first]
    read = next((a for a in token.analyses if a.stem == mention.head), token.analyses[0])
    before = len(read.conjunction) + len(read.preposition)
    name = builder.evidence(mention.start + before, _end(sentence, mention), "").quote
    return "ا" + name if token.text[before - 1 : before + 1] == "لل" and read.article else name


def _end(sentence: Sentence, mention: Mention) -> int:
    """Where the words for a pair end: after the names that follow it at once ("the two ministries of A and B")."""
    end, last = mention.end, mention.last
    if mention.kind == "pair":
        for other in sentence.mentions:
            if other.first == last and other.actors and (last == mention.last or other.joined):
                end, last = other.end, other.last
    return end


def _others(builder: Records, drafts: Sequence[Draft], first: Draft, rule: str) -> Iterator[Participation]:
    """People that other tellings of the event name for actors already in it."""
    named = {p.argument.mention.person for p in first.parts}
    for draft in drafts:
        for part in draft.parts:
            person = part.argument.mention.person
            if person and person not in named and part.actor in first.actors:
                named.add(person)
                yield _participation(builder, builder.sentences[draft.sentence], part, rule)


def _host(
    builder: Records, state: str, sentence: Sentence, seat: Evidence | None, rule: str
) -> Participation:
    """The state of the place, through the body at whose seat the event is."""
    for mention in sentence.mentions if seat else ():
        shown = builder.mention_evidence(mention, rule)
        inside = seat is not None and seat.start <= shown.start < seat.end
        if mention.body and inside and mention.actors in ((), (state,)):
            body = _body(builder, sentence, mention)
            return Participation(actor=state, role="host", body=body, evidence=(shown,))
    return Participation(actor=state, role="host")


def _delegates(
    builder: Records, sentence: Sentence, actors: frozenset[str], rule: str
) -> Iterator[Participation]:
    """A participation for each side whose officials the sentence says took part."""
    lexicon, tokens = builder.lexicon, sentence.tokens
    for index, token in enumerate(tokens):
        if not any(lexicon.has("attendance", a.stem) for a in token.analyses):
            continue
        officials = next(
            (
                i
                for i in range(index + 1, min(len(tokens), index + 1 + OFFICIALS_REACH))
                if any(lexicon.has("officials", a.stem) for a in tokens[i].analyses)
            ),
            None,
        )
        if officials is None:
            continue
        near = [m for m in sentence.mentions if officials <= m.first <= officials + SIDES_REACH]
        sides = next((m for m in near if m.kind == "pair"), None) or next((m for m in near if m.actors), None)
        present = [a for a in builder.discourse.actors(sides) if a in actors] if sides else []
        if sides and present:
            evidence = builder.evidence(token.start, sides.end, rule)
            yield from (Participation(actor=a, role="delegate", evidence=(evidence,)) for a in present)
            return
