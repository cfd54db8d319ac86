"""What a word may be at first sight."""

from __future__ import annotations

import pytest

from graph.reading.fold import fold
from graph.reading.glance import Glance
from graph.reading.lexicon import lexicon


def glance(code: str, word: str) -> Glance:
    return lexicon(code).glances[fold(word).text]


@pytest.mark.parametrize(
    ("code", "word", "what"),
    [
        ("en", "Norway", "phrase"),
        ("en", "Kenyan-led", "phrase"),
        ("en", "visited", "trigger"),
        ("en", "stressed", "saying"),
        ("en", "member", "member"),
        ("en", "which", "bound"),
        ("ar", "والنرويج", "phrase"),
        ("ar", "واستقبل", "trigger"),
    ],
)
def test_a_word_that_may_be_something_is_looked_at(code: str, word: str, what: str) -> None:
    assert getattr(glance(code, word), what)


def test_a_plain_word_is_nothing() -> None:
    found = glance("en", "harvest")
    assert not any((found.phrase, found.trigger, found.saying, found.member, found.verb, found.bound))
