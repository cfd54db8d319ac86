import pytest
from rdflib import Graph

import ontology


def _parse(*names: str) -> Graph:
    graph = Graph()
    for name in names:
        graph.parse(data=ontology.read(name), format="turtle")
    return graph


@pytest.fixture(scope="session")
def _vocabulary() -> Graph:
    return _parse(*ontology.VOCABULARY)


@pytest.fixture
def vocabulary(_vocabulary: Graph) -> Graph:
    """Classes, properties, schemes and issues, a fresh copy for each test."""
    copy = Graph()
    for triple in _vocabulary:
        copy.add(triple)
    return copy


@pytest.fixture(scope="session")
def shapes() -> Graph:
    return _parse(ontology.SHAPES)
