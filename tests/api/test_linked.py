"""Linked data: what an IRI leads to, what its answers say of each other, and where a merged thing went."""

import json
from collections.abc import Callable

import pyoxigraph as ox
import pytest
from fastapi.testclient import TestClient
from pyoxigraph import NamedNode, Quad
from rdflib import Graph

from graph.store import EmbeddedStore

BASE = "https://w3id.org/bilateral/id/"
SUFFIXES = {
    "ttl": "text/turtle",
    "jsonld": "application/ld+json",
    "nt": "application/n-triples",
    "rdf": "application/rdf+xml",
}


@pytest.mark.parametrize(("suffix", "media_type"), SUFFIXES.items())
def test_the_suffix_chooses_the_syntax_whatever_is_accepted(
    reader: TestClient, suffix: str, media_type: str
) -> None:
    answer = reader.get(f"/data/state/KAZ.{suffix}", headers={"Accept": "text/html"})
    assert answer.status_code == 200 and answer.headers["content-type"].startswith(media_type)
    whole = Graph().parse(
        data=answer.content, format={"ttl": "turtle", "jsonld": "json-ld", "rdf": "xml"}.get(suffix, "nt")
    )
    plain = Graph().parse(data=reader.get("/data/state/KAZ.nt").content, format="nt")
    assert set(whole) == set(plain) and len(plain) > 20


def test_an_iri_tells_its_caches_and_its_data(reader: TestClient) -> None:
    answer = reader.get("/id/state/KAZ", headers={"Accept": "text/turtle;q=0.2, application/rdf+xml"})
    assert answer.status_code == 303 and answer.headers["location"] == "/data/state/KAZ.rdf"
    assert "Accept" in answer.headers["vary"]
    for suffix in SUFFIXES:
        assert f'</data/state/KAZ.{suffix}>; rel="describedby"' in answer.headers["link"]


def test_data_and_page_name_each_other(reader: TestClient) -> None:
    data = reader.get("/data/state/KAZ.ttl").headers["link"]
    assert '</doc/state/KAZ>; rel="alternate"; type="text/html"' in data
    assert '</data/state/KAZ.rdf>; rel="alternate"' in data and "KAZ.ttl>" not in data
    assert f'<{BASE}state/KAZ>; rel="describes"' in data
    assert 'rel="describedby"; type="text/turtle"' in reader.get("/doc/state/KAZ").headers["link"]


def test_nothing_that_fits_is_told_with_what_there_is(reader: TestClient) -> None:
    answer = reader.get("/id/state/KAZ", headers={"Accept": "image/png"})
    assert answer.status_code == 406 and "text/turtle" in answer.json()["detail"]


def test_a_merged_thing_leads_to_its_successor(
    store: EmbeddedStore, serve: Callable[..., TestClient]
) -> None:
    old, new = NamedNode(f"{BASE}person/EGY-old"), NamedNode(f"{BASE}person/EGY-new")
    replaced = NamedNode("http://purl.org/dc/terms/isReplacedBy")
    store.add([Quad(old, replaced, new, NamedNode(f"{BASE}graph/curated"))])
    client = serve()
    answer = client.get("/id/person/EGY-old", headers={"Accept": "text/turtle"})
    assert answer.status_code == 308 and answer.headers["location"] == "/id/person/EGY-new"
    after = client.get(answer.headers["location"], headers={"Accept": "text/turtle"})
    assert after.status_code == 303


def test_json_ld_can_be_read_without_a_network(reader: TestClient) -> None:
    body = reader.get("/data/state/KAZ.jsonld").content
    assert list(ox.parse(body, format=ox.RdfFormat.JSON_LD))
    assert (
        "http"
        not in str(json.loads(body).get("@context", "") if isinstance(json.loads(body), dict) else "")[:4]
    )
