"""Positions: who says, wants, backs or refuses what, each with the words that say so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from graph.reading.clauses import BREAKS, ENDS, Clauses
from graph.reading.coreference import Discourse, Sentence
from graph.reading.forms import Form
from graph.reading.lexicon import Lexicon, Saying, Trigger
from graph.reading.mention import Mention
from graph.reading.names import is_state
from graph.reading.quotation import opens_speech, said_before, speaker_after
from graph.reading.tokens import Token
from graph.reading.verbs import VerbFrame

CUE_WORDS = 14
MIN_CONTENT = 2
ASIDE = 3
TANWIN = "\N{ARABIC FATHATAN}"  # on a noun or participle only
LIST_REACH = 12
MEET = frozenset({"consultation", "meeting", "summit", "negotiation"})


@dataclass(slots=True)
class Stance:
    """A position as one sentence tells it; ``start:end`` is its quote, ``content`` where the issue begins."""

    holders: tuple[str, ...]
    stance: str
    targets: tuple[str, ...]
    speaker: str | None
    sentence: int
    start: int
    end: int
    content: int
    lemma: str
    weight: str


@dataclass(frozen=True, slots=True)
class Voice:
    """A verb of saying at a token: who speaks through whom, and where what is said begins."""

    index: int
    saying: Saying
    holders: tuple[str, ...]
    speaker: str | None
    after: int
    joined: bool = False


class PositionReader:
    """Reads the verbs of saying of one sentence after another."""

    def __init__(self, lexicon: Lexicon, discourse: Discourse) -> None:
        self.lexicon, self.discourse = lexicon, discourse
        self.speech: Voice | None = None

    def sayings(self, sentence: Sentence, clauses: Clauses) -> list[tuple[int, Saying]]:
        """Tokens that are verbs of saying, with the reading that fits."""
        found = []
        ends = {m.last for m in sentence.mentions}
        for index, token in enumerate(sentence.tokens):
            saying = self._saying(token, clauses, index, index in ends) if token.word else None
            if saying and not any(m.first <= index < m.last for m in sentence.mentions):
                found.append((index, saying))
        return found

    def _saying(self, token: Token, clauses: Clauses, index: int, named: bool) -> Saying | None:
        if self.lexicon.has("function", token.text):
            return None
        for analysis in token.analyses:
            if analysis.article or analysis.preposition:
                continue
            for saying in self.lexicon.sayings.get(analysis.stem, ()):
                if not clauses.plausible(saying.form.feature, index):
                    continue
                if saying.form.feature == "past" and TANWIN in token.original:
                    continue
                if not clauses.verbal(index, saying.form, saying.lemma, named):
                    continue
                named_only = index > 0 and self.lexicon.has("what", clauses.tokens[index - 1].text)
                hearsay = saying.weight == "weak" and saying.form.feature == "base" and clauses.many(index)
                if hearsay or named_only or self._attribute(clauses, index, saying):
                    continue
                start = self._behind_subject(clauses, index) if saying.rest else index + 1
                following = tuple(t.text for t in clauses.tokens[start : start + len(saying.rest)])
                if following == saying.rest and self._continues(clauses, index, saying):
                    return saying
        return None

    def _behind_subject(self, clauses: Clauses, index: int) -> int:
        """Where the rest of an Arabic verb stands, over a subject between ("يقف الوزير على الحياد")."""
        start = index + 1
        while self.lexicon.language.ORDER != "subject-first" and start in clauses.covered:
            start += 1
        return start

    def _attribute(self, clauses: Clauses, index: int, saying: Saying) -> bool:
        """Whether a past form only describes ("rebels backed by S"): its agent follows, and no "was" stands before."""
        if saying.form.feature != "past" or not index or index + 1 >= len(clauses.tokens):
            return False
        by = self.lexicon.prepositions.get(clauses.tokens[index + 1].text) == "by"
        return by and not self.lexicon.has("be", clauses.tokens[index - 1].text)

    def _continues(self, clauses: Clauses, index: int, saying: Saying) -> bool:
        """A participle continues a saying after a comma ("..., adding that"); "to welcome" says nothing yet."""
        feature = saying.form.feature
        before = clauses.tokens[index - 1].text if index else ""
        if self.lexicon.language.ORDER != "subject-first":
            return feature != "participle" or before in BREAKS or clauses.tokens[index].text[-1:] == "ا"
        if feature in ("participle", "gerund"):
            return before in BREAKS or before in ("and", "et") or self.lexicon.has("be", before)
        return feature != "base" or not self._infinitive(clauses, index)

    def _infinitive(self, clauses: Clauses, index: int) -> bool:
        """Whether a bare form only names an act: after "to", or in a list that begins so ("to detect and defend")."""
        if clauses.many(index):
            return False
        tokens = clauses.tokens
        if not index or tokens[index - 1].text not in ("and", "or", "et", "ou"):
            return bool(index) and self.lexicon.has("infinitive", tokens[index - 1].text)
        for position in range(index - 1, max(-1, index - LIST_REACH), -1):
            text = tokens[position].text
            if self.lexicon.has("infinitive", text):
                return True
            if (
                self.lexicon.has("auxiliary", text)
                or self.lexicon.has("pronoun", text)
                or clauses.many(position)
            ):
                return False
        return False

    def subject(
        self, sentence: Sentence, clauses: Clauses, index: int, saying: Saying
    ) -> tuple[tuple[str, ...], str | None, int]:
        """Holders, speaker and the token after which the content begins."""
        if saying.form.feature == "participle" and self.lexicon.language.ORDER != "subject-first":
            return self.discourse.subject, self.discourse.speaker, index + 1
        following = (
            speaker_after(sentence.tokens, sentence.mentions, index) if saying.weight == "weak" else None
        )
        if following:
            return self.discourse.actors(following), following.person, following.last
        trigger = Trigger("meeting", "directed", saying.lemma, Form(saying.form.text, saying.form.feature))
        between = self._behind_subject(clauses, index) - index - 1 if saying.rest else 0
        length = 1 if between else 1 + len(saying.rest)
        frame = VerbFrame(sentence, clauses, index, length, trigger, self.discourse)
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
        for index, saying in self.sayings(sentence, clauses):
            holders, speaker, after = self.subject(sentence, clauses, index, saying)
            if holders and self._aside(sentence, clauses, index):
                found.append(Voice(index, saying, holders, speaker, after))
            elif holders:
                if holders != self.discourse.subject or speaker:
                    self.discourse.speaker = speaker
                self.discourse.subject = holders
                joined = any(a.conjunction for a in sentence.tokens[index].analyses[:2])
                found.append(Voice(index, saying, holders, self.discourse.speaker, after, joined))
        return found

    def _according(self, sentence: Sentence) -> list[Voice]:
        """ "According to S, ..." at the head of a sentence gives what follows as S's word."""
        if not self.lexicon.has("according", sentence.tokens[0].text):
            return []
        source = next(
            (m for m in sentence.mentions if m.first <= 2 and m.kind in ("person", "body", "name")), None
        )
        if source is None or not source.actors:
            return []
        self.discourse.subject, self.discourse.speaker = source.actors, self.discourse.named(source)
        saying = Saying("affirms", "weak", sentence.tokens[0].text, Form(sentence.tokens[0].text, "noun"))
        return [Voice(0, saying, source.actors, self.discourse.speaker, source.last)]

    def _aside(self, sentence: Sentence, clauses: Clauses, index: int) -> bool:
        """Whether a verb stands in a relative clause, whose subject is not that of what follows."""
        first = sentence.tokens[clauses.around(index)[0]].text
        return self.lexicon.has("relative", first) or (
            first[:1] in "وف" and self.lexicon.has("relative", first[1:])
        )

    def read(
        self, number: int, sentence: Sentence, clauses: Clauses, voices: Sequence[Voice]
    ) -> Iterator[Stance]:
        """The positions of a sentence, its own or those of a speech that goes on."""
        found = list(self._told(number, sentence, clauses, voices)) or list(self._spoken(number, sentence))
        spoken = [v for v in voices if v.holders]
        if spoken and (self.speech is None or spoken[-1].holders != self.speech.holders):
            last = spoken[-1]
            self.speech = (
                last if last.saying.weight == "weak" and opens_speech(sentence, last.index) else None
            )
        yield from found

    def _spoken(self, number: int, sentence: Sentence) -> Iterator[Stance]:
        """A sentence of a speech ("the minister said:") with a cue is the speaker's position."""
        if self.speech:
            yield from self._pieces(number, sentence, self.speech, len(sentence.tokens), 0)

    def _told(
        self, number: int, sentence: Sentence, clauses: Clauses, voices: Sequence[Voice]
    ) -> Iterator[Stance]:
        for order, voice in enumerate(voices):
            weak = voice.holders and voice.saying.weight == "weak"
            quoted = weak and self._said_before(sentence, clauses, voice.index)
            told = quoted and any(
                quoted[0] <= v.index < quoted[1] and v.holders == voice.holders for v in voices[:order]
            )
            if quoted and not told:
                yield from self._pieces(number, sentence, voice, quoted[1], quoted[0])
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
        end = self._end(sentence, clauses, voice.after, following)
        if following is None and self._aside(sentence, clauses, voice.index):
            end = next((i for i in range(voice.after, end) if sentence.tokens[i].text == "،"), end)
        yield from self._pieces(number, sentence, voice, end)
        resumed = self._resumed(sentence, end, following)
        if resumed is not None:
            end = self._end(sentence, clauses, resumed, following)
            yield from self._pieces(number, sentence, voice, end, resumed)

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

    def _resumed(self, sentence: Sentence, end: int, following: int | None) -> int | None:
        """Where a further content goes on behind an aside ("..., as S is a member of O, and the need for")."""
        tokens = sentence.tokens
        last = len(tokens) if following is None else following
        cuts = self._cuts(tokens[:last], end - 3, last)
        return next((cut for cut in cuts if tokens[cut - 1].text in BREAKS), None)

    def _end(self, sentence: Sentence, clauses: Clauses, after: int, following: int | None) -> int:
        end = following if following is not None else len(sentence.tokens)
        for position in range(after, end):
            token = sentence.tokens[position]
            if (
                token.text in ENDS
                or self._answers(clauses, position)
                or (self.lexicon.has("aside", token.text) and sentence.tokens[position - 1].text in BREAKS)
            ):
                end = position
                break
        end = self._described(sentence.tokens, after, end)
        while end > after and (
            not sentence.tokens[end - 1].word or self._dangling(sentence.tokens[end - 1].text)
        ):
            end -= 1
        return end

    def _answers(self, clauses: Clauses, position: int) -> bool:
        """Whether an Arabic verb with "fa" tells what another did upon it ("voiced concern, and so T expelled")."""
        token = clauses.tokens[position]
        return (
            position in clauses.starts and clauses.verbs[position] and token.analyses[-1].conjunction == "ف"
        )

    def _described(self, tokens: Sequence[Token], after: int, end: int) -> int:
        """Where the clause begins that only describes the last thing named ("..., and which S hosts")."""
        for position in range(end - 1, after + MIN_CONTENT, -1):
            if tokens[position].text[:1] == "و" and self.lexicon.has("relative", tokens[position].text[1:]):
                return position
            if position in self._cuts(tokens, position - 4, position + 3):
                break
        return end

    def _dangling(self, word: str) -> bool:
        return any(
            self.lexicon.has(c, w) for w in (word, word[1:]) for c in ("function", "relative", "clause") if w
        )

    def _pieces(
        self, number: int, sentence: Sentence, voice: Voice, end: int, begin: int | None = None
    ) -> Iterator[Stance]:
        saying, holders, after = voice.saying, voice.holders, voice.after if begin is None else begin
        cuts = [after, *self._cuts(sentence.tokens, after, end), end]
        earlier = ""
        for piece, (first, stop) in enumerate(pairwise(cuts)):
            last = max((i + 1 for i in range(first, stop) if sentence.tokens[i].word), default=first)
            if sum(t.word for t in sentence.tokens[first:last]) < MIN_CONTENT - (saying.weight == "strong"):
                continue
            if self._pointing(sentence.tokens[first:last]):
                continue
            stance = self.stance(sentence.tokens[first:last], saying)
            if stance is None and piece:
                stance = saying.stance if saying.weight == "strong" else None
            if stance is None:
                continue
            if earlier == "calls-for" and stance == "affirms" and self._demands_on(sentence.tokens[first]):
                stance = earlier
            earlier = stance
            targets = tuple(
                dict.fromkeys(
                    a
                    for m in sentence.mentions
                    if first <= m.first < last and self._aimed(m)
                    for a in self.discourse.actors(m, holders)
                    if a not in holders
                )
            )
            start = sentence.tokens[voice.index if piece == 0 and begin is None else first].start
            yield Stance(
                holders,
                stance,
                targets,
                voice.speaker,
                number,
                start,
                sentence.tokens[last - 1].end,
                sentence.tokens[first].start,
                saying.lemma,
                saying.weight,
            )

    def _pointing(self, content: Sequence[Token]) -> bool:
        """Whether a content only points back and says when ("he stressed this during his meeting with")."""
        return len(content) > 1 and all(
            self.lexicon.has(c, t.text) for c, t in zip(("pointing", "held"), content, strict=False)
        )

    def _demands_on(self, token: Token) -> bool:
        """Whether a further content is a bare noun under the demand before it ("the need to A and the B of")."""
        return any(
            a.conjunction
            and self.lexicon.has("content", a.stem)
            and not self.lexicon.has("that", a.stem)
            and a.stem not in self.lexicon.prepositions
            for a in token.analyses
        )

    def _aimed(self, mention: Mention) -> bool:
        """Whether a phrase in a content is what it is about and not where it is: "in O" is about O."""
        inside = mention.preposition == "in" and any(is_state(a) for a in mention.actors)
        return mention.kind != "adjective" and not inside

    def _cuts(self, tokens: Sequence[Token], after: int, end: int) -> Iterator[int]:
        """Where a further content begins under the same verb ("and on the need for ...")."""
        for position in range(after + 4, end - 2):
            token = tokens[position]
            if self.lexicon.has("keeping", token.text):
                yield position
                continue
            for analysis in token.analyses:
                if analysis.conjunction and self.lexicon.has(
                    "content", ("ال" if analysis.article else "") + analysis.stem
                ):
                    yield position
                    break
            else:
                if token.text in ("and", "et") and self.lexicon.has("content", tokens[position + 1].text):
                    yield position

    def stance(self, content: Sequence[Token], saying: Saying) -> str | None:
        """The stance of a content under a verb; None where the verb alone makes no position."""
        if saying.weight == "strong" and saying.stance not in ("affirms", "supports"):
            return saying.stance
        near = content[:CUE_WORDS]
        words = [t.text for t in near]
        stems = [("ال" if a.article else "") + a.stem for t in near for a in t.analyses]
        known, texts = {*words, *stems}, (f" {' '.join(words)} ", f" {' '.join(stems)} ")
        for stance, cues in self.lexicon.cues:
            if stance == "affirms" and saying.weight == "strong" and saying.stance == "supports":
                continue
            if not cues.words.isdisjoint(known) or any(p in text for text in texts for p in cues.phrases):
                return stance
        return saying.stance if saying.weight == "strong" else None
