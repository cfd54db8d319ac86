"""The reader of rules: one article in, its records out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graph.model import Actor, Article, ArticleRecords, Event, Position
from graph.reading.actors import actors
from graph.reading.agenda import agenda
from graph.reading.article import header_end
from graph.reading.attendance import attendance
from graph.reading.clauses import Clauses, sentences
from graph.reading.compounds import compound
from graph.reading.contents import Stance, Voice
from graph.reading.coreference import Discourse
from graph.reading.dates import find_dates
from graph.reading.doers import doers
from graph.reading.events import MEET, Draft, EventReader
from graph.reading.fold import fold
from graph.reading.home import home_state, voice_state
from graph.reading.journeys import journeys
from graph.reading.lexicon import lexicon
from graph.reading.memberships import memberships
from graph.reading.mention import Mention
from graph.reading.mentions import Phrases
from graph.reading.owners import owned
from graph.reading.places import seated_at
from graph.reading.positions import PositionReader
from graph.reading.posts import posts
from graph.reading.records import Records
from graph.reading.sentence import Sentence
from graph.reading.tellings import merge

TITLE_WORDS = 25
WISHES = frozenset({"calls-for", "opposes", "concerned"})


def read_article(article: Article) -> ArticleRecords:
    """Everything the rules of the article's language find in it; InputError where there is no pack for it."""
    return _Reading(article).records()


