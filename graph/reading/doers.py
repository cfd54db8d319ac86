"""Who does what the verbs of an Arabic sentence tell: the phrase right behind a verb, whatever the verb is."""

from __future__ import annotations

from dataclasses import dataclass

from graph.reading.clauses import Clauses
from graph.reading.lexicon import Lexicon
from graph.reading.mention import Mention
from graph.reading.sentence import Sentence
from graph.reading.tokens import Token

DOERS = frozenset({"person", "body", "name"})


@dataclass(frozen=True, slots=True)
class Doer:
    """A verb with those who do it, and the first of them as a phrase."""

    verb: int
    mention: Mention
    actors: tuple[str, ...]


def doers(sentence: Sentence, clauses: Clauses, lexicon: Lexicon) -> list[Doer]:
    """Each verb of a main clause that has its subject right behind it; also one that opens the sentence."""
    if lexicon.language.ORDER == "subject-first":
        return []
    opening = next((i for i, t in enumerate(sentence.tokens) if not _leads_on(t, lexicon)), 0)
    behind = {m.first: m for m in sentence.mentions if m.kind in DOERS and m.actors and not m.preposition}
    found = []
    for index in range(len(sentence.tokens)):
        mention = behind.get(index + 1)
        if mention is None or _subordinate(clauses, index, lexicon):
            continue
        if clauses.verbs[index] or (index == opening and _may_be_verb(sentence, index, lexicon)):
            found.append(Doer(index, mention, _listed(sentence, mention)))
    return found


def _listed(sentence: Sentence, mention: Mention) -> tuple[str, ...]:
    """The actors of a phrase and of those that go on with its list."""
    actors, last = list(mention.actors), mention.last
    for other in sentence.mentions[sentence.mentions.index(mention) + 1 :]:
        if not other.joined or other.preposition or other.kind not in DOERS or other.first - last > 1:
            break
        actors += other.actors
        last = other.last
    return tuple(dict.fromkeys(actors))


def _leads_on(token: Token, lexicon: Lexicon) -> bool:
    """Whether a word only leads on to the verb ("and", "had", "for his part,")."""
    if token.text == "،":
        return True
    words = (token.text, token.text[1:])
    return any(lexicon.has(c, w) for c in ("verb-opening", "future-past") for w in words)


def _subordinate(clauses: Clauses, index: int, lexicon: Lexicon) -> bool:
    """Whether a verb stands in a relative clause or behind "that", whose subject is not that of what follows."""
    start = clauses.around(index)[0]
    first = clauses.tokens[start].text
    if start and lexicon.has("that-adverb", clauses.tokens[start - 1].text):
        return False  # "after N. had accused T, and it announced"
    small = ("relative", "that")
    return any(lexicon.has(c, w) for c in small for w in (first, first[1:] if first[:1] in "وف" else first))


def _may_be_verb(sentence: Sentence, index: int, lexicon: Lexicon) -> bool:
    """Whether an unknown word can be a verb: no known noun, no small word, no part of a phrase, without an article."""
    token = sentence.tokens[index]
    if not token.word or any(m.first <= index < m.last for m in sentence.mentions):
        return False
    if lexicon.has("function", token.text) or token.text in lexicon.prepositions:
        return False
    if any(a.article or a.preposition for a in token.analyses):
        return False
    return not any("noun" in lexicon.parts_of_speech(a.stem) for a in token.analyses)
