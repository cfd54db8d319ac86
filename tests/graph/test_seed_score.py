"""The reader's extraction of the sample article against its gold annotation, by the annotation's own scorer."""

import importlib.util
import json
from pathlib import Path
from types import ModuleType

import pytest

from graph.extraction import to_json
from graph.reading import open_article, read_article

SAMPLE = Path(__file__).parents[2] / "data" / "articles" / "maan-2017-07-08.ar.txt"
GOLD = Path(__file__).parents[2].parent / "shared" / "gold"
SEED = "ar/seed"
LEAST = {"actors": 0.9, "events": 0.8, "positions": 0.8, "posts": 1.0, "memberships": 1.0}


def scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("gold_score", GOLD / "score.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def figures() -> dict[str, float]:
    """F1 by figure."""
    gold = GOLD / f"{SEED}.json"
    if not gold.exists() or not (GOLD / "score.py").exists():
        pytest.skip(f"no gold annotation at {GOLD}")
    text = SAMPLE.read_text(encoding="utf-8")
    article = open_article(text, key=SEED, path=str(SAMPLE))
    score = scorer()
    tally = score.Tally()
    score.score_article(
        tally, SEED, json.loads(gold.read_text(encoding="utf-8")), to_json(read_article(article))
    )
    return {figure: float(tally.row(figure)["f1"]) for figure in LEAST}


@pytest.mark.parametrize("figure", LEAST)
def test_the_sample_article_is_read_well_enough(figures: dict[str, float], figure: str) -> None:
    assert figures[figure] >= LEAST[figure]
