"""The explorer's tools in a real browser: map, search, issues, graph, questions, adding an article, weights."""

from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Page, expect

pytestmark = [
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
    pytest.mark.usefixtures("nothing_goes_wrong_unseen"),
]
SAMPLE = Path(__file__).parents[2] / "data" / "articles" / "maan-2017-07-08.ar.txt"
TOKEN = "a token for the tests"
SCRIPTS = 350_000  # bytes, compressed
LANGUAGES = pytest.mark.parametrize("language", ["en", "ar"])


def ready(page: Page, url: str) -> None:
    page.goto(url)
    page.wait_for_selector("main[data-ready]")


@LANGUAGES
def test_the_map_and_the_table_say_the_same(page: Page, address: str, language: str) -> None:
    ready(page, f"{address}/?lang={language}")
    shape = page.locator("svg.map path[data-code=KAZ]")
    expect(shape).to_be_visible()
    shown = page.locator(".sides tr").filter(has=page.locator("a[href*='/doc/state/KAZ']"))
    number = shown.locator("td.number").inner_text()
    assert shape.locator("title").text_content() == f"{shown.locator('a').inner_text()}: {number}"
    page.locator("#measure").select_option("positions")
    assert "measure=positions" in page.url
    expect(page.locator("svg.map path[data-code=KAZ].known")).to_be_visible()
    page.reload()
    expect(page.locator("#measure")).to_have_value("positions")
    page.locator("svg.map path[data-code=KAZ]").click()
    page.wait_for_url("**/doc/state/KAZ*")


@LANGUAGES
@pytest.mark.parametrize("words", ["kazakh", "كازاخ"])
def test_suggestions_come_in_both_scripts(page: Page, address: str, language: str, words: str) -> None:
    ready(page, f"{address}/?lang={language}")
    page.locator("#query").press_sequentially(words)
    first = page.locator("#hits a[role=option]").first
    expect(first).to_contain_text("Kazakhstan" if language == "en" else "كازاخستان")
    first.click()
    page.wait_for_url("**/doc/state/KAZ*")


@LANGUAGES
def test_from_the_pair_by_the_event_to_its_sentence(page: Page, address: str, language: str) -> None:
    ready(page, f"{address}/doc/relation/KAZ-PSE?lang={language}")
    expect(page.locator("svg.chart .happening.held").first).to_be_visible()
    page.locator("#events .event.held h3 a").first.click()
    page.wait_for_url("**/doc/event/*")
    quote = page.locator(".event blockquote").first.inner_text()
    page.locator(".to-sentence").first.click()
    expect(page.locator("mark.chosen").first).to_be_in_viewport()
    assert "".join(page.locator("mark.chosen").all_inner_texts()).split() == quote.split()


@LANGUAGES
def test_a_pair_shows_what_data_sets_code_and_how_both_voted(page: Page, address: str, language: str) -> None:
    ready(page, f"{address}/doc/relation/EGY-KAZ?lang={language}")
    expect(page.locator("#coded")).to_contain_text("GDELT")
    issue = {"en": "Development", "ar": "الإنمائي"}[language]
    row = page.locator("tr", has=page.locator("a[href*='issue']", has_text=issue))
    expect(row).to_contain_text("100%")


@LANGUAGES
def test_statuses_are_taken_away_and_the_address_remembers(page: Page, address: str, language: str) -> None:
    ready(page, f"{address}/doc/relation/KAZ-PSE?lang={language}")
    page.locator("input[type=checkbox][value=planned]").uncheck()
    expect(page.locator("#events .event.planned")).to_have_count(0)
    expect(page.locator(".happening.planned")).to_have_count(0)
    ready(page, page.url)
    expect(page.locator("#events .event.planned")).to_have_count(0)
    expect(page.locator("#events .event.held").first).to_be_visible()


@LANGUAGES
def test_positions_are_narrowed_to_an_issue(page: Page, address: str, language: str) -> None:
    ready(page, f"{address}/doc/relation/KAZ-PSE?lang={language}")
    everything = page.locator("#positions .position").count()
    page.locator("#issue").select_option("palestinian-statehood")
    chosen = page.locator("#positions .position")
    assert 0 < chosen.count() < everything
    shared, left = page.url, chosen.count()
    page.goto("about:blank")
    ready(page, shared)
    expect(page.locator("#positions .position")).to_have_count(left)


