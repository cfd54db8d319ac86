"""Each graph file, read by somebody else's reader, gives the projection back."""

import csv
import io
import json
import shutil
import subprocess
from datetime import date
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import networkx as nx
import pytest
import rustworkx
from hypothesis import given
from hypothesis import strategies as st

from graph.exc import InputError
from graph.export import FORMATS, Graph, Selection, cyjs, d3, dot, gexf, graphml, project, tables, write
from graph.export.columns import EDGE_COLUMNS, NODE_COLUMNS, clean
from graph.store import Store

NAUGHTY = "ورد =1+1 \"quoted\" & <b>\\n 'x' \n second\r\ttab \x00\x08\x1b\ufffe 🕊"


def plain(values: dict[str, Any]) -> dict[str, Any]:
    """Attributes as a file can hold them."""
    held = {name: value for name, value in values.items() if value is not None}
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in held.items()}


def expected(graph: Graph) -> tuple[dict[str, Any], dict[Any, Any]]:
    nodes = {node: plain(data) for node, data in graph.nodes(data=True)}
    edges = {(a, b, key): plain(data) for a, b, key, data in graph.edges(keys=True, data=True)}
    return nodes, edges


def got(graph: Any, drop: set[str]) -> tuple[dict[str, Any], dict[Any, Any]]:
    def kept(data: dict[str, Any]) -> dict[str, Any]:
        return {name: value for name, value in data.items() if name not in drop}

    nodes = {node: kept(data) for node, data in graph.nodes(data=True)}
    # Readers give a simple graph where no pair has two edges; an edge's id is then among its attributes.
    widen: Any = nx.MultiDiGraph
    edges = {
        (a, b, data.get("id") or data.get("key") or key): kept(data)
        for a, b, key, data in widen(graph).edges(keys=True, data=True)
    }
    return nodes, edges


def without(data: dict[str, Any], *names: str) -> dict[str, Any]:
    return {name: value for name, value in data.items() if name not in names}


def held(data: dict[str, Any], *names: str) -> dict[str, Any]:
    """As above, of a reader that gives what is absent as None."""
    return {name: value for name, value in without(data, *names).items() if value is not None}


def written(writer: Any, graph: Graph) -> io.BytesIO:
    stream = io.BytesIO()
    writer(graph, stream)
    stream.seek(0)
    return stream


def small(text: str, day: date | None = None) -> Graph:
    """Two nodes and two parallel edges whose texts are hard to write."""
    graph: Graph = nx.MultiDiGraph()
    for node in ("urn:a", "urn:b"):
        values = dict.fromkeys(column.name for column in NODE_COLUMNS)
        graph.add_node(node, **(values | {"label": text, "code": node, "label_ar": text}))
    values = dict.fromkeys(column.name for column in EDGE_COLUMNS)
    values |= {"kind": "event", "type": "visit", "directed": True, "weight": 1.0, "quote": text, "start": day}
    graph.add_edge("urn:a", "urn:b", key="one", **values)
    graph.add_edge("urn:a", "urn:b", key="two", **(values | {"score": -2.0, "articles": 3}))
    return graph


@pytest.fixture
def whole(store: Store) -> Graph:
    return project(store, Selection(reference=True, people=True))


def test_gexf_reads_back_with_networkx(whole: Graph) -> None:
    nodes, edges = expected(whole)
    read_nodes, read_edges = got(nx.read_gexf(written(gexf.write, whole)), {"id"})
    assert read_nodes == nodes
    for edge in edges.values():
        edge["label"] = edge["type"]
    assert read_edges == edges


def test_graphml_reads_back_with_networkx(whole: Graph) -> None:
    nodes, edges = expected(whole)
    read = nx.read_graphml(written(graphml.write, whole))
    named = nx.relabel_nodes(read, dict(read.nodes(data="iri")))
    found = {(a, b, data["iri"]): without(data, "id", "iri") for a, b, data in named.edges(data=True)}
    assert {node: without(data, "iri") for node, data in named.nodes(data=True)} == nodes
    assert found == edges


def test_graphml_reads_back_with_rustworkx(whole: Graph, tmp_path: Path) -> None:
    nodes, edges = expected(whole)
    file = tmp_path / "whole.graphml"
    file.write_bytes(written(graphml.write, whole).getvalue())
    (read,) = rustworkx.read_graphml(str(file))
    iris = [node["iri"] for node in read.nodes()]
    assert {node["iri"]: held(node, "id", "iri") for node in read.nodes()} == nodes
    found = {
        (iris[a], iris[b], data["iri"]): held(data, "id", "iri") for a, b, data in read.weighted_edge_list()
    }
    assert found == edges


