"""Lists that count themselves, turn round, and are searched."""

from typing import Any

import pytest
from fastapi.testclient import TestClient


def get(reader: TestClient, path: str, **parameters: Any) -> Any:
    answer = reader.get(path, params=parameters)
    assert answer.status_code == 200, answer.text
    return answer.json()


def test_a_list_counts_itself_and_its_facets(reader: TestClient) -> None:
    plain = get(reader, "/events", limit=1)
    assert plain["count"] is None and plain["facets"] is None
    found = get(reader, "/events", limit=1, facet=["type", "status"], participant="KAZ")
    whole = get(reader, "/events", limit=1000, participant="KAZ")["items"]
    assert found["count"] == len(whole) > 1
    for facet in ("type", "status"):
        counts = {value["key"]: value["count"] for value in found["facets"][facet]}
        assert counts == {key: sum(e[facet] == key for e in whole) for key in counts}
        assert sum(counts.values()) == len(whole)


@pytest.mark.parametrize("path", ["/events", "/positions"])
def test_a_facet_s_value_is_what_its_filter_takes(reader: TestClient, path: str) -> None:
    name = {"/events": "type", "/positions": "stance"}[path]
    for value in get(reader, path, facet=name)["facets"][name]:
        assert get(reader, path, count=True, **{name: value["key"]})["count"] == value["count"]


def test_an_unknown_facet_or_order_is_refused(reader: TestClient) -> None:
    for wrong in ({"facet": "colour"}, {"sort": "beauty"}, {"confidence": 2}):
        answer = reader.get("/events", params=wrong)
        assert answer.status_code == 422 and answer.headers["content-type"] == "application/problem+json"


def test_the_newest_can_come_first(reader: TestClient) -> None:
    items = get(reader, "/events", sort="-time", limit=1000)["items"]
    days = [item["latest"] or item["earliest"] or "" for item in items]
    assert days == sorted(days, reverse=True) and days[0] > days[-1]


def test_quotes_are_searched_behind_clitics_and_followed_by_cursor(reader: TestClient) -> None:
    seen: list[dict[str, Any]] = []
    address = "/search/quotes?q=فلسطين&limit=3"
    while address:
        answer = reader.get(address)
        assert answer.status_code == 200, answer.text
        seen += answer.json()["items"]
        link = answer.headers.get("link", "")
        address = link.partition(">")[0].lstrip("<")
    ids = [hit["record"]["id"] for hit in seen]
    assert len(ids) > 6 and len(set(ids)) == len(ids)
    marked = {
        hit["record"]["quote"][start:end]
        for hit in seen
        for start, end in hit["highlights"]
        if hit["record"]["quote"]
    }
    assert "فلسطين" in marked and all("فلسطين" in word for word in marked)
    assert {
        hit["kind"] for hit in get(reader, "/search/quotes", q="كازاخستان", kind="position")["items"]
    } == {"position"}


def test_events_are_narrowed_by_their_words(reader: TestClient) -> None:
    found = get(reader, "/events", q="Cairo", count=True)
    assert found["count"] == 1 and found["items"][0]["place"]["labels"]["en"] == "Cairo"
    assert get(reader, "/events", q="Cairo", participant="PSE")["items"] == []
    assert get(reader, "/events", q="zzzz")["items"] == []
    assert get(reader, "/events", q="!!")["items"] == []


def test_events_are_narrowed_by_issue_article_and_confidence(reader: TestClient) -> None:
    everything = get(reader, "/events", limit=1000)["items"]
    told = get(reader, "/events", article="hand/1")["items"]
    assert [e["quote"][:7] for e in told] == ["Foreign"]
    sure = get(reader, "/events", confidence=0.9, limit=1000)["items"]
    assert 0 < len(sure) < len(everything) and all(e["confidence"] >= 0.9 for e in sure)
    issue = next(v for v in get(reader, "/events", facet="issue")["facets"]["issue"])
    assert get(reader, "/events", issue=issue["key"])["items"]


def test_a_relation_says_what_it_adds_up_to(reader: TestClient) -> None:
    found = get(reader, "/relations/KAZ/PSE", on="2017-07-08")
    assert found["summary"]["events"] == sum(kind["events"] for kind in found["kinds"])
    assert [month["month"] for month in found["series"]] == ["2017-07"]
    assert any(c["verdict"] == "shared" for c in found["comparisons"])
    cica = next(s for s in found["shared_organizations"] if s["organization"]["key"] == "CICA")
    assert cica["on"] is True and cica["now"] is True
    assert [c["kept"] for c in found["commitments"]] == [False]
    assert found["people"] and found["people"][0]["events"]
    moments = get(reader, "/relations/PSE/KAZ/timeline", limit=1000)["items"]
    assert {"event", "position", "commitment"} <= {moment["kind"] for moment in moments}
    assert all(moment["quote"] or moment["sources"] for moment in moments)


@pytest.mark.parametrize("day", ["0", "2017", "2017-7-8", "2017-07-08T00:00:00", "yesterday", "2017-02-30"])
def test_a_day_is_written_out(reader: TestClient, day: str) -> None:
    for path, name in (
        ("/events", "from"),
        ("/changes", "since"),
        ("/matrix", "to"),
        ("/export?format=csv", "since"),
    ):
        answer = reader.get(path, params={"format": "csv", name: day} if "export" in path else {name: day})
        assert answer.status_code == 422, path
