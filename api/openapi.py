"""The OpenAPI document: FastAPI's, with our problem documents, the token, and examples from the sample graph."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any
from urllib.parse import unquote

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from api import errors
from api.models import NewArticle

_REF = "#/components/schemas/{model}"
_UNCHANGED = {"description": "Nothing changed since the answer whose tag `If-None-Match` names."}


@cache
def examples() -> dict[str, Any]:
    """Path of a route -> ``{"request": address, "answer": JSON}``, as ``python -m api.examples`` wrote them."""
    found: dict[str, Any] = json.loads((files("api") / "examples.json").read_text(encoding="utf-8"))
    return found


def describe(app: FastAPI) -> dict[str, Any]:
    """The document of ``app``, made once."""
    if app.openapi_schema is None:
        document = get_openapi(
            title=app.title, version=app.version, description=app.description, routes=app.routes
        )
        schemas = document.setdefault("components", {}).setdefault("schemas", {})
        for name in ("HTTPValidationError", "ValidationError"):
            schemas.pop(name, None)
        problem = errors.Problem.model_json_schema(ref_template=_REF)
        schemas.update(problem.pop("$defs", {}))
        schemas["Problem"] = problem
        schemas["NewArticle"] = NewArticle.model_json_schema(ref_template=_REF)
        document["components"]["responses"] = {
            str(status): answer for status, answer in errors.documented(404, 405, 406, 413, 422).items()
        }
        document["components"]["securitySchemes"] = {"token": {"type": "http", "scheme": "bearer"}}
        for path, methods in document["paths"].items():
            if "get" in methods:
                _complete(path, methods["get"])
                _placed(path, methods["get"])
        app.openapi_schema = document
    return app.openapi_schema


def _placed(path: str, operation: dict[str, Any]) -> None:
    """Give the parts of a path the values they have in the example of the longest route that begins alike."""
    kin = [known for known in examples() if path.startswith(known) and "{" in known]
    if not kin:
        return
    nearest = max(kin, key=len)
    asked = examples()[nearest]["request"].partition("?")[0].split("/")
    values = {
        part[1:-1].partition(":")[0]: unquote(value)
        for part, value in zip(nearest.split("/"), asked, strict=True)
        if part.startswith("{")
    }
    for parameter in operation.get("parameters", ()):
        if parameter["in"] == "path" and parameter["name"] in values:
            parameter["example"] = values[parameter["name"]]


def _complete(path: str, operation: dict[str, Any]) -> None:
    """Put an example into a GET operation that answers JSON, and 304 beside its answer."""
    answer = operation["responses"].get("200", {}).get("content", {}).get("application/json")
    if answer is None:
        return
    operation["responses"].setdefault("304", _UNCHANGED)
    if known := examples().get(path):
        answer["example"] = known["answer"]
        operation["description"] = (
            f"{operation.get('description', '')}\n\nFor example `GET {known['request']}`.".strip()
        )