def test_ids_in_graphml_are_name_tokens_that_no_two_share(whole: Graph) -> None:
    whole.add_node("urn:x/state/KAZ", **dict.fromkeys(column.name for column in NODE_COLUMNS))
    whole.add_node("https://example.org/person/عقيل", **dict.fromkeys(column.name for column in NODE_COLUMNS))
    read = nx.read_graphml(written(graphml.write, whole))
    assert {"state:KAZ", "state:KAZ.2", "person:_"} <= set(read)
    assert len(read) == len(whole)


def test_cytoscape_json_reads_back_with_networkx(whole: Graph) -> None:
    nodes, edges = expected(whole)
    read = nx.cytoscape_graph(json.load(written(cyjs.write, whole)))
    assert got(read, {"id", "value", "name", "key", "source", "target"}) == (nodes, edges)


def test_node_link_json_reads_back_with_networkx(whole: Graph) -> None:
    read = nx.node_link_graph(json.load(written(d3.write, whole)), edges="links")
    assert got(read, set()) == expected(whole)


def test_the_table_has_a_row_for_each_edge_with_both_names(whole: Graph) -> None:
    text = written(tables.write, whole).read()
    assert text.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(text.decode("utf-8-sig"), newline="")))
    assert [row["id"] for row in rows] == [key for *_, key in whole.edges(keys=True)]
    for row in rows:
        node = whole.nodes[row["source"]]
        assert (row["source_code"], row["source_label_ar"]) == (node["code"], node["label_ar"] or "")
        edge = whole.edges[row["source"], row["target"], row["id"]]
        assert row["quote"] == (edge["quote"] or "")


def test_a_cell_that_looks_like_a_formula_is_guarded(store: Store) -> None:
    text = written(tables.write, project(store)).read().decode("utf-8-sig")
    subjects = {row["subject"] for row in csv.DictReader(io.StringIO(text, newline=""))}
    assert "'=السلام" in subjects


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_every_formula_sign_is_guarded_and_numbers_are_not(text: str) -> None:
    assert tables.guarded(text) == f"'{text}"
    assert tables.guarded(-2.0) == "-2.0"


@pytest.mark.parametrize("name", ["gexf", "graphml"])
def test_xml_is_well_formed_and_keeps_every_legal_character(name: str) -> None:
    graph = small(NAUGHTY, date(2017, 7, 8))
    if name == "gexf":
        read = nx.read_gexf(written(gexf.write, graph))
    else:
        read = nx.read_graphml(written(graphml.write, graph))
    assert {data["label_ar"] for _, data in read.nodes(data=True)} == {clean(NAUGHTY)}
    assert {data["quote"] for *_, data in read.edges(data=True)} == {clean(NAUGHTY)}


@given(st.text())
def test_any_text_survives_xml_but_for_the_characters_xml_cannot_hold(text: str) -> None:
    graph = small(text)
    for writer, reader in ((gexf.write, nx.read_gexf), (graphml.write, nx.read_graphml)):
        read = reader(written(writer, graph))
        assert {data.get("quote", "") or "" for *_, data in read.edges(data=True)} == {clean(text)}


def test_gexf_shows_edges_in_their_span_of_days(store: Store) -> None:
    root = ElementTree.parse(written(gexf.write, project(store))).getroot()
    space = {"g": "http://gexf.net/1.3"}
    graph = root.find("g:graph", space)
    assert graph is not None
    assert (graph.get("mode"), graph.get("timeformat")) == ("dynamic", "date")
    visits = [edge for edge in graph.iterfind("g:edges/g:edge", space) if edge.get("label") == "visit"]
    assert [(edge.get("start"), edge.get("end")) for edge in visits] == [("2017-07-01", "2017-07-03")]


@pytest.mark.skipif(shutil.which("dot") is None, reason="Graphviz is not installed")
def test_graphviz_draws_every_node_and_edge(whole: Graph) -> None:
    whole.add_node("urn:odd", **(dict.fromkeys(c.name for c in NODE_COLUMNS) | {"label": NAUGHTY}))
    text = written(dot.write, whole).read()
    drawn = subprocess.run(["dot", "-Tplain"], input=text, capture_output=True, check=True)
    assert drawn.stderr == b""
    kinds = [line.split(b" ", 1)[0] for line in drawn.stdout.splitlines()]
    assert kinds.count(b"node") == len(whole)
    assert kinds.count(b"edge") == whole.number_of_edges()


def test_dot_keeps_arabic_and_escapes_quotes_and_backslashes() -> None:
    text = written(dot.write, small('قال "نعم" \\')).read().decode()
    assert 'label="قال \\"نعم\\" \\\\"' in text


@pytest.mark.parametrize("name", list(FORMATS))
def test_every_format_writes_everything_a_pair_and_nothing(store: Store, name: str) -> None:
    for selection in (Selection(), Selection(between=("KAZ", "PSE")), Selection(since=date(2100, 1, 1))):
        write(store, name, selection, io.BytesIO())


def test_an_unknown_format_is_refused_with_those_there_are(store: Store) -> None:
    with pytest.raises(InputError, match="gexf"):
        write(store, "pdf", Selection(), io.BytesIO())
