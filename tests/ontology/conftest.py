from functools import cache

import pytest
from rdflib import Graph

import ontology


@cache
def _parsed(*names: str) -> bytes:
    graph = Graph()
    for name in names:
        graph.parse(data=ontology.read(name), format="turtle")
    return graph.serialize(format="nt", encoding="utf-8")


@pytest.fixture
def vocabulary() -> Graph:
    """Classes, properties, schemes and issues, a fresh copy for each test."""
    return Graph().parse(data=_parsed(*ontology.VOCABULARY), format="nt")


@pytest.fixture
def shapes() -> Graph:
    return Graph().parse(data=ontology.read(ontology.SHAPES), format="turtle")
