"""Happenings told apart: how that is measured, and how well it goes."""

from pathlib import Path

import pytest

from graph.evaluate import compare, measure_identity, read_reports
from graph.exc import InputError

GOLD = Path(__file__).parents[3] / "data" / "gold"


def test_figures_of_a_small_case() -> None:
    gold = {"a": "x", "b": "x", "c": "x", "d": "y", "e": "y"}
    told = {"a": "1", "b": "1", "c": "2", "d": "2"}
    found = compare(gold, told, other=3)
    assert (found.reports, found.found, found.other, found.happenings) == (5, 4, 3, 2)
    assert found.pairs == (1 / 2, 1 / 3)
    assert found.of_all == 1 / 4
    assert found.cubed[0] == pytest.approx((1 + 1 + 1 / 2 + 1 / 2) / 4)
    assert found.cubed[1] == pytest.approx((2 / 3 + 2 / 3 + 1 / 3 + 1) / 4)
    assert set(found.faults) == {"joined\tc\td", "missed\ta\tc", "missed\tb\tc", "unread\te"}


def test_a_line_that_is_no_report_is_named(tmp_path: Path) -> None:
    (tmp_path / "happenings").mkdir()
    (tmp_path / "happenings" / "reports.jsonl").write_text('{"id": "x"}\n', encoding="utf-8")
    with pytest.raises(InputError, match="line 1"):
        read_reports(tmp_path)


def test_happenings_of_the_gold_reports_are_told_apart() -> None:
    reported = read_reports(GOLD)
    assert len(reported) >= 40
    assert {r.article.language for r in reported} == {"ar", "en"}
    found = measure_identity(reported)
    assert found.happenings >= 12
    assert found.pairs[0] >= 0.95, found.faults
    assert found.of_all >= 0.90, found.faults
