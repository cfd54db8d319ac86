"""The OpenAPI document: every route, every parameter and field told, examples that are what the schemas say."""

from collections.abc import Iterator
from typing import Any

import jsonschema
import pytest
from fastapi.testclient import TestClient

from api.examples import REQUESTS
from api.openapi import examples

METHODS = {"get", "post", "put", "delete"}


@pytest.fixture(scope="module")
def document(reader: TestClient) -> dict[str, Any]:
    found: dict[str, Any] = reader.get("/openapi.json").json()
    return found


def operations(document: dict[str, Any]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    for path, methods in document["paths"].items():
        for method in METHODS & methods.keys():
            yield path, method, methods[method]


def test_every_route_and_parameter_says_what_it_is(document: dict[str, Any]) -> None:
    silent = []
    for path, method, operation in operations(document):
        if not operation.get("summary") or not operation.get("description"):
            silent.append(f"{method} {path}")
        for parameter in operation.get("parameters", ()):
            in_path = parameter["in"] == "path"
            if not in_path and not (parameter.get("description") or parameter["schema"].get("description")):
                silent.append(f"{method} {path} {parameter['name']}")
    assert silent == []


def test_every_field_of_an_answer_is_described(document: dict[str, Any]) -> None:
    silent = [
        f"{name}.{field}"
        for name, schema in document["components"]["schemas"].items()
        for field, about in schema.get("properties", {}).items()
        if not name.startswith("Body_") and "description" not in about and "$ref" not in about
    ]
    assert silent == []


def test_errors_are_told_as_problem_documents(document: dict[str, Any]) -> None:
    for path, method, operation in operations(document):
        errors = {s: r for s, r in operation["responses"].items() if s.isdigit() and int(s) >= 400}
        assert errors, f"{method} {path}"
        for status, response in errors.items():
            assert set(response.get("content", {})) <= {"application/problem+json"}, (
                f"{method} {path} {status}"
            )


@pytest.mark.parametrize("path", REQUESTS)
def test_an_example_fits_its_schema(document: dict[str, Any], path: str) -> None:
    answer = document["paths"][path]["get"]["responses"]["200"]["content"]["application/json"]
    assert answer["example"] == examples()[path]["answer"]
    jsonschema.validate(answer["example"], {**answer["schema"], "components": document["components"]})


@pytest.mark.parametrize("path", REQUESTS)
def test_the_request_of_an_example_still_answers(reader: TestClient, path: str) -> None:
    assert reader.get(REQUESTS[path]).status_code == 200
