"""The matrix, what changed, and feeds."""

from typing import Any
from urllib.parse import urlsplit

import pytest
from fastapi.testclient import TestClient
from lxml import etree

ATOM = "{http://www.w3.org/2005/Atom}"


def get(reader: TestClient, path: str, **parameters: Any) -> Any:
    answer = reader.get(path, params=parameters)
    assert answer.status_code == 200, answer.text
    return answer.json()


def cells(matrix: dict[str, Any]) -> dict[frozenset[str], float]:
    keys = [state["key"] for state in matrix["states"]]
    return {frozenset((keys[c["a"]], keys[c["b"]])): c["value"] for c in matrix["cells"]}


def test_the_matrix_counts_what_relations_tell(reader: TestClient) -> None:
    events = cells(get(reader, "/matrix"))
    pair = get(reader, "/relations/KAZ/PSE")
    held = sum(e["status"] in {"held", "ongoing"} for e in pair["events"])
    assert events[frozenset(("KAZ", "PSE"))] == held
    assert events[frozenset(("EGY", "RUS"))] == 1
    score = cells(get(reader, "/matrix", measure="score"))
    assert score[frozenset(("KAZ", "PSE"))] == pytest.approx(pair["summary"]["score"])
    positions = cells(get(reader, "/matrix", measure="positions"))
    assert positions[frozenset(("KAZ", "PSE"))] == pair["summary"]["positions"]


def test_the_matrix_keeps_to_its_days_and_size(reader: TestClient) -> None:
    spring = cells(get(reader, "/matrix", **{"from": "2018-05-01", "to": "2018-05-31"}))
    assert spring and frozenset(("KAZ", "PSE")) not in spring and frozenset(("EGY", "RUS")) in spring
    assert len(get(reader, "/matrix", limit=2)["states"]) == 2
    assert reader.get("/matrix", params={"measure": "beauty"}).status_code == 422


def test_changes_are_articles_since_a_day(reader: TestClient) -> None:
    everything = get(reader, "/changes")["items"]
    assert [c["day"] for c in everything] == ["2017-07-08", "2018-05-14"]
    assert "KAZ-PSE" in everything[0]["relations"]
    (later,) = get(reader, "/changes", since="2018-01-01")["items"]
    assert later == everything[1] and later["relations"] == ["EGY-KAZ", "EGY-RUS", "KAZ-RUS"]
    assert get(reader, "/changes", actor="PSE")["items"] == everything[:1]
    assert get(reader, "/changes", sort="-time")["items"] == everything[::-1]
    first = get(reader, "/changes", limit=1)
    assert get(reader, "/changes", limit=1, cursor=first["next"])["items"] == everything[1:]


@pytest.mark.parametrize(
    ("path", "entries"),
    [
        ("/states/EGY/feed", 1),
        ("/relations/PSE/KAZ/feed", 1),
        ("/states/KAZ/feed", 2),
        ("/relations/TUV/NRU/feed", 0),
    ],
)
def test_a_feed_is_atom_with_an_entry_for_each_article(reader: TestClient, path: str, entries: int) -> None:
    answer = reader.get(path)
    assert answer.status_code == 200 and answer.headers["content-type"].startswith("application/atom+xml")
    root = etree.fromstring(answer.content)
    assert root.tag == f"{ATOM}feed"
    found = root.findall(f"{ATOM}entry")
    assert len(found) == entries
    # what RFC 4287 demands of feed and entry (4.1.1, 4.1.2)
    for element in (root, *found):
        for name in ("id", "title", "updated"):
            (one,) = element.findall(f"{ATOM}{name}")
            assert one.text
    assert len({e.findtext(f"{ATOM}id") for e in found}) == entries
    assert root.find(f"{ATOM}author/{ATOM}name") is not None
    (own,) = [link for link in root.findall(f"{ATOM}link") if link.get("rel") == "self"]
    assert urlsplit(own.get("href")).path == path
    for entry in found:
        assert "«" in (entry.findtext(f"{ATOM}summary") or "")


def test_a_feed_of_nobody_is_not_found(reader: TestClient) -> None:
    assert reader.get("/states/ZZZ/feed").status_code == 404
