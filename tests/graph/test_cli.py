"""The command line: what each command prints, how it fails, and that bad input loses nothing."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from pyoxigraph import Quad, RdfFormat, parse

from graph.store import open_store

SAMPLE = Path(__file__).parents[2] / "data" / "articles" / "maan-2017-07-08.ar.txt"
KEY = "articles/maan-2017-07-08.ar"
COMMANDS = ["extract", "ingest", "show", "query", "export", "serve", "validate", "stats"]
COMMANDS += ["events", "backup", "restore", "optimize", "check"]
Bilateral = Callable[..., Any]


def first(err: str) -> str:
    return err.splitlines()[0]


@pytest.mark.parametrize(
    "command",
    [
        *([c] for c in COMMANDS),
        *(["articles", c] for c in ("list", "show", "remove")),
        *(["correct", c] for c in ("accept", "reject", "edit", "add", "merge", "split")),
        *(["corrections", c] for c in ("list", "conflicts", "withdraw", "export")),
    ],
)
def test_help_has_an_example(bilateral: Bilateral, command: list[str]) -> None:
    run = bilateral(*command, "--help")
    assert run.code == 0
    assert (
        "Example: bilateral " + command[0] in run.out
        or "bilateral " + command[0] in run.out.split("Example:")[1]
    )


@pytest.mark.parametrize(
    "arguments",
    [
        ["no-such-command"],
        ["show", "KAZ"],
        ["ingest"],
        ["extract", "--format", "xml", "x"],
        ["export", "--format", "docx"],
        ["export", "--format", "gexf", "--since", "yesterday"],
        ["ingest", "--published", "8 July", "x"],
        ["query", "--format", "xls", "-e", "ASK {}"],
        ["query", "file.rq", "-e", "ASK {}"],
        ["serve", "--port", "99999"],
    ],
)
def test_wrong_usage_ends_with_2_and_prints_no_data(bilateral: Bilateral, arguments: list[str]) -> None:
    run = bilateral(*arguments)
    assert run.code == 2
    assert run.out == ""
    assert run.err


# -- extract


def test_extract_prints_a_json_line_an_article_and_stores_nothing(
    bilateral: Bilateral, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    run = bilateral("extract", SAMPLE)
    assert run.code == 0
    (line,) = run.out.splitlines()
    record = json.loads(line)
    text = SAMPLE.read_text(encoding="utf-8")
    assert (record["id"], record["language"], record["article"]["published"]) == (KEY, "ar", "2017-07-08")
    found = [*record["events"], *record["positions"], *record["posts"], *record["memberships"]]
    assert found
    for item in found:
        assert text[item["start"] : item["end"]] == item["quote"]
        assert 0 <= item["confidence"] <= 1
        assert item["rule"]
    for event in record["events"]:
        assert {
            "plover",
            "place",
            "place_en",
            "host",
            "source",
            "target",
            "earliest",
            "latest",
        } <= event.keys()
    assert list(tmp_path.iterdir()) == []


def test_extract_keeps_the_id_and_day_of_a_line(bilateral: Bilateral, tmp_path: Path) -> None:
    path = tmp_path / "n.jsonl"
    path.write_text(json.dumps({"id": "x/7", "text": "زار الرئيس المصري فرنسا.", "published": "2020-02-03"}))
    record = json.loads(bilateral("extract", path).out)
    assert (record["id"], record["article"]["published"]) == ("x/7", "2020-02-03")


def test_extract_as_trig_is_the_graph_that_ingest_stores(bilateral: Bilateral, filled: Path) -> None:
    run = bilateral("extract", SAMPLE, "--format", "trig")
    printed = set(parse(run.out.encode(), format=RdfFormat.TRIG))
    graph = next(iter(printed)).graph_name.value
    stored = set(open_store(filled, read_only=True).quads(graph))
    assert {q for q in stored if not q.predicate.value.endswith(("readerVersion", "readFrom"))} == {
        q for q in printed if not q.predicate.value.endswith("readFrom")
    }


def test_extract_as_text_is_for_the_eye(bilateral: Bilateral) -> None:
    out = bilateral("extract", SAMPLE, "--format", "text").out
    assert out.startswith(KEY)
    assert "consultation" in out
    assert "«" in out


# -- ingest


def told(db: Path) -> tuple[int, set[Quad]]:
    """The size of a store and all that its articles say."""
    store = open_store(db, read_only=True)
    graphs = [g for g in store.graphs() if "/article/" in g or g.endswith("/derived")]
    return store.size(), {quad for graph in graphs for quad in store.quads(graph)}


def test_ingest_again_changes_nothing(bilateral: Bilateral, empty_db: Path) -> None:
    once = bilateral("ingest", SAMPLE, "--store", empty_db)
    assert once.code == 0
    assert "1 new, 0 unchanged, 0 changed, 0 failed" in once.err
    before = told(empty_db)
    again = bilateral("ingest", SAMPLE, "--store", empty_db)
    assert again.code == 0
    assert "0 new, 1 unchanged, 0 changed, 0 failed" in again.err
    assert told(empty_db) == before


def test_a_first_ingest_makes_the_store_with_its_reference_graph(
    bilateral: Bilateral, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BILATERAL_STORE", str(tmp_path / "new.db"))
    from graph.cli import main

    with pytest.raises(SystemExit) as end:
        main(["ingest", str(SAMPLE)])
    assert end.value.code in (0, None)
    store = open_store(tmp_path / "new.db", read_only=True)
    assert {g.rsplit("/", 1)[-1] for g in store.graphs() if "/graph/" in g} == {
        "ontology",
        "reference",
        "derived",
    }


def bad_inputs(folder: Path) -> dict[str, tuple[Path, str]]:
    """Kind -> (path, words of the error)."""
    arabic = SAMPLE.read_text(encoding="utf-8")
    contents = {
        "empty": (b"", "empty"),
        "binary": (b"\x7fELF\x02\x01\x01\0\0\0", "binary"),
        "windows1256": (arabic.encode("windows-1256", "ignore"), "looks like windows-1256"),
        "long": (("كلمة " * 600_000).encode(), "longer than an article may be"),
    }
    found = {}
    for name, (data, words) in contents.items():
        path = folder / name / "article.txt"
        path.parent.mkdir()
        path.write_bytes(data)
        found[name] = (path, words)
    return {**found, "missing": (folder / "gone.txt", "no such file")}


@pytest.mark.parametrize("kind", ["empty", "binary", "windows1256", "long", "missing"])
@pytest.mark.parametrize("command", ["ingest", "extract"])
def test_bad_input_is_told_and_the_good_goes_through(
    bilateral: Bilateral, empty_db: Path, tmp_path: Path, kind: str, command: str
) -> None:
    (tmp_path / "in").mkdir()
    path, words = bad_inputs(tmp_path / "in")[kind]
    store = ["--store", empty_db] if command == "ingest" else []
    run = bilateral(command, path, SAMPLE, *store)
    assert run.code == 1
    errors = [line for line in run.err.splitlines() if line.startswith("error: ")]
    assert len(errors) == 1
    assert str(path) in errors[0]
    assert words in errors[0]
    if command == "ingest":
        assert "1 new, 0 unchanged, 0 changed, 1 failed" in run.err
    else:
        assert json.loads(run.out)["id"] == KEY


def test_windows_1256_is_read_when_it_is_named(bilateral: Bilateral, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    path, _ = bad_inputs(tmp_path / "in")["windows1256"]
    run = bilateral("extract", path, "--encoding", "windows-1256")
    assert run.code == 0
    assert "KAZ" in [a["id"] for a in json.loads(run.out)["actors"]]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("زار الرئيس المصري فرنسا والتقى نظيره الفرنسي.", "no publication date"),
        ("2017-07-08\nكان الطقس جميلا في الحديقة أمس.", "names no state"),
    ],
)
def test_an_article_without_day_or_state_is_stored_with_a_warning(
    bilateral: Bilateral, empty_db: Path, tmp_path: Path, text: str, words: str
) -> None:
    path = tmp_path / "a.txt"
    path.write_text(text, encoding="utf-8")
    run = bilateral("ingest", path, "--store", empty_db)
    assert run.code == 0
    assert any(line.startswith("warning: ") and words in line for line in run.err.splitlines())
    assert "1 new" in run.err


def test_a_malformed_line_among_good_ones_is_told_by_number(
    bilateral: Bilateral, empty_db: Path, tmp_path: Path
) -> None:
    path = tmp_path / "n.jsonl"
    good = [
        json.dumps({"id": f"n{i}", "text": "زار الرئيس المصري فرنسا.", "published": "2020-02-03"})
        for i in (1, 2)
    ]
    path.write_text(f"{good[0]}\n{{broken\n{good[1]}\n", encoding="utf-8")
    run = bilateral("ingest", path, "--store", empty_db)
    assert run.code == 1
    assert f"{path}, line 2: not JSON" in run.err
    assert "2 new, 0 unchanged, 0 changed, 1 failed" in run.err


# -- show


def test_show_prints_the_relation_with_its_words(bilateral: Bilateral, sample_db: Path) -> None:
    run = bilateral("show", "PSE", "KAZ", "--store", sample_db)
    assert run.code == 0
    for words in (
        "Kazakhstan – Palestine",
        "Events",
        "Positions",
        "Organizations of both",
        "Posts",
        "Articles",
    ):
        assert words in run.out
    assert "2017-07-08" in run.out
    assert "بين وزارتي خارجية دولة فلسطين وجمهورية كازاخستان" in run.out.replace("\n", " ")


def test_show_takes_names_and_gives_json_and_sentences(bilateral: Bilateral, sample_db: Path) -> None:
    found = json.loads(bilateral("show", "كازاخستان", "Palestine", "--json", "--store", sample_db).out)
    assert found["summary"]["key"] == "KAZ-PSE"
    assert found["events"][0]["quote"]
    out = bilateral("show", "KAZ", "PSE", "--sentences", "--store", sample_db).out
    assert "وبالإضافة الى مشاركة كبار المسؤولين" in out.replace("\n", " ")


def test_show_of_an_unknown_state_says_so(bilateral: Bilateral, sample_db: Path) -> None:
    run = bilateral("show", "KAZ", "ZZZ", "--store", sample_db)
    assert run.code == 1
    assert "no state is called 'ZZZ'" in first(run.err)
    assert run.out == ""


def test_show_of_two_states_that_nothing_joins_says_so(bilateral: Bilateral, sample_db: Path) -> None:
    run = bilateral("show", "KAZ", "NRU", "--store", sample_db)
    assert run.code == 0
    assert "Kazakhstan – Nauru" in run.out


# -- query


def test_query_prints_rows_in_every_format(bilateral: Bilateral, sample_db: Path, tmp_path: Path) -> None:
    text = "SELECT ?s WHERE { ?s bir:hasEventType birx:event-consultation }"
    (tmp_path / "q.rq").write_text(text)
    table = bilateral("query", tmp_path / "q.rq", "--store", sample_db)
    assert "bird:event/" in table.out
    assert json.loads(bilateral("query", "-e", text, "--format", "json", "--store", sample_db).out)["results"]
    for format in ("csv", "tsv"):
        out = bilateral("query", "-e", text, "--format", format, "--store", sample_db).out
        assert "/id/event/" in out
    assert bilateral("query", "-e", "ASK { ?s a bir:Event }", "--store", sample_db).out == "true\n"


def test_query_prints_triples_as_turtle_or_n_triples(bilateral: Bilateral, sample_db: Path) -> None:
    text = "CONSTRUCT WHERE { ?s bir:hasStance ?o }"
    for arguments, format in (([], RdfFormat.TURTLE), (["--format", "nt"], RdfFormat.N_TRIPLES)):
        out = bilateral("query", "-e", text, *arguments, "--store", sample_db).out
        assert list(parse(out.encode(), format=format))


@pytest.mark.parametrize(
    ("text", "format", "words"),
    [
        ("SELECT ?s WHERE { ?s ?p", "table", "1:"),
        ("SELECT ?s WHERE { ?s bir:hasStance ?o }", "ttl", "no graph"),
        ("CONSTRUCT WHERE { ?s bir:hasStance ?o }", "csv", "is a graph"),
    ],
)
def test_a_query_that_cannot_be_answered_says_why(
    bilateral: Bilateral, sample_db: Path, text: str, format: str, words: str
) -> None:
    run = bilateral("query", "-e", text, "--format", format, "--store", sample_db)
    assert run.code == 1
    assert words in first(run.err)


def test_a_missing_query_file_or_store_says_so(bilateral: Bilateral, sample_db: Path, tmp_path: Path) -> None:
    run = bilateral("query", tmp_path / "gone.rq", "--store", sample_db)
    assert (run.code, "gone.rq" in first(run.err)) == (1, True)
    run = bilateral("query", "-e", "ASK {}", "--store", tmp_path / "gone")
    assert (run.code, "there is no store" in first(run.err)) == (1, True)
    assert not (tmp_path / "gone").exists()


# -- export, articles, stats, validate


def test_export_writes_to_a_file_or_standard_output(
    bilateral: Bilateral, sample_db: Path, tmp_path: Path
) -> None:
    path = tmp_path / "pair.gexf"
    run = bilateral(
        "export", "--format", "gexf", "--between", "KAZ", "Palestine", "-o", path, "--store", sample_db
    )
    assert run.code == 0, run.err
    assert len(nx.read_gexf(path)) >= 2
    assert [p.name for p in tmp_path.iterdir() if p.name.startswith(".")] == []
    out = bilateral("export", "--format", "nq", "--around", "KAZ", "--store", sample_db).out
    assert list(parse(out.encode(), format=RdfFormat.N_QUADS))
    run = bilateral("export", "--format", "nq", "-o", tmp_path / "no" / "folder.nq", "--store", sample_db)
    assert (run.code, "cannot be written" in first(run.err)) == (1, True)
    run = bilateral("export", "--format", "nq", "--around", "ZZZ", "--store", sample_db)
    assert (run.code, "'ZZZ'" in first(run.err)) == (1, True)


def test_articles_are_listed_shown_and_removed(bilateral: Bilateral, sample_db: Path) -> None:
    listed = bilateral("articles", "list", "--store", sample_db)
    assert KEY in listed.out
    assert json.loads(bilateral("articles", "list", "--json", "--store", sample_db).out)[0]["key"] == KEY
    shown = bilateral("articles", "show", KEY, "--store", sample_db)
    assert SAMPLE.read_text(encoding="utf-8").strip() in shown.out
    assert "consultation" in shown.out.lower()
    assert json.loads(bilateral("articles", "show", KEY, "--json", "--store", sample_db).out)["events"]
    assert bilateral("articles", "remove", KEY, "--store", sample_db).code == 0
    for command in ("show", "remove"):
        run = bilateral("articles", command, KEY, "--store", sample_db)
        assert (run.code, KEY in first(run.err)) == (1, True)


def test_stats_count(bilateral: Bilateral, sample_db: Path) -> None:
    assert "articles" in bilateral("stats", "--store", sample_db).out
    assert json.loads(bilateral("stats", "--json", "--store", sample_db).out)["articles"] == 1


def test_validate_says_that_an_article_conforms(bilateral: Bilateral, sample_db: Path) -> None:
    run = bilateral("validate", "--article", KEY, "--store", sample_db)
    assert (run.code, run.out) == (0, "")
    run = bilateral("validate", "--article", "gone", "--store", sample_db)
    assert (run.code, "gone" in first(run.err)) == (1, True)


def test_validate_prints_each_violation(bilateral: Bilateral, sample_db: Path) -> None:
    store = open_store(sample_db)
    article = next(g for g in store.graphs() if "/article/" in g)
    store.update(
        f"DELETE {{ GRAPH <{article}> {{ ?e <https://w3id.org/bilateral/ontology/hasEventStatus> ?s }} }} "
        f"WHERE {{ GRAPH <{article}> {{ ?e <https://w3id.org/bilateral/ontology/hasEventStatus> ?s }} }}"
    )
    store.close()
    run = bilateral("validate", "--article", KEY, "--store", sample_db)
    assert run.code == 1
    assert "hasEventStatus" in run.out
    assert article in run.out
    assert "violations" in run.err


def test_columns_of_a_table_can_be_named(bilateral: Bilateral, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("nr,words,day\n1,Norway supports Jordan.,2018-05-04\n")
    options = ["--text-column", "words", "--id-column", "nr", "--date-column", "day"]
    record = json.loads(bilateral("extract", tmp_path / "a.csv", *options).out)
    assert (record["id"], record["article"]["published"]) == ("1", "2018-05-04")
    assert "no column" in bilateral("extract", tmp_path / "a.csv").err
