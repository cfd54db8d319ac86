"""Tokens: words with their offsets, and what counts as a capital."""

from typing import Any


def test_tokens_stand_where_they_are_written(tokens: Any) -> None:
    text = "قال الوزير: «نعم»، ثم غادر."
    for token in tokens(text, "ar"):
        assert text[token.start : token.end] == token.original


def test_abbreviations_and_possessives_are_tokens_of_their_own(tokens: Any) -> None:
    words = [t.text for t in tokens("Dr. Lee's talks with the U.S. ended", "en")]
    assert words == ["dr.", "lee", "'s", "talks", "with", "the", "u.s.", "ended"]


def test_a_capital_behind_an_elided_word_is_one(tokens: Any) -> None:
    found = tokens("selon l'Iran d'après", "fr")
    assert [t.capital for t in found] == [False, True, False]
