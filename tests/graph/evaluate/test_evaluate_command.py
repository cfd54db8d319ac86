"""``bilateral evaluate``: what it prints and writes, and when it fails."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from graph.evaluate import FIGURES

SAMPLE = Path(__file__).parents[3] / "data" / "articles" / "maan-2017-07-08.ar.txt"
Bilateral = Callable[..., Any]
PROBE = {
    "id": "en-1",
    "lang": "en",
    "phenomenon": "negation",
    "text": "Belgium has not expelled any Russian diplomats.",
    "published": "2021-03-10",
    "expect": {"no_events": True},
}


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """A folder with the sample article, a small gold for it, and one probe."""
    folder = tmp_path / "gold"
    (folder / "ar").mkdir(parents=True)
    (folder / "probes").mkdir()
    shutil.copy(SAMPLE, folder / "ar" / "001.txt")
    record = {
        "article": {"published": "2017-07-08", "dateline": "رام الله"},
        "actors": [{"id": "KAZ"}, {"id": "XYZ"}],
        "events": [],
        "positions": [],
        "posts": [],
        "memberships": [{"member": "KAZ", "organization": "UNSC", "role": "non-permanent member"}],
    }
    (folder / "ar" / "001.json").write_text(json.dumps(record), encoding="utf-8")
    (folder / "probes" / "en.jsonl").write_text(json.dumps(PROBE), encoding="utf-8")
    return folder


def test_tables_of_figures_confidence_and_probes(bilateral: Bilateral, gold: Path, tmp_path: Path) -> None:
    out = tmp_path / "report.json"
    run = bilateral("evaluate", gold, "--json", out)
    assert run.code == 0
    for word in (*FIGURES, "confidence", "calibration error of events", "negation"):
        assert word in run.out
    report = json.loads(out.read_text(encoding="utf-8"))
    assert report["figures"]["ar"] == report["figures"]["all"]
    assert report["figures"]["ar"]["published"]["f1"] == report["figures"]["ar"]["dateline"]["f1"] == 1.0
    assert report["probes"]["en"] == {key: {"passed": 1, "tried": 1} for key in ("all", "negation")}
    assert {row["kind"] for row in report["calibration"]} >= {"events", "positions", "posts"}


def test_errors_name_article_item_and_failing_probe(bilateral: Bilateral, gold: Path) -> None:
    failing = {**PROBE, "expect": {"events": [{"type": "expulsion", "participants": ["BEL", "RUS"]}]}}
    (gold / "probes" / "en.jsonl").write_text(json.dumps(failing), encoding="utf-8")
    run = bilateral("evaluate", gold, "--errors")
    assert run.code == 0
    lines = [line.split() for line in run.out.splitlines()]
    assert ["actors", "missed", "ar/001", "XYZ"] in lines
    assert any(line[:3] == ["probe", "en-1", "negation"] for line in lines)
    assert "events: missing type expulsion; participants BEL RUS" in run.out


def test_a_figure_below_the_baseline_fails(bilateral: Bilateral, gold: Path, tmp_path: Path) -> None:
    baseline = tmp_path / "baseline.json"
    assert bilateral("evaluate", gold, "--write-baseline", baseline).code == 0
    assert bilateral("evaluate", gold, "--baseline", baseline).code == 0
    bars = json.loads(baseline.read_text(encoding="utf-8"))
    bars["figures"]["ar"]["actors"] = 1.0
    baseline.write_text(json.dumps(bars), encoding="utf-8")
    run = bilateral("evaluate", gold, "--baseline", baseline)
    assert run.code == 1
    assert run.err.startswith("error: below the baseline: figures, ar, actors: was 1.000, is 0.")


def test_a_folder_without_gold_is_an_error(bilateral: Bilateral, tmp_path: Path) -> None:
    run = bilateral("evaluate", tmp_path)
    assert (run.code, run.out) == (1, "")
    assert run.err == f"error: {tmp_path}: no <lang>/<id>.json and no probes/*.jsonl there\n"


def test_help_has_an_example(bilateral: Bilateral) -> None:
    run = bilateral("evaluate", "--help")
    assert run.code == 0
    assert "Example: bilateral evaluate data/gold" in run.out
