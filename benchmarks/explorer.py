"""How soon the explorer's pages show something, and how smoothly the graph moves, in Debian's chromium.

    python benchmarks/explorer.py [--events 0 100000] [--rounds 5] [--store FOLDER] [--frames]

For each page and language: the first contentful paint and the moment when the page's main content (named in PAGES) is
there, medians of visits with an empty browser cache, in milliseconds from the request; ``cold`` is a visit right after
the server's start, when it still computes what pages open with: until the page's heading, and its main content.
0 events stands for the sample articles. ``--frames`` measures instead how long frames take in the graph view with
200 states and nearly 20,000 relations (199 for each state) while it is moved, zoomed and taken through the years.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import statistics
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from load.reported import fill
from load.servers import ours
from playwright.sync_api import Browser, Page, sync_playwright

from graph.ingest import ingest
from graph.sources import read_sources
from graph.store import EmbeddedStore
from graph.world import ensure_world

SAMPLE = Path(__file__).resolve().parents[1] / "data" / "articles"
LANGUAGES = ("en", "ar")
PATIENCE = 120_000  # ms
# page -> its address and what has to be there; {event}, {article} and {person} are asked of the store
PAGES = {
    "start": ("/", "svg.map path.known, .pair"),
    "relation": ("/doc/relation/KAZ-PSE", "#events .event"),
    "state": ("/doc/state/KAZ", ".pair"),
    "organization": ("/doc/org/CICA", "main table"),
    "person": ("/doc/person/{person}", "main .card"),
    "event": ("/doc/event/{event}", ".event blockquote"),
    "article": ("/doc/article/{article}", "#text mark"),
    "issues": ("/explore/issues", "main a.card"),
    "issue": ("/explore/issue/palestinian-statehood", "#positions blockquote"),
    "graph": ("/explore/graph", "#graph canvas"),
    "sparql": ("/explore/sparql", ".yasqe .CodeMirror"),
    "add": ("/explore/add", "form.add"),
}
WATCH = """selector => {
  const parts = selector.split(", ");
  const look = () => {
    if (!window.words && document.querySelector("main h1")) window.words = performance.now();
    if (window.whole || !parts.every((part) => document.querySelector(part))) return;
    window.whole = performance.now();
  };
  new MutationObserver(look).observe(document, { childList: true, subtree: true });
}"""
SEEN = "[performance.getEntriesByName('first-contentful-paint')[0]?.startTime, window.whole, window.words]"
FRAMES = """async () => {
  const taken = [];
  window.measuring = true;
  let last = await new Promise(requestAnimationFrame);
  while (window.measuring) {
    const now = await new Promise(requestAnimationFrame);
    taken.push(now - last);
    last = now;
  }
  return taken;
}"""


@contextmanager
def browser() -> Iterator[Browser]:
    """Debian's chromium, drawing without a graphics card."""
    names = ("chromium", "chromium-browser", "google-chrome")
    binary = next((path for name in names if (path := shutil.which(name))), None)
    if binary is None:
        raise SystemExit("no chromium on this machine (apt-get install chromium)")
    arguments = ["--no-sandbox", "--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"]
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path=binary, args=arguments)


def sample(folder: Path) -> None:
    """The store of the sample articles."""
    store = EmbeddedStore(folder)
    ensure_world(store)
    for _ in ingest(store, read_sources([str(SAMPLE)])):
        pass
    store.close()


