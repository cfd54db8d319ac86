"""What reading costs: guessed from the letters before, counted from the server's own figures after."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Iterable
from dataclasses import dataclass

from graph.modelreading.replies import Reply
from graph.modelreading.requests import Request

# Code points a token, by script, as benchmarks/model_tokens.py measures them; models differ.
ARABIC, OTHER = 3.4, 3.8
# Tokens of the answer to a request: so many, and so many for each token of article, measured there on
# annotation in the form of answers.
ANSWER, EACH = 700, 1.5
_ARABIC = re.compile(r"[\u0600-\u06ff]")


@dataclass(frozen=True, slots=True)
class Prices:
    """Money for a million tokens sent and for a million answered, in whatever currency; 0 where unknown."""

    sent: float = 0.0
    answered: float = 0.0

    def of(self, sent: int, answered: int) -> float:
        """The price of some tokens."""
        return (sent * self.sent + answered * self.answered) / 1e6

    def __bool__(self) -> bool:
        return bool(self.sent or self.answered)


def guessed_tokens(text: str) -> int:
    """About how many tokens a text has."""
    arabic = len(_ARABIC.findall(text))
    return round(arabic / ARABIC + (len(text) - arabic) / OTHER)


@dataclass(slots=True)
class Estimate:
    """What a run would take, were nothing cached and nothing repaired."""

    articles: int = 0
    requests: int = 0
    sent: int = 0
    answered: int = 0

    def add(self, requests: Iterable[Request], text: str) -> None:
        """Take one article's requests in."""
        self.articles += 1
        for request in requests:
            self.requests += 1
            self.sent += guessed_tokens(json.dumps(request.body["response_format"]))
            self.sent += sum(guessed_tokens(m["content"]) for m in request.body["messages"])
            self.answered += ANSWER
        self.answered += round(EACH * guessed_tokens(text))

    def told(self, prices: Prices) -> str:
        """One line about it."""
        money = f", about {prices.of(self.sent, self.answered):.2f} at the set prices" if prices else ""
        return (
            f"{self.articles} articles, {self.requests} requests; about {self.sent} tokens to send "
            f"and {self.answered} to be answered{money}, less what is cached"
        )


class Ledger:
    """Counts what replies took; may be written to from several threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self.articles = self.asked = self.stored = self.sent = self.answered = 0
        self.seconds = 0.0

    def article(self) -> None:
        """Another article was read to its end."""
        with self._lock:
            self.articles += 1

    def reply(self, reply: Reply) -> None:
        """Take one reply in; one from the cache costs nothing."""
        with self._lock:
            if reply.stored:
                self.stored += 1
                return
            self.asked += 1
            self.sent += reply.tokens_in
            self.answered += reply.tokens_out
            self.seconds += reply.seconds

    def told(self, prices: Prices) -> str:
        """One line about it."""
        each = self.seconds / self.articles if self.articles else 0.0
        money = f", {prices.of(self.sent, self.answered):.4f} at the set prices" if prices else ""
        return (
            f"model: {self.articles} articles, {self.asked} requests and {self.stored} answers from the cache, "
            f"{self.sent} tokens sent and {self.answered} answered{money}, {each:.1f} s of answering an article"
        )
