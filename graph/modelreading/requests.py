"""The requests that are sent, printed and cached: one body for all three, and a name made from it."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from graph.model import Article
from graph.modelreading.aligning import Span
from graph.modelreading.answers import answer_schema
from graph.modelreading.prompt import article_message, standing_prompt
from graph.modelreading.refusals import Refusal

Json = dict[str, Any]
URL = "/v1/chat/completions"


@dataclass(frozen=True)
class Request:
    """A request for one part of an article, or for its repair."""

    article: str
    part: int
    repair: bool
    body: Json = field(repr=False)

    @cached_property
    def digest(self) -> str:
        """SHA-256 over the body: the text, the prompt, the schema and the model."""
        canonical = json.dumps(self.body, sort_keys=True, ensure_ascii=False)
        return hashlib.sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest()

    @property
    def custom_id(self) -> str:
        """A name of at most 64 letters, digits, ``-`` and ``_`` that ends in 16 digits of the digest."""
        key = re.sub(r"[^A-Za-z0-9]+", "-", self.article).strip("-")[-36:]
        return f"{key}-{'r' if self.repair else 'p'}{self.part}-{self.digest[:16]}"

    def line(self) -> str:
        """The request as a line of a batch file (OpenAI's format)."""
        row = {"custom_id": self.custom_id, "method": "POST", "url": URL, "body": self.body}
        return json.dumps(row, ensure_ascii=False)


def first_request(article: Article, parts: Sequence[Span], number: int, options: Json) -> Request:
    """The request for a part (from 0); ``options`` are the model's name and what else the body carries."""
    messages = [
        {"role": "system", "content": standing_prompt().text},
        {"role": "user", "content": article_message(article, parts[number], number + 1, len(parts))},
    ]
    return Request(article.key, number + 1, False, {**options, "messages": messages, **_form()})


def repair_request(before: Request, answer: str, refusals: Iterable[Refusal] | str) -> Request:
    """The one further request that tells what was refused and why, or why the answer could not be read."""
    if isinstance(refusals, str):
        told = f"Your answer could not be used: {refusals}. Answer again, with the whole JSON object."
    else:
        listed = "\n".join(f"- {refusal}" for refusal in refusals)
        told = (
            "These items of your answer do not hold, or lost a detail. The numbers count from 0.\n"
            f"{listed}\n"
            "Answer once more with the same JSON object, holding only these items, mended by the article's "
            "own words, and in actors every actor that they use. Leave out what the article does not say; "
            "change nothing else."
        )
    messages = [
        *before.body["messages"],
        {"role": "assistant", "content": answer},
        {"role": "user", "content": told},
    ]
    return Request(before.article, before.part, True, {**before.body, "messages": messages})


def _form() -> Json:
    schema = {"name": "article", "strict": True, "schema": answer_schema()}
    return {"response_format": {"type": "json_schema", "json_schema": schema}}
