"""Every view offers what it shows as files, and the files hold it."""

import csv
import io

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.usefixtures("nothing_goes_wrong_unseen")
ARTICLE = "/doc/article/articles%2Fmaan-2017-07-08.ar"
# page -> a link on it that is to be followed first
PAGES = {
    "/": "",
    "/doc/state/KAZ": "",
    "/doc/org/CICA": "",
    "/doc/relation/KAZ-PSE": "",
    ARTICLE: "",
    "/explore/issues": "",
    "/explore/issue/palestinian-statehood": "",
    "/explore/graph": "",
    "/explore/sparql?question=pair-events": "",
    "/explore/sparql?query=CONSTRUCT%20WHERE%20%7B%20%3Fs%20a%20%3Ftype%20%7D": "",
    "/doc/relation/KAZ-PSE#event": ".event h3 a",
    "/doc/relation/KAZ-PSE#person": "#view a[href*='/doc/person/']",
}
WHOLE = {"/export?format=ttl", "/export?format=csv"}
HEADS = {"record", "id", "event"}  # one of them begins each table


def opened(page: Page, url: str) -> None:
    page.goto(url)
    page.wait_for_selector("main[data-ready]")


@pytest.mark.parametrize("path", PAGES)
def test_a_view_offers_its_data_beside_it(page: Page, address: str, path: str) -> None:
    opened(page, address + path)
    if link := PAGES[path]:
        # another document, which has to be ready in its turn
        page.goto(address + (page.locator(link).first.get_attribute("href") or ""))
        page.wait_for_selector("main[data-ready]")
    offered = {
        node.inner_text(): node.get_attribute("href") or "" for node in page.locator(".downloads a").all()
    }
    rows = "CONSTRUCT" not in path
    assert {"JSON", "CSV"} <= set(offered) if rows else {"JSON-LD", "Turtle"} <= set(offered)
    assert "Turtle" in offered or "/sparql" in path
    for name in {"JSON", "CSV", "Turtle", "JSON-LD"} & set(offered):
        if offered[name] in WHOLE:
            continue  # the whole graph with the reference tables, which other tests export
        answer = page.request.get(address + offered[name])
        assert answer.ok, (name, offered[name], answer.text()[:300])
        if name == "CSV":
            head, *lines = csv.reader(io.StringIO(answer.body().decode("utf-8-sig")))
            assert head[0] in HEADS and lines


def test_the_table_of_an_article_has_all_its_records(page: Page, address: str) -> None:
    opened(page, address + ARTICLE)
    shown = {node.get_attribute("data-key") for node in page.locator("a.entry").all()}
    link = page.locator(".downloads a", has_text="CSV").get_attribute("href")
    text = page.request.get(f"{address}{link}").body().decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert {row["record"].rsplit("/", 1)[-1] for row in rows} == shown


@pytest.mark.parametrize("language", ["en", "ar"])
def test_two_states_are_chosen_or_named_together(page: Page, address: str, language: str) -> None:
    opened(page, f"{address}/?lang={language}")
    page.locator("#one").select_option("PSE")
    page.locator("#other").select_option("KAZ")
    page.locator(".pairing button").click()
    page.wait_for_url("**/doc/relation/KAZ-PSE*")
    page.wait_for_selector("main[data-ready]")
    words = {"en": "palestine and kazakhstan", "ar": "فلسطين وكازاخستان"}[language]
    page.locator("#query").fill(words)
    expect(page.locator("#hits a[role=option]")).to_contain_text(
        {"en": "Palestine", "ar": "فلسطين"}[language]
    )
    page.goto(f"{address}/?lang={language}")
    page.locator("#query").fill(words)
    page.keyboard.press("Enter")
    page.wait_for_url("**/doc/relation/KAZ-PSE*")


def test_an_actor_shows_what_it_does_and_a_long_list_goes_on(page: Page, address: str) -> None:
    opened(page, f"{address}/doc/state/KAZ")
    section = page.locator("section", has=page.get_by_role("heading", name="Positions"))
    cards = section.locator(".position")
    expect(cards).to_have_count(12)
    section.get_by_role("button").click()
    expect(cards.nth(12)).to_be_visible()
    keys = [card.get_attribute("data-key") for card in cards.all()]
    assert len(keys) == len(set(keys))
