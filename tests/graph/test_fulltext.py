"""The full text: folding, clitics, following the store."""

from collections.abc import Iterator
from datetime import date

import pytest

from graph import lookups
from graph.fulltext import WordIndex, forms, highlights
from graph.ingest import ingest, remove_article
from graph.sources import Source
from graph.store import Store

TEXT = "وصل وزير الخارجية المصري سامح شكري اليوم إلى عمّان في زيارة رسمية للأردن."


@pytest.fixture
def index(sample_store: Store) -> Iterator[WordIndex]:
    found = WordIndex(sample_store)
    found.refresh()
    yield found


def quotes(store: Store, index: WordIndex, question: str, kind: str) -> list[str]:
    matches = index.search(question, kind=kind)
    records = [match.record for match in matches]
    shown = {
        "event": lambda: lookups.events(store, lookups.EventFilter(records=records)).items,
        "position": lambda: lookups.positions(store, lookups.PositionFilter(records=records)).items,
    }[kind]()
    return [str(record.quote) for record in shown]


@pytest.mark.parametrize("word", ["ولكازاخستان", "لكازاخستان", "وكازاخستان", "بكازاخستان"])
def test_a_word_is_found_behind_its_clitics(word: str) -> None:
    assert "كازاخستان" in forms(word)


def test_names_are_found_in_quotes_however_they_are_written(sample_store: Store, index: WordIndex) -> None:
    plain = index.search("كازاخستان")
    assert plain
    assert index.search("كَازاخِستان") == plain
    assert any(
        "وكازاخستان" in q or "لكازاخستان" in q for q in quotes(sample_store, index, "كازاخستان", "position")
    )


def test_all_words_must_be_there_and_the_last_may_go_on(index: WordIndex) -> None:
    both = {match.record for match in index.search("الجولة الثانية")}
    assert both and both <= {match.record for match in index.search("الجولة")}
    assert both <= {match.record for match in index.search("جولة ثاني")}
    assert index.search("الجولة السابعة عشرة") == []


def test_labels_in_english_are_found_too(index: WordIndex) -> None:
    assert "event" in {match.kind for match in index.search("consultation")}


def test_the_index_follows_the_store(sample_store: Store, index: WordIndex) -> None:
    assert index.search("شكري") == []
    (result,) = ingest(sample_store, [Source("new/1", TEXT, published=date(2020, 1, 2))])
    assert result.records
    index.refresh()
    assert index.search("شكري")
    before = index.search("كازاخستان")
    remove_article(sample_store, "new/1")
    index.refresh()
    assert index.search("شكري") == [] and index.search("كازاخستان") == before


def test_a_question_without_a_word_finds_nothing_and_signs_are_no_syntax(index: WordIndex) -> None:
    assert index.search("؟!") == []
    for question in ('"', "a OR", "NEAR(x y)", "forms : x", "x*", "-x", "^x"):
        if any(c.isalnum() for c in question):
            assert isinstance(index.search(question), list)


def test_the_words_found_are_marked_in_the_quote() -> None:
    quote = "مشاورات بين فلسطين ولكازاخستان، وكازاخستان"
    spans = highlights("كازاخستان", quote)
    assert [quote[start:end] for start, end in spans] == ["ولكازاخستان", "وكازاخستان"]
    assert highlights("syria", "Syria's future") == [(0, 5)]
