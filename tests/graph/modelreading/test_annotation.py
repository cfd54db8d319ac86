"""Annotation fed back as answers comes out of the gate as it went in: the gate loses nothing true."""

import importlib.util
import json
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from graph.evaluate import FIGURES
from graph.extraction import to_json
from graph.modelreading.annotation import as_answer
from graph.modelreading.reader import ModelOptions, ModelReader
from graph.modelreading.replies import Reply
from graph.modelreading.requests import Request
from graph.reading import open_article
from graph.soundness import keep_sound

SHARED = Path(__file__).parents[3].parent / "shared" / "gold"
OWN = Path(__file__).parents[3] / "data" / "gold"
LEAST = 0.98
Json = dict[str, Any]


class Annotator:
    """Answers every first request with the annotation of one article; mends nothing."""

    def __init__(self, answer: Json) -> None:
        self._answer = json.dumps(answer, ensure_ascii=False)

    def ask(self, request: Request) -> Reply:
        return Reply(self._answer if not request.repair else '{"events": []}')


def read_back(folder: Path) -> Iterator[tuple[str, Json, Json]]:
    """(name, annotation, what came out) for each article of a folder."""
    for path in sorted(p for p in folder.glob("*/*.json") if p.parent.name in ("ar", "en")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        name = f"{path.parent.name}/{path.stem}"
        text = path.with_suffix(".txt").read_text(encoding="utf-8")
        article = open_article(text, key=name)
        reader = ModelReader(Annotator(as_answer(gold, article)), ModelOptions("annotator"))
        records, reports = keep_sound(reader.read(article))
        assert reports == []
        yield name, gold, to_json(records)


def scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("gold_score", SHARED / "score.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def figures() -> dict[str, dict[str, float]]:
    """F1 by language and figure, by the annotation's own scorer."""
    if not (SHARED / "score.py").exists():
        pytest.skip(f"no annotated articles at {SHARED}")
    score = scorer()
    tallies = {"ar": score.Tally(), "en": score.Tally()}
    for name, gold, found in read_back(SHARED):
        score.score_article(tallies[name[:2]], name, gold, found)
    return {
        language: {figure: float(tally.row(figure)["f1"]) for figure in FIGURES}
        for language, tally in tallies.items()
    }


@pytest.mark.parametrize("figure", FIGURES)
@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_annotation_of_published_articles_comes_out_as_it_went_in(
    figures: dict[str, dict[str, float]], language: str, figure: str
) -> None:
    assert figures[language][figure] >= LEAST


def test_the_annotation_of_our_own_articles_loses_no_event_position_post_or_membership() -> None:
    lost = []
    for name, gold, found in read_back(OWN):
        for kind in ("events", "positions", "posts", "memberships"):
            wanted, given = ([(x["quote"], x["start"]) for x in side[kind]] for side in (gold, found))
            lost += [(name, kind, quote) for quote in wanted if quote not in given and kind != "posts"]
            assert len(wanted) == len(given), (name, kind)
    assert lost == []
