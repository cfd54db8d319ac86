"""Coded events and roll calls over HTTP: beside what articles say, never mixed with it."""

from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from graph.imports import CodedFile, RollCalls, bring_in
from graph.imports.mapping import format_of
from graph.settings import Settings
from graph.store import EmbeddedStore, upkeep

ROWS = ("1 20180514 EGY RUS 042", "2 20180601 RUS EGY 112", "3 20180601 RUS KAZ 036")


def row(told: str) -> str:
    cells = [""] * 61
    cells[0], cells[1], cells[7], cells[17], cells[26] = told.split()
    cells[60] = "https://example.org/report"
    return "\t".join(cells)


@pytest.fixture(scope="module")
def beside(library: EmbeddedStore, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A server over the library with three coded events and two roll calls beside it."""
    folder = tmp_path_factory.mktemp("beside")
    upkeep.back_up(library, folder / "db")
    store = EmbeddedStore(folder / "db")
    rows = folder / "rows.tsv"
    rows.write_text("".join(f"{row(told)}\n" for told in ROWS), encoding="utf-8")
    bring_in(store, CodedFile(rows, format_of("gdelt")))
    for name, text in {
        "votes-matrix": "rcid,Egypt,Russia\n1,Y,Y\n2,Y,A\n",
        "roll-calls": "rcid,date,short,issues\n1,2017-11-01,BEES,ec\n2,2018-11-01,BOATS,\n",
        "countries": "country,iso2\nEgypt,EG\nRussia,RU\n",
    }.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    bring_in(store, RollCalls(folder))
    with TestClient(create_app(Settings(), store), raise_server_exceptions=False) as client:
        yield client
    store.close()


def test_events_are_those_of_articles_unless_a_source_is_named(
    beside: TestClient, reader: TestClient
) -> None:
    assert beside.get("/events?limit=1000").json() == reader.get("/events?limit=1000").json()
    found = beside.get("/events?source=gdelt").json()["items"]
    assert [event["key"] for event in found] == ["gdelt-1", "gdelt-2", "gdelt-3"]
    visit = found[0]
    assert (visit["type"], visit["status"], visit["claim"]) == ("visit", "held", "machine-coded")
    assert visit["quote"] is None and visit["article"] is None
    assert visit["sources"] == ["GDELT Event Database: rows.tsv"]
    assert visit["labels"]["en"] == "Visit: Egypt → Russia" and "مصر" in visit["labels"]["ar"]
    assert visit["row"] == {
        "text": "1\t20180514\t\t\t\t\t042\t\t\t",
        "code": "042",
        "number": None,
        "url": "https://example.org/report",
    }
    sides = [(part["actor"]["key"], part["role"], part["direction"]) for part in visit["participants"]]
    assert sides == [("EGY", "guest", "source"), ("RUS", "host", "target")]
    assert beside.get("/events/gdelt-1").json() == visit


@pytest.mark.parametrize(
    ("query", "keys"),
    [
        ("type=meet", ["gdelt-1", "gdelt-3"]),
        ("type=accusation", ["gdelt-2"]),
        ("status=planned", ["gdelt-3"]),
        ("participant=EGY", ["gdelt-1", "gdelt-2"]),
        ("participant=KAZ&participant=RUS", ["gdelt-3"]),
        ("from=2018-06-01", ["gdelt-2", "gdelt-3"]),
        ("to=2018-05-31", ["gdelt-1"]),
        ("sort=-time&limit=1", ["gdelt-3"]),
    ],
)
def test_coded_events_are_narrowed_as_others_are(beside: TestClient, query: str, keys: list[str]) -> None:
    found = beside.get(f"/events?source=gdelt&{query}").json()
    assert [event["key"] for event in found["items"]] == keys


def test_coded_events_count_themselves_and_page(beside: TestClient) -> None:
    found = beside.get("/events?source=gdelt&limit=2&facet=type&facet=year").json()
    assert found["count"] == 3
    assert {value["key"]: value["count"] for value in found["facets"]["year"]} == {"2018": 3}
    more = beside.get(f"/events?source=gdelt&limit=2&cursor={found['next']}").json()
    assert [event["key"] for event in more["items"]] == ["gdelt-3"] and more["next"] is None


@pytest.mark.parametrize("query", ["source=reuters", "source=gdelt&place=Cairo", "source=gdelt&facet=outlet"])
def test_what_coded_events_cannot_be_asked_is_refused(beside: TestClient, query: str) -> None:
    answer = beside.get(f"/events?{query}")
    assert answer.status_code == 422, answer.text
    assert answer.headers["content-type"] == "application/problem+json"


def test_a_relation_keeps_coded_events_apart_and_tells_how_both_voted(
    beside: TestClient, reader: TestClient
) -> None:
    found, before = (client.get("/relations/RUS/EGY").json() for client in (beside, reader))
    assert found["summary"]["machine_coded"] == {"gdelt": 2}
    assert before["summary"]["machine_coded"] == {} and before["voting"] is None
    assert (found["voting"]["roll_calls"], found["voting"]["agreement"]) == (2, 0.75)
    assert [(y["year"], y["agreement"]) for y in found["voting"]["years"]] == [(2017, 1.0), (2018, 0.5)]
    assert [i["issue"]["key"] for i in found["voting"]["issues"]] == ["development"]
    for answer in (found, before):
        del answer["voting"], answer["summary"]["machine_coded"]
    assert found == before


@pytest.mark.parametrize(
    "path", ["/relations", "/states", "/matrix?measure=events", "/network", "/issues", "/measures"]
)
def test_no_other_count_takes_them_in(beside: TestClient, reader: TestClient, path: str) -> None:
    answer = beside.get(path)
    assert answer.status_code == 200
    assert answer.json() == reader.get(path).json()


def test_a_coded_event_is_linked_data(beside: TestClient) -> None:
    answer = beside.get("/id/event/gdelt-1", headers={"Accept": "text/turtle"})
    assert answer.status_code == 200 and "CodedEvent" in answer.text


def test_pairs_of_states_are_counted_by_what_articles_say(beside: TestClient, reader: TestClient) -> None:
    found, before = (client.get("/stats").json() for client in (beside, reader))
    assert found["pairs"] == before["pairs"]
