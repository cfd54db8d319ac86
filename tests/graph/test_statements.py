"""Statements as text say what the engine reads again: any words, numbers as the store gives them back."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad

from graph.model import Article, ArticleRecords
from graph.rdf import records_to_statements
from graph.rdf.statements import Statements, facts_of, share, words
from graph.store import EmbeddedStore


@given(st.text(st.characters(exclude_categories=["Cs"])), st.sampled_from([None, "ar", "en"]))
def test_any_words_are_read_again_as_they_are(text: str, language: str | None) -> None:
    made = Statements("urn:g")
    made.add("urn:s", "quote", words(text, language))
    (quad,) = made.quads()
    assert quad.object == (Literal(text, language=language) if language else Literal(text))
    assert made.facts == facts_of([quad])


def test_a_statement_made_twice_is_one() -> None:
    made = Statements("urn:g")
    made.add("urn:s", "isAbout", "urn:o")
    made.about("urn:s", isAbout="urn:o", venue=None)
    assert len(list(made.quads())) == 1
    assert made.facts["urn:s"] == {"isAbout": ["urn:o"]}


@pytest.mark.parametrize("value", [0.0, 1.0, 0.5, 0.9999, 0.1 + 0.2, 1e-05])
def test_shares_are_written_as_the_store_gives_them_back(value: float) -> None:
    made = Statements("urn:g")
    made.add("urn:s", "confidence", share(value))
    store = EmbeddedStore()
    store.add(made.quads())
    (quad,) = store.quads()
    assert quad in set(made.quads())
    assert float(Decimal(share(value)[1])) == value


def test_an_article_in_no_language_is_refused() -> None:
    with pytest.raises(ValueError, match="subtag"):
        records_to_statements(ArticleRecords(article=Article(key="k", text="t", language="no language")))


def test_an_address_that_is_no_iri_is_kept_as_words() -> None:
    article = Article(key="k", text="t", language="en", url="not an address")
    quads = list(records_to_statements(ArticleRecords(article=article)).quads())
    assert Literal("not an address") in {quad.object for quad in quads}
    assert all(isinstance(quad, Quad) and isinstance(quad.subject, NamedNode) for quad in quads)
