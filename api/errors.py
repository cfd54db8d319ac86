"""Every error as ``application/problem+json`` (RFC 9457)."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel, Field, ValidationError
from starlette.exceptions import HTTPException
from starlette.routing import Match

from graph.exc import (
    BilateralError,
    BusyError,
    FormatError,
    InputError,
    LimitError,
    MissingExtraError,
    ModelError,
    NotFoundError,
    QueryError,
    RecordError,
    StoreError,
)

MEDIA_TYPE = "application/problem+json"
PROBLEM_REF = {"$ref": "#/components/schemas/Problem"}
logger = logging.getLogger(__name__)

# the first class that an error is an instance of gives its status
STATUS_OF: tuple[tuple[type[BilateralError], int], ...] = (
    (NotFoundError, 404),
    (MissingExtraError, 501),
    (QueryError, 400),
    (InputError, 422),
    (RecordError, 422),
    (StoreError, 503),
    (ModelError, 502),
    (FormatError, 406),
    (LimitError, 503),
    (BusyError, 503),
)


class Fault(BaseModel):
    """One thing that is wrong with a request."""

    where: str = Field(description="The part of the request: `query.limit`, `path.code`, `body.text`.")
    message: str = Field(description="What is wrong with it.")


class Problem(BaseModel):
    """What went wrong, as RFC 9457 has it."""

    type: str = Field(
        default="about:blank", description="`about:blank`: the status says what kind of problem it is."
    )
    title: str = Field(description="The HTTP status in words.")
    status: int = Field(description="The HTTP status.")
    detail: str = Field(description="What was wrong and where, in a sentence.")
    instance: str = Field(description="Path of the request.")
    faults: list[Fault] | None = Field(default=None, description="With status 422: each fault found.")


def problem(
    request: Request,
    status: int,
    detail: str,
    *,
    faults: list[Fault] | None = None,
    headers: Mapping[str, str] | None = None,
) -> JSONResponse:
    """The answer for one error; ``headers`` are added (``Allow``, ``WWW-Authenticate``)."""
    body = Problem(
        title=HTTPStatus(status).phrase,
        status=status,
        detail=detail,
        instance=request.url.path,
        faults=faults,
    )
    return JSONResponse(
        body.model_dump(exclude_none=True),
        status_code=status,
        media_type=MEDIA_TYPE,
        headers=dict(headers or {}),
    )


def _http(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, HTTPException)
    detail, headers = str(error.detail), dict(error.headers or {})
    if error.status_code == 404 and detail == "Not Found":
        detail = f"nothing is at {request.url.path}"
    elif error.status_code == 405 and detail == "Method Not Allowed":
        headers["Allow"] = ", ".join(_allowed(request))
        detail = f"{request.method} is not possible at {request.url.path}; possible are {headers['Allow']}"
    return problem(request, error.status_code, detail, headers=headers)


def _allowed(request: Request) -> list[str]:
    """All methods of the path; the router itself tells only those of the first route that fits."""
    routes = request.app.router.routes
    methods = ("GET", "POST", "PUT", "PATCH", "DELETE")
    found = [
        m for m in methods if any(r.matches({**request.scope, "method": m})[0] is Match.FULL for r in routes)
    ]
    return ["GET", "HEAD", *found[1:]] if "GET" in found else found


def _validation(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, RequestValidationError)
    faults = [
        Fault(
            where=".".join(str(step) for step in entry["loc"]),
            message=str(entry["msg"]).removeprefix("Value error, "),
        )
        for entry in error.errors()
    ]
    detail = "; ".join(f"{fault.where}: {fault.message}" for fault in faults)
    return problem(request, 422, detail, faults=faults)


def _ours(request: Request, error: Exception) -> JSONResponse:
    status = next((status for kind, status in STATUS_OF if isinstance(error, kind)), 500)
    # only what another moment may change is worth asking again
    headers = {"Retry-After": "1"} if isinstance(error, BusyError) else None
    return problem(request, status, str(error), headers=headers)


def _unforeseen(request: Request, error: Exception) -> JSONResponse:
    logger.error("%s %s failed", request.method, request.url.path, exc_info=error)
    return problem(request, 500, "the server failed; its log says why")


def answer_to(request: Request, error: BilateralError | HTTPException) -> JSONResponse:
    """The problem document for an error, for who answers outside the framework."""
    return _ours(request, error) if isinstance(error, BilateralError) else _http(request, error)


def ill_formed(root: str, error: ValidationError) -> HTTPException:
    """422 for JSON inside a parameter or field named ``root``: where it is wrong, and how."""
    first = error.errors(include_url=False)[0]
    where = ".".join(str(step) for step in (root, *first["loc"]))
    return HTTPException(422, f"{where}: {first['msg']}")


def install(app: FastAPI) -> None:
    """Answer every error of ``app`` with a problem document."""
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(RequestValidationError, _validation)
    app.add_exception_handler(BilateralError, _ours)
    app.add_exception_handler(Exception, _unforeseen)


def documented(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """The ``responses`` of a route that can fail with these statuses, for the OpenAPI document."""
    return {
        status: {"description": HTTPStatus(status).phrase, "content": {MEDIA_TYPE: {"schema": PROBLEM_REF}}}
        for status in statuses
    }
