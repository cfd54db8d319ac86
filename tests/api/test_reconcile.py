"""OpenRefine's questions, answered in both scripts and in the shapes of the specification (v0.2)."""

import json
from typing import Any

import jsonschema
import pytest
from fastapi.testclient import TestClient

# what section 4.4 (reconciliation query responses) of the specification demands of a result batch
ENTITY_TYPE = {
    "type": "object",
    "properties": {"id": {"type": "string"}, "name": {"type": "string"}},
    "required": ["id", "name"],
}
RESULTS = {
    "type": "object",
    "patternProperties": {
        "^.*$": {
            "type": "object",
            "required": ["result"],
            "properties": {
                "result": {
                    "type": "array",
                    "items": {
                        "type": "object",
                        "required": ["id", "name", "score"],
                        "properties": {
                            "id": {"type": "string"},
                            "name": {"type": "string"},
                            "description": {"type": "string"},
                            "score": {"type": "number"},
                            "match": {"type": "boolean"},
                            "type": {"type": "array", "items": ENTITY_TYPE},
                        },
                    },
                }
            },
        }
    },
}
# what the specification demands of a service manifest and of what a suggest service answers
SERVICE = {
    "type": "object",
    "properties": {"service_url": {"type": "string"}, "service_path": {"type": "string"}},
}
MANIFEST = {
    "type": "object",
    "required": ["versions", "name", "identifierSpace", "schemaSpace"],
    "properties": {
        "versions": {"type": "array", "items": {"type": "string"}, "contains": {"const": "0.2"}},
        "name": {"type": "string"},
        "identifierSpace": {"type": "string"},
        "schemaSpace": {"type": "string"},
        "view": {
            "type": "object",
            "required": ["url"],
            "properties": {"url": {"type": "string", "pattern": r"\{\{id\}\}"}},
        },
        "defaultTypes": {"type": "array", "items": ENTITY_TYPE, "uniqueItems": True},
        "suggest": {
            "type": "object",
            "properties": {"entity": SERVICE, "property": SERVICE, "type": SERVICE},
        },
    },
}
SUGGESTED = {
    "type": "object",
    "required": ["result"],
    "properties": {
        "result": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["id", "name"],
                "properties": {
                    "id": {"type": "string"},
                    "name": {"type": "string"},
                    "description": {"type": "string"},
                    "notable": {"type": "array", "items": ENTITY_TYPE},
                },
            },
        }
    },
}


def asked(reader: TestClient, **queries: dict[str, Any]) -> dict[str, Any]:
    answer = reader.post("/reconcile", data={"queries": json.dumps(queries)})
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    jsonschema.validate(found, RESULTS)
    assert found == reader.get("/reconcile", params={"queries": json.dumps(queries)}).json()
    return found


def test_the_manifest_has_what_a_service_must_tell(reader: TestClient) -> None:
    manifest = reader.get("/reconcile").json()
    jsonschema.validate(manifest, MANIFEST)
    assert "{{id}}" in manifest["view"]["url"]
    service = manifest["suggest"]["entity"]
    answer = reader.get(service["service_path"], params={"prefix": "Kaz"})
    assert answer.status_code == 200, "the service that the manifest names answers"


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("كازاخستان", "state/KAZ"),
        ("Kazakhstan", "state/KAZ"),
        ("KAZAKHSTAN ", "state/KAZ"),
        ("فلسطين", "state/PSE"),
        ("منظمة التعاون الإسلامي", "org/OIC"),
    ],
)
def test_names_in_both_scripts_match(reader: TestClient, name: str, id: str) -> None:
    best = asked(reader, q0={"query": name})["q0"]["result"][0]
    assert (best["id"], best["match"], best["score"]) == (id, True, 100.0)
    assert reader.get(f"/id/{best['id']}", headers={"Accept": "text/turtle"}).status_code == 303


def test_misspelt_names_have_candidates_that_are_no_match(reader: TestClient) -> None:
    found = asked(reader, q0={"query": "Kazagstan", "type": "State", "limit": 2}, q1={"query": "xqzjw"})
    assert found["q0"]["result"][0]["id"] == "state/KAZ" and not found["q0"]["result"][0]["match"]
    assert len(found["q0"]["result"]) <= 2 and found["q1"]["result"] == []


def test_the_type_narrows_the_candidates(reader: TestClient) -> None:
    for kind in ("State", "Organization", "Person"):
        found = asked(reader, q={"query": "united", "type": kind, "limit": 20})["q"]["result"]
        assert all(candidate["type"] == [{"id": kind, "name": kind}] for candidate in found)


def test_the_beginning_of_a_name_is_suggested(reader: TestClient) -> None:
    for start in ("Kazakh", "كازاخ"):
        found = reader.get("/reconcile/suggest", params={"prefix": start}).json()
        jsonschema.validate(found, SUGGESTED)
        assert "state/KAZ" in [entity["id"] for entity in found["result"]]


@pytest.mark.parametrize("queries", ["[]", "nonsense", '{"q0": {}}', '{"q0": {"query": "x", "limit": 0}}'])
def test_a_batch_that_is_none_is_refused(reader: TestClient, queries: str) -> None:
    answer = reader.post("/reconcile", data={"queries": queries})
    assert answer.status_code == 422 and "queries" in answer.json()["detail"]
