"""Ways to read an invented text as far as a test needs it."""

from collections.abc import Callable
from datetime import date

import pytest

from graph.model import ArticleRecords
from graph.reading import open_article, read_article
from graph.reading.clauses import sentences
from graph.reading.compounds import compound
from graph.reading.fold import fold
from graph.reading.lexicon import lexicon
from graph.reading.mention import Mention
from graph.reading.mentions import Phrases
from graph.reading.owners import owned
from graph.reading.tokens import Token

Read = Callable[..., ArticleRecords]


@pytest.fixture
def read() -> Read:
    """Records of a text in a language, published on Wednesday, 13 March 2024 where nothing else is said."""

    def reading(text: str, language: str, published: date | None = date(2024, 3, 13)) -> ArticleRecords:
        return read_article(open_article(text, key="t/1", language=language, published=published))

    return reading


@pytest.fixture
def tokens() -> Callable[[str, str], list[Token]]:
    """The tokens of the first sentence of a text."""

    def cutting(text: str, language: str) -> list[Token]:
        return next(sentences(fold(text), 0, lexicon(language)))

    return cutting


@pytest.fixture
def phrases(tokens: Callable[[str, str], list[Token]]) -> Callable[[str, str], list[Mention]]:
    """The phrases of the first sentence of a text, before anything is settled from the rest."""

    def finding(text: str, language: str) -> list[Mention]:
        found = Phrases(tokens(text, language), lexicon(language))
        mentions = list(found.read())
        if found.before:
            return compound(found, mentions)
        return owned(found, mentions) if found.linked else mentions

    return finding
