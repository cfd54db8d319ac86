from pathlib import Path

import pytest
from fastapi.testclient import TestClient

import ontology

SAMPLE = Path(__file__).parents[2] / "data" / "articles" / "maan-2017-07-08.ar.txt"


def test_views_of_the_explorer_are_its_page(reader: TestClient) -> None:
    for view in ("graph", "issue/palestinian-statehood", "sparql"):
        answer = reader.get(f"/explore/{view}")
        assert answer.headers["content-type"].startswith("text/html") and "main.js" in answer.text
        assert "'unsafe" not in answer.headers["content-security-policy"]


def test_issues_come_with_their_counts(reader: TestClient) -> None:
    items = reader.get("/issues").json()["items"]
    counts = [item["positions"] for item in items]
    assert counts == sorted(counts, reverse=True) and counts[-1] > 0
    for item in items[:3]:
        found = reader.get("/positions", params={"issue": item["issue"]["key"], "limit": 1000}).json()[
            "items"
        ]
        assert len(found) == item["positions"]
        assert len({holder["id"] for position in found for holder in position["holders"]}) == item["holders"]


def test_standings_add_up_to_the_positions_on_an_issue(reader: TestClient) -> None:
    found = reader.get("/issues/palestinian-statehood").json()
    assert found["issue"]["labels"]["ar"]
    positions = reader.get("/positions?issue=palestinian-statehood&limit=1000").json()["items"]
    held = {(h["key"], p["stance"]) for p in positions for h in p["holders"]}
    assert {(s["holder"]["key"], s["stance"]) for s in found["standings"]} == held
    assert sum(s["positions"] for s in found["standings"]) == sum(len(p["holders"]) for p in positions)
    assert {s["polarity"] for s in found["standings"] if s["stance"] == "supports"} <= {1}
    assert reader.get("/issues/no-such-issue").status_code == 404


def test_the_network_joins_who_act_together(reader: TestClient) -> None:
    network = reader.get("/network").json()
    nodes = network["nodes"]
    number = {node["thing"]["key"]: n for n, node in enumerate(nodes)}
    pair = {number["KAZ"], number["PSE"]}
    shared = [edge for edge in network["edges"] if {edge["a"], edge["b"]} == pair]
    events = reader.get("/relations/KAZ/PSE").json()["events"]
    assert sum(edge["events"] for edge in shared) == sum(e["status"] in {"held", "ongoing"} for e in events)
    assert {edge["year"] for edge in shared} == {2017}
    assert all(-1 <= node[axis] <= 1 for node in nodes for axis in "xy")
    assert len({(node["x"], node["y"]) for node in nodes}) == len(nodes)
    assert reader.get("/network").json() == network


def test_every_competency_question_is_offered_in_both_languages(reader: TestClient) -> None:
    items = reader.get("/questions").json()["items"]
    assert {item["name"] for item in items} == {name for name, _ in ontology.questions()}
    for item in items:
        assert item["labels"].keys() == {"en", "ar"}
        assert reader.get("/sparql", params={"query": item["query"]}).status_code == 200, item["name"]


@pytest.mark.parametrize("form", ["json", "text"])
def test_a_preview_shows_what_storing_would_and_keeps_nothing(reader: TestClient, form: str) -> None:
    text = SAMPLE.read_text(encoding="utf-8")
    before = reader.get("/stats").json()
    if form == "json":
        answer = reader.post("/preview", json={"text": text})
    else:
        answer = reader.post("/preview", content=text.encode(), headers={"Content-Type": "text/plain"})
    assert answer.status_code == 200
    assert reader.get("/stats").json() == before
    shown = answer.json()
    (stored,) = [item for item in reader.get("/articles").json()["items"] if "maan" in item["key"]]
    known = reader.get(f"/articles/{stored['key']}").json()
    for kind in ("events", "positions", "posts", "memberships", "commitments"):
        assert [r["quote"] for r in shown[kind]] == [r["quote"] for r in known[kind]]
    assert shown["events"][0]["type_labels"] == known["events"][0]["type_labels"]
    assert shown["events"][0]["participants"][0]["actor"] == known["events"][0]["participants"][0]["actor"]
    assert [thing["labels"] for thing in shown["mentions"]] == [
        thing["labels"] for thing in known["mentions"]
    ]


def test_a_preview_says_what_is_wrong_with_a_text(reader: TestClient) -> None:
    assert reader.post("/preview", json={"text": "   "}).status_code == 422
    assert reader.post("/preview", content=b"x", headers={"Content-Type": "image/png"}).status_code == 415
    assert reader.post("/preview", json={"text": "Nothing of states."}).json()["warnings"]
