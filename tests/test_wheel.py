"""The built wheel, installed into an environment of its own, works from a folder outside the checkout.

Where ``CI`` is set the environment is installed from the package index like a user's; elsewhere it
borrows the dependencies that are already here, so that the test stays short and works offline.
"""

import json
import os
import shutil
import socket
import subprocess
import sys
import sysconfig
import time
import urllib.error
import urllib.request
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SEED = ROOT / "data/articles/maan-2017-07-08.ar.txt"
EVENT = "https://w3id.org/bilateral/ontology/Event"
ASK = f"SELECT (COUNT(DISTINCT ?event) AS ?n) WHERE {{ ?event a <{EVENT}> }}"


class Elsewhere:
    """A folder with an environment that holds the wheel and nothing of the checkout."""

    def __init__(self, folder: Path, bin_folder: Path) -> None:
        self.folder = folder
        self.bin = bin_folder
        kept = {
            k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "BILATERAL", "VIRTUAL_ENV"))
        }
        self.environment = {**kept, "PYTHONUTF8": "1", "BILATERAL_STORE": str(folder / "store.db")}

    def run(self, command: str, *arguments: str) -> str:
        done = subprocess.run(
            [str(self.bin / command), *arguments],
            cwd=self.folder,
            env=self.environment,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == 0, f"{command} {' '.join(arguments)}\n{done.stdout}\n{done.stderr}"
        return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("dist")
    built = subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(out), str(ROOT)],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert built.returncode == 0, built.stdout + built.stderr
    (path,) = out.glob("bilateral-*.whl")
    return path


@pytest.fixture(scope="module")
def elsewhere(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Elsewhere:
    folder = tmp_path_factory.mktemp("elsewhere")
    environment = folder / "env"
    venv.create(environment, with_pip=False, symlinks=True)
    python = environment / "bin/python"
    whole = bool(os.environ.get("CI"))
    install = [sys.executable, "-m", "pip", "--python", str(python), "install", "--quiet", str(wheel)]
    done = subprocess.run(
        install if whole else [*install, "--no-deps"], capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    if not whole:
        # A plain path in a .pth file adds the folder but not the .pth files in it, so an editable
        # install of the checkout is not seen through it.
        (site,) = environment.glob("lib/python*/site-packages")
        (site / "borrowed.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    shutil.copy(SEED, folder / "article.ar.txt")
    return Elsewhere(folder, environment / "bin")


def test_the_packages_come_from_the_wheel(elsewhere: Elsewhere) -> None:
    say = "import graph, ontology, api; print(graph.__file__, ontology.__file__, api.__file__, sep='\\n')"
    for path in elsewhere.run("python", "-c", say).splitlines():
        assert Path(path).is_relative_to(elsewhere.folder)


def test_an_article_is_ingested_and_asked_for(elsewhere: Elsewhere) -> None:
    elsewhere.run("bilateral", "ingest", "article.ar.txt")
    answer = json.loads(elsewhere.run("bilateral", "query", "--format", "json", "-e", ASK))
    assert int(answer["results"]["bindings"][0]["n"]["value"]) > 0


def test_coded_events_are_imported(elsewhere: Elsewhere) -> None:
    cells = [""] * 61
    cells[0], cells[1], cells[7], cells[17], cells[26] = "1", "20310502", "KAZ", "PSE", "042"
    (elsewhere.folder / "rows.tsv").write_text("\t".join(cells) + "\n", encoding="utf-8")
    elsewhere.run("bilateral", "import", "gdelt", "rows.tsv")
    (told,) = json.loads(elsewhere.run("bilateral", "imports", "list", "--json"))
    assert (told["source"], told["kept"], told["whole"]) == ("gdelt", 1, True)


def test_the_relation_is_exported(elsewhere: Elsewhere) -> None:
    elsewhere.run("bilateral", "ingest", "article.ar.txt")
    table = elsewhere.run("bilateral", "export", "--format", "csv", "--between", "KAZ", "PSE")
    assert "KAZ" in table
    assert "PSE" in table


def test_the_server_answers(elsewhere: Elsewhere) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = subprocess.Popen(
        [str(elsewhere.bin / "bilateral"), "serve", "--port", str(port)],
        cwd=elsewhere.folder,
        env=elsewhere.environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
    try:
        assert _answer(server, f"http://127.0.0.1:{port}/health") == 200
    finally:
        server.terminate()
        server.communicate(timeout=20)


def _answer(server: "subprocess.Popen[bytes]", url: str) -> int:
    """The status of the first answer; the server has a minute to start, and must not have ended."""
    for _ in range(240):
        assert server.poll() is None, server.communicate()[1].decode()
        try:
            with urllib.request.urlopen(url, timeout=5) as response:
                return int(response.status)
        except urllib.error.HTTPError as error:
            return error.code
        except OSError:
            time.sleep(0.25)
    raise AssertionError(f"{url} did not answer")
