"""Sentences and clauses: where a sentence ends, and how far the words around a verb reach."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from graph.reading.fold import Folded, fold
from graph.reading.forms import FINITE, Form
from graph.reading.lexicon import Lexicon
from graph.reading.tokens import Token, tokenize

ENDS = frozenset(".؟?!\n")
BARE_FORM = 3
QUOTE = '"'
FEMININE = "\N{ARABIC LETTER TEH MARBUTA}"  # ends nouns only
SET_APART = 2
APART = 6
PREFIXES = frozenset("يتنس")  # of an Arabic present or future
LONGEST = 400  # tokens; nobody writes longer sentences, and reading one takes time that grows with its square
COMMAS = frozenset(",،")
BREAKS = frozenset(',،;؛:()"')


def sentences(folded: Folded, start: int, lexicon: Lexicon) -> Iterator[list[Token]]:
    """Lists of tokens, a sentence each; a line always ends one."""
    for line_start, line_end in _lines(folded.text, start):
        current: list[Token] = []
        tokens = tokenize(folded, line_start, line_end, lexicon.language.analyses)
        if lexicon.language.ORDER != "subject-first":
            tokens = _bare_names(tokens)
        for index, token in enumerate(tokens):
            current.append(token)
            if len(current) >= LONGEST or _ends(tokens, index, lexicon):
                yield current
                current = []
        if current:
            yield current


def _bare_names(tokens: list[Token]) -> list[Token]:
    """Tokens without hashes and the marks that Arabic papers set around a word or two (the movement «N.»)."""
    tokens = [t for t in tokens if t.text != "#"]
    marks = [i for i, t in enumerate(tokens) if t.text == QUOTE]
    dropped: set[int] = set()
    position = 0
    while position + 1 < len(marks):
        first, last = marks[position : position + 2]
        inside = tokens[first + 1 : last]
        if 0 < len(inside) <= SET_APART and all(t.word for t in inside) and not _closes(tokens, first):
            dropped |= {first, last}
            position += 1
        position += 1
    return [t for i, t in enumerate(tokens) if i not in dropped]


def _closes(tokens: Sequence[Token], mark: int) -> bool:
    """Whether a quotation mark is joined to the word before it and not to the one behind it."""
    joined = mark > 0 and tokens[mark - 1].end == tokens[mark].start
    return joined and tokens[mark].end < tokens[mark + 1].start


def _ends(tokens: Sequence[Token], index: int, lexicon: Lexicon) -> bool:
    """Whether a sentence ends with a token: a quotation mark right behind a full stop still belongs to it.

    The full stop of an abbreviation ends one before a word that opens sentences ("in Washington, D.C. The talks").
    """
    if tokens[index].word:
        following = tokens[index + 1] if index + 1 < len(tokens) else None
        short = tokens[index].text[-1] == "." and tokens[index].text.count(".") > 1
        return bool(short and following and following.capital and lexicon.has("opener", following.text))
    if tokens[index].text == QUOTE:
        return index > 0 and tokens[index - 1].text in ENDS and tokens[index - 1].end == tokens[index].start
    if tokens[index].text not in ENDS:
        return False
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    return not (following and following.text == QUOTE and following.start == tokens[index].end)


def _lines(text: str, start: int) -> Iterator[tuple[int, int]]:
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        if text[start:end].strip():
            yield start, end
        start = end + 1


@cache
def _base(lemma: str) -> str:
    """The dictionary form of a lemma, folded."""
    return fold(lemma.split(" ", maxsplit=1)[0]).text


class Clauses:
    """The clauses of a sentence, as token ranges that begin at a conjunction, a relative or a new verb."""

    def __init__(
        self,
        tokens: Sequence[Token],
        lexicon: Lexicon,
        covered: frozenset[int] = frozenset(),
        plurals: frozenset[int] = frozenset(),
    ) -> None:
        self.tokens, self.lexicon, self.covered = tokens, lexicon, covered
        self.plurals = plurals
        glances = self.glances = lexicon.glances
        self.verbs = [
            glances[t.text].verb and i not in covered and self._is_verb(i) for i, t in enumerate(tokens)
        ]
        for index in [i for i in range(2, len(tokens)) if self.verbs[i] and tokens[i - 1].text in COMMAS]:
            if self._noun_too(index) and self._announced(index):
                self.verbs[index] = False
        self.starts = [0] + [i for i in range(1, len(tokens)) if self._begins(i)]

    def _is_verb(self, index: int) -> bool:
        token = self.tokens[index]
        if not token.word or self.lexicon.has("function", token.text) or token.original[-1] == FEMININE:
            return False
        for analysis in token.analyses:
            if analysis.article or analysis.preposition:
                continue
            for feature in self.lexicon.parts_of_speech(analysis.stem):
                if feature == "past" and self._after_preposition(index):
                    continue
                if feature in FINITE and self.plausible(feature, index):
                    return True
            if self.lexicon.has("verb", analysis.stem) and not self._after_preposition(index):
                return True
        return False

    def _after_preposition(self, index: int) -> bool:
        """Whether an Arabic preposition stands before a word, which is a verbal noun then and no verb."""
        verb_first = self.lexicon.language.ORDER != "subject-first"
        return verb_first and index > 0 and self.tokens[index - 1].text in self.lexicon.prepositions

    def plausible(self, feature: str, index: int) -> bool:
        """Whether a form of a feature can stand at a token, after the word before it."""
        at = index
        while (
            self.lexicon.language.ORDER == "subject-first"
            and at > 1
            and (
                self.tokens[at - 1].text[-2:] == "ly"
                or (feature == "base" and self.lexicon.has("adverb", self.tokens[at - 1].text))
            )
        ):
            at -= 1  # "will shortly open", "the newly elected"
        before = self.tokens[at - 1].text if at else ""
        if feature == "present" and not index and self.lexicon.language.ORDER == "subject-first":
            return "." not in (
                t.text for t in self.tokens[-2:]
            )  # "Talks between S and T ended."; a headline may open with a verb
        if at and len(before) > 1 and self.tokens[at - 1].original.isupper():
            before = self.tokens[at - 1].original  # "US" and "WHO" are no pronouns
        return self.lexicon.language.plausible(feature, before) or (feature == "base" and self.many(index))

    def many(self, index: int) -> bool:
        """Whether a subject of several stands right before: a bare form after it is a present ("S and T condemn")."""
        while index and self.tokens[index - 1].text.endswith("ly"):
            index -= 1
        return index in self.plurals

    def _begins(self, index: int) -> bool:
        token, before = self.tokens[index], self.tokens[index - 1]
        if index in self.covered and index - 1 in self.covered:
            return False
        if self.glances[token.text].clause:
            return not self._demonstrative(index)
        joined = before.text == "and" and self.tokens[index - 2].text == ","
        if joined and self.verbs[index]:
            return True
        if before.text in BREAKS and before.text != '"':
            return self.verbs[index] or self._participle(index)
        return self.verbs[index] and self._conjoined(index)

    def _demonstrative(self, index: int) -> bool:
        """Whether what may open a clause only points to a time ("left that day for S")."""
        words = tuple(t.text for t in self.tokens[index : index + 2])
        return words in self.lexicon.phrases.get("demonstrative", ())

    def _conjoined(self, index: int) -> bool:
        """Whether the first letter of a verb is a joining one and not its own ("وقال", but "وصل", "فرض")."""
        token = self.tokens[index]
        if not any(a.conjunction for a in token.analyses[:3]):
            return False
        whole = [a.stem for a in token.analyses if not (a.conjunction or a.preposition or a.article)]
        return not any(
            self.lexicon.has("verb", stem) or not FINITE.isdisjoint(self.lexicon.parts_of_speech(stem))
            for stem in whole
        )

    def past(self, index: int) -> bool:
        """Whether the verb at a token is a past form; one that only marks a clause tells by its first letter."""
        readings = [a for a in self.tokens[index].analyses if not (a.article or a.preposition)]
        features = {f for a in readings for f in self.lexicon.parts_of_speech(a.stem)}
        if not features:
            return all(a.stem[:1] not in PREFIXES for a in readings)
        return "past" in features and features.isdisjoint({"present", "future", "base"})

    def continues(self, index: int) -> bool:
        """Whether an Arabic participle is an active one, which has its object right behind it."""
        if self.lexicon.language.ORDER == "subject-first" or not index:
            return True
        following = self.tokens[index + 1] if index + 1 < len(self.tokens) else None
        named = index + 1 in self.covered and following and not following.analyses[0].preposition
        return bool(named or (following and self.lexicon.has("object-pronoun", following.text)))

    def _participle(self, index: int) -> bool:
        return any(
            s.form.feature == "participle"
            for a in self.tokens[index].analyses
            for s in self.lexicon.sayings.get(a.stem, ())
        )

    def verbal(self, index: int, form: Form, lemma: str, named: bool) -> bool:
        """Whether an Arabic past form is the verb and not the verbal noun written alike (طلب, دعم, حرص).

        After a preposition it is the noun, after a name or at the opening of a clause the verb.
        """
        if self.tokens[index].original[-1] == FEMININE:
            return form.feature in ("noun", "participle")
        if self.lexicon.language.LANGUAGE != "ar" or form.feature != "past" or not index:
            return True
        before, governing = self.tokens[index - 1].text, self.lexicon.prepositions
        if before in governing or (before[0] in "وف" and before[1:] in governing):
            return False
        bare = self.tokens[index].text == form.text == _base(lemma)
        if bare and self._feminine(index + 1):
            return False  # "the government's refusal": a verb before it were feminine
        if len(_base(lemma)) == BARE_FORM and _base(lemma)[1] == "ا":
            return True  # "قال", "دان": no verbal noun is written so
        if form.possessed and len(_base(lemma)) == BARE_FORM:
            return not self._has_verb_before(index)  # "دعمه" is "his support" behind another verb
        if form.text != _base(lemma) and len(form.text) > BARE_FORM:
            return True
        if named:
            return self.tokens[index].text != form.text or not self._has_verb_before(index)
        if index + 1 in self.covered and not any(a.preposition for a in self.tokens[index + 1].analyses[:1]):
            return not self._has_verb_before(index)  # a phrase right after it is its subject, or its owner
        if before in COMMAS and bare and self._announced(index):
            return False
        opening = ("clause", "relative", "function", "verb-opening")
        return (
            not self.tokens[index - 1].word
            or any(self.lexicon.has(c, w) for c in opening for w in (before, before[1:]))
            or self.tokens[index].text != form.text
            or (before not in self.lexicon.common and not self._has_verb_before(index))
        )

    def _feminine(self, index: int) -> bool:
        """Whether an Arabic noun at a token is feminine and definite."""
        near = self.tokens[index : index + 1]
        return any(t.original[-1] == FEMININE and any(a.article for a in t.analyses) for t in near)

    def _noun_too(self, index: int) -> bool:
        """Whether a word without joining letters may be an event noun as well as a past verb."""
        features = {"noun", "past"}
        return features <= set(self.lexicon.parts_of_speech(self.tokens[index].text))

    def _announced(self, index: int) -> bool:
        """Whether a word behind a day between commas is what a light verb before has ("announced, on Friday, the")."""
        start = next(
            (i for i in range(index - 2, max(0, index - APART), -1) if self.tokens[i].text in COMMAS), 0
        )
        verb = next((i for i in range(start - 1, -1, -1) if self.verbs[i]), None) if start else None
        return verb is not None and any(self.lexicon.has("light", a.stem) for a in self.tokens[verb].analyses)

    def _has_verb_before(self, index: int) -> bool:
        """Whether the clause already has its verb ("N. stressed the support of"): a bare form is a noun then."""
        for position in range(index - 1, -1, -1):
            token = self.tokens[position]
            if self.verbs[position]:
                return True
            small = ("that", "relative", "clause")
            if not token.word or any(
                self.lexicon.has(c, w) for c in small for w in (token.text, token.text[1:])
            ):
                return False
        return False

    def around(self, index: int) -> tuple[int, int]:
        """Token range of the clause that holds a token."""
        first = max(s for s in self.starts if s <= index)
        last = min((s for s in self.starts if s > index), default=len(self.tokens))
        return first, last

    def reach(self, index: int, verb: bool, comma: bool = True, words: int = 40) -> int:
        """How far to the right of a verb or event noun its arguments may stand."""
        last, glances = min(len(self.tokens), index + words), self.lexicon.glances
        for position in range(index + 1, last):
            token = self.tokens[position]
            if token.text in ENDS or token.text in (";", "؛") or (not comma and token.text in (",", "،")):
                return position
            if token.text == ":" and not self.lexicon.has("list-head", self.tokens[position - 1].text):
                return position
            bound = glances[token.text].bound and not self._demonstrative(position)
            if bound and (self.lexicon.has("relative", token.text) or self.lexicon.has("that", token.text)):
                return position
            if self.verbs[position] and (not verb or (position > index + 1 and position in self.starts)):
                return position
            if bound and (
                self.lexicon.has("clause", token.text)
                or (verb and position > index + 1 and self.lexicon.has("auxiliary", token.text))
            ):
                return position
        return last
