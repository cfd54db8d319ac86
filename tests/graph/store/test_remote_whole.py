"""Everything with ``--store http://…``: the command line, copies and moves, the HTTP API; on a real server."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from pyoxigraph import BlankNode, Quad

from api.app import create_app
from graph.settings import Settings
from graph.store import Store, open_store

SAMPLE = Path(__file__).parents[3] / "data" / "articles" / "maan-2017-07-08.ar.txt"
KEY = "articles/maan-2017-07-08.ar"
Bilateral = Callable[..., Any]


def shape(store: Store) -> tuple[set[Quad], int, int]:
    """The quads without blank nodes; how many have some, and how many blank nodes there are."""
    quads = list(store.quads())
    blank = [t for q in quads for t in (q.subject, q.object) if isinstance(t, BlankNode)]
    plain = {q for q in quads if not isinstance(q.subject, BlankNode) and not isinstance(q.object, BlankNode)}
    return plain, len(quads) - len(plain), len(set(blank))


@pytest.fixture
def bilateral(capfd: pytest.CaptureFixture[str]) -> Bilateral:
    from graph.cli import main

    def run(*arguments: object) -> tuple[int, str, str]:
        capfd.readouterr()
        code = 0
        try:
            main([str(a) for a in arguments])
        except SystemExit as end:
            code = int(end.code or 0)
        out, err = capfd.readouterr()
        return code, out, err

    return run


def test_the_command_line_and_moves_both_ways(bilateral: Bilateral, endpoint: str, tmp_path: Path) -> None:
    here = tmp_path / "here.db"
    for store in (here, endpoint):
        code, _, err = bilateral("ingest", SAMPLE, "--store", store)
        assert code == 0, err
    outputs = (
        ("show", "KAZ", "PSE"),
        ("stats",),
        ("articles", "list"),
        ("query", "--format", "csv", "-e", "SELECT ?q { ?e bir:quote ?q } ORDER BY ?q"),
        ("export", "--format", "csv", "--between", "KAZ", "PSE"),
        ("export", "--format", "gexf"),
    )
    for command in outputs:
        told = [bilateral(*command, "--store", store) for store in (here, endpoint)]
        assert told[0][0] == 0 and told[0][1] == told[1][1], (command, told[1][2])
    assert bilateral("check", "--no-shapes", "--store", endpoint)[0] == 0
    there = open_store(endpoint)
    quads = shape(there)
    assert bilateral("backup", tmp_path / "copy.db", "--store", endpoint)[0] == 0
    assert shape(open_store(tmp_path / "copy.db", read_only=True)) == quads
    assert bilateral("backup", tmp_path / "copy.nq.gz", "--store", endpoint)[0] == 0
    assert bilateral("restore", tmp_path / "copy.nq.gz", "--store", endpoint)[0] == 1  # it is not empty
    assert bilateral("restore", here, "--replace", "--store", endpoint)[0] == 0
    assert shape(there) == quads == shape(open_store(here, read_only=True))
    assert bilateral("optimize", "--store", endpoint)[0] == 1
    assert bilateral("articles", "remove", KEY, "--store", endpoint)[0] == 0


def test_the_server_over_a_server(endpoint: str) -> None:
    settings = Settings.model_validate({"store": endpoint, "token": "open-sesame"})
    writer = {"Authorization": "Bearer open-sesame"}
    open_store(endpoint).update("DROP ALL")
    with TestClient(create_app(settings)) as client:
        body = {"id": KEY, "text": SAMPLE.read_text(encoding="utf-8"), "lang": "ar"}
        answer = client.post("/articles", json=body, headers=writer)
        assert answer.status_code == 201, answer.text
        pair = client.get("/relations/KAZ/PSE").json()
        assert pair["events"] and "مشاورات" in json.dumps(pair, ensure_ascii=False)
        ask = client.get("/sparql", params={"query": "ASK { ?s ?p ?o }"})
        assert ask.json()["boolean"] is True
        assert client.get("/sparql", params={"query": "ASK {"}).status_code == 400
        update = client.post(
            "/update", data={"update": "INSERT DATA { GRAPH <g:1> { <a:1> <x:p> 1 } }"}, headers=writer
        )
        assert update.status_code == 204
        turtle = client.get("/store?graph=g:1", headers={"Accept": "text/turtle"})
        assert "<a:1>" in turtle.text
        assert client.get("/.well-known/void").status_code == 200
        key = KEY.replace("/", "%2F")
        assert client.delete(f"/articles/{key}", headers=writer).status_code == 204
