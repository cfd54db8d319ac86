"""The reader that asks a model: one article in, its records out, as the reader of rules gives them."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from graph.exc import ModelError
from graph.model import Article, ArticleRecords, Evidence
from graph.modelreading.aligning import Aligner, Span
from graph.modelreading.answers import SECTIONS
from graph.modelreading.batch import MissingAnswer
from graph.modelreading.cost import Ledger
from graph.modelreading.datechecks import DateChecks, published_in
from graph.modelreading.following import agreements, commitments
from graph.modelreading.gate import Admitted, Gate
from graph.modelreading.joining import join, repaired
from graph.modelreading.parts import parts_of
from graph.modelreading.prompt import standing_prompt
from graph.modelreading.refusals import counted
from graph.modelreading.replies import Answerer, Reply
from graph.modelreading.requests import Json, Request, first_request, repair_request
from graph.modelreading.sightings import Sightings
from graph.modelreading.trust import ASSUMED, Trust

SHOWN = 5  # refusals that an article's reports show one by one


@dataclass(frozen=True, slots=True)
class ModelOptions:
    """How a model is asked: its name, code points of a part and of the overlap, what the body carries."""

    name: str
    part: int = 12_000
    overlap: int = 800
    answer_tokens: int = 0
    temperature: float | None = 0.0
    trust: Trust = field(default_factory=Trust)

    @property
    def rule(self) -> str:
        """The name on the records."""
        return f"model:{self.name}"

    def body(self) -> Json:
        """What every request carries besides its messages."""
        body: Json = {"model": self.name}
        if self.temperature is not None:
            body["temperature"] = self.temperature
        if self.answer_tokens:
            body["max_tokens"] = self.answer_tokens
        return body


class ModelReader:
    """Reads articles by an answerer; what it refused of each is kept until it is asked for."""

    def __init__(self, answerer: Answerer, options: ModelOptions, ledger: Ledger | None = None) -> None:
        self._answerer, self._options = answerer, options
        self.ledger = ledger or Ledger()
        self._reports: dict[str, tuple[str, ...]] = {}
        self._lock = threading.Lock()

    @property
    def rule(self) -> str:
        """The name on the records."""
        return self._options.rule

    @property
    def version(self) -> str:
        """The model and the prompt: what of a reading would be another with another."""
        return f"{self.rule}:prompt-{standing_prompt().version}"

    def requests(self, article: Article) -> list[Request]:
        """The first request for each part of an article."""
        parts = self.parts(article)
        return [first_request(article, parts, n, self._options.body()) for n in range(len(parts))]

    def parts(self, article: Article) -> list[Span]:
        """The spans that are asked about one by one."""
        return parts_of(article.text, self._options.part, self._options.overlap)

    def read(self, article: Article) -> ArticleRecords:
        """The records that the model finds and the text bears; ModelError where an answer cannot be used."""
        return _Reading(self, article).records()

    def ask(self, request: Request) -> Reply:
        """A reply, counted."""
        reply = self._answerer.ask(request)
        self.ledger.reply(reply)
        return reply

    def done(self, article: Article, reports: list[str]) -> None:
        """Keep what there is to say of an article that was read."""
        self.ledger.article()
        with self._lock:
            self._reports[article.key] = tuple(reports)

    def reports(self, key: str) -> tuple[str, ...]:
        """What was refused of an article, in lines; told once."""
        with self._lock:
            return self._reports.pop(key, ())

    def gate(self, article: Article, sightings: Sightings, dates: DateChecks, part: Span) -> Gate:
        """The gate of a part."""
        trust = self._options.trust
        return Gate(
            article,
            sightings,
            dates,
            rule=self.rule,
            sure=lambda kind: trust.of("model", kind, (ASSUMED.get(kind, ASSUMED["events"]),)),
            part=part,
        )


@dataclass(frozen=True, slots=True)
class _Answered:
    """A request with its answer; ``repairable`` where the one repair was not yet needed."""

    request: Request
    reply: Reply
    answer: Json
    repairable: bool


class _Reading:
    """One article on its way through requests, gate and repair."""

    def __init__(self, reader: ModelReader, article: Article) -> None:
        self._reader, self._article = reader, article
        self._requests, self._spans = reader.requests(article), reader.parts(article)
        self._unrepaired: list[str] = []

    def records(self) -> ArticleRecords:
        answers = [self._answer(request) for request in self._requests]
        article = _detailed(self._article, answers[0].answer, self._reader.rule)
        sightings, dates = Sightings(article), DateChecks(article)
        rounds = []
        for answered, span in zip(answers, self._spans, strict=True):
            gate = self._reader.gate(article, sightings, dates, span)
            rounds.append(self._through(gate, answered))
        joined = join(rounds)
        self._reader.done(self._article, list(self._told(joined)))
        return ArticleRecords(
            article=article,
            actors=tuple(joined.actors),
            events=tuple(joined.events),
            positions=tuple(joined.positions),
            posts=tuple(joined.posts),
            memberships=tuple(joined.memberships),
            agreements=tuple(agreements(joined.events)),
            commitments=tuple(commitments(joined.events, article.text)),
        )

    def _answer(self, request: Request) -> _Answered:
        """A part's answer; one that cannot be read is asked for once more."""
        try:
            reply = self._reader.ask(request)
            try:
                return _Answered(request, reply, _whole(reply.answer()), repairable=True)
            except ModelError as error:
                again = repair_request(request, reply.content, str(error))
            reply = self._reader.ask(again)
            return _Answered(request, reply, _whole(reply.answer()), repairable=False)
        except MissingAnswer:
            raise
        except ModelError as error:
            raise ModelError(f"{self._article.path or self._article.key}: {error}") from None

    def _through(self, gate: Gate, answered: _Answered) -> Admitted:
        """What an answer brings, after one repair where something of it was refused."""
        admitted = gate.admit(answered.answer)
        if not admitted.refusals or not answered.repairable:
            return admitted
        request = repair_request(answered.request, answered.reply.content, admitted.refusals)
        try:
            again = self._reader.ask(request)
            return repaired(admitted, gate.admit(_whole(again.answer())))
        except ModelError as error:
            self._unrepaired.append(f"the repair failed: {error}")
            return admitted

    def _told(self, joined: Admitted) -> Iterator[str]:
        yield from self._unrepaired
        if joined.refusals:
            yield f"refused of the model's answer: {counted(joined.refusals)}"
            yield from (f"refused {refusal}" for refusal in joined.refusals[:SHOWN])
        if len(joined.refusals) > SHOWN:
            yield f"refused {len(joined.refusals) - SHOWN} more"


def _whole(answer: Json) -> Json:
    if not any(section in answer for section in SECTIONS):
        raise ModelError(f"the answer has none of the keys {', '.join(SECTIONS)}")
    return answer


def _detailed(article: Article, answer: Json, rule: str) -> Article:
    """The article with the date and dateline that the answer shows, where its text told the reader none."""
    said: Any = answer.get("article")
    if not isinstance(said, dict):
        return article
    aligner = Aligner(article.text, article.language)
    spans = {
        key: aligner.align(said[key]) for key in ("published", "dateline") if isinstance(said.get(key), str)
    }
    changes: dict[str, Any] = {}
    evidence = list(article.evidence)
    for key, span in spans.items():
        if span is None or getattr(article, key) is not None:
            continue
        words = article.text[span[0] : span[1]]
        value = published_in(words, article.language) if key == "published" else words
        if value is not None:
            changes[key] = value
            evidence.append(Evidence(article.text, *span, rule, key))
    return replace(article, evidence=tuple(evidence), **changes) if changes else article
