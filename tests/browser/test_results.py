"""What a query finds as a table, a chart or a picture, kept in the address, by pointer and by keyboard."""

from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

pytestmark = [
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
    pytest.mark.usefixtures("nothing_goes_wrong_unseen"),
]
LANGUAGES = pytest.mark.parametrize("language", ["en", "ar"])
PREFIXES = (
    "PREFIX bir: <https://w3id.org/bilateral/ontology/> PREFIX skos: <http://www.w3.org/2004/02/skos/core#> "
)
COUNTED = "SELECT ?type (COUNT(?e) AS ?events) { ?e a bir:Event ; bir:hasEventType ?type } GROUP BY ?type"
IN_TIME = (
    "SELECT ?day ?events { VALUES (?day ?events) "
    "{ ('2017'^^xsd:gYear 3) ('2019'^^xsd:gYear 1) ('2018'^^xsd:gYear 2) } }"
)
JOINED = (
    "CONSTRUCT { ?s bir:takesPartIn ?e . ?s skos:prefLabel ?name } "
    "{ ?s a bir:State ; bir:takesPartIn ?e ; skos:prefLabel ?name }"
)


def ask(page: Page, address: str, query: str, language: str, view: str = "table") -> None:
    text = quote(PREFIXES + "PREFIX xsd: <http://www.w3.org/2001/XMLSchema#> " + query)
    page.goto(f"{address}/explore/sparql?lang={language}&view={view}&query={text}")
    page.wait_for_selector("main[data-ready]")


@LANGUAGES
def test_counts_become_bars_with_their_table(page: Page, address: str, language: str) -> None:
    ask(page, address, COUNTED, language)
    rows = page.locator(".yasr table tbody tr")
    expect(rows.first).to_be_visible()
    found = rows.count()
    choice = page.get_by_role("button", name={"en": "Chart", "ar": "رسم بياني"}[language])
    choice.focus()
    page.keyboard.press("Enter")
    expect(page.locator("svg.chart rect")).to_have_count(found)
    assert "view=chart" in page.url
    page.locator(".drawn-result summary").press("Enter")
    expect(page.locator(".drawn-result tbody tr")).to_have_count(found)
    shared = page.url
    page.goto("about:blank")
    page.goto(shared)
    expect(page.locator("svg.chart rect")).to_have_count(found)


def test_what_has_a_time_becomes_a_line_in_order_of_time(page: Page, address: str) -> None:
    ask(page, address, IN_TIME, "en", "chart")
    expect(page.locator("svg.chart polyline")).to_have_count(1)
    assert page.locator("svg.chart circle title").all_text_contents() == [
        "events, 2017: 3",
        "events, 2018: 2",
        "events, 2019: 1",
    ]


@LANGUAGES
def test_triples_become_a_picture_with_names(page: Page, address: str, language: str) -> None:
    ask(page, address, JOINED, language, "graph")
    expect(page.locator(".drawn-result .graph-room[data-drawn]")).to_be_visible()
    page.locator(".drawn-result summary").click()
    link = page.locator(".drawn-result td a[href*='/doc/state/KAZ']").first
    expect(link).to_have_text("Kazakhstan" if language == "en" else "كازاخستان")


def test_rows_that_count_and_join_nothing_stay_a_table(page: Page, address: str) -> None:
    ask(page, address, "SELECT ?name { ?s a bir:State ; skos:prefLabel ?name } LIMIT 3", "en")
    expect(page.locator(".yasr table tbody tr")).to_have_count(3)
    for name in ("Chart", "Graph"):
        expect(page.get_by_role("button", name=f"Shows {name} view")).to_be_hidden()
