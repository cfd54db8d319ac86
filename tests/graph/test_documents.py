"""What the README and the pages in docs show does work as they show it."""

import re
import shlex
from pathlib import Path

import pytest
from typer.main import get_command

from graph.cli import app
from graph.cli.asking import with_prefixes
from graph.store import open_store

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]


def blocks(language: str) -> list[str]:
    fence = re.compile(rf"```{language}\n(.*?)```", re.DOTALL)
    return [block for page in PAGES for block in fence.findall(page.read_text(encoding="utf-8"))]


@pytest.fixture
def checkout(filled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that looks like the checkout after ``make run``."""
    (tmp_path / "bilateral.db").symlink_to(filled)
    (tmp_path / "data").symlink_to(ROOT / "data")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_sparql_in_the_documents_has_answers(filled: Path) -> None:
    store = open_store(filled, read_only=True)
    for query in blocks("sparql"):
        assert store.select(with_prefixes(query)), query
    store.close()


@pytest.mark.parametrize("code", [code for code in blocks("python") if "read_gexf" not in code])
def test_python_in_the_documents_runs(code: str, checkout: Path) -> None:
    exec(compile(code, "document", "exec"), {})


def test_commands_in_the_documents_exist_with_their_options() -> None:
    commands = get_command(app).commands  # type: ignore[attr-defined]
    lines = [line for block in blocks("sh") for line in block.splitlines()]
    shown = [shlex.split(line, comments=True) for line in lines if "bilateral " in line]
    assert len(shown) > 5
    for words in shown:
        names = iter(words[[Path(word).name for word in words].index("bilateral") + 1 :])
        command = commands[next(names)]
        while hasattr(command, "commands"):
            command = command.commands[next(names)]
        options = {option for parameter in command.params for option in parameter.opts}
        assert {word for word in words if word.startswith("-")} - options == set()
