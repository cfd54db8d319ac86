"""What stands behind a verb of saying: where it ends, which pieces it has, and the stance of each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from graph.reading.clauses import BREAKS, ENDS, Clauses
from graph.reading.coreference import Discourse
from graph.reading.lexicon import Lexicon
from graph.reading.mention import Mention
from graph.reading.names import is_state
from graph.reading.opinions import Opinions
from graph.reading.sentence import Sentence
from graph.reading.stances import Cues, Saying
from graph.reading.tokens import Token

CUE_WORDS, CALLED_WORDS = 14, 30
JUDGED = 6
SOURCE = 14
MIN_CONTENT = 2
NOT_REACH = 3
JOINS = ("and", "et", "including")
HEAD, LISTED = 5, 6  # words in which a noun of stance stands, and its cue


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
    """A verb of saying at a token: who speaks through whom, and where what is said begins.

    ``joined`` says that it goes on with the subject of the one before, ``aside`` that it stands in a relative clause.
    """

    index: int
    saying: Saying
    holders: tuple[str, ...]
    speaker: str | None
    after: int
    joined: bool = False
    aside: bool = False


class Contents:
    """Reads the contents of one sentence after another into positions."""

    def __init__(self, lexicon: Lexicon, discourse: Discourse) -> None:
        self.lexicon, self.discourse, self.opinions = lexicon, discourse, Opinions(lexicon)

    def end(self, sentence: Sentence, clauses: Clauses, after: int, following: int | None) -> int:
        """The token after the content that begins at ``after``; ``following`` is the next verb of saying."""
        end = following if following is not None else len(sentence.tokens)
        for position in range(self._over_source(sentence.tokens, after, end), end):
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

    def _over_source(self, tokens: Sequence[Token], after: int, end: int) -> int:
        """Where a content begins behind a source between commas ("stressed, according to a statement, the need")."""
        if after + 1 >= end or tokens[after].text not in BREAKS:
            return after
        if not self.lexicon.has("aside", tokens[after + 1].text):
            return after
        close = (i + 1 for i in range(after + 2, min(end, after + SOURCE)) if tokens[i].text in BREAKS)
        return next(close, after)

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
            if position in self.cuts(tokens, position - 4, position + 3):
                break
        return end

    def _dangling(self, word: str) -> bool:
        return any(
            self.lexicon.has(c, w) for w in (word, word[1:]) for c in ("function", "relative", "clause") if w
        )

    def resumed(self, sentence: Sentence, end: int, following: int | None) -> int | None:
        """Where a further content goes on behind an aside ("..., as S is a member of O, and the need for")."""
        tokens = sentence.tokens
        last = len(tokens) if following is None else following
        cuts = self.cuts(tokens[:last], end - 3, last)
        return next((cut for cut in cuts if tokens[cut - 1].text in BREAKS), None)

    def pieces(
        self,
        number: int,
        sentence: Sentence,
        clauses: Clauses,
        voice: Voice,
        end: int,
        begin: int | None = None,
    ) -> Iterator[Stance]:
        """The positions in the tokens up to ``end``, one for each content under the same verb."""
        saying, holders, after = voice.saying, voice.holders, voice.after if begin is None else begin
        cuts = [after, *self.cuts(sentence.tokens, after, end), end]
        earlier = ""
        for piece, (first, stop) in enumerate(pairwise(cuts)):
            tokens = sentence.tokens
            words = (i + 1 for i in range(first, stop) if tokens[i].word and tokens[i].text not in JOINS)
            last = max(words, default=first)
            if sum(t.word for t in sentence.tokens[first:last]) < MIN_CONTENT - (saying.weight == "strong"):
                continue
            listed = saying.weight == "listed"
            if self._pointing(sentence.tokens[first:last]) or (
                listed and not self._told(sentence.tokens, first)
            ):
                continue
            stance = self.stance(
                sentence.tokens[first : min(last, first + LISTED) if listed else last], saying
            )
            if stance is None and piece:
                stance = saying.stance if saying.weight == "strong" else None
            if stance is None and saying.opinion and self.opinions.holds(clauses, first, last):
                stance = saying.stance
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
            opening = piece == 0 and begin is None
            start = sentence.tokens[self._opening(sentence.tokens, voice.index) if opening else first].start
            said = (
                self.opinions.opening(clauses, first, last) if saying.weight == "weak" and opening else None
            )
            yield Stance(
                holders,
                stance,
                targets,
                voice.speaker,
                number,
                start,
                sentence.tokens[last - 1].end,
                sentence.tokens[first if said is None else said].start,
                saying.lemma,
                saying.weight,
            )

    def _opening(self, tokens: Sequence[Token], index: int) -> int:
        """Where the words that tell a stance begin: at the "not" before the verb."""
        for position in range(index - 1, max(-1, index - 1 - NOT_REACH), -1):
            text = tokens[position].text
            if self.lexicon.has("not", text):
                return position
            if not self.lexicon.has("function", text) and not text.endswith("ly"):
                break
        return index

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

    def cuts(self, tokens: Sequence[Token], after: int, end: int) -> Iterator[int]:
        """Where a further content begins under the same verb ("and on the need for ...")."""
        for position in range(after + 4, end - 2):
            token = tokens[position]
            if self.lexicon.has("keeping", token.text):
                yield position
                continue
            comma = tokens[position - 1].text in BREAKS or tokens[position - 1].text == "and"
            noun = self.lexicon.has("stance-noun", token.text)
            if comma and not noun and token.text != "and" and self._told(tokens, position):
                yield position
                continue
            for analysis in token.analyses:
                word = ("ال" if analysis.article else "") + analysis.stem
                if (
                    analysis.conjunction == "و"
                    and self.lexicon.has("content", word)
                    and not self._other(tokens, after, position, word)
                ):
                    yield position
                    break
            else:
                following = tokens[position + 1].text if position + 1 < len(tokens) else ""
                if token.text in ("and", "et") and self.lexicon.has("content", following):
                    yield position

    def _other(self, tokens: Sequence[Token], after: int, position: int, word: str) -> bool:
        """Whether a word goes on with something inside a content ("especially as"; "on" where the verb had no "on")."""
        if self.lexicon.has("particular", tokens[position - 1].text):
            return True
        opening = {a.stem for t in tokens[after - 1 : after + 2] for a in t.analyses}
        return word in self.lexicon.prepositions and word not in opening

    def _told(self, tokens: Sequence[Token], first: int) -> bool:
        """English: whether a noun of stance opens a phrase ("the urgent need for", "their shared concerns about")."""
        words = [t.text for t in tokens[first : first + HEAD]]
        owned = any(self.lexicon.has("stance-owner", w) for w in words[:2])
        head = next((i for i, w in enumerate(words) if self.lexicon.has("stance-noun", w)), None)
        if head is None and owned:
            head = next((i for i, w in enumerate(words) if self.lexicon.has("owned-stance-noun", w)), None)
        if head is None:
            return False
        return all(t.word and t.text not in self.lexicon.prepositions for t in tokens[first : first + head])

    def stance(self, content: Sequence[Token], saying: Saying) -> str | None:
        """The stance of a content under a verb; None where the verb alone makes no position."""
        calls = saying.judges and bool(content) and not self.lexicon.has("that", content[0].text)
        if calls and self._cued(self.lexicon.reproach, content[:CALLED_WORDS]):
            return "condemns"  # "called the act a provocation", where "said that it was one" only asserts
        if saying.weight == "strong" and saying.stance not in ("affirms", "supports"):
            return saying.stance
        near = content[:CUE_WORDS]
        for stance in self._matching(self.lexicon.cues, near):
            if stance != "affirms" or saying.weight != "strong" or saying.stance != "supports":
                return stance
        if saying.weight in ("strong", "listed"):
            return saying.stance
        return self._judged(near) if saying.opinion else None

    def _cued(self, cues: Cues, content: Sequence[Token]) -> bool:
        return next(self._matching((("", cues),), content), None) is not None

    def _matching(self, table: Sequence[tuple[str, Cues]], content: Sequence[Token]) -> Iterator[str]:
        """The stances whose cues stand in a content, in the order of the table."""
        words = [t.text for t in content]
        stems = [("ال" if a.article else "") + a.stem for t in content for a in t.analyses]
        known, texts = {*words, *stems}, (f" {' '.join(words)} ", f" {' '.join(stems)} ")
        known -= {w for before, w in pairwise(words) if self.lexicon.has("cue-void", before)}
        for stance, cues in table:
            if not cues.words.isdisjoint(known) or any(p in text for text in texts for p in cues.phrases):
                yield stance

    def _judged(self, content: Sequence[Token]) -> str | None:
        """The stance of a verb inside what is said ("S said that T condemns"), where it is more than asserting."""
        for token in content[:JUDGED]:
            for saying in (
                s for a in token.analyses if not a.article for s in self.lexicon.sayings.get(a.stem, ())
            ):
                if (
                    saying.weight == "strong"
                    and saying.stance != "affirms"
                    and saying.form.feature == "present"
                ):
                    return saying.stance
        return None