def visit(window: Browser, url: str, selector: str) -> tuple[float, float, float]:
    """First contentful paint, main content and the heading of one visit, in milliseconds."""
    with window.new_context() as context:
        page = context.new_page()
        page.add_init_script(f"({WATCH})({json.dumps(selector)})")
        page.goto(url, timeout=PATIENCE)
        # asked again and again, for the pages' own policy forbids what a wait for a function would do in them
        for _ in range(PATIENCE // 20):
            painted, whole, words = page.evaluate(SEEN)
            if painted and whole and words:
                return painted, whole, words
            page.wait_for_timeout(20)
        raise SystemExit(f"{url} did not show {selector}")


def keys(window: Browser, address: str) -> dict[str, str]:
    """An event, an article and a person of the pair that the pages show."""
    with window.new_context() as context:
        pair: Any = context.request.get(f"{address}/relations/KAZ/PSE", timeout=PATIENCE).json()
        people: Any = context.request.get(f"{address}/people?limit=1", timeout=PATIENCE).json()
    last = [part.rsplit("/", 1)[-1] for part in (pair["events"][0]["id"], pair["events"][0]["article"])]
    return {"event": last[0], "article": last[1], "person": people["items"][0]["key"]}


def address_of(base: str, path: str, language: str) -> str:
    """The address of a page in a language."""
    return f"{base}{path}?lang={language}"


def pages(window: Browser, store: Path, rounds: int, only: list[str]) -> None:
    """Print the table of one store."""
    with ours(store) as server:
        known = keys(window, f"http://127.0.0.1:{server.port}")
    print(
        "| page | paint en | whole en | paint ar | whole ar | cold words | cold whole |\n"
        "|---|---|---|---|---|---|---|",
        flush=True,
    )
    for name in only:
        path, selector = PAGES[name]
        cells: list[float] = []
        cold = (0.0, 0.0)
        with ours(store) as server:
            for language in LANGUAGES:
                url = address_of(f"http://127.0.0.1:{server.port}", path.format(**known), language)
                first = visit(window, url, selector)
                cold = (first[2], first[1]) if language == LANGUAGES[0] else cold
                seen = [visit(window, url, selector)[:2] for _ in range(rounds)]
                cells += [statistics.median(times) for times in zip(*seen, strict=True)]
        print(f"| {name} | " + " | ".join(f"{ms:.0f}" for ms in [*cells, *cold]) + " |", flush=True)


def network(states: int = 200, relations: int = 20_000, years: int = 15) -> dict[str, Any]:
    """A network of states with that many pairs that have dealt with each other, each in several years."""
    chance = random.Random(7)
    codes = [f"{chr(65 + n // 26)}{chr(65 + n % 26)}X" for n in range(states)]
    pairs = [(a, b) for a in range(states) for b in range(a + 1, states)]
    nodes = [
        {
            "thing": {
                "id": f"/id/state/{code}",
                "key": code,
                "kind": "state",
                "labels": {"en": code, "ar": code},
            },
            "x": chance.uniform(-1, 1),
            "y": chance.uniform(-1, 1),
            "events": 100,
        }
        for code in codes
    ]
    edges = [
        {
            "a": a,
            "b": b,
            "group": chance.choice(("meet", "accord", "conflict")),
            "year": 2010 + chance.randrange(years),
            "events": chance.randint(1, 9),
            "score": chance.uniform(-9, 9),
        }
        for a, b in pairs[:relations]
        for _ in range(2)
    ]
    return {"nodes": nodes, "edges": edges, "memberships": []}


def act(page: Page, what: str) -> None:
    """Move the drawing, zoom it, or take it through the years, for about two seconds."""
    box = page.locator("#graph").bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    if what == "moving":
        page.mouse.down()
        for step in range(60):
            page.mouse.move(x + 3 * (step % 30), y + 2 * (step % 20))
            page.wait_for_timeout(16)
        page.mouse.up()
    elif what == "zooming":
        for step in range(30):
            page.mouse.wheel(0, -60 if step < 15 else 60)
            page.wait_for_timeout(50)
    elif what == "pointing":
        for step in range(60):
            page.mouse.move(x + 4 * (step % 40) - 80, y + 3 * (step % 30) - 45)
            page.wait_for_timeout(16)
    else:
        page.locator("#from").focus()
        for _ in range(14):
            page.keyboard.press("ArrowRight")
            page.wait_for_timeout(120)


def frames(window: Browser, store: Path) -> None:
    """Print the table of frame times."""
    made = json.dumps(network())
    with ours(store) as server, window.new_context(viewport={"width": 1280, "height": 900}) as context:
        page = context.new_page()
        page.route("**/network", lambda route: route.fulfill(body=made, content_type="application/json"))
        page.goto(f"http://127.0.0.1:{server.port}/explore/graph")
        page.wait_for_selector("#graph canvas")
        page.wait_for_timeout(1500)
        print("| while | frames | median ms | p95 ms | worst ms |\n|---|---|---|---|---|", flush=True)
        for what in ("nothing", "pointing", "moving", "zooming", "sliding"):
            page.evaluate(f"void (window.taken = ({FRAMES})())")
            act(page, what) if what != "nothing" else page.wait_for_timeout(2000)
            taken = sorted(page.evaluate("window.measuring = false, window.taken"))
            p95 = taken[int(len(taken) * 0.95) - 1]
            print(
                f"| {what} | {len(taken)} | {statistics.median(taken):.0f} | {p95:.0f} | {taken[-1]:.0f} |",
                flush=True,
            )


def main() -> None:
    """Print what was asked for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--events", type=int, nargs="+", default=[0])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--store", type=Path, help="a store made before, in place of --events")
    parser.add_argument("--only", nargs="+", choices=PAGES, default=list(PAGES), help="these pages alone")
    parser.add_argument("--frames", action="store_true")
    chosen = parser.parse_args()
    print(f"{os.cpu_count()} processors, load {os.getloadavg()[0]:.1f} before the run", flush=True)
    with tempfile.TemporaryDirectory() as room, browser() as window:
        for events in [0] if chosen.frames else chosen.events:
            folder = chosen.store or Path(room) / str(events)
            if not chosen.store:
                fill(folder, events) if events else sample(folder)
            if chosen.frames:
                frames(window, folder)
                continue
            print(f"\n{folder if chosen.store else f'{events:,} events' if events else 'sample'}", flush=True)
            pages(window, folder, chosen.rounds, chosen.only)


if __name__ == "__main__":
    main()
