"""The lexicon of a language as it is loaded from data."""

import pytest

from graph.exc import InputError
from graph.reading.lexicon import FRAMES, lexicon
from ontology.terms import EVENT_KINDS, STANCES


@pytest.mark.parametrize("code", ["ar", "en", "fr"])
def test_every_entry_uses_terms_of_the_ontology(code: str) -> None:
    known = lexicon(code)
    triggers = [t for group in known.triggers.values() for t in group]
    assert {t.kind for t in triggers} <= set(EVENT_KINDS) and {t.frame for t in triggers} <= FRAMES
    assert {s.stance for group in known.sayings.values() for s in group} <= set(STANCES)
    assert {stance for stance, _ in known.cues} <= set(STANCES)


@pytest.mark.parametrize(("code", "stem", "feature"), [("en", "visited", "past"), ("ar", "زياره", "noun")])
def test_a_form_is_found_with_what_it_is(code: str, stem: str, feature: str) -> None:
    assert feature in lexicon(code).parts_of_speech(stem)


def test_small_words_are_known_by_what_they_do() -> None:
    assert lexicon("en").has("negation", "not") and not lexicon("en").has("negation", "peace")
    assert not lexicon("en").has("no such category", "not")


def test_a_language_without_a_pack_has_no_lexicon() -> None:
    with pytest.raises(InputError):
        lexicon("xx")
