"""Corrections over HTTP: made with a token, listed, shown on records, taken back."""

from collections.abc import Callable
from typing import Any

import pytest
from fastapi.testclient import TestClient

WRITER = {"Authorization": "Bearer open-sesame"}
TEXT = "CAIRO, 14 May 2018 - Egypt and Russia held political consultations in Cairo on Monday."


@pytest.fixture
def event(client: TestClient) -> dict[str, Any]:
    """The one event of an article that the server has read."""
    assert client.post("/articles", json={"text": TEXT, "id": "own/1"}, headers=WRITER).status_code == 201
    (found,) = client.get("/articles/own%2F1").json()["events"]
    assert found["corrected"] is None
    return dict(found)


def correct(client: TestClient, status: int = 201, **body: Any) -> dict[str, Any]:
    answer = client.post("/corrections", json={"by": "ada", **body}, headers=WRITER)
    assert answer.status_code == status, answer.text
    if status == 201:
        assert client.get(answer.headers["Location"]).json() == answer.json()
    else:
        assert answer.headers["content-type"] == "application/problem+json"
    return dict(answer.json())


def events(client: TestClient) -> list[dict[str, Any]]:
    return list(client.get("/articles/own%2F1").json()["events"])


def test_a_rejected_event_goes_and_comes_back_when_the_correction_is_withdrawn(
    client: TestClient, event: dict[str, Any]
) -> None:
    made = correct(client, action="reject", records=[event["id"]], why="not so")
    assert (made["outcome"], made["records"], made["articles"]) == ("applied", [], ["own/1"])
    assert made["about"][0]["quote"] == event["quote"]
    assert events(client) == []
    assert client.get(f"/events/{event['key']}").status_code == 404
    address = f"/corrections/{made['key']}"
    assert client.delete(address, params={"by": "bob"}).status_code == 401
    assert client.delete(address, headers=WRITER).status_code == 422
    gone = client.delete(address, params={"by": "bob", "why": "it is so"}, headers=WRITER).json()
    assert (gone["outcome"], gone["withdrawn"]["by"], gone["withdrawn"]["why"]) == (
        "withdrawn",
        "bob",
        "it is so",
    )
    assert events(client) == [event]
    assert client.delete(address, params={"by": "bob"}, headers=WRITER).status_code == 422


def test_a_corrected_record_says_who_did_it_when_and_why(client: TestClient, event: dict[str, Any]) -> None:
    made = correct(
        client, action="edit", records=[event["key"]], wanted={"place": "Moscow", "round": 3}, why="see above"
    )
    (changed,) = events(client)
    assert changed == client.get(f"/events/{changed['key']}").json()
    assert (changed["place"]["key"], changed["round"], changed["claim"]) == (
        "moscow",
        3,
        "confirmed",
    )
    note = changed["corrected"]
    assert (note["id"], note["action"], note["by"], note["why"]) == (made["id"], "edit", "ada", "see above")
    assert note["at"] == made["at"]
    added = correct(
        client,
        action="add",
        article="own/1",
        kind="event",
        wanted={"type": "visit", "participants": ["RUS", "Egypt"], "source": ["RUS"], "quote": "in Cairo"},
    )
    (new,) = [e for e in events(client) if e["type"] == "visit"]
    assert added["records"] == [new["id"]]
    assert new["corrected"]["action"] == "add"
    listed = client.get("/corrections?article=own%2F1&limit=1")
    assert [c["key"] for c in listed.json()["items"]] == [made["key"]]
    rest = client.get("/corrections", params={"cursor": listed.json()["next"]}).json()
    assert [c["key"] for c in rest["items"]] == [added["key"]]


def test_conflicts_are_listed(client: TestClient, event: dict[str, Any]) -> None:
    made = correct(client, action="accept", records=[event["id"]])
    assert client.get("/corrections?conflict=true").json()["items"] == []
    other = TEXT.replace("Egypt and", "Officials denied that Egypt and")
    client.post("/articles", json={"text": other, "id": "own/1"}, headers=WRITER)
    (found,) = client.get("/corrections?conflict=true").json()["items"]
    assert found["key"] == made["key"] and found["message"]
    (standing,) = [e for e in events(client) if e["claim"] == "confirmed"]
    assert standing["type"] == "consultation"
    correct(client, action="accept", records=[standing["id"]])
    assert client.get("/corrections?conflict=true").json()["items"] == []
    correct(client, 422, action="accept", records=[standing["id"]])


def told(client: TestClient) -> int:
    """How many happenings the list of events tells."""
    return len(client.get("/events").json()["items"])


def test_two_reports_are_split_and_merged_and_happenings_follow(
    client: TestClient, event: dict[str, Any]
) -> None:
    client.post("/articles", json={"text": TEXT + " So it was said.", "id": "own/2"}, headers=WRITER)
    (other,) = client.get("/articles/own%2F2").json()["events"]
    both = [event["id"], other["id"]]
    assert told(client) == 1  # near copies of one text
    made = correct(client, action="split", records=both)
    assert (made["records"], told(client)) == (both, 2)
    again = correct(client, 422, action="merge", records=both)
    assert made["key"] in again["detail"]
    client.delete(f"/corrections/{made['key']}?by=ada", headers=WRITER)
    assert told(client) == 1
    client.post(
        "/articles",
        json={"text": TEXT.replace("14 May", "2 May").replace("Monday", "Wednesday"), "id": "own/3"},
        headers=WRITER,
    )
    (third,) = client.get("/articles/own%2F3").json()["events"]
    assert [r["id"] for r in third["reports"]] == [third["id"]]
    correct(client, action="merge", records=[event["id"], third["id"]])
    reports = client.get(f"/events/{event['key']}").json()["reports"]
    assert {event["id"], third["id"]} <= {r["id"] for r in reports}


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({"action": "accept", "records": ["event/0123"]}, 404),
        ({"action": "accept", "records": []}, 422),
        ({"action": "burn", "records": ["event/0123"]}, 422),
        ({"action": "merge", "records": ["event/0123"]}, 422),
        ({"action": "add", "article": "own/1", "kind": "event", "wanted": {"quote": "\x00"}}, 422),
        ({"action": "add", "article": "own/1", "kind": "tie", "wanted": {}}, 422),
        ({"action": "add", "article": "own/9", "kind": "event", "wanted": {}}, 404),
        ({"action": "accept", "records": ["http://[", "x"]}, 422),
        ({"action": "reject", "records": ["event/a b<c>"]}, 404),
        ({"action": "accept", "records": ["event/0123"], "by": " "}, 422),
    ],
)
def test_what_cannot_be_meant_is_a_problem_document(
    client: TestClient, event: dict[str, Any], body: dict[str, Any], status: int
) -> None:
    correct(client, status, **body)
    assert client.get("/corrections").json() == {"items": [], "next": None}
    assert client.get("/corrections/none").status_code == 404


def test_reasons_are_kept_to_the_letter(client: TestClient, event: dict[str, Any]) -> None:
    why = 'a "quote", a \\ backslash,\na line\u0000 and <markup>'
    made = correct(client, action="accept", records=[event["id"]], why=why, by="آدا / <ada>")
    found = client.get(f"/corrections/{made['key']}").json()
    assert (found["why"], found["by"]) == (why, "آدا / <ada>")


def test_a_server_that_only_reads_takes_none(serve: Callable[..., TestClient]) -> None:
    client = serve(token=None)
    answer = client.post(
        "/corrections", json={"action": "accept", "records": ["x"], "by": "ada"}, headers=WRITER
    )
    assert answer.status_code == 403
