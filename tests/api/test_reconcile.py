"""OpenRefine's questions, answered in both scripts and in the shapes of the specification (v0.2)."""

import json
import os
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from fastapi.testclient import TestClient
from referencing import Registry
from referencing.jsonschema import DRAFT7

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
# what it demands of an answer to a data extension query
EXTENDED = {
    "type": "object",
    "required": ["meta", "rows"],
    "properties": {
        "meta": {"type": "array", "items": ENTITY_TYPE},
        "rows": {
            "additionalProperties": {
                "additionalProperties": {
                    "type": "array",
                    "items": {
                        "type": "object",
                        "properties": {"str": {"type": "string"}},
                        "additionalProperties": False,
                    },
                }
            }
        },
    },
}
QUERIES = {
    "type": "object",
    "additionalProperties": {
        "type": "object",
        "properties": {
            "query": {"type": "string"},
            "type": {"type": ["string", "array"]},
            "limit": {"type": "number"},
            "properties": {"type": "array", "items": {"type": "object", "required": ["pid", "v"]}},
            "type_strict": {"enum": ["any", "should", "all"]},
        },
        "additionalProperties": False,
    },
}
OURS: dict[str, Any] = {
    "manifest": MANIFEST,
    "reconciliation-query-batch": QUERIES,
    "reconciliation-result-batch": RESULTS,
    "suggest-entities-response": SUGGESTED,
    "suggest-types-response": SUGGESTED,
    "suggest-properties-response": SUGGESTED,
    "data-extension-response": EXTENDED,
}


def published(name: str) -> jsonschema.Draft7Validator | None:
    """The specification's own schema, where BILATERAL_SCHEMAS names a folder with it (tests/schemas/README.md)."""
    if not (folder := os.environ.get("BILATERAL_SCHEMAS")):
        return None
    read = [json.loads(file.read_text(encoding="utf-8")) for file in Path(folder).glob("*.json")]
    known = Registry().with_resources((schema["$id"], DRAFT7.create_resource(schema)) for schema in read)
    schema = json.loads((Path(folder) / f"{name}.json").read_text(encoding="utf-8"))
    return jsonschema.Draft7Validator(schema, registry=known)


def held_to(name: str, answer: Any) -> None:
    """Fail unless an answer is as the schema of that name has it: ours, and the published one where it is there."""
    jsonschema.validate(answer, OURS[name])
    if theirs := published(name):
        theirs.validate(answer)


def test_the_published_schemas_hold_too(reader: TestClient) -> None:
    if not os.environ.get("BILATERAL_SCHEMAS"):
        pytest.skip("BILATERAL_SCHEMAS names no folder of published schemas (tests/schemas/README.md)")
    for name in OURS:
        theirs = published(name)
        assert theirs is not None and not theirs.is_valid([]), "it refuses what is no answer"


def asked(reader: TestClient, **queries: dict[str, Any]) -> dict[str, Any]:
    answer = reader.post("/reconcile", data={"queries": json.dumps(queries)})
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    held_to("reconciliation-query-batch", queries)
    held_to("reconciliation-result-batch", found)
    assert found == reader.get("/reconcile", params={"queries": json.dumps(queries)}).json()
    return found


def test_the_manifest_has_what_a_service_must_tell(reader: TestClient) -> None:
    manifest = reader.get("/reconcile").json()
    held_to("manifest", manifest)
    assert "{{id}}" in manifest["view"]["url"]
    services = [*manifest["suggest"].values(), manifest["extend"]["propose_properties"]]
    for service in services:
        answer = reader.get(service["service_path"], params={"prefix": "Kaz"})
        assert answer.status_code == 200, "each service that the manifest names answers"


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
        held_to("suggest-entities-response", found)
        assert "state/KAZ" in [entity["id"] for entity in found["result"]]


@pytest.mark.parametrize("queries", ["[]", "nonsense", '{"q0": {}}', '{"q0": {"query": "x", "limit": 0}}'])
def test_a_batch_that_is_none_is_refused(reader: TestClient, queries: str) -> None:
    answer = reader.post("/reconcile", data={"queries": queries})
    assert answer.status_code == 422 and "queries" in answer.json()["detail"]


def test_types_and_properties_are_suggested(reader: TestClient) -> None:
    types = reader.get("/reconcile/suggest/type", params={"prefix": "st"}).json()
    held_to("suggest-types-response", types)
    assert types["result"] == [{"id": "State", "name": "State"}]
    properties = reader.get("/reconcile/suggest/property", params={"prefix": "name in a"}).json()
    held_to("suggest-properties-response", properties)
    assert [found["id"] for found in properties["result"]] == ["name_ar"]
    assert len(reader.get("/reconcile/properties", params={"type": "State"}).json()["properties"]) > 3


def test_columns_are_filled_from_what_names_were_reconciled_to(reader: TestClient) -> None:
    wanted = {
        "ids": ["state/KAZ", "org/OIC", "state/QQQ", "no <such>"],
        "properties": [{"id": "name_ar"}, {"id": "code"}],
    }
    answer = reader.post("/reconcile", data={"extend": json.dumps(wanted)})
    found = answer.json()
    held_to("data-extension-response", found)
    assert found["rows"]["state/KAZ"] == {"name_ar": [{"str": "كازاخستان"}], "code": [{"str": "KAZ"}]}
    assert "الإسلامي" in found["rows"]["org/OIC"]["name_ar"][0]["str"]
    assert found["rows"]["state/QQQ"] == found["rows"]["no <such>"] == {"name_ar": [], "code": []}
    assert found == reader.get("/reconcile", params={"extend": json.dumps(wanted)}).json()


@pytest.mark.parametrize("extend", ["[]", '{"ids": []}', '{"ids": [], "properties": [{"id": "colour"}]}'])
def test_a_wish_for_columns_that_is_none_is_refused(reader: TestClient, extend: str) -> None:
    answer = reader.post("/reconcile", data={"extend": extend})
    assert answer.status_code == 422 and "extend" in answer.json()["detail"]


def test_a_preview_is_a_page_that_other_pages_may_frame(reader: TestClient) -> None:
    template = reader.get("/reconcile").json()["preview"]["url"]
    answer = reader.get(template.replace("{{id}}", "state/KAZ"))
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert "frame-ancestors *" in answer.headers["content-security-policy"]
    assert '<p lang="ar" dir="auto">كازاخستان</p>' in answer.text
    assert reader.get("/reconcile/preview", params={"id": "state/QQQ"}).status_code == 404


def test_a_query_of_properties_alone_has_no_candidates(reader: TestClient) -> None:
    assert asked(reader, q0={"properties": [{"pid": "code", "v": "KAZ"}]}) == {"q0": {"result": []}}
