"""The REST routes over the sample article."""

import re
from typing import Any
from urllib.parse import quote, unquote

import pyoxigraph as ox
import pytest
from fastapi.testclient import TestClient

from graph.store import EmbeddedStore
from ontology.terms import SCHEME

BASE = "https://w3id.org/bilateral/id/"
RECORD_FIELDS = {"id", "key", "article", "quote", "start", "end", "status", "confidence"}


def get(reader: TestClient, path: str, **parameters: Any) -> Any:
    answer = reader.get(path, params=parameters)
    assert answer.status_code == 200, answer.text
    return answer.json()


def items(reader: TestClient, path: str, **parameters: Any) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = get(reader, path, **parameters)["items"]
    return found


@pytest.fixture
def relation(reader: TestClient) -> dict[str, Any]:
    found: dict[str, Any] = get(reader, "/relations/KAZ/PSE")
    return found


def test_the_pair_is_the_same_in_either_order_and_by_name(
    reader: TestClient, relation: dict[str, Any]
) -> None:
    for a, b in (("PSE", "KAZ"), ("Palestine", "Kazakhstan"), ("كازاخستان", "فلسطين")):
        assert get(reader, f"/relations/{quote(a)}/{quote(b)}") == relation
    assert relation["summary"]["key"] == "KAZ-PSE"
    assert relation["summary"]["events"] == len(relation["events"]) > 0


def test_the_relation_tells_held_from_planned(relation: dict[str, Any]) -> None:
    rounds = [event for event in relation["events"] if event["type"] == "consultation"]
    statuses = {event["status"] for event in rounds}
    assert "planned" in statuses and statuses & {"held", "ongoing"}
    planned = next(event for event in rounds if event["status"] == "planned")
    assert planned["latest"].startswith("2018")


def test_every_record_has_its_words_from_its_article(reader: TestClient, relation: dict[str, Any]) -> None:
    texts: dict[str, str] = {}
    for part in ("events", "positions", "agreements", "commitments"):
        for record in relation[part]:
            assert record.keys() >= RECORD_FIELDS
            key = unquote(record["article"].rsplit("/", 1)[-1])
            if key not in texts:
                texts[key] = get(reader, f"/articles/{quote(key, safe='')}")["text"]
            assert texts[key][record["start"] : record["end"]] == record["quote"]
            assert 0 <= record["confidence"] <= 1
    assert texts


def test_the_two_share_organizations(relation: dict[str, Any]) -> None:
    shared = {row["organization"]["key"]: row for row in relation["shared_organizations"]}
    assert "CICA" in shared
    assert shared["CICA"]["a"] and shared["CICA"]["b"]


def test_an_article_lists_its_records_in_the_order_of_the_text(reader: TestClient) -> None:
    summary = next(item for item in items(reader, "/articles") if item["language"] == "ar")
    article = get(reader, f"/articles/{quote(summary['key'], safe='')}")
    assert article["published"] == "2017-07-08" and article["language"] == "ar"
    assert get(reader, f"/articles/{summary['key']}") == article
    for part in ("events", "positions", "posts"):
        starts = [record["start"] for record in article[part]]
        assert starts and starts == sorted(starts)
    assert {"KAZ", "PSE"} <= {mention["key"] for mention in article["mentions"]}


def test_states_have_names_codes_memberships_and_relations(reader: TestClient) -> None:
    listed = {state["code"]: state for state in items(reader, "/states")}
    assert listed["KAZ"]["labels"]["ar"] == "كازاخستان"
    state = get(reader, "/states/KAZ")
    assert state["iso2"] == "KZ" and state["memberships"]
    pairs = items(reader, "/states/KAZ/relations")
    keys = [pair["key"] for pair in pairs]
    assert keys[0] == "KAZ-PSE" and {"EGY-KAZ", "KAZ-RUS"} <= set(keys)
    assert items(reader, "/relations")[0] == pairs[0]


def test_filters_of_events_combine(reader: TestClient) -> None:
    every = items(reader, "/events", limit=1000)
    both = items(reader, "/events", participant=["KAZ", "PSE"], type="consultation", status="planned")
    assert 0 < len(both) < len(every)
    assert all(event["type"] == "consultation" and event["status"] == "planned" for event in both)
    assert items(reader, "/events", participant=["EGY", "KAZ"], to="2018-05-13") == []
    (meeting,) = items(reader, "/events", participant=["EGY", "KAZ"], place="Cairo", **{"from": "2018-05-14"})
    assert meeting["type"] == "meeting" and meeting["earliest"] == meeting["latest"] == "2018-05-14"
    later = items(reader, "/events", **{"from": "2018-01-01", "to": "2018-12-31", "participant": "KAZ"})
    assert both[0]["id"] in [event["id"] for event in later]
    one = get(reader, f"/events/{both[0]['key']}")
    assert one == both[0]


def test_filters_of_positions_combine(reader: TestClient) -> None:
    joint = items(reader, "/positions", holder="PSE", limit=1000)
    assert joint and all("PSE" in [holder["key"] for holder in item["holders"]] for item in joint)
    against = items(reader, "/positions", polarity=-1, limit=1000)
    assert all(item["polarity"] == -1 for item in against)
    one = joint[0]
    assert one in items(reader, "/positions", stance=one["stance"], limit=1000)
    assert get(reader, f"/positions/{one['key']}") == one


