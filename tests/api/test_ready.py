"""What pages open with is asked for before a visitor does: at the start, and after a write."""

import time
from collections.abc import Callable

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from api.caching import Revalidation, StoreVersion
from api.ready import OPENED, Ready
from graph.store import EmbeddedStore

PATIENCE = 20  # seconds, far more than it takes


def until(true: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < end, "nothing was asked ahead"
        time.sleep(0.02)


def served(asked: list[str], *, many: int) -> Starlette:
    def answer(request: Request) -> JSONResponse:
        asked.append(str(request.url.replace(scheme="", netloc="")))
        return JSONResponse({"asked": len(asked)})

    version = StoreVersion()
    app = Starlette(
        routes=[Route("/{path:path}", answer, methods=["GET", "POST"])],
        middleware=[Middleware(Ready, version=version, many=many), Middleware(Revalidation, version=version)],
    )
    app.state.store = EmbeddedStore()
    return app


def test_visitors_find_the_answers_ready_and_again_after_a_write() -> None:
    asked: list[str] = []
    with TestClient(served(asked, many=0)) as client:
        until(lambda: len(asked) == len(OPENED))
        assert asked == list(OPENED)
        page = {"Accept": "application/json", "Accept-Encoding": "gzip, br"}
        first = client.get(OPENED[0], headers=page).json()
        assert first == {"asked": 1}, "the answer that was kept"
        client.post("/articles")
        until(lambda: len(asked) == 2 * len(OPENED) + 1)
        assert client.get(OPENED[0], headers=page).json() == {"asked": len(OPENED) + 2}


def test_a_small_store_is_left_alone() -> None:
    asked: list[str] = []
    with TestClient(served(asked, many=1)) as client:
        client.get("/stats")
    assert asked == ["/stats"]
