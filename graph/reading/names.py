"""All names in one pass: the trie of states, organizations, places, offices and bodies of one language.

Made from the reference tables and the language's lexicon, so that what the graph knows and what the
reader finds are one set of rows.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from rapidfuzz import fuzz, process

from graph.reading.fold import fold
from graph.reading.forms import Analysis, language
from graph.reading.tokens import Token
from graph.reference import tables

# kinds of name: state, org, adjective, capital, seat, place, outlet, office, body, honorific, epithet
STATE_KINDS = {
    "official": "state",
    "short": "state",
    "variant": "state",
    "former": "state",
    "abbreviation": "state",
    "capital": "capital",
    "seat": "seat",
    "demonym": "people",
}
ARTICLE = "ال"
PAIRED = ("adjective", "state")


@dataclass(frozen=True, slots=True)
class Name:
    """A written form: what it is (``kind``), what it stands for (``value``) and when it may be meant."""

    kind: str
    value: str
    words: tuple[str, ...]
    articles: tuple[bool, ...]
    caution: str = ""
    cased: str = ""


@dataclass(frozen=True, slots=True)
class Hit:
    """A name found at tokens ``first:last``; ``analysis`` reads its first word."""

    first: int
    last: int
    names: tuple[Name, ...]
    analysis: Analysis


class Trie:
    """Names by their first word and the next one, the longest first."""

    def __init__(self, names: Iterable[Name], led: frozenset[str] = frozenset()) -> None:
        self._led = led
        self._first: dict[str, dict[str, list[Name]]] = {}
        self._order: dict[int, int] = {}
        for order, name in enumerate(names):
            second = name.words[1] if len(name.words) > 1 else ""
            self._first.setdefault(name.words[0], {}).setdefault(second, []).append(name)
            self._order[id(name)] = order
        for groups in self._first.values():
            for group in groups.values():
                group.sort(key=lambda n: -len(n.words))

    @property
    def first_words(self) -> Container[str]:
        """The words that names begin with."""
        return self._first.keys()

    def _beginning(self, tokens: Sequence[Token], index: int, stem: str) -> Sequence[Name]:
        """Names that begin with a stem and go on with a reading of the next token, the longest first."""
        groups = self._first.get(stem)
        if groups is None:
            return ()
        following = tokens[index + 1].analyses if index + 1 < len(tokens) else ()
        seconds = dict.fromkeys(a.stem for a in following if a.stem in groups)
        if not seconds:
            return groups.get("", ())
        found = [name for second in (*seconds, "") for name in groups.get(second, ())]
        found.sort(key=lambda n: (-len(n.words), self._order[id(n)]))
        return found

    def at(self, tokens: Sequence[Token], index: int) -> Hit | None:
        """The longest name that begins at a token, with all that it may mean."""
        best: Hit | None = None
        for analysis in tokens[index].analyses:
            for name in self._beginning(tokens, index, analysis.stem):
                length = len(name.words)
                if best and length < best.last - best.first:
                    break
                if (name.articles[0] and not analysis.article) or not _fits(name, tokens, index):
                    continue
                if best and length == best.last - best.first:
                    if analysis == best.analysis:
                        best = Hit(best.first, best.last, (*best.names, name), analysis)
                    continue
                best = Hit(index, index + length, (name,), analysis)
        return best or self._compound(tokens, index)

    def _compound(self, tokens: Sequence[Token], index: int) -> Hit | None:
        """Two states in one hyphenated word ("Kenyan-Ugandan", "US-China")."""
        parts = tokens[index].text.split("-") if "-" in tokens[index].text else ()
        if len(parts) != 2 or not tokens[index].capital:
            return None
        found = [
            next((n for n in self._first.get(p, {}).get("", ()) if n.kind in PAIRED), None) for p in parts
        ]
        names = tuple(n for n in found if n)
        if names and parts[1] in self._led and found[0]:
            return Hit(index, index + 1, (replace(found[0], kind="adjective"),), Analysis(tokens[index].text))
        return (
            Hit(index, index + 1, names, Analysis(tokens[index].text))
            if len({n.value for n in names}) == 2
            else None
        )


def _fits(name: Name, tokens: Sequence[Token], index: int) -> bool:
    if index + len(name.words) > len(tokens):
        return False
    if name.cased and tokens[index].original != name.cased.split(" ", 1)[0]:
        return False
    if name.kind == "outlet" and any(
        t.original[:1].islower() for t in tokens[index : index + len(name.words)]
    ):
        return False
    for offset in range(1, len(name.words)):
        word, article = name.words[offset], name.articles[offset]
        if not any(a.stem == word and (a.article or not article) for a in tokens[index + offset].analyses):
            return False
    return True


class Garbled:
    """Long names of organizations that an article misspells or turns around, by likeness of their words."""

    CUTOFF, SHORTEST, LONGEST = 84.0, 5, 12

    def __init__(self, names: Iterable[Name]) -> None:
        self._names = [n for n in names if n.kind == "org" and len(n.words) >= self.SHORTEST]
        self._texts = [" ".join(n.words) for n in self._names]

    def at(self, tokens: Sequence[Token], index: int, analysis: Analysis) -> Hit | None:
        """The likest organization for a stretch that begins with a word such as "conference"."""
        best: tuple[float, int, int] = (0.0, 0, 0)
        words = [analysis.stem]
        for length in range(2, self.LONGEST + 1):
            if index + length > len(tokens) or not tokens[index + length - 1].word:
                break
            words.append(_bare(tokens[index + length - 1]))
            if length >= self.SHORTEST:
                found = process.extractOne(
                    " ".join(words), self._texts, scorer=fuzz.token_sort_ratio, score_cutoff=self.CUTOFF
                )
                if found and found[1] > best[0]:
                    best = (found[1], found[2], length)
        score, number, length = best
        return Hit(index, index + length, (self._names[number],), analysis) if score else None


def _bare(token: Token) -> str:
    return next((a.stem for a in token.analyses if a.article), token.text)


def entry(kind: str, value: str, form: str, code: str, caution: str = "", cased: bool = False) -> Name | None:
    """A Name from a written form; None for one that has no words."""
    words, written = _words(fold(form).text), _words(form)
    if not words:
        return None
    if len(written) != len(words):  # marks on letters cut words
        written = words
    bare, articles = [], []
    for word, spelling in zip(words, written, strict=True):
        # the first letters of ألماني are no article
        article = code == "ar" and spelling.startswith(ARTICLE) and len(word) > 4
        bare.append(word[2:] if article else word)
        articles.append(article)
    return Name(kind, value, tuple(bare), tuple(articles), caution, form if cased else "")


def _words(form: str) -> list[str]:
    found = re.findall(r"'s\b|[^\W_]+(?:(?:[.-]|'(?!s\b))[^\W_]+)*\.?|[.]", form.replace("’", "'"))
    return [w for w in found if w != "."]


def _states(code: str) -> Iterator[Name | None]:
    for row in tables.state_names():
        # a capital that is as often a person or a word (Victoria, Kingston) is only a place
        if row.lang == code and not (row.kind == "capital" and row.caution in ("person", "word")):
            kind = "adjective" if row.kind.startswith("adjective") else STATE_KINDS.get(row.kind, "state")
            short = row.kind == "abbreviation" or (row.name.isupper() and len(row.name) <= 4)
            yield entry(kind, row.code, row.name, code, row.caution, cased=short)


def _organizations(code: str) -> Iterator[Name | None]:
    kinds = {row.id: row.kind for row in tables.organizations()}
    for row in tables.organization_names():
        if row.lang == code:
            kind = "outlet" if kinds.get(row.code) in tables.OUTLETS else "org"
            kind = "org-adjective" if row.kind.startswith("adjective") else kind
            yield entry(
                kind, row.code, row.name, code, row.caution, cased=row.name.isupper() and len(row.name) < 7
            )


def _places(code: str) -> Iterator[Name | None]:
    script = r"[\u0600-\u06ff]" if code == "ar" else r"[A-Za-z]"
    for row in tables.places():
        for form in {getattr(row, code, row.en), *row.aliases}:
            if form and re.search(script, form):
                yield entry("place", row.key, form, code, row.caution)


@cache
def reference_names(code: str) -> tuple[Name, ...]:
    """Every name that the reference tables give in a language."""
    language(code)
    found = (*_states(code), *_organizations(code), *_places(code))
    return tuple(dict.fromkeys(name for name in found if name))


@cache
def _state_codes() -> frozenset[str]:
    return frozenset(row.code for row in tables.states())


def is_state(actor: str) -> bool:
    """Whether the id of an actor is a state's code; some organizations have three letters too."""
    return actor in _state_codes()
