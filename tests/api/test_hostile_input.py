"""Whatever stands in an address, the server answers, and never with a failure of its own."""

from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient

VALUES = [
    "\x00",
    "%",
    "a b",
    '"',
    "<x>",
    "\\",
    "\u202e",
    "x" * 3000,
    "../..",
    "{",
    "\n",
    "😀",
    "http://a b",
    "?",
    "#",
    "é",
]
PATHS = [
    "/states/{}",
    "/states/{}/relations",
    "/relations/{}/KAZ",
    "/relations/KAZ/{}",
    "/organizations/{}",
    "/events/{}",
    "/positions/{}",
    "/people/{}",
    "/articles/{}",
    "/id/state/{}",
    "/id/{}/x",
    "/data/state/{}.ttl",
    "/data/{}/x.nt",
    "/doc/state/{}",
    "/events?type={}",
    "/events?status={}",
    "/events?participant={}",
    "/events?place={}",
    "/events?cursor={}",
    "/positions?holder={}",
    "/positions?issue={}",
    "/positions?stance={}",
    "/positions?target={}",
    "/states?cursor={}",
    "/relations?cursor={}",
    "/organizations?cursor={}",
    "/people?cursor={}",
    "/articles?cursor={}",
    "/search?q={}",
    "/export?format=csv&around={}",
    "/export?format=csv&between={}&between=KAZ",
    "/sparql?query={}",
    "/sparql?query=ASK%7B%7D&default-graph-uri={}",
    "/sparql?query=ASK%7B%7D&named-graph-uri={}",
    "/store?graph={}",
    "/store/{}",
]


@pytest.mark.parametrize("path", PATHS)
def test_no_value_makes_the_server_fail(reader: TestClient, path: str) -> None:
    for value in VALUES:
        answer = reader.get(path.replace("{}", quote(value, safe="")))
        assert answer.status_code < 500, f"{path} with {value!r}: {answer.text}"
        if answer.status_code >= 400:
            assert answer.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize(
    "path",
    [
        "/relations/KAZ/KAZ",
        "/export?format=csv&between=KAZ&between=KAZ",
        "/export?format=csv&since=2020-01-01&until=2019-01-01",
        "/events?limit=99999999999999999999",
        "/positions?polarity=99999999999999999999",
        "/events?type=party-game",
        "/events?cursor=x",
    ],
)
def test_what_makes_no_sense_is_the_askers_fault(reader: TestClient, path: str) -> None:
    answer = reader.get(path)
    assert answer.status_code == 422 and answer.json()["detail"]
