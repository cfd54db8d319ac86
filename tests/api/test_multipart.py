import pytest

from api.multipart import boundary, parts

HEAD = 'Content-Disposition: form-data; name="a"; filename="a.ttl"'


@pytest.mark.parametrize("end", ["\r\n", "\n", "\r\r\n"])
def test_parts_are_found_whatever_ends_the_lines(end: str) -> None:
    lines = [
        "before",
        "--m",
        HEAD,
        "Content-Type: text/turtle",
        "",
        "<a> <b> <c> .",
        "",
        "# --m is no mark here",
    ]
    lines += ["--m", "content-type: text/plain", "", "ص", "--m--", "after"]
    found = parts(end.join(lines).encode(), "m")
    assert [kind for kind, _ in found] == ["text/turtle", "text/plain"]
    assert found[0][1].split() == b"<a> <b> <c> . # --m is no mark here".split()
    assert found[1][1].decode() == "ص"


def test_a_body_without_marks_has_no_parts() -> None:
    assert parts(b"nothing", "m") == []


def test_the_boundary_is_read_from_the_header() -> None:
    assert boundary('multipart/form-data; boundary="a b"') == "a b"
    assert boundary("multipart/form-data") is None
