"""The client notebook runs against a server over the sample article."""

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import nbformat
import pytest
from nbclient import NotebookClient

ROOT = Path(__file__).parents[1]


@pytest.fixture
def server(tmp_path: Path) -> Iterator[str]:
    """The address of a server over the sample article."""
    command = [sys.executable, "-c", "from graph.cli import main; main()"]
    store = ["--store", str(tmp_path / "db")]
    subprocess.run([*command, "ingest", str(ROOT / "data" / "articles"), *store], cwd=ROOT, check=True)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address = f"http://127.0.0.1:{port}"
    running = subprocess.Popen([*command, "serve", "--port", str(port), *store], cwd=ROOT)
    try:
        for _ in range(150):
            try:
                httpx.get(f"{address}/health", timeout=5).raise_for_status()
                break
            except httpx.HTTPError:
                assert running.poll() is None, "the server ended"
                time.sleep(0.2)
        yield address
    finally:
        running.terminate()
        running.wait(timeout=60)


def test_every_cell_runs_and_says_something(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BILATERAL_URL", server)
    notebook = nbformat.read(ROOT / "docs" / "notebook.ipynb", as_version=4)
    assert not any(cell.get("outputs") for cell in notebook.cells), "outputs are not kept in the file"
    NotebookClient(notebook, timeout=120, kernel_name="python3").execute()
    cells = [cell for cell in notebook.cells if cell.cell_type == "code"]
    told = ["".join(str(o.get("data", o.get("text", ""))) for o in cell.outputs) for cell in cells[1:]]
    assert all(told)
    assert "consultation" in told[0] and "2017-07" in told[1] and "MultiDiGraph" in told[-1]
