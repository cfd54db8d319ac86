"""Packed files, tables, pages and feeds become texts; what is wrong in one of them stops only itself."""

import csv
import gzip
import json
import zipfile
from datetime import date, datetime
from pathlib import Path

import pytest

from graph.exc import InputError
from graph.sources import Columns, Found, Source, read_sources

TEXT = "The foreign minister of Norway visited Jordan on 3 May 2018 and met his counterpart."


def read(path: Path, **options: object) -> list[Found]:
    return list(read_sources([str(path)], **options))  # type: ignore[arg-type]


def sources(found: list[Found]) -> list[Source]:
    return [s for s in found if isinstance(s, Source)]


def errors(found: list[Found]) -> list[str]:
    return [str(e) for e in found if isinstance(e, InputError)]


def line(key: str, text: str = TEXT) -> str:
    return json.dumps({"id": key, "text": text}) + "\n"


# -- packed


def test_packed_lines_are_read_and_a_bad_one_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(gzip.compress((line("1") + "{broken\n" + line("2")).encode()))
    found = read(tmp_path)
    assert [s.key for s in sources(found)] == ["1", "2"]
    assert f"{path}, line 2: not JSON" in errors(found)[0]


def test_a_gzip_file_that_breaks_off_keeps_what_was_read(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(
        gzip.compress("".join(line(str(n), TEXT + str(n * n)) for n in range(5000)).encode())[:-900]
    )
    found = read(path)
    assert len(sources(found)) > 100
    assert "broken archive" in errors(found)[-1]
    path.write_bytes(b"no gzip at all")
    assert "broken archive" in errors(read(path))[0]


def test_a_line_that_is_too_long_is_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(line("1", "x" * 5000) + line("2"))
    found = read(path, max_bytes=1000)
    assert [s.key for s in sources(found)] == ["2"]
    assert "line 1: 0.0 MB is longer" in errors(found)[0]


@pytest.fixture
def packed(tmp_path: Path) -> Path:
    path = tmp_path / "week.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("top.txt", TEXT)
        archive.writestr("day/one.txt", TEXT + " One.")
        archive.writestr("day/lines.jsonl", line("l1") + line("l2"))
        archive.writestr("day/more.jsonl.gz", gzip.compress(line("g1").encode()))
        archive.writestr("day/table.csv", f'id,text\nc1,"{TEXT}"\n')
        archive.writestr("notes.md", "no article")
        archive.writestr("../out.txt", TEXT)
        archive.writestr("/etc/out.txt", TEXT)
        archive.writestr("inner.zip", b"PK")
        archive.writestr("empty.txt", "")
    return path


def test_members_of_an_archive_have_keys_of_their_own(packed: Path) -> None:
    found = sources(read(packed))
    assert [s.key for s in found] == ["week/top", "day/one", "l1", "l2", "g1", "c1"]
    assert found[1].path == f"{packed}/day/one.txt"


def test_members_that_lead_out_of_an_archive_are_refused(packed: Path) -> None:
    said = errors(read(packed))
    assert sum("leads out of the archive" in e for e in said) == 2
    assert sum("an archive in an archive" in e for e in said) == 1
    assert sum("empty.txt: empty" in e for e in said) == 1
    assert len(said) == 4


def test_what_expands_like_no_text_is_not_read_on(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "bomb.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("big.jsonl", b"\n" * 30_000_000)
        archive.writestr("good.txt", TEXT)
    found = read(tmp_path / "bomb.zip")
    assert "expands to more than 200 times" in errors(found)[0]
    assert [s.key for s in sources(found)] == ["bomb/good"]


def test_a_file_that_is_no_archive_is_said_to_be_none(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(b"PK no archive")
    assert "no zip archive" in errors(read(tmp_path))[0]


# -- tables


def table(path: Path, rows: list[list[str]], delimiter: str = ",") -> Path:
    with path.open("w", newline="", encoding="utf-8") as stream:
        csv.writer(stream, delimiter=delimiter).writerows(rows)
    return path


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_columns_with_usual_names_are_found(tmp_path: Path, delimiter: str) -> None:
    rows = [
        ["ID", "Title", "Body", "Date", "Source", "Link", "Lang"],
        [
            "7",
            "A visit",
            f"{TEXT}\nIt was short; very, short.",
            "2018-05-04 10:00",
            "MAAN",
            "http://x/7",
            "en",
        ],
        ["8", "", TEXT, "", "", "", ""],
        ["9", "", "", "", "", "", ""],
        ["10", "", TEXT, "4 May", "", "", ""],
        ["11", "", TEXT, "", "", "", "tlh"],
    ]
    found = read(table(tmp_path / "a.csv", rows, delimiter))
    first, second = sources(found)
    assert first == Source(
        "7", f"A visit\n\n{rows[1][2]}", str(tmp_path / "a.csv"), date(2018, 5, 4), "MAAN", "http://x/7", "en"
    )
    assert (second.key, second.text, second.published, second.outlet) == ("8", TEXT, None, None)
    assert [e.split(", ", 1)[1][:20] for e in errors(found)] == [
        "line 5: has no text", "line 6: published is", "line 7: lang is 'tlh"
    ]  # fmt: skip


def test_columns_can_be_named_and_one_that_is_missing_is_said(tmp_path: Path) -> None:
    path = table(tmp_path / "a.csv", [["no", "words"], ["1", TEXT]])
    (named,) = sources(read(path, columns=Columns(text="Words", id="no")))
    assert (named.key, named.text) == ("1", TEXT)
    (error,) = errors(read(path))
    assert "no column 'text' among no, words" in error
    assert "--text-column" in error
    assert "no column 'day'" in errors(read(path, columns=Columns(text="words", published="day")))[0]


def test_rows_without_an_id_are_named_by_their_address_or_words(tmp_path: Path) -> None:
    path = table(
        tmp_path / "a.csv", [["text", "url"], [TEXT, "http://x/1"], [TEXT, "http://x/2"], [TEXT, ""]]
    )
    keys = [s.key for s in sources(read(path))]
    assert len(set(keys)) == 3
    assert all(key.startswith("a/") for key in keys)
    table(path, [["text", "url"], ["", ""], [TEXT, "http://x/2"]])
    assert [s.key for s in sources(read(path))] == [keys[1]]


def test_a_row_in_another_encoding_fails_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    arabic = "وصل وزير الخارجية إلى أستانا"
    rows = [b"id,text", f"1,{TEXT}".encode(), b"2," + arabic.encode("windows-1256"), f"3,{arabic}".encode()]
    path.write_bytes(b"\n".join(rows))
    found = read(path)
    assert [s.key for s in sources(found)] == ["1", "3"]
    assert "line 3: not UTF-8" in errors(found)[0]
    assert [s.text for s in sources(read(path, encoding="windows-1256"))] == [TEXT, arabic, arabic]


def test_parquet_is_read_by_its_columns(tmp_path: Path) -> None:
    pyarrow = pytest.importorskip("pyarrow", reason="the extra parquet is not installed")
    from pyarrow import parquet

    columns = {
        "id": [1, 2, 3],
        "text": [TEXT, None, TEXT + " Again."],
        "published": [datetime(2018, 5, 4, 10), None, None],
        "other": [b"x", b"y", b"z"],
    }
    path = tmp_path / "a.parquet"
    parquet.write_table(pyarrow.table(columns), path)
    found = read(path)
    assert [(s.key, s.published) for s in sources(found)] == [("1", date(2018, 5, 4)), ("3", None)]
    assert "row 2: has no text" in errors(found)[0]
    with zipfile.ZipFile(tmp_path / "p.zip", "w") as archive:
        archive.write(path, "a.parquet")
    assert [s.key for s in sources(read(tmp_path / "p.zip"))] == ["1", "3"]
    path.write_bytes(b"PAR1 no more")
    assert "no Parquet file" in errors(read(path))[0]


# -- pages and feeds

PAGE = f"""<!doctype html><html lang="en"><head><title>A visit to Jordan</title>
<meta property="og:site_name" content="The Daily Example">
<meta property="article:published_time" content="2018-05-04T10:00:00Z">
<link rel="canonical" href="https://example.org/visit"></head>
<body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
<article><h1>A visit to Jordan</h1><p>{TEXT}</p><p>{TEXT.replace("Norway", "Oman")}</p>
<p>Officials of both sides said that the talks would be continued in the autumn.</p></article>
<footer>All rights reserved by nobody in particular</footer></body></html>"""


def test_a_page_gives_its_article_without_what_stands_around_it(tmp_path: Path) -> None:
    pytest.importorskip("trafilatura", reason="the extra web is not installed")
    (tmp_path / "visit.html").write_text(PAGE, encoding="utf-8")
    (tmp_path / "bare.htm").write_text("<html><body></body></html>")
    found = read(tmp_path)
    (page,) = sources(found)
    assert page.key == f"{tmp_path.name}/visit"
    assert page.text.startswith("A visit to Jordan\n")
    assert TEXT in page.text
    assert "Sport" not in page.text
    assert (page.published, page.outlet, page.url) == (
        date(2018, 5, 4), "The Daily Example", "https://example.org/visit",
    )  # fmt: skip
    assert "no article was found" in errors(found)[0]


RSS = f"""<?xml version="1.0"?><rss version="2.0"><channel><title>The Daily Example</title>
<language>en-us</language>
<item><title>A visit</title><link>https://example.org/1</link><guid>example-1</guid>
<pubDate>Fri, 04 May 2018 10:00:00 GMT</pubDate>
<description>&lt;p&gt;{TEXT}&lt;/p&gt;&lt;p&gt;Second &amp;amp; last.&lt;/p&gt;</description></item>
<item><title></title><link>https://example.org/2</link></item>
</channel></rss>"""
ATOM = f"""<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Example</title><id>f</id>
<entry><id>urn:e:1</id><title>Visit</title><updated>2018-05-04T10:00:00Z</updated>
<link href="https://example.org/a"/><summary>short</summary>
<content type="html">&lt;p&gt;{TEXT}&lt;/p&gt;</content></entry></feed>"""


def test_a_feed_gives_an_article_an_entry(tmp_path: Path) -> None:
    pytest.importorskip("feedparser", reason="the extra web is not installed")
    (tmp_path / "a.rss").write_text(RSS)
    (tmp_path / "b.xml").write_text(ATOM)
    (tmp_path / "c.xml").write_text("<html><p>no feed</p></html>")
    found = read(tmp_path)
    rss, atom = sources(found)
    assert rss == Source(
        "example-1",
        f"A visit\n\n{TEXT}\nSecond & last.",
        str(tmp_path / "a.rss"),
        date(2018, 5, 4),
        "The Daily Example",
        "https://example.org/1",
        "en",
    )
    assert (atom.key, atom.text, atom.published) == ("urn:e:1", f"Visit\n\n{TEXT}", date(2018, 5, 4))
    assert "entry 2: has no text" in errors(found)[0]
    assert "neither RSS nor Atom" in errors(found)[1]


@pytest.mark.parametrize(("name", "module", "extra"), [
    ("a.parquet", "pyarrow", "parquet"), ("a.html", "trafilatura", "web"), ("a.rss", "feedparser", "web"),
])  # fmt: skip
def test_a_missing_extra_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, module: str, extra: str
) -> None:
    monkeypatch.setitem(__import__("sys").modules, module, None)
    (tmp_path / name).write_text("x")
    assert f"pip install 'bilateral[{extra}]'" in errors(read(tmp_path / name))[0]