def test_people_and_organizations_are_found_by_key(reader: TestClient) -> None:
    people = items(reader, "/people", limit=1000)
    with_post = next(person for person in people if person["posts"])
    assert get(reader, f"/people/{quote(with_post['key'], safe='')}")["posts"] == with_post["posts"]
    organization = get(reader, "/organizations/CICA")
    assert {"KAZ", "PSE"} <= {membership["member"]["key"] for membership in organization["members"]}


@pytest.mark.parametrize(
    ("path", "limit"),
    [
        ("/events", 3),
        ("/positions", 3),
        ("/states", 1),
        ("/relations", 1),
        ("/organizations", 50),
        ("/articles", 1),
    ],
)
def test_pages_make_up_the_whole_list(reader: TestClient, path: str, limit: int) -> None:
    whole, parts = walk(reader, path, 1000), walk(reader, path, limit)
    assert len(whole) > limit
    assert parts == whole and len(set(parts)) == len(parts)


def walk(reader: TestClient, path: str, limit: int) -> list[str]:
    """The ids of a whole list, page after page along the Link headers."""
    seen: list[str] = []
    answer = reader.get(path, params={"limit": limit})
    while True:
        seen += [item["id"] for item in answer.json()["items"]]
        if answer.json()["next"] is None:
            assert "link" not in answer.headers
            return seen
        target, _, rel = answer.headers["link"].partition(">")
        assert rel == '; rel="next"'
        answer = reader.get(target.lstrip("<"))


def test_a_cursor_of_nobodys_making_is_refused(reader: TestClient) -> None:
    answer = reader.get("/events", params={"cursor": "not-a-cursor"})
    assert answer.status_code == 422 and "cursor" in answer.json()["detail"]


@pytest.mark.parametrize("words", ["كازاخستان", "kazakhstan", "KAZAKH", "كازاخ"])
def test_search_finds_names_in_both_scripts(reader: TestClient, words: str) -> None:
    assert "KAZ" in [hit["thing"]["key"] for hit in items(reader, "/search", q=words)]


@pytest.mark.parametrize(
    "format", ["gexf", "graphml", "csv", "records", "ttl", "trig", "jsonld", "dot", "d3", "cyjs", "nq"]
)
def test_exports_come_as_files(reader: TestClient, format: str) -> None:
    answer = reader.get("/export", params={"format": format, "between": ["KAZ", "PSE"]})
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-disposition"].startswith('attachment; filename="bilateral-KAZ-PSE.')
    assert answer.content


def test_an_export_may_be_about_one_thing(reader: TestClient) -> None:
    (article, *_) = items(reader, "/articles")
    answer = reader.get("/export", params={"format": "records", "about": article["id"]})
    assert answer.status_code == 200 and article["id"] in answer.text
    assert answer.headers["content-disposition"].isascii()
    issues = reader.get("/export", params={"format": "records", "about": f"{SCHEME}issue"})
    positions = items(reader, "/positions")
    assert {p["id"] for p in positions if p["issues"]} <= set(
        re.findall(r"^([^,]+),position", issues.text, re.M)
    )
    assert reader.get("/export", params={"format": "csv", "about": f"{BASE}person/nobody"}).status_code == 404


def test_an_iri_leads_to_its_page_or_its_statements(reader: TestClient) -> None:
    page = reader.get("/id/state/KAZ", headers={"Accept": "text/html,*/*;q=0.1"})
    assert page.status_code == 303 and page.headers["location"] == "/doc/state/KAZ"
    assert reader.get(page.headers["location"]).headers["content-type"].startswith("text/html")
    for accept, suffix in (
        ("text/turtle", "ttl"),
        ("application/ld+json", "jsonld"),
        ("application/rdf+xml", "rdf"),
    ):
        data = reader.get("/id/state/KAZ", headers={"Accept": accept})
        assert data.status_code == 303 and data.headers["location"] == f"/data/state/KAZ.{suffix}"
        answer = reader.get(data.headers["location"])
        form = ox.RdfFormat.from_media_type(accept)
        subjects = {quad.subject for quad in ox.parse(answer.content, format=form)}
        assert ox.NamedNode(f"{BASE}state/KAZ") in subjects


def test_the_iri_of_an_article_survives_its_slash(reader: TestClient) -> None:
    article = items(reader, "/articles")[0]
    path = article["id"].removeprefix(BASE)
    data = reader.get(f"/id/{path}", headers={"Accept": "text/turtle"})
    answer = reader.get(data.headers["location"])
    subjects = {quad.subject for quad in ox.parse(answer.content, format=ox.RdfFormat.TURTLE)}
    assert ox.NamedNode(article["id"]) in subjects


def test_a_record_is_described_with_its_evidence(reader: TestClient) -> None:
    event = items(reader, "/events")[0]
    answer = reader.get(f"/data/event/{event['key']}.nt")
    quotes = [
        quad.object.value
        for quad in ox.parse(answer.content, format=ox.RdfFormat.N_TRIPLES)
        if quad.predicate.value.endswith("/quote")
    ]
    assert event["quote"] in quotes


def test_health_and_stats_count_what_is_there(reader: TestClient, library: EmbeddedStore) -> None:
    assert get(reader, "/health") | {"version": ""} == {
        "status": "ok",
        "version": "",
        "writable": True,
        "quads": library.size(),
    }
    stats = get(reader, "/stats")
    assert stats["articles"] == len(items(reader, "/articles")) and stats["languages"] == {"ar": 1, "en": 1}
