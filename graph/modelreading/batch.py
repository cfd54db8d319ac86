"""Answers that were made elsewhere: by a batch service, or by a person who read the requests."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from graph.exc import InputError, ModelError
from graph.modelreading.replies import Reply, reply_in
from graph.modelreading.requests import Request


class MissingAnswer(ModelError):
    """A file of answers has none for a request."""

    def __init__(self, request: Request) -> None:
        super().__init__(
            f"no answer for {request.custom_id} in the file; "
            "`bilateral extract --reader model --dry-run --answers FILE` prints the requests that have none"
        )
        self.request = request


class Answers:
    """The answers of a file, found by the digest at the end of a request's ``custom_id``.

    A line is one of a batch's output (``{"custom_id", "response": {"status_code", "body"}}``) or, shorter,
    ``{"custom_id", "answer": {...}}``. Of several for one request the last counts.
    """

    def __init__(self, path: Path) -> None:
        self._rows: dict[str, dict[str, Any]] = {}
        for place, row in _rows(path):
            custom_id = row.get("custom_id")
            if not isinstance(custom_id, str):
                raise InputError(f"{place}: has no custom_id; it is that of the request it answers")
            self._rows[custom_id.rpartition("-")[2]] = row

    def __contains__(self, request: Request) -> bool:
        return request.digest[:16] in self._rows

    def ask(self, request: Request) -> Reply:
        """The answer for a request; MissingAnswer where there is none, ModelError for a failed one."""
        row = self._rows.get(request.digest[:16])
        if row is None:
            raise MissingAnswer(request)
        if "answer" in row:
            return Reply(json.dumps(row["answer"], ensure_ascii=False))
        response = row.get("response") or {}
        if row.get("error") or response.get("status_code", 200) != 200:
            said = row.get("error") or response.get("body")
            raise ModelError(f"the batch failed for {request.custom_id}: {json.dumps(said)[:300]}")
        return reply_in(response.get("body") or {})


def _rows(path: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    try:
        lines = path.read_text(encoding="utf-8").split("\n")  # a text may hold U+2028
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: the answers cannot be read: {error}") from error
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except ValueError as error:
            raise InputError(f"{path}:{number}: not JSON: {error}") from None
        if not isinstance(row, dict):
            raise InputError(f"{path}:{number}: a JSON object is needed, not {type(row).__name__}")
        yield f"{path}:{number}", row
