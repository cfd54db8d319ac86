"""Tables for people's tools: Excel, Neo4j, POLECAT's columns, and edges added up."""

import csv
import io
import zipfile
from collections import Counter
from datetime import date

import pytest
from openpyxl import load_workbook

from graph.exc import InputError, NotFoundError
from graph.export import Selection, project, write
from graph.export.plovertable import HEADER
from graph.export.recordtable import HEADER as RECORD
from graph.store import Store

PAIR = Selection(between=("KAZ", "PSE"))


def written(store: Store, format: str, selection: Selection | None = None) -> bytes:
    stream = io.BytesIO()
    write(store, format, selection or Selection(), stream)
    return stream.getvalue()


def test_excel_holds_every_edge_with_typed_cells_and_arabic_intact(store: Store) -> None:
    graph = project(store)
    book = load_workbook(io.BytesIO(written(store, "xlsx")))
    header, *rows = book["edges"].iter_rows(values_only=True)
    assert len(rows) == graph.number_of_edges()
    found = {dict(zip(header, row, strict=True))["id"]: dict(zip(header, row, strict=True)) for row in rows}
    for source, _, key, data in graph.edges(keys=True, data=True):
        row = found[key]
        assert row["source"] == source and row["quote"] == data["quote"]
        assert row["source_label_ar"] == graph.nodes[source]["label_ar"]
        assert (row["latest"].date() if row["latest"] else None) == data["latest"]
        assert row["score"] == data["score"] and row["directed"] is data["directed"]
    actors = list(book["actors"].iter_rows(min_row=2, values_only=True))
    assert len(actors) == graph.number_of_nodes()


def test_excel_has_the_events_in_the_columns_of_polecat(store: Store) -> None:
    header, *rows = load_workbook(io.BytesIO(written(store, "xlsx")))["events"].iter_rows(values_only=True)
    assert header == HEADER
    told = list(csv.DictReader(io.StringIO(written(store, "plover").decode("utf-8-sig"), newline="")))
    assert [row[0] for row in rows] == [row["Event ID"] for row in told] != []
    assert {row[header.index("Actor Name")] for row in rows} == {row["Actor Name"] for row in told}


def test_excel_takes_no_text_for_a_formula(store: Store) -> None:
    book = load_workbook(io.BytesIO(written(store, "xlsx")))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert "=السلام" in [cell.value for cell in cells]
    assert all(cell.data_type != "f" for cell in cells)


def test_neo4j_gets_typed_headers_and_ends_that_are_nodes(store: Store) -> None:
    graph = project(store)
    with zipfile.ZipFile(io.BytesIO(written(store, "neo4j"))) as archive:
        nodes = list(csv.reader(io.StringIO(archive.read("nodes.csv").decode())))
        edges = list(csv.reader(io.StringIO(archive.read("relationships.csv").decode())))
    assert nodes[0][0] == "iri:ID" and nodes[0][-1] == ":LABEL"
    assert {"score:double", "start:date", "directed:boolean"} <= set(edges[0])
    ids = {row[0] for row in nodes[1:]}
    assert ids == set(graph)
    assert len(edges) - 1 == graph.number_of_edges()
    assert all(row[0] in ids and row[1] in ids for row in edges[1:])
    assert {row[-1] for row in edges[1:]} >= {"EVENT", "POSITION"}


def test_researchers_get_a_row_for_each_source_and_target(store: Store) -> None:
    rows = list(csv.DictReader(io.StringIO(written(store, "plover").decode("utf-8-sig"))))
    assert rows and tuple(rows[0]) == HEADER
    praise = next(row for row in rows if row["Kind"] == "praise")
    assert (praise["Actor Country"], praise["Recipient Country"]) == ("KAZ", "PSE")
    assert (praise["Event Date"], praise["Event Type"], praise["Quad Code"]) == (
        "2019-05-02",
        "SUPPORT",
        "V-COOP",
    )
    assert float(praise["Intensity"]) > 0 and praise["Directed"] == "true"
    graph = project(store)
    events = sum(data["kind"] == "event" for _, _, data in graph.edges(data=True))
    assert len(rows) == events
    pair = list(csv.DictReader(io.StringIO(written(store, "plover", PAIR).decode("utf-8-sig"))))
    assert {frozenset((row["Actor Country"], row["Recipient Country"])) for row in pair} == {
        frozenset(("KAZ", "PSE"))
    }


def test_edges_are_added_up_by_pair_kind_and_direction(store: Store) -> None:
    single, whole = project(store), project(store, Selection(aggregated=True))
    assert set(whole) == set(single)
    expected = Counter((s, t, d["kind"], d["directed"]) for s, t, d in single.edges(data=True))
    found = {(s, t, d["kind"], d["directed"]): d["weight"] for s, t, d in whole.edges(data=True)}
    assert found == {group: float(number) for group, number in expected.items()}
    together = [d for _, _, d in whole.edges(data=True) if d["weight"] > 1]
    assert together and all(d["start"] and (d["end"] is None or d["end"] >= d["start"]) for d in together)
    assert all(isinstance(d["start"], date | None) for _, _, d in whole.edges(data=True))


@pytest.mark.parametrize("format", ["gexf", "graphml", "csv", "xlsx", "neo4j", "cyjs", "d3", "dot"])
def test_every_graph_file_can_be_added_up(store: Store, format: str) -> None:
    assert written(store, format, Selection(aggregated=True))


def test_rdf_xml_says_the_same_as_n_triples(store: Store) -> None:
    from rdflib import Graph
    from rdflib.compare import isomorphic

    xml = Graph().parse(data=written(store, "rdf", PAIR), format="xml")
    assert isomorphic(xml, Graph().parse(data=written(store, "nt", PAIR), format="nt"))


def records(store: Store, selection: Selection | None = None) -> list[dict[str, str]]:
    text = written(store, "records", selection).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


def test_every_record_has_one_row_whether_or_not_it_joins_two(store: Store) -> None:
    rows = records(store)
    assert tuple(rows[0]) == RECORD
    assert len({row["record"] for row in rows}) == len(rows)
    edges = {data["record"] for _, _, data in project(store).edges(data=True)}
    assert edges < {row["record"] for row in rows}
    post = next(row for row in rows if row["kind"] == "post")
    assert post["quote"] and "isPostOf" in post["parts"]


def test_the_records_about_a_thing_are_those_that_bear_on_it(store: Store) -> None:
    whole = records(store)
    article = whole[0]["article"]
    own = records(store, Selection(about=article))
    assert {row["record"] for row in own} == {row["record"] for row in whole if row["article"] == article}
    (event,) = [row for row in own if row["type"] == "visit"]
    assert [row["record"] for row in records(store, Selection(about=event["record"]))] == [event["record"]]
    state = records(store, Selection(about="https://w3id.org/bilateral/id/state/KAZ"))
    assert state and all("KAZ" in row["actors"].split("; ") for row in state)


def test_nothing_is_known_of_a_thing_that_is_not_there(store: Store) -> None:
    with pytest.raises(NotFoundError, match="nothing is known"):
        records(store, Selection(about="https://w3id.org/bilateral/id/article/none"))
    with pytest.raises(InputError, match="no IRI"):
        Selection(about="not an IRI")
    with pytest.raises(InputError, match="not several"):
        Selection(about="urn:a", around="KAZ")
