"""Which reader reads: the rules, a model, or both side by side, as the settings or an option say."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from graph.exc import BilateralError, ModelError
from graph.model import Article, ArticleRecords
from graph.modelreading.ahead import Ahead
from graph.modelreading.batch import Answers, MissingAnswer
from graph.modelreading.cache import Cached, cache_folder
from graph.modelreading.client import ModelClient
from graph.modelreading.cost import Estimate, Ledger, Prices
from graph.modelreading.merging import merge
from graph.modelreading.reader import ModelOptions, ModelReader
from graph.modelreading.replies import Answerer, Reply
from graph.modelreading.requests import Request
from graph.modelreading.trust import Trust, read_trust
from graph.reading import read_article
from graph.settings import Settings
from graph.world import fingerprint, reader_version

T = TypeVar("T")
UNNAMED = "unnamed"


class Rules:
    """The reader of rules; called, it reads."""

    def __call__(self, article: Article) -> ArticleRecords:
        """The records of an article."""
        return self.read(article)

    @cached_property
    def version(self) -> str:
        """What of a reading would be another with another reader."""
        return reader_version()

    def read(self, article: Article) -> ArticleRecords:
        """The records of an article."""
        return read_article(article)

    def reports(self, key: str) -> tuple[str, ...]:
        """Lines about the reading of an article, told once: the rules have none."""
        return ()

    def over(self, things: Iterable[T], article_of: Callable[[T], Article | None]) -> Iterator[T]:
        """The things, one after the other."""
        yield from things

    def told(self) -> str | None:
        """One line about what the run took."""
        return None


class Model(Rules):
    """A reader that asks a model, alone or beside the rules, several articles at a time."""

    def __init__(self, reader: ModelReader, *, beside: Trust | None, width: int, prices: Prices) -> None:
        self._reader, self._beside, self._prices = reader, beside, prices
        self._both: dict[str, str] = {}
        self.ahead = Ahead(self._read, width)

    @cached_property
    def version(self) -> str:
        """That of the model and prompt, of the gate, and of the rules whose tables and grammar it stands on."""
        voice = "both+" if self._beside is not None else ""
        gate = fingerprint(Path(__file__).parent.glob("*.py"))
        return f"{voice}{self._reader.version}+{gate}+{reader_version()}"

    def _read(self, article: Article) -> ArticleRecords:
        found = self._reader.read(article)
        if self._beside is None:
            return found
        merged = merge(read_article(article), found, self._beside)
        self._both[article.key] = str(merged)
        return merged.records

    def read(self, article: Article) -> ArticleRecords:
        """The records of an article; ModelError where the model gave no answer that can be used."""
        return self.ahead.read(article)

    def reports(self, key: str) -> tuple[str, ...]:
        """What was refused of an article, and what the two readers had in common."""
        beside = self._both.pop(key, None)
        return (*self._reader.reports(key), *([beside] if beside else []))

    def over(self, things: Iterable[T], article_of: Callable[[T], Article | None]) -> Iterator[T]:
        """The things in their order, with as many begun ahead as the model may have at a time."""
        yield from self.ahead.over(things, article_of)

    def told(self) -> str | None:
        """Requests, tokens, money and seconds."""
        return self._reader.ledger.told(self._prices)


@dataclass(frozen=True, slots=True)
class Read:
    """Stands for a reader that has read an article already, so that nothing waits for it any more."""

    records: ArticleRecords
    version: str

    def __call__(self, article: Article) -> ArticleRecords:
        """The records."""
        return self.records


@contextmanager
def chosen_reader(settings: Settings, answers: Path | None = None) -> Iterator[Rules]:
    """The reader that the settings name; ``answers`` is a file of answers that stands for the model."""
    if settings.reader == "rules":
        yield Rules()
        return
    answerer: Answerer
    if answers is not None:
        answerer = Answers(answers)
    else:
        answerer = Cached(ModelClient(settings), cache_folder(settings.model_cache))
    trust = read_trust(settings.model_confidence)
    model = Model(
        ModelReader(answerer, _options(settings, trust)),
        beside=trust if settings.reader == "both" else None,
        width=settings.model_concurrency,
        prices=_prices(settings),
    )
    try:
        yield model
    finally:
        model.ahead.close()


def _options(settings: Settings, trust: Trust) -> ModelOptions:
    return ModelOptions(
        name=settings.model_name or UNNAMED,
        part=settings.model_part,
        overlap=settings.model_overlap,
        answer_tokens=settings.model_answer_tokens,
        temperature=settings.model_temperature,
        trust=trust,
    )


def _prices(settings: Settings) -> Prices:
    return Prices(settings.model_price_sent, settings.model_price_answered)


class _Unasked:
    """Nobody to ask: every request is one that has no answer yet."""

    def ask(self, request: Request) -> Reply:
        raise MissingAnswer(request)


class DryRun:
    """What would be asked, without asking: the requests that a file of answers has no answer for."""

    def __init__(self, settings: Settings, answers: Path | None = None) -> None:
        self._answers = Answers(answers) if answers else _Unasked()
        self._missing: list[Request] = []
        self._reader = ModelReader(self, _options(settings, Trust()), Ledger())
        self._prices = _prices(settings)
        self.estimate = Estimate()

    def ask(self, request: Request) -> Reply:
        """The file's answer; a request that it has none for is noted."""
        try:
            return self._answers.ask(request)
        except MissingAnswer:
            self._missing.append(request)
            raise

    def requests(self, article: Article) -> list[Request]:
        """An article's requests without an answer: those of its parts, else those of their repair."""
        self._missing.clear()
        for request in self._reader.requests(article):
            with suppress(ModelError):
                self.ask(request)
        if not self._missing:
            with suppress(BilateralError):  # an answer that cannot be used has a request for its repair
                self._reader.read(article)
        self.estimate.add(self._missing, article.text)
        return list(self._missing)

    def told(self) -> str:
        """What sending these requests would take."""
        return self.estimate.told(self._prices)
