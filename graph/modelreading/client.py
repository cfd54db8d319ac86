"""Requests to a server that speaks OpenAI's chat completions, through the ``openai`` package.

The package retries timeouts, broken connections, 408, 409, 429 and 5xx with exponential backoff and waits
as long as a Retry-After of up to two minutes says.
"""

from __future__ import annotations

import threading
import time
from typing import Any

from graph.exc import InputError, MissingExtraError, ModelError
from graph.modelreading.replies import Reply, reply_in
from graph.modelreading.requests import Request
from graph.settings import Settings

NO_SCHEMA = frozenset({400, 404, 415, 422, 501})  # how servers refuse a response_format they do not know


class ModelClient:
    """A server; at most ``model_concurrency`` requests are with it at a time."""

    def __init__(self, settings: Settings) -> None:
        try:
            import openai
        except ImportError:
            raise MissingExtraError("reading with a language model", "model") from None
        if not settings.model_name or not (settings.model_url or settings.model_key):
            raise InputError(
                "no model is set: BILATERAL_MODEL_URL (such as http://127.0.0.1:8080/v1), "
                "BILATERAL_MODEL_NAME and, where the server wants one, BILATERAL_MODEL_KEY"
            )
        self._openai = openai
        self._client = openai.OpenAI(
            base_url=settings.model_url or None,
            api_key=settings.model_key or "none",
            timeout=settings.model_timeout,
            max_retries=settings.model_retries,
        )
        self._turns = threading.BoundedSemaphore(settings.model_concurrency)
        self._knows_schemas = True

    def ask(self, request: Request) -> Reply:
        """The server's reply; ModelError with its words where it has none after all retries."""
        with self._turns:
            began = time.monotonic()
            try:
                completion = self._complete(request.body)
            except self._openai.APITimeoutError:
                raise ModelError("the server gave no answer in time (BILATERAL_MODEL_TIMEOUT)") from None
            except self._openai.APIStatusError as error:
                raise ModelError(f"the server answered {error.status_code}: {str(error)[:300]}") from None
            except self._openai.OpenAIError as error:
                cause = f" ({error.__cause__})" if error.__cause__ else ""
                raise ModelError(f"the server could not be asked: {error}{cause}") from None
            seconds = time.monotonic() - began
        body = completion.model_dump() if hasattr(completion, "model_dump") else {}
        return reply_in(body, seconds)

    def _complete(self, body: dict[str, Any]) -> Any:
        """The completion, asked for by schema, or as any JSON object where the server knows no schema."""
        if self._knows_schemas:
            try:
                return self._client.chat.completions.create(**body)
            except self._openai.APIStatusError as error:
                if error.status_code not in NO_SCHEMA:
                    raise
                refused = error
        plain = {**body, "response_format": {"type": "json_object"}}
        try:
            completion = self._client.chat.completions.create(**plain)
        except self._openai.APIStatusError as error:
            raise (refused if self._knows_schemas else error) from None
        self._knows_schemas = False
        return completion