@LANGUAGES
def test_shared_organizations_are_those_of_a_day_that_the_address_keeps(
    page: Page, address: str, language: str
) -> None:
    ready(page, f"{address}/doc/relation/KAZ-PSE?lang={language}")
    section = page.locator("section", has=page.locator("#on"))
    rows = section.locator("tbody tr")
    ever = rows.count()
    box = page.get_by_label({"en": "Both belong to them on", "ar": "تنتمي إليها الدولتان بتاريخ"}[language])
    counts = []
    for on in ("1900-01-01", "2017-07-08"):
        asked = page.request.get(f"{address}/relations/KAZ/PSE?on={on}").json()["shared_organizations"]
        counts.append(sum(row["on"] for row in asked))
        box.fill(on)
        box.dispatch_event("change")
        expect(page.locator("#together")).to_contain_text(on[:4])
        expect(rows).to_have_count(counts[-1])
    before, then = counts
    assert before < then <= ever
    shared = page.url
    assert "on=2017-07-08" in shared
    page.goto("about:blank")
    ready(page, shared)
    expect(box).to_have_value("2017-07-08")
    expect(rows).to_have_count(then)
    ready(page, f"{address}/doc/relation/KAZ-PSE?lang={language}&on=yesterday")
    expect(rows).to_have_count(ever)


@LANGUAGES
def test_an_issue_tells_who_stands_where_in_which_words(page: Page, address: str, language: str) -> None:
    ready(page, f"{address}/explore/issues?lang={language}")
    page.locator("a.card[href*='palestinian-statehood']").click()
    page.wait_for_url("**/explore/issue/palestinian-statehood*")
    expect(page.locator("table a[href*='/doc/state/KAZ']")).to_be_visible()
    expect(page.locator("#positions blockquote").first).to_contain_text("فلسطين")


@LANGUAGES
def test_the_network_is_drawn_and_narrowed(page: Page, address: str, language: str) -> None:
    ready(page, f"{address}/explore/graph?lang={language}")
    expect(page.locator("#graph canvas").first).to_be_visible()
    assert page.locator("#graph").evaluate("node => getComputedStyle(node).direction") == "ltr"
    page.locator("#node").select_option(label="Kazakhstan" if language == "en" else "كازاخستان")
    assert "node=KAZ" in page.url
    expect(page.locator(".tall h2 a")).to_have_attribute(
        "href", f"/doc/state/KAZ{'?lang=ar' if language == 'ar' else ''}"
    )
    ready(page, page.url)
    expect(page.locator("a[href*='/doc/relation/KAZ-PSE']")).to_be_visible()
    alone = page.locator(".tall tbody tr").count()
    # a second one adds its relations to those of the first
    page.locator("#node").select_option(label="Palestine" if language == "en" else "فلسطين")
    expect(page.locator(".chosen-node")).to_have_count(2)
    assert page.locator(".tall tbody tr").count() >= alone
    page.locator(".chosen-node button").first.click()
    expect(page.locator(".chosen-node")).to_have_count(1)
    page.locator("#all").click()
    assert "node=" not in page.url


def test_a_click_on_the_drawing_chooses_a_node(page: Page, address: str) -> None:
    ready(page, f"{address}/explore/graph?node=KAZ")
    room = page.locator("#graph[data-drawn]")
    expect(room).to_be_visible()
    # the node of Palestine is where the server placed it, in the square that the drawing shows
    network = page.request.get(f"{address}/network").json()
    node = next(node for node in network["nodes"] if node["thing"]["key"] == "PSE")
    box = room.bounding_box()
    assert box is not None
    side = min(box["width"], box["height"]) - 80
    x = box["x"] + box["width"] / 2 + node["x"] * side / 2
    y = box["y"] + box["height"] / 2 - node["y"] * side / 2
    page.mouse.move(x, y)
    page.mouse.click(x, y)
    expect(page.locator(".chosen-node")).to_have_count(2)
    assert "node=KAZ%2CPSE" in page.url


