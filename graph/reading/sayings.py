"""Verbs of saying: which tokens of a sentence are one, in the reading that fits."""

from __future__ import annotations

from dataclasses import replace

from graph.reading.citing import cites
from graph.reading.clauses import BREAKS, Clauses
from graph.reading.lexicon import Lexicon
from graph.reading.sentence import Sentence
from graph.reading.stances import Saying
from graph.reading.tokens import Token

LIST_REACH, NOT_REACH = 12, 3
NEAR = 16  # words that a needed one may stand behind a verb
OPENERS = ("clause", "relative", "function", "verb-opening", "what")
TANWIN = "\N{ARABIC FATHATAN}"  # on a noun or participle only


class Sayings:
    """Finds the verbs of saying of a sentence by the lexicon of its language."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon

    def find(self, sentence: Sentence, clauses: Clauses) -> list[tuple[int, Saying]]:
        """Tokens that are verbs of saying, with the reading that fits."""
        found = []
        ends, glances = {m.last for m in sentence.mentions}, self.lexicon.glances
        for index, token in enumerate(sentence.tokens):
            perhaps = token.word and glances[token.text].saying
            saying = self._saying(token, clauses, index, index in ends) if perhaps else None
            if saying and not any(m.first <= index < m.last for m in sentence.mentions):
                saying = self._denied(clauses, index, saying)
                found += [(index, saying)] if saying else []
        return found

    def _denied(self, clauses: Clauses, index: int, saying: Saying) -> Saying | None:
        """What "did not" makes of a verb: who does not support opposes; of all others nothing is told."""
        for position in range(index - 1, max(-1, index - 1 - NOT_REACH), -1):
            text = clauses.tokens[position].text
            if self.lexicon.has("not", text):
                backs = saying.stance in ("supports", "welcomes") and saying.weight == "strong"
                return replace(saying, stance="opposes") if backs else None
            if not self.lexicon.has("function", text) and not text.endswith("ly"):
                break
        return saying

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
                if self._noun_with_pronoun(clauses, index, saying) or self._document(clauses, index, saying):
                    continue
                if saying.judges and self._considered(clauses, index, saying):
                    continue
                if saying.near and saying.near.isdisjoint(t.text for t in clauses.tokens[index:][:NEAR]):
                    continue
                start = self.behind_subject(clauses, index) if saying.rest else index + 1
                following = tuple(t.text for t in clauses.tokens[start : start + len(saying.rest)])
                if following == saying.rest and self._continues(clauses, index, saying):
                    return saying
        return None

    def _noun_with_pronoun(self, clauses: Clauses, index: int, saying: Saying) -> bool:
        """Whether an Arabic form is a verbal noun with its owner ("keeps its pledge to") and no verb."""
        if saying.form.feature != "past" or not saying.form.possessed or not index:
            return False
        before, token = clauses.tokens[index - 1], clauses.tokens[index]
        opens = not before.word or any(self.lexicon.has(c, before.text) for c in OPENERS)
        joined = token.text != saying.form.text
        return not opens and not joined and index + 1 not in clauses.covered

    def _document(self, clauses: Clauses, index: int, saying: Saying) -> bool:
        """Whether an Arabic present only tells what a text contains ("a statement that calls for")."""
        near = clauses.tokens[max(0, index - 2) : index]
        if saying.form.feature != "present" or any(a.article for t in near[-1:] for a in t.analyses):
            return False
        return any(self.lexicon.has("document", t.text) for t in near)

    def _considered(self, clauses: Clauses, index: int, saying: Saying) -> bool:
        """Whether an Arabic present at the head of a clause only says what a thing is ("is considered a step")."""
        form = saying.form
        single = form.feature == "present" and form.text[0] in "يت" and not form.text.endswith(("ون", "وا"))
        if not single or form.possessed or index + 1 >= len(clauses.tokens):
            return False
        following = clauses.tokens[index + 1]
        says = any(self.lexicon.has("that", w) for w in (following.text, following.text[1:]))
        return (
            following.word
            and not says
            and index + 1 not in clauses.covered
            and index - 1 not in clauses.covered
        )

    def behind_subject(self, clauses: Clauses, index: int) -> int:
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
            joined = before in BREAKS or before in ("and", "et") or self.lexicon.has("be", before)
            return joined or cites(clauses.tokens, index, self.lexicon) is not None
        able = self.lexicon.has("able", before) and saying.weight == "strong"
        return feature != "base" or not (able or self._infinitive(clauses, index))

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
