"""The house rules that a program can check, and documents that must not drift from the code."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from graph.export import FORMATS
from graph.export.columns import EDGE_COLUMNS, NODE_COLUMNS

ROOT = Path(__file__).parents[1]
PACKAGES = ("api", "graph", "ontology")
PROJECT = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])


def test_no_module_is_longer_than_a_room() -> None:
    lengths = {
        str(path.relative_to(ROOT)): len(path.read_text(encoding="utf-8").splitlines())
        for package in PACKAGES
        for path in (ROOT / package).rglob("*.py")
    }
    assert {path: length for path, length in lengths.items() if length > 400} == {}


def test_modules_are_named_after_what_they_know() -> None:
    vague = {"util", "utils", "helper", "helpers", "common", "manager", "misc"}
    assert [p for package in PACKAGES for p in (ROOT / package).rglob("*.py") if p.stem in vague] == []


def test_test_folders_are_no_packages() -> None:
    assert list((ROOT / "tests").rglob("__init__.py")) == []


def test_the_layers_hold() -> None:
    linted = subprocess.run(
        [str(Path(sys.executable).parent / "lint-imports")],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert linted.returncode == 0, linted.stdout + linted.stderr


def test_every_dependency_says_its_purpose_and_licence() -> None:
    project = tomllib.loads(PROJECT)["project"]
    listed = [*project["dependencies"], *(d for e in project["optional-dependencies"].values() for d in e)]
    for dependency in listed:
        (line,) = (line for line in PROJECT.splitlines() if line.strip().startswith(f'"{dependency}"'))
        assert re.search(r"# \S.* \([^()]+\)$", line), f"no purpose or licence: {line.strip()}"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    links = [link for link in re.findall(r"\]\(([^)#\s]+)", text) if "://" not in link]
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_the_page_on_exports_names_every_format_and_column() -> None:
    text = (ROOT / "docs/exports.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`(\w+)`", text))
    assert set(FORMATS) - named == set()
    assert {column.name for column in (*NODE_COLUMNS, *EDGE_COLUMNS)} - named == set()
