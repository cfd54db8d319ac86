"""GEXF and GraphML opened by graphology, whose readers Gephi Lite opens files with."""

from io import BytesIO
from pathlib import Path
from typing import Any

import httpx
import networkx as nx
import pytest
from playwright.sync_api import Page

VENDORED = (
    Path(__file__).parents[2] / "api/static/vendor/graphology.umd.min.js",
    Path(__file__).parent / "vendor/graphology-library.min.js",
)
OPEN = """([format, text]) => {
  const graph = graphologyLibrary[format].parse(graphology.MultiDirectedGraph, text, {respectInputGraphType: true});
  return {
    nodes: graph.mapNodes((node, attributes) => attributes),
    edges: graph.mapEdges((edge, attributes) => attributes),
  };
}"""


@pytest.fixture
def reader(page: Page, address: str) -> Page:
    page.goto(f"{address}/static/icon.svg")
    for file in VENDORED:
        page.evaluate(file.read_text(encoding="utf-8"))
    return page


@pytest.mark.parametrize(
    "options", ["", "&aggregated=true", "&people=true&measures=true", "&between=KAZ&between=PSE"]
)
@pytest.mark.parametrize("format", ["gexf", "graphml"])
def test_graphology_reads_what_networkx_reads(reader: Page, address: str, format: str, options: str) -> None:
    answer = httpx.get(f"{address}/export?format={format}{options}", timeout=60)
    text = answer.raise_for_status().text
    found: dict[str, Any] = reader.evaluate(OPEN, [format, text])
    graph = nx.parse_graphml(text) if format == "graphml" else nx.read_gexf(BytesIO(answer.content))
    assert len(found["nodes"]) == len(graph) > 0
    assert len(found["edges"]) == graph.number_of_edges() > 0
    names = sorted(data["label_ar"] for _, data in graph.nodes(data=True) if "label_ar" in data)
    assert sorted(node["label_ar"] for node in found["nodes"] if node.get("label_ar")) == names
    quotes = sorted(data["quote"] for *_, data in graph.edges(data=True) if "quote" in data)
    assert sorted(edge["quote"] for edge in found["edges"] if edge.get("quote")) == quotes
