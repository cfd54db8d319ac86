"""Correcting an article in a real browser: accept, reject, edit, add, and take it all back."""

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Page, expect

pytestmark = [pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")]
AXE = Path(__file__).parent / "vendor" / "axe.min.js"
TOKEN = "a token for the tests"
ARTICLE = "/articles/articles%2Fmaan-2017-07-08.ar"
STANDING = "#corrections li:has(button)"  # withdrawn ones have none
PAGE = "/doc/article/articles%2Fmaan-2017-07-08.ar"


@pytest.fixture
def taken_back(address: str) -> Iterator[None]:
    """All corrections are withdrawn afterwards, for the server is that of all tests."""
    yield
    for made in httpx.get(f"{address}/corrections?limit=1000").json()["items"]:
        if made["withdrawn"] is None:
            httpx.delete(
                f"{address}/corrections/{made['key']}?by=test", headers={"Authorization": f"Bearer {TOKEN}"}
            )


def at_the_desk(page: Page, address: str, language: str) -> None:
    page.goto(f"{address}{PAGE}?lang={language}")
    page.wait_for_selector("main[data-ready]")
    expect(page.locator(".correct").first).to_be_hidden()
    page.locator("#desk > summary").click()
    expect(page.locator(".correct").first).to_be_visible()


def grave(page: Page) -> list[str]:
    found = page.evaluate("() => axe.run({ exclude: ['.CodeMirror'] }, { resultTypes: ['violations'] })")
    return [
        f"{rule['id']}: {rule['nodes'][0]['html'][:160]}"
        for rule in found["violations"]
        if rule["impact"] in {"serious", "critical"}
    ]


@pytest.mark.usefixtures("taken_back")
@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_record_is_edited_another_rejected_and_both_come_back(
    page: Page, address: str, language: str
) -> None:
    before = httpx.get(f"{address}{ARTICLE}").json()
    event, other = before["events"][0], before["events"][1]
    at_the_desk(page, address, language)
    controls = page.locator(f"a.entry[data-key='{event['key']}'] ~ .correct").first
    controls.locator("summary").click()
    reject = controls.locator("button").nth(1)
    reject.click()  # without a token
    expect(controls.locator("[role=alert]")).to_be_visible()
    page.locator("#who").fill("ada")
    page.locator("#token").fill(TOKEN)
    controls.locator("input[name=why]").fill("it was denied")
    reject.click()
    expect(page.locator(STANDING)).to_have_count(1)
    expect(page.locator(f"a.entry[data-key='{event['key']}']")).to_have_count(0)
    expect(page.locator(STANDING)).to_contain_text("it was denied")
    expect(page.locator("#said")).not_to_be_empty()

    controls = page.locator(f"a.entry[data-key='{other['key']}'] ~ .correct").first
    controls.locator("summary").click()
    controls.locator("input[name=place]").fill("Cairo")
    controls.locator("button").nth(2).click()
    expect(page.locator(STANDING)).to_have_count(2)
    expect(page.locator(".corrected")).to_contain_text("ada")
    places = [
        (e["place"] or {}).get("key")
        for e in httpx.get(f"{address}{ARTICLE}").json()["events"]
        if e["corrected"]
    ]
    assert places == ["cairo"]

    page.evaluate(AXE.read_text(encoding="utf-8"))
    assert grave(page) == []
    for count in (1, 0):
        page.locator(f"{STANDING} button").first.click()
        expect(page.locator(STANDING)).to_have_count(count)
    assert httpx.get(f"{address}{ARTICLE}").json() == before


@pytest.mark.usefixtures("taken_back")
def test_a_record_is_added_on_words_chosen_in_the_text(page: Page, address: str) -> None:
    at_the_desk(page, address, "en")
    page.locator("#who").fill("ada")
    page.locator("#token").fill(TOKEN)
    form = page.locator("#desk details")
    form.locator("summary").click()
    page.locator("#text mark.event").first.evaluate("node => document.getSelection().selectAllChildren(node)")
    expect(form.locator("textarea")).not_to_have_value("")
    quote = form.locator("textarea").input_value()
    form.locator("input[name=type]").fill("call")
    form.locator("input[name=participants]").fill("KAZ, Palestine")
    form.locator("button").click()
    expect(page.locator(STANDING)).to_have_count(1)
    (added,) = [e for e in httpx.get(f"{address}{ARTICLE}").json()["events"] if e["corrected"]]
    assert (added["type"], added["quote"]) == ("call", quote.strip())
