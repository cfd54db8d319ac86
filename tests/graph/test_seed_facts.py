"""What the sample article says stands in the graph, each fact with its words, and nothing that it does not say."""

import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from graph.store import Store, open_store

FACTS = Path(__file__).with_name("seed_facts.toml")
SAMPLE = Path(__file__).parents[2] / "data" / "articles" / "maan-2017-07-08.ar.txt"
ENOUGH = 64
PREFIXES = """
PREFIX bir: <https://w3id.org/bilateral/ontology/>
PREFIX birx: <https://w3id.org/bilateral/scheme/>
PREFIX state: <https://w3id.org/bilateral/id/state/>
PREFIX org: <https://w3id.org/bilateral/id/org/>
PREFIX place: <https://w3id.org/bilateral/id/place/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
"""
# the words shown must be those of the text, and be the fact's words or share half of the shorter of the two
SHOWN = """
  ?record bir:isSupportedBy ?evidence .
  ?evidence bir:quote ?quote ; bir:quoteStart ?from ; bir:quoteEnd ?to ; bir:isQuotedFrom/bir:text ?text .
  FILTER(STR(?quote) = SUBSTR(STR(?text), ?from + 1, ?to - ?from))
  BIND(IF(?to < $END, ?to, $END) - IF(?from > $START, ?from, $START) AS ?shared)
  BIND(IF(?to - ?from < $END - $START, ?to - ?from, $END - $START) AS ?shorter)
  FILTER(?shared * 2 >= ?shorter)
"""


@cache
def table() -> dict[str, Any]:
    return tomllib.loads(FACTS.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def store(filled: Path) -> Iterator[Store]:
    store = open_store(filled, read_only=True)
    yield store
    store.close()


def question(fact: dict[str, Any]) -> str:
    where = str(fact["where"])
    for name, pattern in table()["patterns"].items():
        where = where.replace(f"@{name}", pattern)
    start = SAMPLE.read_text(encoding="utf-8").index(fact["quote"])
    shown = SHOWN.replace("$START", str(start)).replace("$END", str(start + len(fact["quote"])))
    return f"{PREFIXES} ASK {{ {where} {'' if where.rstrip().endswith(('.', '}', ')')) else '.'} {shown} }}"


def ask(store: Store, pattern: str) -> bool:
    return bool(store.ask(f"{PREFIXES} ASK {{ {pattern} }}"))


def test_the_table_holds_every_fact_once() -> None:
    assert [fact["number"] for fact in table()["fact"]] == list(range(1, 67))


def test_the_facts_stand_in_the_graph_with_their_words(store: Store) -> None:
    missing = [fact for fact in table()["fact"] if not store.ask(question(fact))]
    for fact in missing:
        print(f"missing {fact['number']}: {fact['claim']} «{fact['quote']}»")
    assert len(table()["fact"]) - len(missing) >= ENOUGH, [fact["number"] for fact in missing]


def test_help_with_a_decision_is_no_vote(store: Store) -> None:
    assert ask(store, "?event bir:hasEventType birx:event-support")
    assert not ask(store, "?vote a bir:Vote ; bir:isSupportedBy/bir:isQuotedFrom ?article")
    assert not ask(store, "?event bir:hasEventType birx:event-vote")


@pytest.mark.parametrize("number", [25, 26, 27])
def test_the_narrators_words_are_no_states_position(store: Store, number: int) -> None:
    quote = next(fact["quote"] for fact in table()["fact"] if fact["number"] == number)
    start = SAMPLE.read_text(encoding="utf-8").index(quote)
    overlap = f"FILTER(?from < {start + len(quote)} && ?to > {start})"
    words = f"?record bir:isSupportedBy [ bir:quoteStart ?from ; bir:quoteEnd ?to ] {overlap}"
    assert ask(store, f"?record a bir:AgendaItem . {words}")
    assert not ask(store, f"?record a bir:Position . {words}")


def test_the_day_of_the_consultations_stays_open(store: Store) -> None:
    first = table()["patterns"]["first"]
    assert ask(store, f'{first} ?record bir:latestDate "2017-07-08"^^xsd:date')
    assert not ask(store, f"{first} ?record bir:earliestDate ?day")


def test_the_second_round_is_planned_and_not_held(store: Store) -> None:
    assert ask(store, "?event bir:roundNumber 2 ; bir:hasEventStatus birx:status-planned")
    assert not ask(store, "?event bir:roundNumber 2 ; bir:hasEventStatus birx:status-held")
    assert not ask(store, "?event bir:roundNumber 1 ; bir:hasEventStatus birx:status-planned")


def test_an_organization_is_host_only_as_a_disputed_claim(store: Store) -> None:
    assert not ask(
        store,
        "?part bir:inEvent ?event ; bir:hasRole birx:role-host ; bir:actsFor org:OIC . "
        "FILTER NOT EXISTS { ?event bir:hasClaimStatus birx:claim-disputed }",
    )
