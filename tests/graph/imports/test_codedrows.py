"""Rows of each format as coded events."""

import csv
import gzip
import zipfile
from pathlib import Path
from typing import Any

import pytest
from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from graph.exc import InputError
from graph.imports import CodedFile, bring_in
from graph.imports.codedrows import DOMESTIC, NO_DAY, NO_KIND, SHORT
from graph.imports.mapping import format_of
from graph.imports.parties import MISSING, UNKNOWN, UNOFFICIAL
from graph.store import Store
from graph.validate import validate
from ontology.terms import ID, ONTOLOGY, SCHEME

GRAPH = f"{ID}source/x-1"
Told = dict[str, dict[str, set[str]]]


def read(file: CodedFile) -> Told:
    """Event or relation -> property -> values, without the common beginnings of IRIs."""
    told: Told = {}
    for quad in parse(b"".join(file.nquads(GRAPH)), format=RdfFormat.N_QUADS):
        assert quad.graph_name == NamedNode(GRAPH)
        assert isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode | Literal)
        name = quad.predicate.value.rsplit("/", 1)[-1].rsplit("#", 1)[-1]
        value = quad.object.value
        for start in (ID, SCHEME, ONTOLOGY):
            value = value.removeprefix(start)
        told.setdefault(quad.subject.value.removeprefix(ID), {}).setdefault(name, set()).add(value)
    return told


def test_a_row_of_gdelt_is_an_event_between_two_states_with_its_row(tmp_path: Path, own: Any) -> None:
    file = CodedFile(
        own.written(tmp_path / "a.CSV", own.gdelt(7, "KAZ:GOV", "PSE", "042")), format_of("gdelt")
    )
    told = read(file)
    assert told["event/gdelt-7"] == {
        "type": {"CodedEvent"},
        "hasEventType": {"event-visit"},
        "hasEventStatus": {"status-held"},
        "hasClaimStatus": {"claim-machine-coded"},
        "codedAs": {"042"},
        "earliestDate": {"2031-05-02"},
        "latestDate": {"2031-05-02"},
        "isDoneBy": {"state/KAZ"},
        "isDoneTo": {"state/PSE"},
        "inRelation": {"relation/KAZ-PSE"},
        "isTakenFrom": {"source/x-1"},
        "source": {"https://example.org/one"},
        "rowText": {"7\t20310502\tKAZGOV\tNAME OF KAZ:GOV\tPSE\tNAME OF PSE\t042\t\t\t"},
    }
    assert told["relation/KAZ-PSE"] == {"type": {"BilateralRelation"}, "hasSide": {"state/KAZ", "state/PSE"}}
    assert (file.counted.read, file.counted.kept) == (1, 1)


@pytest.mark.parametrize("width", [61, 58, 57])
def test_each_version_of_gdelt_is_told_by_its_number_of_columns(tmp_path: Path, width: int, own: Any) -> None:
    file = CodedFile(
        own.written(tmp_path / "a", own.gdelt(7, "KAZ", "PSE", "042", width=width)), format_of("gdelt")
    )
    assert read(file)["event/gdelt-7"].get("source") == ({"https://example.org/one"} if width > 57 else None)


def test_who_hosts_a_visit_is_visited(tmp_path: Path, own: Any) -> None:
    file = CodedFile(own.written(tmp_path / "a", own.gdelt(7, "KAZ", "PSE", "043")), format_of("gdelt"))
    event = read(file)["event/gdelt-7"]
    assert (event["isDoneBy"], event["isDoneTo"]) == ({"state/PSE"}, {"state/KAZ"})


def test_rows_of_icews_and_polecat_come_by_the_names_of_their_columns(tmp_path: Path, own: Any) -> None:
    file = CodedFile(
        own.written(tmp_path / "i.tab", own.ICEWS, own.icews(1, "Kazakhstan", "Russian Federation", "42")),
        format_of("icews"),
    )
    event = read(file)["event/icews-1"]
    assert event["codedAs"] == {"042"} and event["inRelation"] == {"relation/KAZ-RUS"}
    file = CodedFile(
        own.written(tmp_path / "p.txt", own.POLECAT, own.polecat("P-1", "KAZ", "RUS", "AGREE", "meet")),
        format_of("polecat"),
    )
    event = read(file)["event/polecat-P-1"]
    assert (event["hasEventType"], event["hasEventStatus"]) == ({"event-meeting"}, {"status-planned"})


def test_an_organization_takes_part_without_a_relation(tmp_path: Path, own: Any) -> None:
    file = CodedFile(own.written(tmp_path / "a", own.gdelt(7, "KAZ", ":IGO:UNO", "040")), format_of("gdelt"))
    told = read(file)
    assert told["event/gdelt-7"]["isDoneTo"] == {"org/UN"}
    assert set(told) == {"event/gdelt-7"} and "inRelation" not in told["event/gdelt-7"]


