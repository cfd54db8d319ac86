"""Happenings over HTTP: once in lists, with every report beside them; each report alone where asked for."""

from collections.abc import Callable
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from graph.evaluate import read_reports
from graph.ingest import ingest_article
from graph.store import EmbeddedStore

GOLD = Path(__file__).parents[2] / "data" / "gold"


@pytest.fixture
def client(store: EmbeddedStore, serve: Callable[..., TestClient]) -> TestClient:
    for reported in read_reports(GOLD):
        if reported.article.key.startswith(("cyprus", "kenya")):
            ingest_article(store, reported.article)
    return serve()


def test_a_happening_is_listed_once_with_its_reports(client: TestClient) -> None:
    (event,) = client.get("/events", params={"participant": "CYP"}).json()["items"]
    assert event["told"]["outlets"] == 2
    assert event["told"]["disagreements"] == ["latestDate"]
    assert [report["status"] for report in event["reports"]] == ["ongoing", "held", "held"]
    assert {"article", "outlet", "published", "quote", "start", "end", "earliest"} <= event["reports"][
        0
    ].keys()
    every = client.get("/events", params={"participant": "CYP", "reports": "all"}).json()["items"]
    assert {report["id"] for report in event["reports"]} == {item["id"] for item in every}


def test_an_event_answers_to_either_key_and_its_page_and_data_are_there(client: TestClient) -> None:
    (event,) = client.get("/events", params={"participant": "CYP"}).json()["items"]
    key = event["happening"].rsplit("/", 1)[-1]
    assert (
        client.get(f"/events/{key}").json() == client.get(f"/events/{event['id'].rsplit('/', 1)[-1]}").json()
    )
    turtle = client.get(f"/id/happening/{key}", headers={"Accept": "text/turtle"}, follow_redirects=True)
    assert turtle.status_code == 200 and "Happening" in turtle.text
    page = client.get(f"/id/happening/{key}", headers={"Accept": "text/html"}, follow_redirects=True)
    assert page.status_code == 200
    assert client.get("/events/0000000000000000").status_code == 404


def test_overdue_plans_are_asked_for(client: TestClient) -> None:
    items = client.get("/events", params={"overdue": "true"}).json()["items"]
    assert [item["status"] for item in items] == ["planned"]
    assert client.get("/events", params={"reports": "some"}).status_code == 422
