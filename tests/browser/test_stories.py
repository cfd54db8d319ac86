"""What a visitor does, in a real browser: from the start page to the sentence, in both languages."""

import re

import pytest
from playwright.sync_api import Page, expect

pytestmark = [
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
    pytest.mark.usefixtures("nothing_goes_wrong_unseen"),
]


def open_pair(page: Page, address: str, language: str, name: str) -> None:
    page.goto(f"{address}/?lang={language}")
    page.get_by_role("link", name=re.compile(name)).first.click()
    expect(page.locator("#events .event").first).to_be_visible()


def test_the_pair_is_found_and_its_sentence_reached(page: Page, address: str) -> None:
    open_pair(page, address, "en", "Kazakhstan – Palestine")
    expect(page.locator("h1")).to_contain_text("Kazakhstan")
    consultation = page.locator(".event.held").filter(has_text="consultation").first
    quote = consultation.locator("blockquote").inner_text()
    consultation.get_by_role("link", name="Read it in the article").click()
    marked = page.locator("mark.chosen")
    expect(marked.first).to_be_in_viewport()
    assert "".join(marked.all_inner_texts()).split() == quote.split()
    expect(page.locator("#text")).to_have_attribute("lang", "ar")
    assert page.locator("#text").evaluate("node => getComputedStyle(node).direction") == "rtl"


def test_what_is_planned_is_told_from_what_was_held(page: Page, address: str) -> None:
    open_pair(page, address, "en", "Kazakhstan – Palestine")
    planned = page.locator(".event.planned").filter(has_text="consultation").first
    expect(planned).to_contain_text("planned")
    expect(planned).to_contain_text("2018")
    styles = [
        page.locator(f".event.{status}").first.evaluate("node => getComputedStyle(node).borderTopStyle")
        for status in ("held", "planned")
    ]
    assert styles[0] != styles[1]


def test_the_page_turns_to_arabic_and_stays_there(page: Page, address: str) -> None:
    open_pair(page, address, "en", "Kazakhstan – Palestine")
    page.get_by_role("link", name="العربية").click()
    expect(page.locator("#events .event").first).to_be_visible()
    html = page.locator("html")
    expect(html).to_have_attribute("dir", "rtl")
    expect(html).to_have_attribute("lang", "ar")
    expect(page.locator("h1")).to_contain_text("كازاخستان")
    expect(page.locator("body")).to_contain_text("مقرر")
    page.locator(".event .to-sentence").first.click()
    expect(page.locator("mark.chosen").first).to_be_in_viewport()
    expect(html).to_have_attribute("dir", "rtl")
    assert "lang=ar" in page.url


def test_text_and_records_point_at_each_other_by_mouse_and_keyboard(page: Page, address: str) -> None:
    open_pair(page, address, "en", "Kazakhstan – Palestine")
    page.locator(".position .to-sentence").first.click()
    entry = page.locator("a.entry").nth(1)
    entry.focus()
    expect(page.locator("mark.near").first).to_be_visible()
    page.keyboard.press("Enter")
    key = entry.get_attribute("data-key")
    assert key and f"record={key}" in page.url
    expect(entry).to_have_attribute("aria-current", "true")
    shared = page.url
    page.goto("about:blank")
    page.goto(shared)
    expect(page.locator(f'a.entry[data-key="{key}"]')).to_have_attribute("aria-current", "true")


def test_marks_are_walked_and_chosen_by_keyboard_alone(page: Page, address: str) -> None:
    open_pair(page, address, "en", "Kazakhstan – Palestine")
    page.locator(".event .to-sentence").first.click()
    marks = page.locator("#text mark")
    expect(page.locator("#text mark[tabindex='0']")).to_have_count(1)
    page.locator("#text mark.chosen").first.focus()
    page.keyboard.press("Home")
    expect(marks.first).to_be_focused()
    page.keyboard.press("ArrowLeft")  # onward, for the text runs to the left
    expect(marks.nth(1)).to_be_focused()
    keys = (marks.nth(1).get_attribute("data-keys") or "").split()
    for key in keys:
        page.keyboard.press("Enter")
        expect(page.locator(f'a.entry[data-key="{key}"]')).to_have_attribute("aria-current", "true")
    expect(marks.nth(1)).to_be_focused()
    entry = page.locator("a.entry").last
    entry.focus()
    page.keyboard.press("Enter")
    assert entry.get_attribute("data-key") in (
        page.evaluate("document.activeElement.dataset.keys ?? ''").split()
    )


def test_clicks_go_through_records_that_lie_over_each_other(page: Page, address: str) -> None:
    open_pair(page, address, "en", "Kazakhstan – Palestine")
    page.locator(".event .to-sentence").first.click()
    piece = page.locator("mark[data-keys*=' ']").first
    keys = (piece.get_attribute("data-keys") or "").split()
    assert len(keys) > 1
    page.locator(f"a.entry:not([data-key='{keys[0]}'])").last.click()
    for key in [*keys, keys[0]]:
        piece.click()
        expect(page.locator(f'a.entry[data-key="{key}"]')).to_have_attribute("aria-current", "true")
    assert f"record={keys[0]}" in page.url


def test_search_opens_a_state_in_either_script(page: Page, address: str) -> None:
    for language, words, title in (("en", "Kazakhstan", "Kazakhstan"), ("ar", "كازاخستان", "كازاخستان")):
        page.goto(f"{address}/?lang={language}")
        page.locator("#query").fill(words)
        page.keyboard.press("Enter")
        page.wait_for_url("**/doc/state/KAZ*")
        expect(page.locator("h1")).to_contain_text(title)


def test_on_a_phone_nothing_runs_over_the_edge(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    for language in ("en", "ar"):
        open_pair(page, address, language, "Kazakhstan – Palestine|كازاخستان – فلسطين")
        overflow = page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        )
        assert overflow <= 0


def test_the_api_page_shows_the_routes(page: Page, address: str) -> None:
    page.goto(f"{address}/docs")
    expect(page.get_by_text("/relations/{a}/{b}").first).to_be_visible(timeout=20_000)