def test_every_row_left_out_is_counted_by_its_reason(tmp_path: Path, own: Any) -> None:
    rows = [
        own.gdelt(1, "KAZ", "PSE", "042"),
        own.gdelt(2, "KAZ", "KAZ", "042"),
        own.gdelt(3, "KAZ", "QQQ", "042"),
        own.gdelt(4, "KAZ", "", "042"),
        own.gdelt(5, "KAZ", "PSE", "999"),
        own.gdelt(6, "KAZ", "PSE", "042", day="soon"),
        own.gdelt(8, "KAZ:REB", "PSE", "042"),
        "7\t20310502\tKAZ",
        "",
    ]
    file = CodedFile(own.written(tmp_path / "a", *rows), format_of("gdelt"))
    list(file.nquads(GRAPH))
    reasons = (DOMESTIC, UNKNOWN, MISSING, NO_KIND, NO_DAY, UNOFFICIAL, SHORT)
    assert dict(file.counted.left) == dict.fromkeys(reasons, 1)
    assert (file.counted.read, file.counted.kept) == (8, 1)
    assert f"1 {UNKNOWN}: 'QQQ' (1)" in file.counted.reasons()


def test_domestic_rows_are_kept_where_they_are_wanted(tmp_path: Path, own: Any) -> None:
    path = own.written(tmp_path / "a", own.gdelt(2, "KAZ", "KAZ", "042"))
    told = read(CodedFile(path, format_of("gdelt"), domestic=True))
    assert "inRelation" not in told["event/gdelt-2"] and set(told) == {"event/gdelt-2"}


def test_the_same_rows_come_out_of_every_kind_of_file(tmp_path: Path, own: Any) -> None:
    rows = (own.POLECAT, own.polecat("1", "KAZ", "RUS", "AID"), own.polecat("2", "RUS", "KAZ", "THREATEN"))
    plain = own.written(tmp_path / "rows.txt", *rows)
    packed, folder, commas = tmp_path / "rows.gz", tmp_path / "rows.zip", tmp_path / "rows.csv"
    packed.write_bytes(gzip.compress(plain.read_bytes()))
    with zipfile.ZipFile(folder, "w") as archive:
        archive.write(plain, "inner/rows.txt")
    with commas.open("w", encoding="utf-8-sig", newline="") as stream:
        csv.writer(stream).writerows(row.split("\t") for row in rows)
    found = [read(CodedFile(path, format_of("polecat"))) for path in (plain, packed, folder, commas)]
    assert len(found[0]) == 3
    assert found == [found[0]] * 4


@pytest.mark.parametrize(
    ("id", "url"),
    [
        ("1", 'say "no" \\ and \x07'),
        ("1", "https://example.org/a b<c>"),
        ("1", "https://example.org/%zz"),
        ("1", "https://[broken"),
        ('"> <x', "https://example.org/\u0645?a=%D9%85"),
        ("\u0645\ud7ff", "BBC Monitoring\rTwo"),
        ("", ""),
    ],
)
def test_hostile_cells_stay_text(tmp_path: Path, store: Store, id: str, url: str, own: Any) -> None:
    file = CodedFile(
        own.written(tmp_path / "a", own.gdelt(id, "KAZ", "PSE", "042", url=url)), format_of("gdelt")
    )
    store.load(file.nquads(GRAPH))
    (row,) = store.select(
        f"SELECT ?text ?url {{ ?e <{ONTOLOGY}rowText> ?text OPTIONAL {{ ?e dcterms:source ?url }} }}".replace(
            "dcterms:source", "<http://purl.org/dc/terms/source>"
        )
    )
    assert row["text"].value.split("\t")[0] == id  # type: ignore[union-attr]
    assert ("url" in row) == bool(url)
    if url:
        assert row["url"].value == url  # type: ignore[union-attr]


def test_a_row_without_a_number_is_named_by_its_place(tmp_path: Path, own: Any) -> None:
    path = own.written(tmp_path / "a", own.gdelt(1, "KAZ", "PSE", "042"), own.gdelt("", "KAZ", "PSE", "042"))
    told = read(CodedFile(path, format_of("gdelt")))
    assert told["event/gdelt-1-2"]["rowNumber"] == {"2"}


def test_bytes_that_are_no_text_do_not_stop_a_file(tmp_path: Path, own: Any) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"\xff\t\xfe\x00\n" + own.gdelt(1, "KAZ", "PSE", "042").encode() + b"\n")
    assert "event/gdelt-1" in read(CodedFile(path, format_of("gdelt")))


def test_a_file_of_another_format_is_refused_with_what_it_lacks(tmp_path: Path, own: Any) -> None:
    path = own.written(
        tmp_path / "i.tab", own.ICEWS.replace("CAMEO Code", "Code"), own.icews(1, "Kenya", "Chad", "42")
    )
    with pytest.raises(InputError, match="no column 'CAMEO Code'"):
        list(CodedFile(path, format_of("icews")).nquads(GRAPH))
    broken = tmp_path / "b.zip"
    broken.write_bytes(b"PK\x03\x04 and nothing more")
    with pytest.raises(InputError, match=r"b\.zip cannot be read"):
        list(CodedFile(broken, format_of("gdelt")).nquads(GRAPH))


def test_what_is_written_keeps_to_the_shapes(tmp_path: Path, known: Store, own: Any) -> None:
    rows = [
        own.gdelt(1, "KAZ", "PSE", "042"),
        own.gdelt("", "PSE", "KAZ", "0231"),
        own.gdelt(3, "KAZ", ":IGO:UNO", "190"),
    ]
    report = bring_in(known, CodedFile(own.written(tmp_path / "a", *rows), format_of("gdelt")))
    assert report.kept == 3
    assert list(validate(known, [report.id])) == []
