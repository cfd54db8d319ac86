"""What users name becomes texts; what cannot be used says why, in its place."""

import io
import json
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest

from graph.exc import InputError
from graph.sources import Found, Source, read_sources
from graph.sources.records import source_of

ARABIC = "وصل وزير الخارجية إلى أستانا يوم الأربعاء لإجراء مشاورات سياسية بين البلدين."


def read(*paths: Path | str, **options: object) -> list[Found]:
    return list(read_sources([str(p) for p in paths], **options))  # type: ignore[arg-type]


def texts(found: list[Found]) -> dict[str, str]:
    return {s.key: s.text for s in found if isinstance(s, Source)}


def errors(found: list[Found]) -> list[str]:
    return [str(e) for e in found if isinstance(e, InputError)]


def test_a_file_is_named_by_its_folder_and_stem(tmp_path: Path) -> None:
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "a.ar.txt").write_text(ARABIC, encoding="utf-8")
    (source,) = read(tmp_path / "news" / "a.ar.txt")
    assert isinstance(source, Source)
    assert (source.key, source.text) == ("news/a.ar", ARABIC)
    assert source.path == str(tmp_path / "news" / "a.ar.txt")


def test_folders_are_searched_and_a_file_named_twice_is_read_once(tmp_path: Path) -> None:
    (tmp_path / "x" / "y").mkdir(parents=True)
    (tmp_path / "x" / "1.txt").write_text("one")
    (tmp_path / "x" / "y" / "2.txt").write_text("two")
    (tmp_path / "x" / "notes.md").write_text("no article")
    assert texts(read(tmp_path, tmp_path / "x" / "1.txt")) == {"x/1": "one", "y/2": "two"}


