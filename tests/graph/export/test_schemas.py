"""Every option of GEXF and GraphML gives a file that the formats' schemas allow; see tests/schemas/README.md."""

import io
import os
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from graph.export import Selection, write
from graph.store import Store

OURS = Path(__file__).parents[2] / "schemas"
OPTIONS = {
    "all": Selection(),
    "aggregated": Selection(aggregated=True),
    "events": Selection(events=True, measures=True),
    "pair": Selection(between=("KAZ", "PSE")),
    "around": Selection(around="PSE", people=True),
    "reference": Selection(reference=True, people=True, measures=True),
    "aggregated measures": Selection(aggregated=True, measures=True, people=True),
    "span": Selection(since=date(2018, 1, 1), until=date(2018, 12, 31)),
    "nothing": Selection(since=date(2100, 1, 1)),
}


def schema_at(folder: Path, name: str) -> Any:
    """The schema of a format in a folder, whether XML Schema or RELAX NG."""
    if (folder / f"{name}.rng").exists():
        return etree.RelaxNG(etree.parse(folder / f"{name}.rng"))
    return etree.XMLSchema(etree.parse(folder / f"{name}.xsd"))


@pytest.fixture(params=["gexf", "graphml"])
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(params=["ours", "published"])
def schema(request: pytest.FixtureRequest, name: str) -> Any:
    if request.param == "ours":
        return schema_at(OURS, name)
    folder = os.environ.get("BILATERAL_SCHEMAS")
    if not folder:
        pytest.skip("BILATERAL_SCHEMAS names no folder of published schemas (tests/schemas/README.md)")
    return schema_at(Path(folder), name)


@pytest.mark.parametrize("option", OPTIONS)
def test_the_schema_allows_every_option(store: Store, name: str, schema: Any, option: str) -> None:
    stream = io.BytesIO()
    write(store, name, OPTIONS[option], stream)
    schema.assertValid(etree.fromstring(stream.getvalue()))


@pytest.mark.parametrize(
    "break_it",
    [
        lambda text: text.replace('target="', 'target="no node/', 1),
        lambda text: text.replace("<edge ", '<edge colour="red" ', 1),
        lambda text: text.replace('type="double"', 'type="number"', 1),
    ],
)
def test_the_schema_refuses_what_is_wrong(store: Store, name: str, break_it: Callable[[str], str]) -> None:
    stream = io.BytesIO()
    write(store, name, Selection(), stream)
    text = stream.getvalue().decode()
    assert not schema_at(OURS, name).validate(etree.fromstring(break_it(text).encode()))
