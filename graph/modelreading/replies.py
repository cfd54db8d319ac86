"""Replies: the answer in a chat completion, whoever made it, or why there is none in it."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import Any, Protocol

from graph.exc import ModelError
from graph.modelreading.requests import Request

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer's text, the tokens that it took (0 where unknown) and the seconds."""

    content: str
    tokens_in: int = 0
    tokens_out: int = 0
    seconds: float = 0.0
    stored: bool = False

    def as_json(self) -> Json:
        """What a cache keeps of it."""
        return asdict(self)

    def answer(self) -> Json:
        """The JSON object of the answer, fences around it taken off; ModelError where there is none."""
        text = self.content.strip()
        if text.startswith("```"):
            text = text.removeprefix("```json").removeprefix("```").removesuffix("```")
        try:
            value = json.loads(text)
        except (ValueError, RecursionError) as error:
            raise ModelError(f"the answer is not JSON: {error}") from None
        if not isinstance(value, dict):
            raise ModelError(f"the answer is a JSON {type(value).__name__}, not an object")
        return value


class Answerer(Protocol):
    """Whatever answers requests: a server, a file, a cache before one of them."""

    def ask(self, request: Request) -> Reply:
        """The reply to a request; ModelError where there is none that can be used."""
        ...


def reply_in(completion: Json, seconds: float = 0.0) -> Reply:
    """The reply in a chat completion object; ModelError for one that is refused, cut, filtered or empty."""
    choices = completion.get("choices")
    if not isinstance(choices, list) or not choices or not isinstance(choices[0], dict):
        raise ModelError("the server's answer is no chat completion; is BILATERAL_MODEL_URL right?")
    message, finish = choices[0].get("message") or {}, choices[0].get("finish_reason")
    if message.get("refusal"):
        raise ModelError(f"the model refused: {str(message['refusal'])[:200]}")
    if finish == "content_filter":
        raise ModelError("the server filtered the answer")
    if finish == "length":
        raise ModelError(
            "the answer was cut at the model's limit of tokens; make parts smaller (BILATERAL_MODEL_PART) "
            "or raise BILATERAL_MODEL_ANSWER_TOKENS"
        )
    content = message.get("content")
    if not isinstance(content, str) or not content.strip():
        raise ModelError("the answer is empty")
    usage = completion.get("usage") or {}
    return Reply(content, usage.get("prompt_tokens") or 0, usage.get("completion_tokens") or 0, seconds)
