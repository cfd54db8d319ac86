import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest
import uvicorn
from fastapi import FastAPI
from fastapi.testclient import TestClient

from api.app import create_app
from api.direct import Direct
from graph.ingest import Outcome, ingest, ingest_article
from graph.model import Actor, Article, ArticleRecords, Event, Evidence, Participation
from graph.settings import Settings
from graph.sources import read_sources
from graph.store import EmbeddedStore
from graph.world import ensure_world

ARTICLES = Path(__file__).parents[2] / "data" / "articles"
TOKEN = "open-sesame"
WRITER = {"Authorization": f"Bearer {TOKEN}"}


def hand_made() -> ArticleRecords:
    """An article with one meeting of three states, so that some figures hang on no reader."""
    text = "Foreign ministers of Egypt, Russia and Kazakhstan met in Cairo on 14 May 2018."
    day = date(2018, 5, 14)
    words = (Evidence(text, 0, len(text) - 1, "hand"),)
    event = Event(
        kind="meeting",
        status="held",
        participations=tuple(Participation(actor=code) for code in ("EGY", "RUS", "KAZ")),
        earliest=day,
        latest=day,
        place="Cairo",
        place_en="Cairo",
        evidence=words,
        confidence=0.9,
    )
    actors = tuple(Actor(id=code, kind="state", evidence=words) for code in ("EGY", "RUS", "KAZ"))
    article = Article(key="hand/1", text=text, language="en", published=day, outlet="DESK")
    return ArticleRecords(article=article, actors=actors, events=(event,))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[EmbeddedStore]:
    opened = EmbeddedStore(tmp_path / "store")
    yield opened
    opened.close()


@contextmanager
def over_http(app: FastAPI) -> Iterator[str]:
    """The address of a real server of ``app``, with the connections that ``bilateral serve`` has."""
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="error", http=Direct))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started and thread.is_alive():
        time.sleep(0.02)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    thread.join()


@pytest.fixture
def serve(store: EmbeddedStore) -> Iterator[Callable[..., TestClient]]:
    """A client of a server over ``store``, with settings of one's own."""
    clients: list[TestClient] = []

    def start(**settings: object) -> TestClient:
        app = create_app(Settings.model_validate({"token": TOKEN, **settings}), store)
        client = TestClient(app, raise_server_exceptions=False, follow_redirects=False)
        clients.append(client.__enter__())
        return client

    yield start
    for client in clients:
        client.__exit__()


@pytest.fixture
def client(serve: Callable[..., TestClient]) -> TestClient:
    """A client of a server over an empty store that it may write to."""
    return serve()


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[EmbeddedStore]:
    """A store of the ontology, the reference tables and the sample articles, which no test changes."""
    opened = EmbeddedStore(tmp_path_factory.mktemp("library") / "store")
    ensure_world(opened)
    results = list(ingest(opened, read_sources([str(ARTICLES)])))
    assert results and all(result.outcome is Outcome.NEW for result in results)
    records = hand_made()
    ingest_article(opened, records.article, read=lambda _: records)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def reader(library: EmbeddedStore) -> Iterator[TestClient]:
    """A client of a server over the library."""
    app = create_app(Settings.model_validate({"token": TOKEN}), library)
    with TestClient(app, raise_server_exceptions=False, follow_redirects=False) as client:
        yield client