def test_a_byte_order_mark_is_no_part_of_the_text(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\xef\xbb\xbf" + ARABIC.encode())
    assert list(texts(read(tmp_path)).values()) == [ARABIC]


@pytest.mark.parametrize("content", [b"", b" \n\t ", b"\xef\xbb\xbf\n"])
def test_an_empty_file_is_said_to_be_empty(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.txt").write_bytes(content)
    (error,) = errors(read(tmp_path / "a.txt"))
    assert error.startswith(str(tmp_path / "a.txt"))
    assert "empty" in error


@pytest.mark.parametrize("content", [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", bytes(range(256)) * 4])
def test_a_binary_file_is_said_to_be_no_text(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.txt").write_bytes(content)
    (error,) = errors(read(tmp_path))
    assert "binary" in error


@pytest.mark.parametrize("encoding", ["windows-1256", "iso-8859-6", "utf-16"])
def test_another_encoding_is_named_with_the_command_that_converts(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(ARABIC.replace("،", ",").encode(encoding))
    (error,) = errors(read(path))
    assert f"looks like {encoding}" in error
    assert f"iconv -f {encoding} -t utf-8" in error
    assert texts(read(path, encoding=encoding)) == {f"{tmp_path.name}/a": ARABIC.replace("،", ",")}


def test_an_encoding_that_does_not_fit_or_exist_is_said(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(ARABIC.encode("windows-1256"))
    assert "neither UTF-8 nor ascii" in errors(read(tmp_path, encoding="ascii"))[0]
    assert "no encoding" in errors(read(tmp_path, encoding="klingon"))[0]


def test_a_missing_path_and_an_empty_folder_stop_nothing(tmp_path: Path) -> None:
    (tmp_path / "bare").mkdir()
    (tmp_path / "a.txt").write_text("good")
    found = read(tmp_path / "gone", tmp_path / "bare", tmp_path / "a.txt")
    assert "no such file" in errors(found)[0]
    assert "holds no .txt" in errors(found)[1]
    assert list(texts(found).values()) == ["good"]


def test_a_text_that_is_too_long_is_refused_unread(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x" * 5_000_000)
    (error,) = errors(read(tmp_path))
    assert "5.0 MB is longer than an article may be (1.0 MB)" in error


def test_lines_keep_what_came_with_them_and_bad_ones_are_named_by_number(tmp_path: Path) -> None:
    good = {
        "id": "n1",
        "text": ARABIC,
        "published": "2017-07-08",
        "outlet": "MAAN",
        "url": "http://x/",
        "lang": "ar",
    }
    lines = [
        json.dumps(good, ensure_ascii=False),
        "",
        "{broken",
        '["a list"]',
        '{"id": "n2"}',
        '{"text": "no id"}',
        '{"id": "n3", "text": "t", "published": "8 July"}',
        '{"id": "n4", "text": "t", "lang": "tlh"}',
        '{"id": "n5", "text": 5}',
        '{"id": "n6", "text": "\\ud800"}',
        '{"id": 7, "text": "numbers name too"}',
    ]
    path = tmp_path / "news.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    found = read(path)
    first = found[0]
    assert isinstance(first, Source)
    assert (first.key, str(first.published), first.outlet, first.url, first.language) == (
        "n1", "2017-07-08", "MAAN", "http://x/", "ar",
    )  # fmt: skip
    assert list(texts(found)) == ["n1", "7"]
    said = errors(found)
    assert [int(e.split("line ")[1].split(":")[0]) for e in said] == [3, 4, 5, 6, 7, 8, 9, 10]
    for words, error in zip(
        ["not JSON", "object", "no text", "no id", "no day|not a day", "lang", "no string", "surrogate"],
        said,
        strict=True,
    ):
        assert any(word in error for word in words.split("|")), error


def test_two_texts_under_one_key_are_told_apart(tmp_path: Path) -> None:
    for folder, text in (("one", "first"), ("two", "second"), ("three", "first")):
        (tmp_path / folder / "ar").mkdir(parents=True)
        (tmp_path / folder / "ar" / "a.txt").write_text(text)
    found = read(tmp_path / "one", tmp_path / "two", tmp_path / "three")
    assert [s.text for s in found if isinstance(s, Source)] == ["first", "first"]
    (error,) = errors(found)
    assert "'ar/a'" in error
    assert str(tmp_path / "one" / "ar" / "a.txt") in error


def test_standard_input_is_an_article_or_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    def give(data: bytes) -> list[Found]:
        monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(data)))
        return read("-")

    (article,) = give(ARABIC.encode())
    assert isinstance(article, Source)
    assert article.key.startswith("stdin/")
    assert texts(give(b'{"id": "a", "text": "one"}\n{"id": "b", "text": "two"}\n')) == {
        "a": "one",
        "b": "two",
    }
    assert "empty" in errors(give(b""))[0]


def test_standard_input_may_begin_with_blank_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    def give(data: bytes) -> list[str]:
        monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(data)))
        return list(texts(read("-")).values())

    assert give(b"\n \n some words\nmore") == ["\n \n some words\nmore"]
    assert give(b'\n{"id": "a", "text": "one"}\n{"id": "b", "text": "two"}') == ["one", "two"]


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2018-03-19", date(2018, 3, 19)),
        ("2018-03-19 23:48:36", date(2018, 3, 19)),
        ("2018-03-19T23:48:36+04:00", date(2018, 3, 19)),
        ("Mon, 19 Mar 2018 23:48:36 +0400", date(2018, 3, 19)),
        ("", None),
    ],
)
def test_days_are_taken_as_agencies_write_them(written: str, day: date | None) -> None:
    assert source_of({"id": "1", "text": "x", "published": written}, place="here", path="").published == day


@pytest.mark.parametrize("written", ["05/06/2017", "Monday", "2018", "March 19, 2018"])
def test_a_day_that_may_be_another_is_refused(written: str) -> None:
    with pytest.raises(InputError, match="not a day like"):
        source_of({"id": "1", "text": "x", "published": written}, place="here", path="")