class _Reading:
    """One article on its way from text to records."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.lexicon = lexicon(article.language)
        self.folded = fold(article.text)
        self.sentences: list[Sentence] = []
        self.titles = 0
        body = self.folded.index(header_end(article.text))
        for start, stop in ((0, body), (body, len(self.folded.text))):
            for tokens in sentences(self.folded, start, self.lexicon):
                if tokens[0].start >= stop or (stop == body and not self._is_title(tokens)):
                    continue
                sentence = Sentence(tokens)
                phrases = Phrases(tokens, self.lexicon)
                sentence.mentions = list(phrases.read())
                if phrases.before:
                    sentence.mentions = compound(phrases, sentence.mentions)
                elif phrases.linked:
                    sentence.mentions = owned(phrases, sentence.mentions)
                self._date_capitals(sentence)
                self.titles += stop == body
                self.sentences.append(sentence)
        home, voice = home_state(article), voice_state(article, self.lexicon)
        self.discourse = Discourse(self.lexicon, self.sentences, article.published, home, voice)
        self.discourse.settle()

    def _date_capitals(self, sentence: Sentence) -> None:
        """A capital stands for the state whose seat it was when the article appeared."""
        day = self.article.published
        for mention in sentence.mentions if day else ():
            if day and "capital" in mention.titles:
                mention.actors = tuple(seated_at(actor, day) for actor in mention.actors)

    def _is_title(self, tokens: Sequence[object]) -> bool:
        title = self.article.title
        first = tokens[0].original  # type: ignore[attr-defined]
        return bool(title) and first in title.split()[0] and len(tokens) <= TITLE_WORDS  # type: ignore[union-attr]

    def records(self) -> ArticleRecords:
        """Read the sentences in order, merge what is told twice, and build records."""
        drafts, stances = self._read()
        groups = merge(drafts, self.titles)
        builder = Records(self.article, self.folded, self.lexicon, self.sentences, self.discourse)
        events, commitments, agreements = builder.events(groups)
        positions = builder.positions(stances, [draft for group in groups for draft in group])
        holdings = posts(builder)
        members = memberships(builder)
        return ArticleRecords(
            article=self.article,
            actors=self._actors(builder, events, positions),
            events=tuple(events),
            positions=tuple(positions),
            posts=tuple(holdings),
            memberships=tuple(members),
            agreements=tuple(agreements),
            commitments=tuple(commitments),
        )

    def _actors(
        self, builder: Records, events: Sequence[Event], positions: Sequence[Position]
    ) -> tuple[Actor, ...]:
        return tuple(actors(builder, events, positions))

    def _read(self) -> tuple[list[Draft], list[Stance]]:
        dates = find_dates(self.folded.text, self.article.language, self.article.published)
        event_reader = EventReader(self.lexicon, self.discourse, dates, self.article.published)
        position_reader = PositionReader(self.lexicon, self.discourse)
        drafts: list[Draft] = []
        stances: list[Stance] = []
        present = attendance(self.sentences, self.lexicon, self.titles, self.discourse.voice)
        if present:
            self.discourse.attend(present.actors)
        for number, sentence in enumerate(self.sentences):
            clauses = Clauses(
                sentence.tokens,
                self.lexicon,
                frozenset(i for m in sentence.mentions if m.kind != "own" for i in range(m.first, m.last)),
                frozenset(m.last for m in sentence.mentions if self._several(sentence, m)),
            )
            title = number < self.titles
            before = self.discourse.subject
            voices = position_reader.voices(sentence, clauses)
            before = before if self.discourse.subject else ()
            found = list(
                self._events(
                    event_reader,
                    number,
                    sentence,
                    clauses,
                    title,
                    before,
                    voices,
                )
            )
            if present and present.number == number:
                found.append(present.draft(sentence, self.discourse.voice, self.article.published))
            drafts += found
            self._add_agenda(sentence, drafts, found)
            self.discourse.past(sentence)
            if not title:
                stances += position_reader.read(number, sentence, clauses, voices)
        return drafts, stances

    def _several(self, sentence: Sentence, mention: Mention) -> bool:
        """Whether a phrase ends a list or stands for several, so that a bare English form after it is a present."""
        if mention.preposition or mention.kind in ("adjective", "place", "own"):
            return False
        last = sentence.tokens[mention.last - 1].text
        return mention.joined or mention.kind in ("pair", "all", "people") or self.lexicon.has("plural", last)

    def _add_agenda(self, sentence: Sentence, drafts: list[Draft], found: list[Draft]) -> None:
        """What the sentence says was discussed belongs to its own meeting, or to the last one told."""
        meeting = next((d for d in (*found, *reversed(drafts)) if d.kind in MEET), None)
        if meeting:
            skip = frozenset(
                i
                for m in sentence.mentions
                if m.kind in ("pair", "person", "all")
                for i in range(m.first, m.last)
            )
            meeting.agenda += agenda(sentence.tokens, self.lexicon, skip)

    def _events(
        self,
        reader: EventReader,
        number: int,
        sentence: Sentence,
        clauses: Clauses,
        title: bool,
        before: tuple[str, ...],
        voices: Sequence[Voice],
    ) -> Iterator[Draft]:
        covered = {i for m in sentence.mentions for i in range(m.first + (m.kind == "name"), m.last)}
        subjects = [(-1, before), *((v.index, v.holders) for v in voices if v.holders)]
        acting = [(d.verb, d.actors) for d in doers(sentence, clauses, self.lexicon)]
        said = [(v.index, v.holders) for v in voices if v.holders and not v.aside]
        last = (said or acting[:1] or subjects[:1])[-1][1]
        subjects += [a for a in acting if all(a[0] != index for index, _ in subjects)]
        glances = self.lexicon.glances
        for index, token in enumerate(sentence.tokens):
            if token.word and index not in covered and glances[token.text].trigger:
                self.discourse.subject = max((s for s in subjects if s[0] < index), key=lambda s: s[0])[1]
                wished = _wished(voices, index)
                draft = reader.read(number, sentence, clauses, index, title, wished)
                if draft:
                    subjects += _told(draft, index)
                    covered.update(range(index, index + 1 + len(draft.trigger.rest)))
                    yield from journeys(draft)
        self.discourse.subject = (
            last if len(voices) or self.lexicon.language.ORDER != "subject-first" else subjects[-1][1]
        )


def _wished(voices: Sequence[Voice], index: int) -> bool:
    """Whether a word stands under a verb of calling for, refusing or warning."""
    last = max((v for v in voices if v.index < index), key=lambda v: v.index, default=None)
    return last is not None and last.saying.stance in WISHES and last.saying.weight == "strong"


def _told(draft: Draft, index: int) -> list[tuple[int, tuple[str, ...]]]:
    """The subject that an event leaves to the verbs after it in the sentence."""
    named = [p for p in draft.parts if p.argument.relation == "subject" and p.argument.mention.first != index]
    if named and (draft.trigger.verb or named[0].argument.mention.last <= index):
        return [(index, tuple(p.actor for p in named))]
    return []
