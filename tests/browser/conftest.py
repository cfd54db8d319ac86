import os
import shutil
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import ConsoleMessage, Page, Request

from api.app import create_app
from graph.imports import CodedFile, RollCalls, bring_in
from graph.imports.mapping import format_of
from graph.ingest import Outcome, ingest
from graph.settings import Settings
from graph.sources import read_sources
from graph.store import EmbeddedStore
from graph.world import ensure_world

ARTICLES = Path(__file__).parents[2] / "data" / "articles"
TOKEN = "a token for the tests"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, object]:
    """The machine's own chromium; nothing is downloaded."""
    found = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    if found is None:
        if os.environ.get("BILATERAL_REQUIRE_BROWSER") == "1":
            pytest.fail("no chromium on this machine, and BILATERAL_REQUIRE_BROWSER=1 asks for one")
        pytest.skip("no chromium on this machine (apt-get install chromium)")
    return {
        "executable_path": found,
        "args": [
            "--no-sandbox",
            "--use-gl=angle",
            "--use-angle=swiftshader",
            "--enable-unsafe-swiftshader",
            "--disable-background-networking",
        ],
    }


def beside(store: EmbeddedStore, folder: Path) -> None:
    """Egypt and Kazakhstan as data sets of our own making code them."""
    cells = [""] * 61
    cells[0], cells[1], cells[7], cells[17], cells[26] = "1", "20310502", "KAZ", "EGY", "042"
    tables = {
        "rows.tsv": "\t".join(cells) + "\n",
        "votes-matrix.csv": "rcid,Egypt,Kazakhstan\n1,Y,Y\n2,Y,A\n",
        "roll-calls.csv": "rcid,date,short,issues\n1,2030-11-01,BEES,ec\n2,2031-11-01,BOATS,\n",
        "countries.csv": "country,iso2\nEgypt,EG\nKazakhstan,KZ\n",
    }
    for name, text in tables.items():
        (folder / name).write_text(text, encoding="utf-8")
    bring_in(store, CodedFile(folder / "rows.tsv", format_of("gdelt")))
    bring_in(store, RollCalls(folder))


@contextmanager
def served(store: EmbeddedStore) -> Iterator[str]:
    """The address of a server over a store, while the block runs."""
    server = uvicorn.Server(
        uvicorn.Config(create_app(Settings(token=TOKEN), store), port=0, log_level="error")
    )
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started and thread.is_alive():
        time.sleep(0.02)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    thread.join()


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A running server over a store of the sample articles, with a coded event and two roll calls beside them."""
    folder = tmp_path_factory.mktemp("browser")
    store = EmbeddedStore(folder / "store")
    ensure_world(store)
    results = list(ingest(store, read_sources([str(ARTICLES)])))
    assert results and all(result.outcome is Outcome.NEW for result in results)
    beside(store, folder)
    with served(store) as url:
        yield url
    store.close()


@pytest.fixture(scope="session")
def empty_address() -> Iterator[str]:
    """A running server over a store that nothing has been put into."""
    store = EmbeddedStore()
    with served(store) as url:
        yield url
    store.close()


@pytest.fixture
def nothing_goes_wrong_unseen(page: Page, address: str) -> Iterator[None]:
    """The story also shows that nothing is asked of another host and the console stays clean."""
    outside: list[str] = []
    complaints: list[str] = []

    def watch(request: Request) -> None:
        if not request.url.startswith((address, "data:", "blob:")):
            outside.append(request.url)

    def listen(message: ConsoleMessage) -> None:
        # drawing without a graphics card makes the driver itself complain of slowness
        if message.type in {"error", "warning"} and "GL Driver Message" not in message.text:
            complaints.append(message.text)

    page.on("request", watch)
    page.on("console", listen)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield
    assert outside == []
    assert complaints == []
