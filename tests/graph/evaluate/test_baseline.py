"""The baseline: what counts as a fall, and that a file keeps what was not measured."""

import json
from pathlib import Path

import pytest

from graph.evaluate import falls, read_baseline, write_baseline
from graph.exc import InputError

BASE = {"figures": {"ar": {"events": 0.7}}, "probes": {"en": {"negation": 0.9}}}


def test_a_lower_share_is_a_fall_and_an_equal_or_higher_one_is_none() -> None:
    assert falls(BASE, {"figures": {"ar": {"events": 0.7}}}) == []
    assert falls(BASE, {"figures": {"ar": {"events": 0.71, "posts": 0.1}}}) == []
    assert falls(BASE, {"figures": {"ar": {"events": 0.699}}}) == ["figures, ar, events: was 0.700, is 0.699"]


def test_what_is_not_measured_any_more_is_a_fall_unless_its_whole_section_is_left_out() -> None:
    assert falls(BASE, {"figures": {"en": {"events": 1.0}}}) == [
        "figures, ar, events: was 0.700, is not measured any more"
    ]
    assert falls(BASE, {"figures": {}, "probes": {}}) == []


def test_writing_keeps_the_section_that_was_not_measured(tmp_path: Path) -> None:
    path = tmp_path / "baseline.json"
    write_baseline(path, BASE)
    assert read_baseline(path) == BASE
    write_baseline(path, {"figures": {}, "probes": {"en": {"negation": 1.0}}})
    assert read_baseline(path) == {**BASE, "probes": {"en": {"negation": 1.0}}}


def test_a_file_that_is_no_baseline_is_named(tmp_path: Path) -> None:
    path = tmp_path / "other.json"
    path.write_text(json.dumps({"id": "ar/001"}), encoding="utf-8")
    with pytest.raises(InputError, match=r"other\.json: no baseline, for it has id"):
        read_baseline(path)
