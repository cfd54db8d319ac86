"""WCAG 2.2 AA as axe-core checks it, on every page in both languages, and by keyboard, in print, without motion."""

from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, Route, expect

SAMPLE = Path(__file__).parents[2] / "data" / "articles" / "maan-2017-07-08.ar.txt"
AXE = Path(__file__).parent / "vendor" / "axe.min.js"
KIND = "<https://w3id.org/bilateral/ontology/hasEventType>"
COUNTED = f"SELECT ?type (COUNT(?e) AS ?events) {{ ?e {KIND} ?type }} GROUP BY ?type"
JOINED = f"CONSTRUCT WHERE {{ ?e {KIND} ?type }}"
DRAWN = {"chart": "svg.chart", "picture": ".graph-room[data-drawn]"}
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
PAGES = {
    "start": "/",
    "relation": "/doc/relation/KAZ-PSE",
    "state": "/doc/state/KAZ",
    "organization": "/doc/org/CICA",
    "article": "/doc/article/articles%2Fmaan-2017-07-08.ar",
    "issues": "/explore/issues",
    "issue": "/explore/issue/palestinian-statehood",
    "graph": "/explore/graph",
    "sparql": "/explore/sparql?question=pair-events",
    "chart": "/explore/sparql?view=chart&query=" + quote(COUNTED),
    "picture": "/explore/sparql?view=graph&query=" + quote(JOINED),
    "add": "/explore/add",
    "missing": "/doc/state/QQQ",
    "event": "/doc/relation/KAZ-PSE .event h3 a",
    "person": "/doc/relation/KAZ-PSE #view a[href*='/doc/person/']",
}


def go(page: Page, address: str, name: str, language: str) -> None:
    path, _, further = PAGES[name].partition(" ")
    joint = "&" if "?" in path else "?"
    page.goto(f"{address}{path}{joint}lang={language}")
    page.wait_for_selector("main[data-ready]")
    if further:
        # gone to and not clicked: the page that is left would pass for the one that is to come
        page.goto(address + (page.locator(further).first.get_attribute("href") or ""))
        page.wait_for_selector("main[data-ready]")
    if name == "sparql":
        page.wait_for_selector(".yasr table tbody tr")
    if name in DRAWN:
        page.wait_for_selector(f".drawn-result {DRAWN[name]}")
        page.locator(".drawn-result summary").click()
    expect(page.locator(".loading")).to_have_count(0)


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing_serious(page: Page, address: str, name: str, language: str) -> None:
    page.emulate_media(color_scheme="light", reduced_motion="reduce")
    go(page, address, name, language)
    held_to_axe(page)


@pytest.mark.parametrize("language", ["en", "ar"])
def test_axe_finds_nothing_serious_where_nothing_is_there(
    page: Page, empty_address: str, language: str
) -> None:
    for path in ("/", "/explore/issues", "/explore/graph", "/doc/relation/KAZ-PSE"):
        page.emulate_media(color_scheme="light", reduced_motion="reduce")
        page.goto(f"{empty_address}{path}?lang={language}")
        page.wait_for_selector("main[data-ready]")
        expect(page.locator(".notice:visible").first).to_be_visible()
        held_to_axe(page)


@pytest.mark.parametrize("language", ["en", "ar"])
def test_axe_finds_nothing_serious_while_waiting_and_where_an_answer_fails(
    page: Page, address: str, language: str
) -> None:
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/network", hold)
    page.emulate_media(color_scheme="light", reduced_motion="reduce")
    page.goto(f"{address}/explore/graph?lang={language}")
    # the page is there with its words before its answer is
    expect(page.locator("h1")).to_be_visible()
    expect(page.locator(".awaited .loading")).to_be_visible()
    held_to_axe(page)
    held[0].abort()
    expect(page.locator("[role=alert] a")).to_be_visible()
    held_to_axe(page)
    page.route("**/organizations/CICA", lambda route: route.abort())
    page.goto(f"{address}/doc/org/CICA?lang={language}")
    expect(page.locator("[role=alert] h1")).to_be_visible()
    held_to_axe(page)


@pytest.mark.parametrize("language", ["en", "ar"])
def test_axe_finds_nothing_serious_in_what_a_visitor_opens(page: Page, address: str, language: str) -> None:
    page.emulate_media(color_scheme="light", reduced_motion="reduce")
    page.goto(f"{address}/explore/add?lang={language}")
    page.locator("#article").fill(SAMPLE.read_text(encoding="utf-8"))
    page.locator("form.add button[type=submit]").click()
    page.wait_for_selector("#result mark")
    page.locator("#result mark").first.click()
    page.locator("#query").fill("kaz")
    page.wait_for_selector("#hits a")
    held_to_axe(page)


def held_to_axe(page: Page) -> None:
    """Nothing serious, in light and dark."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.read_text(encoding="utf-8"))
    assert grave(page) == []
    page.emulate_media(color_scheme="dark", reduced_motion="reduce")
    assert grave(page) == []
    page.emulate_media(color_scheme="light", reduced_motion="reduce")


def grave(page: Page) -> list[str]:
    """What axe finds serious or critical; the inside of the code editor alone is left out."""
    found = page.evaluate(
        "tags => axe.run({ exclude: ['.CodeMirror'] }, { runOnly: tags, resultTypes: ['violations'] })", TAGS
    )
    return [
        f"{rule['id']} ({rule['impact']}): {rule['nodes'][0]['html'][:160]} {rule['nodes'][0]['failureSummary']}"
        for rule in found["violations"]
        if rule["impact"] in {"serious", "critical"}
    ]


def test_the_search_is_used_by_keyboard_alone(page: Page, address: str) -> None:
    page.goto(f"{address}/?lang=ar")
    page.wait_for_selector("main[data-ready]")
    page.keyboard.press("Tab")
    expect(page.locator("#skip")).to_be_focused()
    for _ in range(2):
        page.keyboard.press("Tab")
    expect(page.locator("#query")).to_be_focused()
    page.keyboard.type("فلسط")
    expect(page.locator("#hits [role=option]").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(page.locator("#query")).to_have_attribute("aria-activedescendant", "hit0")
    page.keyboard.press("Enter")
    page.wait_for_url("**/doc/state/PSE*")


def test_paper_gets_the_claims_and_not_the_controls(page: Page, address: str) -> None:
    go(page, address, "relation", "en")
    page.emulate_media(media="print")
    expect(page.locator("header.bar")).to_be_hidden()
    expect(page.locator(".tools").first).to_be_hidden()
    expect(page.locator("#events blockquote").first).to_be_visible()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(page.locator("main details[open]").first).to_be_visible()
    expect(page.locator("main details:not([open])")).to_have_count(0)


def test_who_asks_for_stillness_gets_it(browser: Browser, address: str) -> None:
    with browser.new_context(reduced_motion="reduce") as context:
        page = context.new_page()
        page.goto(f"{address}/")
        moving = page.evaluate(
            "[...document.querySelectorAll('*')].filter(n => getComputedStyle(n, '::before').animationName !== 'none'"
            " || getComputedStyle(n).animationName !== 'none').length"
        )
        assert moving == 0
        assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"
