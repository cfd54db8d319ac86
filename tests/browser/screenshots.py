"""Pictures of every page in both languages, for a desk and a phone: ``make screenshots``.

They go to ``screenshots/``, which no commit takes up. ``--for-readme`` makes the three of ``docs/images``.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

import uvicorn
from playwright.sync_api import Browser, Page, sync_playwright

from api.app import create_app
from graph.ingest import ingest
from graph.settings import Settings
from graph.sources import read_sources
from graph.store import EmbeddedStore
from graph.world import ensure_world

ROOT = Path(__file__).resolve().parents[2]
# the sample alone makes a thin map, so the project's own articles of the gold set join it
ARTICLES = [ROOT / "data" / "articles", ROOT / "data" / "gold" / "ar", ROOT / "data" / "gold" / "en"]
ONTOLOGY = "https://w3id.org/bilateral/ontology/"
KIND, ACTS = f"{ONTOLOGY}hasEventType", f"{ONTOLOGY}takesPartIn"
COUNTED = f"SELECT ?type (COUNT(?e) AS ?n) {{ ?e <{KIND}> ?type }} GROUP BY ?type"
JOINED = f"CONSTRUCT WHERE {{ ?actor <{ACTS}> ?event }}"
SAMPLE = "/doc/article/articles%2Fmaan-2017-07-08.ar"
PAGES = {
    "start": "/",
    "relation": "/doc/relation/KAZ-PSE",
    "state": "/doc/state/KAZ",
    "organization": "/doc/org/CICA",
    "article": SAMPLE,
    "issues": "/explore/issues",
    "issue": "/explore/issue/palestinian-statehood",
    "graph": "/explore/graph",
    "sparql": "/explore/sparql?question=pair-events",
    "chart": f"/explore/sparql?view=chart&query={quote(COUNTED)}",
    "picture": f"/explore/sparql?view=graph&query={quote(JOINED)}",
    "add": "/explore/add",
    "missing": "/doc/state/QQQ",
    "event": "/doc/relation/KAZ-PSE",
    "person": "/doc/relation/KAZ-PSE",
    "overlaps": SAMPLE,
    "desk": SAMPLE,
    "preview": "/explore/add",
    "print": "/doc/relation/KAZ-PSE",
    "hits": "/",
}
TEXT = ROOT / "data" / "articles" / "maan-2017-07-08.ar.txt"
WIDTHS = {"desk": 1280, "phone": 390}
TALLEST = 6000
README = {"start": ("/", "en"), "relation": ("/doc/relation/KAZ-PSE", "ar"), "article": (SAMPLE, "ar")}


def follow(page: Page, link: str) -> None:
    """Open the first link that a selector finds."""
    page.locator(link).first.click()
    page.wait_for_selector("h1")
    page.wait_for_selector("main[data-ready]")


def correct(page: Page) -> None:
    """Open the desk and the controls of the first record."""
    page.locator("#desk > summary").click()
    page.locator(".correct > summary").first.click()


def look(page: Page) -> None:
    """See what would be read from the sample."""
    page.locator("#article").fill(TEXT.read_text(encoding="utf-8"))
    page.locator("form.add button[type=submit]").click()
    page.wait_for_selector("#result mark")


# page -> what a visitor does there before the picture is taken
STEPS: dict[str, Callable[[Page], None]] = {
    "event": lambda page: follow(page, ".event h3 a"),
    "person": lambda page: follow(page, "#view a[href*='/doc/person/']"),
    "overlaps": lambda page: page.locator("a.entry").nth(2).click(),
    "desk": correct,
    "preview": look,
    "print": lambda page: page.emulate_media(media="print"),
    "hits": lambda page: page.locator("#query").press_sequentially("kaz"),
}


@contextmanager
def served() -> Iterator[str]:
    """The address of a server over the sample articles, while the block runs."""
    with tempfile.TemporaryDirectory() as folder:
        store = EmbeddedStore(Path(folder) / "store")
        ensure_world(store)
        for _ in ingest(store, read_sources([str(path) for path in ARTICLES])):
            pass
        server = uvicorn.Server(
            uvicorn.Config(create_app(Settings(token="for the pictures"), store), port=0, log_level="error")
        )
        thread = threading.Thread(target=server.run, daemon=True)
        thread.start()
        while not server.started and thread.is_alive():
            time.sleep(0.02)
        yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
        server.should_exit = True
        thread.join()
        store.close()


def shoot(browser: Browser, url: str, width: int, height: int | None, to: Path, name: str = "") -> None:
    """One picture of a page, as high as its content where ``height`` is None, after the steps of its name."""
    page = browser.new_page(viewport={"width": width, "height": height or 900}, reduced_motion="reduce")
    page.goto(url)
    page.wait_for_selector("main[data-ready]")
    page.wait_for_load_state("networkidle")
    STEPS.get(name, lambda _: None)(page)
    if height and page.locator("a.entry").count():
        page.locator("a.entry").first.click()
        page.evaluate("scrollTo(0, 0)")
    page.wait_for_timeout(400)  # the canvas of the graph tells nobody when it is drawn
    if height is None:
        whole = page.evaluate("document.documentElement.scrollHeight")
        page.set_viewport_size({"width": width, "height": min(whole, TALLEST)})
    page.screenshot(path=to)
    page.close()
    print(to.relative_to(ROOT))


def main() -> int:
    """Make the pictures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", nargs="+", choices=PAGES, default=list(PAGES), help="these pages alone")
    parser.add_argument("--for-readme", action="store_true", help="the three of docs/images instead")
    wanted = parser.parse_args()
    binary = next(
        (path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))),
        None,
    )
    if binary is None:
        print("no chromium on this machine (apt-get install chromium)", file=sys.stderr)
        return 1
    arguments = ["--no-sandbox", "--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"]
    with served() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=binary, args=arguments)
        if wanted.for_readme:
            for name, (path, language) in README.items():
                to = ROOT / "docs" / "images" / f"{name}.png"
                to.parent.mkdir(exist_ok=True)
                shoot(browser, f"{address}{path}?lang={language}", 1100, 780, to)
            return 0
        folder = ROOT / "screenshots"
        folder.mkdir(exist_ok=True)
        for name in wanted.only:
            path = PAGES[name]
            for language in ("en", "ar"):
                for device, width in WIDTHS.items():
                    joint = "&" if "?" in path else "?"
                    to = folder / f"{name}-{language}-{device}.png"
                    shoot(browser, f"{address}{path}{joint}lang={language}", width, None, to, name)
    return 0


if __name__ == "__main__":
    sys.exit(main())
