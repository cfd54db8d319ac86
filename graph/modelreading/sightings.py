"""Which states and organizations a text shows, by the reader's own tables of names.

A model names actors by ids; an id counts only where the text has a name for it. The tables know official
and short names, nationality adjectives, capitals and seats of power, offices that are a state's, places
and holders of office; what they do not know stays as the text names it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, cached_property

from graph.model import Article
from graph.modelreading.aligning import Span, languages_in
from graph.reading.fold import fold
from graph.reading.lexicon import lexicon
from graph.reading.names import Hit, is_state
from graph.reading.places import place_state
from graph.reading.tokens import tokenize
from graph.reference import tables

SMALL = 3  # letters up to which a word of a name tells nothing


class Sightings:
    """The actors that an article shows, each with the spans of its names, in any language of its letters."""

    def __init__(self, article: Article) -> None:
        self._text = article.text
        self._lexicons = [lexicon(code) for code in languages_in(article.text, article.language)]

    @cached_property
    def by_actor(self) -> dict[str, list[Span]]:
        """Actor id -> spans of what stands for it, in order."""
        found: dict[str, list[Span]] = {}
        for span, hit in self._hits():
            for actor in _actors(hit):
                found.setdefault(actor, []).append(span)
        return found

    def within(self, span: Span) -> set[str]:
        """The actors that some name inside a stretch may stand for."""
        return {
            actor
            for actor, spans in self.by_actor.items()
            if any(span[0] <= start and end <= span[1] for start, end in spans)
        }

    def _hits(self) -> Iterator[tuple[Span, Hit]]:
        folded = fold(self._text)
        for words in self._lexicons:
            tokens = tokenize(folded, 0, len(folded.text), words.language.analyses)
            heads = words.words.get("organization-head", frozenset())
            for index, token in enumerate(tokens):
                if not token.word:
                    continue
                hits = [words.names.at(tokens, index)]
                hits += [words.garbled.at(tokens, index, a) for a in token.analyses if a.stem in heads]
                for hit in hits:
                    if hit is not None:
                        yield folded.span(token.start, tokens[hit.last - 1].end), hit


def _actors(hit: Hit) -> Iterator[str]:
    for name in hit.names:
        if name.kind == "office":
            state = name.value.rpartition(":")[0].removeprefix("~")
        else:
            state = place_state(name.value) if name.kind == "place" else name.value
        if state and (is_state(state) or is_organization(state)):
            yield state


def is_organization(actor: str) -> bool:
    """Whether the reference tables have an organization of this id."""
    return actor in _names_of()


def is_short_form(words: str, actor: str) -> bool:
    """Whether some words are half of the telling words of a known name of an organization, and no others.

    So "the atomic energy agency" is the International Atomic Energy Agency, and "energy" is not.
    """
    wanted = _telling(words)
    return bool(wanted) and any(
        wanted <= name and 2 * len(wanted) >= len(name) for name in _names_of().get(actor, ())
    )


@cache
def _names_of() -> dict[str, tuple[frozenset[str], ...]]:
    names: dict[str, list[frozenset[str]]] = {row.id: [] for row in tables.organizations()}
    for row in tables.organization_names():
        names.setdefault(row.code, []).append(_telling(row.name))
    return {actor: tuple(found) for actor, found in names.items()}


def _telling(words: str) -> frozenset[str]:
    """The words of a name that are long enough to tell it, bare of article and ل."""
    found = (w.removeprefix("ال").removeprefix("لل") for w in fold(words).text.replace("-", " ").split())
    return frozenset(w for w in found if len(w) > SMALL)


@cache
def _holders() -> dict[str, frozenset[str]]:
    """Folded name of a holder of office -> the states that the tables have it for."""
    found: dict[str, set[str]] = {}
    for row in tables.holdings():
        for name in (row.person, row.name_ar):
            if name:
                found.setdefault(fold(name).text, set()).add(row.state)
    return {name: frozenset(states) for name, states in found.items()}


def states_of_person(name: str) -> frozenset[str]:
    """The states in whose offices the tables have a person of this name."""
    return _holders().get(fold(name).text, frozenset())
