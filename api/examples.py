"""Writes ``examples.json``, the answers that the OpenAPI document shows: ``python -m api.examples``.

They are asked of the application itself over the sample articles (``data/articles`` of a checkout).
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

# route -> a request that shows what it gives
REQUESTS = {
    "/states": "/states?limit=1",
    "/states/{code}": "/states/KAZ",
    "/states/{code}/relations": "/states/KAZ/relations?limit=1",
    "/relations": "/relations?limit=1",
    "/relations/{a}/{b}": "/relations/KAZ/PSE?on=2017-07-08",
    "/relations/{a}/{b}/timeline": "/relations/KAZ/PSE/timeline?limit=2",
    "/matrix": "/matrix?measure=events",
    "/changes": "/changes?since=2017-01-01",
    "/measures": "/measures",
    "/organizations": "/organizations?limit=1",
    "/organizations/{id}": "/organizations/CICA",
    "/events": "/events?type=consultation&participant=KAZ&participant=PSE&facet=status&limit=1",
    "/positions": "/positions?holder=KAZ&facet=stance&limit=1",
    "/people": "/people?limit=1",
    "/articles": "/articles?limit=1",
    "/articles/{id}": "/articles/articles%2Fmaan-2017-07-08.ar",
    "/search": "/search?q=كازاخستان&limit=1",
    "/search/quotes": "/search/quotes?q=كازاخستان&limit=1",
    "/reconcile": '/reconcile?queries={"q0": {"query": "كازاخستان"}}',
    "/stats": "/stats",
}
_SHOWN = 1  # items of a list
_LETTERS = 240  # of an article's text


def shortened(answer: Any) -> Any:
    """An answer with one item of each list and the beginning of long texts."""
    if isinstance(answer, dict):
        return {name: shortened(value) for name, value in answer.items()}
    if isinstance(answer, list):
        pair = len(answer) == 2 and all(isinstance(item, int) for item in answer)
        return answer if pair else [shortened(item) for item in answer[:_SHOWN]]
    return answer[:_LETTERS] if isinstance(answer, str) else answer


def ask(client: Any) -> dict[str, Any]:
    """Path -> request and shortened answer, asked of a client of the application (``get(path).json()``)."""
    found = {}
    for path, request in REQUESTS.items():
        answer = client.get(request)
        if answer.status_code != 200:
            raise RuntimeError(f"GET {request} gave {answer.status_code}: {answer.text}")
        found[path] = {"request": request, "answer": shortened(answer.json())}
    return found


def main() -> None:
    """Ask a new application over the sample articles and write the file."""
    from fastapi.testclient import TestClient

    from api.app import create_app
    from graph.ingest import ingest
    from graph.settings import Settings
    from graph.sources import read_sources
    from graph.store import EmbeddedStore
    from graph.world import ensure_world

    here = Path(__file__).parent
    store = EmbeddedStore()
    ensure_world(store)
    for result in ingest(store, read_sources([str(here.parent / "data" / "articles")])):
        if result.message:
            sys.exit(result.message)
    with TestClient(create_app(Settings(), store)) as client:
        text = json.dumps(ask(client), ensure_ascii=False, indent=1)
    (here / "examples.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
