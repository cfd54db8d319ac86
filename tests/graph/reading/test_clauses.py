"""Sentences and clauses."""

from typing import Any

import pytest

from graph.reading.clauses import LONGEST, Clauses, sentences
from graph.reading.fold import fold
from graph.reading.lexicon import lexicon


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "Norway agreed. Chile did not!\nPeru?"), ("ar", "وافقت النرويج. رفضت تشيلي!\nوبيرو؟")],
)
def test_a_stop_or_a_line_ends_a_sentence(language: str, text: str) -> None:
    assert len(list(sentences(fold(text), 0, lexicon(language)))) == 3


def test_no_sentence_is_longer_than_the_longest() -> None:
    cut = list(sentences(fold("word " * (LONGEST + 50)), 0, lexicon("en")))
    assert [len(tokens) for tokens in cut] == [LONGEST, 50]


@pytest.mark.parametrize(
    ("language", "text", "verb", "opening"),
    [
        ("en", "Norway said that Chile expelled two envoys", "expelled", "that"),
        ("ar", "أعلنت النرويج أن تشيلي طردت سفيرين", "طردت", "ان"),
    ],
)
def test_a_verb_after_that_has_a_clause_of_its_own(
    tokens: Any, language: str, text: str, verb: str, opening: str
) -> None:
    found = tokens(text, language)
    words = [t.text for t in found]
    clauses = Clauses(found, lexicon(language))
    first, last = clauses.around(words.index(verb))
    assert words[first] == opening and last == len(found)
    assert clauses.around(0)[1] <= first


def test_arguments_reach_no_further_than_the_next_relative(tokens: Any) -> None:
    found = tokens("Chile expelled the envoy who met Peru", "en")
    words = [t.text for t in found]
    assert Clauses(found, lexicon("en")).reach(words.index("expelled"), True) == words.index("who")


def test_an_event_noun_behind_a_day_between_commas_is_no_verb() -> None:
    pack = lexicon("ar")
    (sentence,) = sentences(fold("أعلنت هولندا، الأربعاء، طرد الدبلوماسي."), 0, pack)
    index = next(i for i, t in enumerate(sentence) if t.text == "طرد")
    assert not Clauses(sentence, pack, frozenset({1})).verbs[index]


def test_marks_around_a_name_are_passed_over_and_those_around_speech_are_not() -> None:
    pack = lexicon("ar")
    (named,) = sentences(fold("وصلت حركة «حماس» أمس."), 0, pack)
    (spoken,) = sentences(fold("قال «نحن نرحب بهذا»."), 0, pack)
    assert '"' not in [t.text for t in named]
    assert [t.text for t in spoken].count('"') == 2