@LANGUAGES
def test_a_question_is_asked_and_its_address_shared(page: Page, address: str, language: str) -> None:
    ready(page, f"{address}/explore/sparql?lang={language}")
    page.locator("#question").select_option("shared-organizations")
    cell = page.locator(".yasr table tbody tr")
    expect(cell.first).to_be_visible()
    assert "question=shared-organizations" in page.url
    shared, found = page.url, cell.count()
    page.goto("about:blank")
    ready(page, shared)
    expect(cell).to_have_count(found)
    assert page.locator(".yasgui-room").evaluate("node => getComputedStyle(node).direction") == "ltr"


@LANGUAGES
def test_a_text_is_read_first_and_stored_then(page: Page, address: str, language: str) -> None:
    text = SAMPLE.read_text(encoding="utf-8").replace("كازاخستان", "أوزبكستان") + f"\n({language})"
    before = httpx.get(f"{address}/stats").json()["articles"]
    ready(page, f"{address}/explore/add?lang={language}")
    page.locator("#article").fill(text)
    page.locator("form.add button[type=submit]").click()
    expect(page.locator("#result mark.event").first).to_be_visible()
    assert httpx.get(f"{address}/stats").json()["articles"] == before
    page.locator("#result button.main").click()  # without the token
    expect(page.locator("#result [role=alert]")).to_be_visible()
    page.locator("#token").fill(TOKEN)
    page.locator("#result button.main").click()
    page.wait_for_url("**/doc/article/*")
    expect(page.locator("a.entry").first).to_be_visible()
    key = page.url.rsplit("/", 1)[-1].partition("?")[0]
    answer = httpx.delete(f"{address}/articles/{key}", headers={"Authorization": f"Bearer {TOKEN}"})
    assert answer.status_code == 204


def test_a_file_dropped_on_the_page_is_read_and_not_stored(page: Page, address: str) -> None:
    before = httpx.get(f"{address}/stats").json()["articles"]
    ready(page, f"{address}/explore/add")
    text = SAMPLE.read_text(encoding="utf-8")
    dropped = page.evaluate_handle(
        "text => { const held = new DataTransfer();"
        " held.items.add(new File([text], 'a.txt', { type: 'text/plain' })); return held }",
        text,
    )
    page.dispatch_event("form.add", "dragover", {"dataTransfer": dropped})
    expect(page.locator("form.add")).to_have_class("stack add over")
    page.dispatch_event("#article", "drop", {"dataTransfer": dropped})
    expect(page.locator("#article")).to_have_value(text)
    expect(page.locator("#result mark.event").first).to_be_visible()
    assert "over" not in (page.locator("form.add").get_attribute("class") or "")
    assert httpx.get(f"{address}/stats").json()["articles"] == before
    assert page.url.endswith("/explore/add")


@LANGUAGES
def test_on_a_phone_the_first_line_of_a_query_is_free(page: Page, address: str, language: str) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    ready(page, f"{address}/explore/sparql?lang={language}")
    # in one step of the page: the editor draws its lines anew when shown, and a line held from outside may be gone
    page.wait_for_function(
        "() => { const line = document.querySelector('.CodeMirror-line')?.getBoundingClientRect();"
        " const button = document.querySelector('.yasqe_queryButton')?.getBoundingClientRect();"
        " return line?.height > 0 && button?.height > 0 && button.bottom <= line.top }"
    )


def test_the_start_page_is_light(page: Page, address: str) -> None:
    ready(page, f"{address}/")
    expect(page.locator("svg.map")).to_be_visible()
    sizes = page.evaluate(
        "Object.fromEntries(performance.getEntriesByType('resource')"
        ".filter(e => /\\.js(on)?$/.test(new URL(e.name).pathname)).map(e => [e.name, e.encodedBodySize]))"
    )
    assert any("topojson" in name for name in sizes)
    assert sum(sizes.values()) < SCRIPTS, sizes


@LANGUAGES
def test_no_tool_runs_over_the_edge_of_a_phone(page: Page, address: str, language: str) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    for path in (
        "/",
        "/explore/issues",
        "/explore/graph",
        "/explore/add",
        "/explore/sparql",
        "/doc/state/KAZ",
    ):
        ready(page, f"{address}{path}?lang={language}")
        expect(page.locator(".loading")).to_have_count(0)
        over = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert over <= 0, path
