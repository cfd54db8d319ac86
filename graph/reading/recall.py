"""Recall: people by their name alone and organizations by their noun alone, where no phrase stands yet."""

from __future__ import annotations

from collections.abc import Collection

from graph.reading.datewords import date_words
from graph.reading.generic import Generic
from graph.reading.lexicon import Lexicon
from graph.reading.mention import Mention
from graph.reading.mentions import Phrases
from graph.reading.people import MIN_NAME, People, Person, name_words
from graph.reading.sentence import Sentence

LONGEST = 6  # words of a name


def recall(sentence: Sentence, people: People, generic: Generic, lexicon: Lexicon) -> None:
    """Add to a sentence the phrases that only the rest of the article, or who held office then, explains."""
    taken = {i for m in sentence.mentions for i in range(m.first, m.last)}
    phrases, found = Phrases(sentence.tokens, lexicon), []
    index = 0
    while index < len(sentence.tokens):
        mention = None if index in taken else _by_name(sentence, index, taken, people, lexicon)
        if mention:
            phrases.govern(mention)
            listed = lexicon.language.LANGUAGE == "ar" and _joined(sentence, mention, people)
            mention.joined = mention.joined or listed
            found.append(mention)
        index = mention.last if mention else index + 1
    taken |= {i for m in found for i in range(m.first, m.last)}
    for mention in generic.again(sentence.tokens, taken):
        phrases.govern(mention)
        found.append(mention)
    for mention in sentence.mentions:
        generic.named(sentence.tokens, mention)
    sentence.mentions = sorted([*sentence.mentions, *found], key=lambda m: m.first)


def _joined(sentence: Sentence, mention: Mention, people: People) -> bool:
    """Arabic: whether a bare name goes on with the list of the phrase right before it ("between N. and M.")."""
    first = sentence.tokens[mention.first]
    heads = ["ال" + a.stem if a.article else a.stem for a in first.analyses if a.conjunction]
    return not people.may_begin(first.text) and any(people.may_begin(head) for head in heads)


def _by_name(
    sentence: Sentence, index: int, taken: Collection[int], people: People, lexicon: Lexicon
) -> Mention | None:
    tokens, token = sentence.tokens, sentence.tokens[index]
    if not token.word or (lexicon.language.LANGUAGE != "ar" and not token.capital):
        return None
    if lexicon.has("function", token.text):
        return None
    heads = ["ال" + a.stem if a.article else a.stem for a in token.analyses]
    heads = [head for head in heads if people.may_begin(head)]
    end = index + 1
    while heads and end < len(tokens) and end not in taken and end - index < LONGEST and tokens[end].word:
        end += 1
    said = bool(heads) and index > 0 and lexicon.glances[tokens[index - 1].text].saying
    for last in range(end, index, -1):
        for head in heads:
            words = (head, *(t.text for t in tokens[index + 1 : last]))
            named = _person_named(words, people, lexicon, said)
            if named and not named.name and last - index == 1 and _part(sentence, index, taken, lexicon):
                continue
            if named:
                name = named.name or " ".join(t.original for t in tokens[index:last])
                first = index
                while first and lexicon.has("honorific", tokens[first - 1].text) and first - 1 not in taken:
                    first -= 1
                return Mention(first, last, "person", named.actors, name, list(named.posts))
    return None


def _person_named(words: tuple[str, ...], people: People, lexicon: Lexicon, said: bool) -> Person | None:
    """Who goes by the words in the article, or held office under them by the tables (without a name then).

    ``said``: a verb of saying stands before, so that a short word is a name too.
    """
    head = words[0]
    words = name_words(" ".join(words))
    person = people.by_words(words)
    shortest = MIN_NAME if lexicon.language.LANGUAGE == "ar" else MIN_NAME - 1
    short = len(head) <= shortest and not (said or lexicon.has("surname-first", head))
    if person and (len(words) > 1 or not short) and head not in lexicon.common:
        return person
    known = people.known.get(" ".join(words))
    if known and (len(words) > 1 or people.telling(head)):
        return Person("", (known.state,), [])
    return None


def _part(sentence: Sentence, index: int, taken: Collection[int], lexicon: Lexicon) -> bool:
    """Where names are capitalised: whether a word is part of the longer name of somebody or something else."""
    if lexicon.language.LANGUAGE == "ar":
        return False
    tokens = sentence.tokens
    before, behind = tokens[max(0, index - 1) : index], tokens[index + 1 : index + 3]
    if before and before[0].capital and index - 1 > 0 and index - 1 not in taken:
        known = date_words(lexicon.language.LANGUAGE)
        # "Mr. N.", "on Monday N."
        return not (lexicon.has("honorific", before[0].text) or (known and before[0].text in known.single))
    if behind and behind[0].text in ("'", "&"):
        behind = behind[1:]
    return bool(behind) and behind[0].capital and not lexicon.has("government", behind[0].text)
