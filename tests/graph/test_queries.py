"""Named texts are valid SPARQL with and without values, and values stay values."""

import pytest
from pyoxigraph import Literal, NamedNode

from graph.exc import QueryError
from graph.paths import queries_dir
from graph.queries import named
from graph.store import EmbeddedStore

QUERIES = sorted(path.name for path in queries_dir().glob("*.rq"))
UPDATES = sorted(path.name for path in queries_dir().glob("*.ru"))


@pytest.mark.parametrize("name", QUERIES)
def test_a_query_runs_as_it_stands(name: str) -> None:
    EmbeddedStore().answer(named(name))


@pytest.mark.parametrize("name", UPDATES)
def test_an_update_runs_as_it_stands(name: str) -> None:
    EmbeddedStore().update(named(name))


def test_values_narrow_and_none_leaves_open() -> None:
    assert "VALUES" not in named("events.rq", type=None)
    text = named(
        "events.rq", participant=[NamedNode("urn:a"), NamedNode("urn:b")], status=NamedNode("urn:held")
    )
    assert "{ <urn:a> bir:takesPartIn ?record }" in text
    assert "{ <urn:b> bir:takesPartIn ?record }" in text
    assert "?record bir:hasEventStatus <urn:held> ." in text
    assert "VALUES ?record { <urn:x> }" in named("events.rq", record=NamedNode("urn:x"))


def test_among_filters_what_was_found() -> None:
    text = named("facts.rq", node=NamedNode("urn:x"), property=[NamedNode("urn:p"), NamedNode("urn:q")])
    assert "FILTER(?property IN (<urn:p>, <urn:q>))" in text
    assert "FILTER" not in named("facts.rq", node=NamedNode("urn:x"))


def test_text_of_a_user_stays_a_literal() -> None:
    wicked = 'x") } ; DROP ALL # \\ \n $since'
    text = named("events.rq", place=wicked)
    EmbeddedStore().answer(text)
    assert str(Literal(wicked)) in text


def test_a_name_that_a_text_has_no_place_for_is_refused() -> None:
    with pytest.raises(QueryError, match="no place for colour"):
        named("events.rq", colour="red")


def test_another_base_reaches_the_texts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BILATERAL_BASE", "https://example.org/data/")
    assert "<https://example.org/data/graph/derived>" in named("forget.ru")
