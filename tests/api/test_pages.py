import hashlib
import re
from pathlib import Path

import pyoxigraph as ox
import pytest
from fastapi.testclient import TestClient

import api

CONTRACT = [
    *("/states", "/states/{code}", "/states/{code}/relations", "/relations/{a}/{b}"),
    *("/organizations", "/organizations/{id}", "/events", "/events/{id}", "/positions", "/positions/{id}"),
    *("/people", "/people/{id}", "/articles", "/articles/{id}", "/export", "/sparql", "/update", "/store"),
    *("/search", "/id/{kind}/{key}", "/ontology", "/health"),
]
STATIC = Path(api.__file__).parent / "static"


def own_files() -> list[Path]:
    return [file for file in STATIC.rglob("*") if file.is_file() and "vendor" not in file.parts]


def test_pages_hold_no_inline_script_or_style_and_no_outside_address() -> None:
    for file in own_files():
        text = file.read_text(encoding="utf-8")
        assert not re.search(r"(?:src|href|url)\s*[=(:]\s*[\"']?(?:https?:)?//", text), file
        if file.suffix == ".html":
            assert not re.search(r"<script(?![^>]*\bsrc=)|<style|\son\w+=|\sstyle=", text), file


def test_every_file_that_a_page_names_is_served(client: TestClient) -> None:
    for page in ("/", "/docs"):
        answer = client.get(page)
        assert answer.headers["content-type"].startswith("text/html")
        for path in re.findall(r'(?:src|href)="(/static/[^"]+)"', answer.text):
            assert client.get(path).status_code == 200, path


def test_every_module_that_a_module_imports_is_there() -> None:
    for file in (STATIC / "js").rglob("*.js"):
        for name in re.findall(r'from "(\.[^"]+)"', file.read_text(encoding="utf-8")):
            assert (file.parent / name).is_file(), f"{file}: {name}"


def test_both_languages_have_the_same_words() -> None:
    keys = [
        re.findall(r"^  (\w+):", (STATIC / "js" / "words" / name).read_text(encoding="utf-8"), re.MULTILINE)
        for name in ("en.js", "ar.js")
    ]
    assert keys[0] == keys[1] and keys[0]
    assert len(set(keys[0])) == len(keys[0]), "a word is told twice, and the second one wins"
    used = {
        key
        for file in (STATIC / "js").rglob("*.js")
        for key in re.findall(r'\bword\("(\w+)"', file.read_text(encoding="utf-8"))
    }
    assert used <= set(keys[0])


def test_vendored_files_are_those_listed() -> None:
    vendor = STATIC / "vendor"
    listed = dict(
        re.findall(r"^\| `([^`]+)` .* `([0-9a-f]{64})` \|$", (vendor / "README.md").read_text(), re.MULTILINE)
    )
    code = {file.name for file in vendor.iterdir() if file.suffix in {".js", ".css", ".json"}}
    assert listed.keys() == code
    for name, digest in listed.items():
        assert hashlib.sha256((vendor / name).read_bytes()).hexdigest() == digest


@pytest.mark.parametrize(
    ("accept", "kind"),
    [
        ("*/*", "text/turtle"),
        ("text/html,application/xhtml+xml,*/*;q=0.8", "text/html"),
        ("application/ld+json", "application/ld+json"),
        ("application/rdf+xml", "application/rdf+xml"),
    ],
)
def test_the_ontology_comes_as_asked_for(client: TestClient, accept: str, kind: str) -> None:
    answer = client.get("/ontology", headers={"Accept": accept})
    assert answer.headers["content-type"].split(";")[0] == kind
    if kind == "text/html":
        assert "PostHolding" in answer.text and 'lang="ar"' in answer.text
    else:
        form = ox.RdfFormat.from_media_type(kind)
        triples = {str(quad.triple) for quad in ox.parse(answer.content, format=form)}
        assert any("ontology/Event>" in triple and "owl#Class>" in triple for triple in triples)


def test_every_route_is_described(client: TestClient) -> None:
    document = client.get("/openapi.json").json()
    assert set(CONTRACT) <= document["paths"].keys()
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            assert operation.get("summary") and operation.get("description"), f"{method} {path}"
            for status, answer in operation["responses"].items():
                if int(status) >= 400:
                    assert list(answer["content"]) == ["application/problem+json"], (
                        f"{method} {path} {status}"
                    )


def test_every_field_is_described(client: TestClient) -> None:
    schemas = client.get("/openapi.json").json()["components"]["schemas"]
    for name, schema in schemas.items():
        for field, about in schema.get("properties", {}).items():
            assert about.get("description"), f"{name}.{field}"


def test_the_document_refers_to_nothing_that_is_missing(client: TestClient) -> None:
    answer = client.get("/openapi.json")
    known = answer.json()["components"]["schemas"].keys()
    assert set(re.findall(r"#/components/schemas/([\w\[\]]+)", answer.text)) <= known
