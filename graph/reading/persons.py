"""People's names: where a name begins after an office or a style, and where it ends.

English names are capitalised. Arabic names are not marked: a name ends before a common word, a verb, a
clitic on a common word, or anything else that is known to be no name.
"""

from __future__ import annotations

from collections.abc import Sequence

from graph.reading.forms import Analysis
from graph.reading.lexicon import Lexicon
from graph.reading.mention import Mention
from graph.reading.tokens import Token

MAX_NAME_WORDS = 7
MAX_PORTFOLIO_WORDS = 5
PORTFOLIOS = ("minister", "secretary", "adviser", "authority", "assistant")
THAT = ("ان", "اون")
PRONOUN_ENDS = ("ها", "هما", "هم")


class PersonNames:
    """Reads people's names among the tokens of one sentence."""

    def __init__(self, tokens: Sequence[Token], lexicon: Lexicon) -> None:
        self.tokens = tokens
        self.lexicon = lexicon
        self.arabic = lexicon.language.LANGUAGE == "ar"
        self.styles = lexicon.words.get("honorific", frozenset())

    def portfolio(self, posts: Sequence[str], first: int, position: int) -> int:
        """How many words at ``position`` say what a minister or head is of ("of energy and industry")."""
        alone = position - first == 1
        if self.arabic and alone and any(a.article for a in self.tokens[position - 1].analyses):
            return 0  # "the minister": a name follows
        bare_head = self.arabic and alone and posts[-1] == "president"
        if not bare_head and not posts[-1].endswith(PORTFOLIOS):
            return 0
        taken = 0
        while taken < MAX_PORTFOLIO_WORDS and position + taken < len(self.tokens):
            token = self.tokens[position + taken]
            if not token.word or not self._is_portfolio(token, taken, position):
                break
            taken += 1
        return taken

    def department(self, mention: Mention, position: int) -> int:
        """Words and adjective of what a ministry is for ("the S Ministry of Transport", in Arabic order)."""
        if not self.arabic or not self.lexicon.has(
            "department", self.tokens[mention.first].text[-len(mention.head) :]
        ):
            return 0
        for end in range(position, min(len(self.tokens), position + MAX_PORTFOLIO_WORDS)):
            token = self.tokens[end]
            hit = self.lexicon.names.at(self.tokens, end) if token.word else None
            state = next((n.value for n in hit.names if n.kind == "adjective"), None) if hit else None
            if hit and state and end > position and hit.analysis.article and not hit.analysis.conjunction:
                mention.actors = (state,)
                return hit.last - position
            if hit or not self._is_portfolio(token, end - position, position):
                return 0
        return 0

    def _is_portfolio(self, token: Token, taken: int, position: int) -> bool:
        if not self.arabic or self.verbal(token) or self.lexicon.has("function", token.text):
            return False
        if self.lexicon.names.at(self.tokens, position + taken):
            return False
        if any(a.article and not a.preposition for a in token.analyses):
            known = any(self.common(a) for a in token.analyses) or any(a.conjunction for a in token.analyses)
            return not self.honorific(token) and (taken == 0 or known)
        return taken == 0 and token.text in self.lexicon.common

    def common(self, analysis: Analysis) -> bool:
        """Whether a reading of a word is a common word of the language."""
        return analysis.stem in self.lexicon.common or "ال" + analysis.stem in self.lexicon.common

    def epithet_before_name(self, index: int) -> bool:
        """A definite adjective between office and name ("the legitimate president N.")."""
        if (
            not self.arabic
            or index + 1 >= len(self.tokens)
            or self.lexicon.has("function", self.tokens[index].text)
        ):
            return False
        definite = any(
            a.article and not a.conjunction and not a.preposition for a in self.tokens[index].analyses
        )
        return (
            definite and self.tokens[index].text in self.lexicon.common and self.given(self.tokens[index + 1])
        )

    def name_end(self, start: int) -> int:
        """Where a person's name that begins at ``start`` ends; ``start`` itself if none begins there."""
        end = start
        while end < len(self.tokens) and end - start < MAX_NAME_WORDS and self.in_name(end, start):
            end += 1
        while end > start and (
            self.lexicon.has("linking", self.tokens[end - 1].text) or not self.tokens[end - 1].word
        ):
            end -= 1
        return end

    def in_name(self, index: int, start: int) -> bool:
        """Whether the word at ``index`` goes on with the name that began at ``start``."""
        token, first = self.tokens[index], index == start
        if (
            not first
            and token.text in self.lexicon.ordinals
            and self.tokens[index - 1].text in self.lexicon.given
        ):
            return True  # "Idris the Third"
        if self._korean_third(index, start):
            return True
        if not token.word or token.text[0].isdigit() or self.lexicon.has("function", token.text):
            return False
        if self.lexicon.has("particles", token.text):
            return (
                not first or token.text in self.lexicon.given or self.lexicon.has("name-openers", token.text)
            )
        if not self.arabic:
            joined = token.original.partition("-")[2][:1].isupper()
            return (token.capital or joined) and not self._title_word(index)
        if token.text in self.lexicon.given:
            return True
        if self._inflected(token, first) or self._otherwise_known(index):
            return False
        if index > start + 1 and token.text.startswith("ال") and token.original.endswith("ة"):
            return False
        after_given = not first and self.tokens[index - 1].text in self.lexicon.given
        if token.text in self.lexicon.common:
            if after_given and token.text.startswith("ال") and not self._starts_clitic(token):
                return True
            return (index == start + 1 or after_given) and self._may_be_surname(token)
        if after_given and not self._starts_clitic(token):
            return True
        return not self._clitic_of_common(token, first)

    def _korean_third(self, index: int, start: int) -> bool:
        """Whether a word spelled like "that" ends a name of three ("مون جيه إن"): what follows cannot be said."""
        if index != start + 2 or not self.lexicon.has("surname-first", self.tokens[start].text):
            return False
        if self.tokens[index].text not in THAT or index + 1 >= len(self.tokens):
            return False
        following = self.tokens[index + 1]
        small = not following.word or self.lexicon.has("function", following.text)
        return small or following.text in self.lexicon.prepositions or self.verbal(following)

    def _inflected(self, token: Token, first: bool) -> bool:
        """Whether a word shows a form that names have not: a future, a pronoun, a preposition with the article."""
        text = token.text
        if any(a.preposition and a.article for a in token.analyses) or self.verbal(token):
            return True
        if len(text) > 4 and ((text[:2] in ("سي", "ست") and not first) or text.endswith(PRONOUN_ENDS)):
            return True
        if token.original[:2] in ("لإ", "لأ", "بإ", "بأ"):
            return True
        if token.original.endswith("ه") and text[:-1] in self.lexicon.common:
            return True  # "his efforts"; a name that ends so is written with another letter
        accusative = text.endswith("ا") and (
            text[:-1] in self.lexicon.common or "ال" + text[:-1] in self.lexicon.common
        )
        joined = text[0] == "و" and not first and len(text) > 3 and self.common(token.analyses[0])
        return accusative or joined

    def _otherwise_known(self, index: int) -> bool:
        if any(a.stem in self.lexicon.side_words for a in self.tokens[index].analyses):
            return True  # "and his counterpart"
        hit = self.lexicon.names.at(self.tokens, index)
        return hit is not None and any(n.kind not in ("place", "outlet", "org-adjective") for n in hit.names)

    def _may_be_surname(self, token: Token) -> bool:
        """A word of a list of common words that still looks like no noun in a sentence."""
        text = token.text
        return (
            not text.startswith("ال")
            and text[-1] not in "اه"
            and text[0] not in "يتنسو"
            and not text.endswith(("ات", "ين"))
        )

    def _starts_clitic(self, token: Token) -> bool:
        return any(
            (a.conjunction or a.preposition) and (a.article or a.stem in self.lexicon.given or self.common(a))
            for a in token.analyses
            if not self._before_verb(a)
        )

    def _before_verb(self, analysis: Analysis) -> bool:
        """Whether a reading has a preposition before a verb, where none stands: the word is whole ("Kerry")."""
        features = self.lexicon.parts_of_speech(analysis.stem) if analysis.preposition else ()
        return bool(features) and "noun" not in features

    def _title_word(self, index: int) -> bool:
        hit = self.lexicon.names.at(self.tokens, index)
        return hit is not None and any(
            n.kind in ("state", "office", "adjective", "org", "people") for n in hit.names
        )

    def _clitic_of_common(self, token: Token, first: bool) -> bool:
        """Whether the word is a clitic on a common word ("ووزير", "بزياره") rather than a name."""
        return any(
            (a.conjunction or a.preposition)
            and (
                self.common(a)
                or self.lexicon.has("function", a.stem)
                or (not first and len(a.stem) > 2 and a.stem in self.lexicon.given)
            )
            for a in token.analyses
            if not self._before_verb(a)
        )

    def verbal(self, token: Token) -> bool:
        """Whether a word is a form of a verb of the lexicon."""
        readings = [a for a in token.analyses if not (self.arabic and a.preposition)]
        verbal = any(f != "noun" for a in readings for f in self.lexicon.parts_of_speech(a.stem))
        return verbal and token.text not in self.lexicon.given

    def honorific(self, token: Token) -> bool:
        """Whether a word is a style that stands before names ("Dr", "Sheikh")."""
        if not token.word:
            return False
        styles, text = self.styles, token.text
        if text in styles or text.rstrip(".") in styles:
            return True
        return self.arabic and any(a.article and "ال" + a.stem in styles for a in token.analyses)

    def given(self, token: Token) -> bool:
        """Whether a word is a known given name."""
        return token.text in self.lexicon.given and not self.lexicon.has("function", token.text)

    def text(self, first: int, last: int) -> str:
        """Words as the author wrote them, a blank between."""
        return " ".join(t.original for t in self.tokens[first:last])
