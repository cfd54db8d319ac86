"""Happenings over HTTP: once in lists, with every report beside them; each report alone where asked for."""

from collections.abc import Callable
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from graph.evaluate import read_reports
from graph.ingest import ingest_article
from graph.store import EmbeddedStore
from ontology.terms import ID, ONTOLOGY

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


@pytest.mark.parametrize("reports", ["once", "all"])
def test_counts_and_facets_are_of_what_is_listed(client: TestClient, reports: str) -> None:
    """Each value of a facet, taken as a filter, gives as many items as the facet says."""
    asked = {"reports": reports, "limit": 1000}
    facets = ("type", "status", "participant", "place")
    whole = client.get("/events", params={**asked, "count": True, "facet": facets}).json()
    assert whole["count"] == len(whole["items"]) > 1
    for facet in facets:
        assert whole["facets"][facet]
        for value in whole["facets"][facet]:
            found = client.get("/events", params={**asked, "count": True, facet: value["key"]}).json()
            assert len(found["items"]) == found["count"] == value["count"], (facet, value["key"])


def test_a_state_that_one_report_alone_names_is_counted_with_the_happening(
    client: TestClient, store: EmbeddedStore
) -> None:
    """Another report than the one shown names Malta; filter and facet both know of it."""
    (event,) = client.get("/events", params={"participant": "CYP"}).json()["items"]
    malta = f"<{ID}state/MLT>"
    named = f"<{event['happening']}> <{ONTOLOGY}involves> {malta} . {malta} a <{ONTOLOGY}State>"
    store.update(f"INSERT DATA {{ {named} }}")
    asked = {"participant": "MLT", "facet": "participant"}
    found = client.get("/events", params=asked).json()
    assert found["count"] == len(found["items"]) == 1
    assert {value["key"]: value["count"] for value in found["facets"]["participant"]}["MLT"] == 1
