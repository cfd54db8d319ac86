"""The reference tables load as typed rows, and a table that is not as it should be says where."""

import re
from datetime import date
from pathlib import Path

import pytest

from graph.exc import InputError
from graph.paths import reference_dir
from graph.reference import tables

DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?\Z")


def test_dates_of_states_names_and_places_are_iso_dates_in_order() -> None:
    for row in (*tables.state_names(), *tables.places()):
        for day in (row.begin, row.until):
            assert not day or DATE.match(day), row
        assert not (row.begin and row.until) or row.begin < row.until, row
    for state in tables.states():
        for day in (state.begin, state.end, state.un_admitted):
            assert not day or date.fromisoformat(day), state


def test_every_row_has_a_source_that_the_readme_explains() -> None:
    readme = (reference_dir() / "README.md").read_text(encoding="utf-8")
    keys = {
        k
        for row in (*tables.states(), *tables.state_names(), *tables.places())
        for k in row.source.split("|")
    }
    assert keys and all(f"| `{key}` |" in readme for key in keys), keys


def test_a_table_without_a_column_is_refused_with_its_name(tmp_path: Path) -> None:
    (tmp_path / "states.csv").write_text("code,alpha2\nKAZ,KZ\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"states\.csv has no column 'numeric'"):
        tables.load("states.csv", tables.StateRow, tmp_path)


def test_a_row_of_another_width_is_refused_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "n.csv").write_text("code,lang,kind,name,from,until,source\nKAZ,en,short\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"line 2: 3 cells, not 7"):
        tables.load("n.csv", tables.NameRow, tmp_path)


def test_a_missing_table_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"ties\.csv is missing"):
        tables.load("ties.csv", tables.TieRow, tmp_path)


def test_a_column_that_is_optional_may_be_absent(tmp_path: Path) -> None:
    (tmp_path / "n.csv").write_text(
        "code,lang,kind,name,from,until,source\nUN,en,short,United Nations,,,x\n", encoding="utf-8"
    )
    assert tables.load("n.csv", tables.NameRow, tmp_path)[0].caution == ""


@pytest.mark.parametrize(
    ("begin", "until", "day", "expected"),
    [
        ("", "", "2018-01-01", True),
        ("2017", "2018", "2017-01-01", True),
        ("2017", "2018", "2018-12-31", True),
        ("2017", "2018", "2019-01-01", False),
        ("2019-03-23", "2022-09-17", "2019-03-22", False),
        ("2019-03", "", "2019-03-01", True),
        ("", "2012-11", "2012-12-01", False),
    ],
)
def test_a_date_of_any_precision_counts_as_a_whole(begin: str, until: str, day: str, expected: bool) -> None:
    assert tables.in_force(begin, until, date.fromisoformat(day)) is expected
