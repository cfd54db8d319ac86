"""Positions: who says, wants, backs or refuses what, each with the words that say so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from graph.reading.citing import cited, cites
from graph.reading.clauses import BREAKS, QUOTE, Clauses
from graph.reading.contents import Contents, Stance, Voice
from graph.reading.coreference import Discourse
from graph.reading.doers import doers
from graph.reading.forms import Form
from graph.reading.lexicon import Lexicon, Trigger
from graph.reading.quotation import (
    behind_quotation,
    first_person,
    opens_speech,
    quoted,
    said_before,
    speaker_after,
    stranger,
)
from graph.reading.sayings import Sayings
from graph.reading.sentence import Sentence
from graph.reading.speeches import Speeches, stating
from graph.reading.stances import Saying
from graph.reading.tokens import Token
from graph.reading.verbs import VerbFrame

ASIDE = 3
LONGEST_SPEECH, OPENING = 5, 3
PLURAL = "ين"
MEET = frozenset({"consultation", "meeting", "summit", "negotiation"})


class PositionReader:
    """Reads the verbs of saying of one sentence after another."""

    def __init__(self, lexicon: Lexicon, discourse: Discourse) -> None:
        self.lexicon, self.discourse = lexicon, discourse
        self.sayings, self.contents = Sayings(lexicon), Contents(lexicon, discourse)
        self.speech: Voice | None = None
        self.open = 0  # sentences since a quotation began that has not ended
        self.speeches = Speeches(lexicon, discourse.sentences)

    def subject(
        self, sentence: Sentence, clauses: Clauses, index: int, saying: Saying
    ) -> tuple[tuple[str, ...], str | None, int]:
        """Holders, speaker and the token after which the content begins."""
        if saying.form.feature == "participle" and self.lexicon.language.ORDER != "subject-first":
            return self._continued(saying), self.discourse.speaker, index + 1
        at = cites(sentence.tokens, index, self.lexicon)
        source = cited(sentence, index, at) if at is not None else None
        if at is not None:
            whose = self.discourse.actors(source) if source else self.discourse.subject
            return whose, self.discourse.named(source) if source else self.discourse.speaker, index + 1
        spoken_to = self.lexicon.has("addressing", sentence.tokens[index].text)
        following = (
            speaker_after(sentence.tokens, sentence.mentions, index)
            if saying.weight == "weak"
            and saying.form.feature not in ("participle", "gerund")
            and not spoken_to
            else None
        )
        if following:
            return self.discourse.actors(following), following.person, following.last
        trigger = Trigger("meeting", "directed", saying.lemma, Form(saying.form.text, saying.form.feature))
        between = self.sayings.behind_subject(clauses, index) - index - 1 if saying.rest else 0
        length = 1 if between else 1 + len(saying.rest)
        told = behind_quotation(sentence, index) if self.lexicon.language.ORDER == "subject-first" else None
        outside = [m for m in sentence.mentions if m.first >= (told or 0)]
        frame = VerbFrame(
            replace(sentence, mentions=outside), clauses, index, length, trigger, self.discourse
        )
        arguments = [a for a in frame.read() if a.relation == "subject"]
        holders = tuple(dict.fromkeys(a for argument in arguments for a in argument.actors))
        holders = holders or self._meeting(sentence, index)
        person = next((p for a in arguments if (p := self.discourse.named(a.mention))), None)
        after = max(
            [
                index + 1 + between + len(saying.rest),
                *(a.mention.last for a in arguments if a.mention.first > index),
            ]
        )
        return holders, person, after

    def _continued(self, saying: Saying) -> tuple[str, ...]:
        """Whose words an Arabic participle goes on with: in the plural those of both sides, never of one alone."""
        subject = self.discourse.subject
        if not saying.form.text.endswith(PLURAL) or len(subject) != 1:
            return subject
        return self.discourse.pair if self.discourse.certain and subject[0] in self.discourse.pair else ()

    def _meeting(self, sentence: Sentence, index: int) -> tuple[str, ...]:
        """ "The talks stressed", "the meeting showed": what a meeting says is its sides' own."""
        near = [*sentence.tokens[max(0, index - 1) : index], *sentence.tokens[index + 1 : index + 2]]
        meets = any(
            t.kind in MEET and not t.verb and a.article
            for token in near
            for a in token.analyses
            for t in self.lexicon.triggers.get(a.stem, ())
        )
        return self.discourse.pair if meets and len(self.discourse.pair) == 2 else ()

    def voices(self, sentence: Sentence, clauses: Clauses) -> list[Voice]:
        """The verbs of saying of a sentence with who speaks; the last of them is the subject of what follows."""
        found = self._according(sentence)
        if stranger(sentence, self.lexicon):
            self.discourse.subject, self.discourse.speaker = (), None
        if self.discourse.we and first_person(sentence, self.lexicon):
            self.discourse.subject, self.discourse.speaker = self.discourse.we, None
        acting = doers(sentence, clauses, self.lexicon)
        passed, told = -1, self.sayings.find(sentence, clauses)
        opened = bool(told) and any(told[0][0] == d.verb < OPENING for d in acting)
        spoken, carried = self._quotations(sentence, opened)
        for index, saying in told:
            for doer in acting:
                if passed < doer.verb < index:
                    self.discourse.subject = doer.actors
                    self.discourse.speaker = self.discourse.named(doer.mention)
            passed = index
            speech = next((r for r in spoken if index in r), None)
            if speech and (carried or self._introduced(sentence, found, speech)):
                continue
            holders, speaker, after = self.subject(sentence, clauses, index, saying)
            if found and self._goes_on(sentence, found[-1], index, saying):
                holders, speaker = found[-1].holders, found[-1].speaker
            if holders and self._aside(sentence, clauses, index):
                if not self._told_aside(sentence, index, after):
                    continue
                found.append(Voice(index, saying, holders, speaker, after, aside=True))
            elif holders:
                if holders != self.discourse.subject or speaker:
                    self.discourse.speaker = speaker
                self.discourse.subject = holders
                joined = any(a.conjunction for a in sentence.tokens[index].analyses[:2])
                found.append(Voice(index, saying, holders, self.discourse.speaker, after, joined))
            elif behind_quotation(sentence, index) is not None:
                self.discourse.subject, self.discourse.speaker = (), None  # nobody known said it
        if acting and not found:
            self.discourse.subject = acting[0].actors
            self.discourse.speaker = self.discourse.named(acting[0].mention)
        self.open = self.open if found or carried else 0
        return found

    def _goes_on(self, sentence: Sentence, last: Voice, index: int, saying: Saying) -> bool:
        """Whether a participle goes on with what the last verb of saying began ("..., adding that").

        An Arabic one does so inside a relative clause, which no comma has ended.
        """
        if saying.form.feature not in ("participle", "gerund") or not index:
            return False
        if self.lexicon.language.ORDER == "subject-first":
            return sentence.tokens[index - 1].text == ","
        return last.aside and not any(t.text == "،" for t in sentence.tokens[last.index : index])

    def _quotations(self, sentence: Sentence, opened: bool) -> tuple[list[range], bool]:
        """The stretches of a sentence in quotation marks; whether the first goes on from a sentence before.

        ``opened``: the sentence begins with somebody who says something, so that no other speaks on in it.
        """
        if self.lexicon.language.ORDER == "subject-first":
            return [], False
        carried = 0 < self.open <= LONGEST_SPEECH and sentence.tokens[0].text != QUOTE and not opened
        stretches, stays = quoted(sentence.tokens, carried)
        self.open = self.open + 1 if stays else 0
        return stretches, carried

    def _introduced(self, sentence: Sentence, voices: Sequence[Voice], stretch: range) -> bool:
        """Whether a quotation is what a verb before it says, so that its own verbs are the speaker's."""
        before = sentence.tokens[max(0, stretch.start - 3) : stretch.start - 1]
        led = any(t.text == ":" or self.lexicon.has("that", t.text) for t in before)
        return any(v.index < stretch.start and (led or stretch.start - v.after <= ASIDE) for v in voices[-1:])

    def _according(self, sentence: Sentence) -> list[Voice]:
        """ "According to S, ..." at the head of a sentence, "..., according to S" at its end: S's word."""
        tokens = sentence.tokens
        index = next((i for i, t in enumerate(tokens) if self.lexicon.has("according", t.text)), None)
        if index is None or (index and tokens[index - 1].text not in BREAKS):
            return []
        near = (m for m in sentence.mentions if index < m.first <= index + 2 + bool(index))
        source = next((m for m in near if m.kind in ("person", "body", "name")), None)
        if source is None or not source.actors:
            return []
        speaker = self.discourse.named(source)
        if not index:
            self.discourse.subject, self.discourse.speaker = source.actors, speaker
        saying = Saying("affirms", "weak", tokens[index].text, Form(tokens[index].text, "noun"))
        return [Voice(index, saying, source.actors, speaker, source.last)]

    def _aside(self, sentence: Sentence, clauses: Clauses, index: int) -> bool:
        """Whether a verb stands in a relative clause, whose subject is not that of what follows.

        An Arabic one has ended where a comma follows its own verb.
        """
        first = clauses.around(index)[0]
        if not self._relative(sentence.tokens[first]):
            return False
        comma = next((i for i in range(index, first, -1) if sentence.tokens[i].text == "،"), first)
        return not any(clauses.verbs[first:comma])

    def _relative(self, token: Token) -> bool:
        """Whether a word opens a relative clause."""
        joined = token.text[:1] in "وف" and self.lexicon.has("relative", token.text[1:])
        return joined or self.lexicon.has("relative", token.text)

    def _told_aside(self, sentence: Sentence, index: int, after: int) -> bool:
        """Whether an Arabic relative clause says something itself: of a person, by one named in it, or with "that"."""
        if self.lexicon.language.ORDER == "subject-first":
            return True
        first = next(i for i in range(index, -1, -1) if self._relative(sentence.tokens[i]))
        bearer = any(m.last == first and m.kind == "person" for m in sentence.mentions)
        plural = sentence.tokens[index].text.endswith("وا")  # what follows is no subject then
        named = not plural and any(m.first == index + 1 and not m.preposition for m in sentence.mentions)
        described = any(0 <= first - m.last <= 1 and m.actors for m in sentence.mentions)
        that = any(self.lexicon.has("that", t.text) for t in sentence.tokens[after : after + ASIDE])
        return bearer or named or (described and that)

    def _described(self, sentence: Sentence, clauses: Clauses, index: int) -> bool:
        """Whether nothing parts a verb from the relative word before it ("the attack, for which S claimed ...")."""
        first = clauses.around(index)[0]
        words = all(t.word for t in sentence.tokens[first:index])
        return words and self._aside(sentence, clauses, index)

    def read(
        self, number: int, sentence: Sentence, clauses: Clauses, voices: Sequence[Voice]
    ) -> Iterator[Stance]:
        """The positions of a sentence, its own or those of a speech that goes on."""
        self.speech = self.speech or stating(self.discourse.we or self._ours(sentence))
        held = self.speeches.holds(number, voices)
        found = [] if held else list(self._told(number, sentence, clauses, voices))
        found = found or ([] if held else list(self._spoken(number, sentence, clauses)))
        for passage, voice in self.speeches.said(number, voices):
            other = self.discourse.sentences[passage.number]
            inside = clauses if passage.number == number else Clauses(other.tokens, self.lexicon)
            found += self.contents.pieces(passage.number, other, inside, voice, passage.last, passage.first)
        spoken = [v for v in voices if v.holders]
        if spoken and (self.speech is None or spoken[-1].holders != self.speech.holders):
            last = spoken[-1]
            self.speech = (
                last if last.saying.weight == "weak" and opens_speech(sentence, last.index) else None
            )
        yield from found

    def _ours(self, sentence: Sentence) -> tuple[str, ...]:
        """Who "we" is in a sentence of no quotation: the last subject."""
        return self.discourse.subject if first_person(sentence, self.lexicon) else ()

    def _spoken(self, number: int, sentence: Sentence, clauses: Clauses) -> Iterator[Stance]:
        """A sentence of a speech ("the minister said:") with a cue is the speaker's position."""
        if self.speech:
            yield from self.contents.pieces(number, sentence, clauses, self.speech, len(sentence.tokens), 0)
            self.speech = self.speech if self.speech.index >= 0 or self.discourse.we else None

    def _told(
        self, number: int, sentence: Sentence, clauses: Clauses, voices: Sequence[Voice]
    ) -> Iterator[Stance]:
        quotations = [
            (said, v)
            for v in voices
            if v.holders
            and v.saying.weight == "weak"
            and (said := self._said_before(sentence, clauses, v.index))
        ]
        for order, voice in enumerate(voices):
            inner = any(a <= voice.index < b and v.holders != voice.holders for (a, b), v in quotations)
            if inner and self.speeches.first_person(sentence, voice.index):
                continue  # "We believe that ...," N. said: the words are N.'s
            weak = voice.holders and voice.saying.weight == "weak"
            weak = weak and not self._described(sentence, clauses, voice.index)
            quoted = weak and self._said_before(sentence, clauses, voice.index)
            told = quoted and any(
                quoted[0] <= v.index < quoted[1] and v.holders == voice.holders for v in voices[:order]
            )
            if quoted and not told:
                yield from self.contents.pieces(number, sentence, clauses, voice, quoted[1], quoted[0])
            elif voice.holders and not told and not self._repeats(voices[:order], voice):
                yield from self._content(number, sentence, clauses, voice, voices[order + 1 :])

    def _content(
        self, number: int, sentence: Sentence, clauses: Clauses, voice: Voice, later: Sequence[Voice]
    ) -> Iterator[Stance]:
        """The positions in what stands behind a verb of saying, as far as the next one."""
        behind = self._behind_aside(sentence, clauses, voice, later[0] if later else None)
        if behind:
            voice, later = replace(voice, after=behind), [v for v in later if v.index > behind]
        following = later[0].index if later else None
        end = self.contents.end(sentence, clauses, voice.after, following)
        if following is None and self._aside(sentence, clauses, voice.index):
            end = next((i for i in range(voice.after, end) if sentence.tokens[i].text == "،"), end)
        yield from self.contents.pieces(number, sentence, clauses, voice, end)
        resumed = self.contents.resumed(sentence, end, following)
        if resumed is not None:
            end = self.contents.end(sentence, clauses, resumed, following)
            yield from self.contents.pieces(number, sentence, clauses, voice, end, resumed)

    def _behind_aside(self, sentence: Sentence, clauses: Clauses, voice: Voice, inner: Voice | None) -> int:
        """Where a content begins behind a relative clause that says something itself; 0 where none is between.

        ("S, which denied any part in it, called the measures unacceptable", in the order of Arabic.)
        """
        if (
            inner is None
            or inner.index - voice.after > ASIDE
            or not self._aside(sentence, clauses, inner.index)
        ):
            return 0
        tokens = sentence.tokens
        return next((i + 1 for i in range(inner.index, len(tokens)) if tokens[i].text in ("،", ",")), 0)

    def _repeats(self, earlier: Sequence[Voice], voice: Voice) -> bool:
        """Whether a verb with a pronoun goes on about what its speaker has judged ("condemned it and called it")."""
        joined = earlier and voice.index > earlier[-1].index and voice.joined
        return voice.saying.form.possessed and bool(joined) and earlier[-1].holders == voice.holders

    def _said_before(self, sentence: Sentence, clauses: Clauses, index: int) -> tuple[int, int] | None:
        """Tokens said before the verb, if they are a clause and not only what it is about ("On S, N. said")."""
        said = said_before(sentence, index)
        if said is None or sentence.tokens[said[0]].text not in self.lexicon.prepositions:
            return said
        return said if any(clauses.verbs[said[0] : said[1]]) else None
