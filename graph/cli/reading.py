"""What ``extract`` and ``ingest`` share on who reads: the options, the reader they choose, what is told of it."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import replace
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from pydantic import ValidationError

from graph.cli.app import tell
from graph.exc import BilateralError, InputError
from graph.ingest import Result, open_source
from graph.model import Article
from graph.modelreading.choosing import DryRun, Rules, chosen_reader
from graph.settings import Settings
from graph.sources import Found


class ReaderName(StrEnum):
    """Who reads articles."""

    RULES = "rules"
    MODEL = "model"
    BOTH = "both"


Reader = Annotated[
    ReaderName | None,
    typer.Option(
        "--reader", help="Who reads: the rules, a language model, or both; BILATERAL_READER if not given."
    ),
]
AnswersFile = Annotated[
    Path | None,
    typer.Option(
        "--answers",
        help="Take the model's answers from this file (batch output) and ask nobody.",
        metavar="FILE",
    ),
]


def settings_with(reader: ReaderName | None) -> Settings:
    """The settings, with the reader that an option names; wrong usage where the environment's do not hold."""
    try:
        return Settings(reader=reader.value) if reader else Settings()
    except ValidationError as error:
        fault = error.errors(include_url=False)[0]
        name = "_".join(("BILATERAL", *(str(part) for part in fault["loc"]))).upper()
        raise InputError(f"{name}: {fault['msg']}") from None


@contextmanager
def reading(
    settings: Settings,
    sources: Callable[[], Iterable[Found]],
    published: date | None,
    answers: Path | None,
    *,
    twice: bool,
) -> Iterator[tuple[Rules, Iterator[Found]]]:
    """The chosen reader and the sources that it reads ahead of; what a model takes is told before and after.

    It can be told before where ``sources`` may be gone through ``twice``.
    """
    if settings.reader == "rules" and answers:
        raise typer.BadParameter("answers are read by --reader model or both", param_hint="--answers")
    with chosen_reader(settings, answers) as reader:
        if settings.reader != "rules" and not answers and twice:
            estimate = DryRun(settings)
            for found in sources():
                if article := article_of(found, published):
                    estimate.requests(article)
            tell(f"to read: {estimate.told()}")
        yield reader, reader.over(sources(), lambda found: article_of(found, published))
        if line := reader.told():
            tell(line)


def with_reports(results: Generator[Result], reader: Rules) -> Generator[Result]:
    """The results, each with what its reader has to say of the article."""
    with closing(results):
        for result in results:
            yield replace(result, warnings=(*result.warnings, *reader.reports(result.key or "")))


def article_of(found: Found, published: date | None) -> Article | None:
    """The article of a source; None for what cannot be opened as one."""
    if isinstance(found, InputError):
        return None
    with suppress(BilateralError):
        return open_source(found, published=published)
    return None


def print_requests(
    settings: Settings, sources: Iterable[Found], published: date | None, answers: Path | None
) -> bool:
    """Print the requests that would be sent, one a line; whether every source could be read."""
    if settings.reader == "rules":
        raise typer.BadParameter("only a model is asked; add --reader model", param_hint="--dry-run")
    dry, failed = DryRun(settings, answers), False
    for found in sources:
        article = article_of(found, published)
        if article is None:
            failed = True
            tell(f"error: {found if isinstance(found, InputError) else found.path or found.key}")
            continue
        for request in dry.requests(article):
            print(request.line())
    tell(f"not sent: {dry.told()}")
    return not failed
