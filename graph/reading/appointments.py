"""Appointments: who is given an office by a state ("S named N. as its ambassador to T")."""

from __future__ import annotations

from collections.abc import Iterator

from graph.reading.lexicon import Lexicon
from graph.reading.mention import Mention
from graph.reading.persons import PersonNames
from graph.reading.sentence import Sentence

UNREAL = ("negation", "hypothetical", "planned", "demanded", "be")
BEFORE = 3  # words that may deny the verb


def appointed(sentence: Sentence, lexicon: Lexicon) -> Iterator[Mention]:
    """The people whom a sentence puts in an office, as phrases with name, office and the state that appoints."""
    glances = lexicon.glances
    if not any(glances[t.text].appoints for t in sentence.tokens):
        return
    names = PersonNames(sentence.tokens, lexicon)
    for index, token in enumerate(sentence.tokens):
        if not any(lexicon.has("appoint", a.stem) and not a.article for a in token.analyses):
            continue
        before = sentence.tokens[max(0, index - BEFORE) : index]
        if any(lexicon.has(category, t.text) for category in UNREAL for t in before):
            continue
        subject = _subject(sentence, index, lexicon)
        if subject is None:
            continue
        start = max(index + 1, subject.last)
        end = names.name_end(start)
        office = _office(sentence, end, lexicon) if end > start + 1 else None
        if office is None:
            continue
        found = Mention(
            start, office.last, "person", subject.actors[:1], names.text(start, end), office.posts
        )
        found.titles, found.name_first, found.posting = office.titles, start, office.posting
        found.start, found.end = sentence.tokens[start].start, sentence.tokens[office.last - 1].end
        yield found


def _subject(sentence: Sentence, index: int, lexicon: Lexicon) -> Mention | None:
    """Who appoints: right before the verb, or right after it where verbs come first."""
    for mention in sentence.mentions:
        after = lexicon.language.ORDER != "subject-first" and mention.first == index + 1
        if mention.actors and not mention.preposition and (after or mention.last == index):
            return mention
    return None


def _office(sentence: Sentence, end: int, lexicon: Lexicon) -> Mention | None:
    """The office after a name, across "as its"."""
    following = next((m for m in sentence.mentions if m.first >= end), None)
    if following is None or not following.posts or following.person:
        return None
    gap = sentence.tokens[end : following.first]
    return following if all(lexicon.has("appoint-as", t.text) for t in gap) else None
