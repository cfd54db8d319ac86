from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from graph.settings import Settings
from graph.store import EmbeddedStore

TOKEN = "open-sesame"
WRITER = {"Authorization": f"Bearer {TOKEN}"}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[EmbeddedStore]:
    opened = EmbeddedStore(tmp_path / "store")
    yield opened
    opened.close()


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
    return serve()
