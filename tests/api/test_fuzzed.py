"""A few hundred requests made from the OpenAPI document; ``make fuzz`` makes twenty thousand, with more checks."""

import runpy
from collections.abc import Iterator
from pathlib import Path

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings

from api.app import create_app
from graph.settings import Settings
from graph.store import EmbeddedStore
from tests.api.conftest import over_http

# how to make a query, a cursor, an article
runpy.run_path(str(Path(__file__).parents[2] / "benchmarks/fuzz/hooks.py"))
# each of these takes a second of a store with all reference tables, or makes a large file
SLOW = ["/people", "/people/{id}", "/.well-known/void", "/export", "/plot", "/measures"]
# what excludes each other cannot be said of single parameters (benchmarks/fuzz/schemathesis.toml)
EXCLUSIVE = ["/events", "/sparql", "/store"]


@pytest.fixture(scope="module")
def document(library: EmbeddedStore) -> Iterator[schemathesis.BaseSchema]:
    """The document of a running server that does not write."""
    with over_http(create_app(Settings(), library)) as address:
        found = schemathesis.openapi.from_url(f"{address}/openapi.json")
        yield found.include(method="GET").exclude(path=[*SLOW, *EXCLUSIVE])


BOUNDED = settings(
    max_examples=8,
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)


def test_what_the_document_lets_ask_is_answered_as_it_says(document: schemathesis.BaseSchema) -> None:
    made = 0
    for found in document.get_all_operations():

        @BOUNDED
        @given(case=found.ok().as_strategy())
        def ask(case: schemathesis.Case) -> None:
            nonlocal made
            made += 1
            case.call_and_validate()

        ask()
    assert made > 200
