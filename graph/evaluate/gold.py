"""Gold articles: a text and, beside it, what careful readers took from it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from graph.evaluate.likeness import Json
from graph.exc import InputError
from graph.extraction import to_json
from graph.model import Article, ArticleRecords
from graph.reading import open_article, read_article
from graph.soundness import keep_sound


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """An article's gold and what the reader found in it; ``name`` is ``<language>/<id>``."""

    name: str
    language: str
    gold: Json
    found: Json


def records_of(article: Article, read: Callable[[Article], ArticleRecords] = read_article) -> Json:
    """The extraction record of an article, as ``bilateral extract`` prints it."""
    records, _ = keep_sound(read(article))
    return to_json(records)


def read_gold(
    folder: Path, read: Callable[[Article], ArticleRecords] = read_article
) -> Iterator[GoldArticle]:
    """Each ``<language>/<id>.json`` below a folder with the records of the text beside it, in order.

    InputError where a file is no JSON object or its text is missing.
    """
    for path in sorted(folder.glob("*/*.json")):
        gold = json_object(path)
        name = f"{path.parent.name}/{path.stem}"
        try:
            text = path.with_suffix(".txt").read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise InputError(f"{path}: its text {path.stem}.txt cannot be read: {error}") from error
        article = open_article(text, key=name, path=str(path.with_suffix(".txt")))
        yield GoldArticle(name, path.parent.name, gold, records_of(article, read))


def json_object(path: Path) -> Json:
    """The JSON object in a file; InputError where there is none."""
    try:
        value = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise InputError(f"{path}: {error}") from error
    if not isinstance(value, dict):
        raise InputError(f"{path}: not a JSON object")
    return value
