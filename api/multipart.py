"""The files of a ``multipart/form-data`` body (RFC 7578), read forgivingly.

Line ends may be any run of CR before LF, as some clients (and the W3C's own test bodies) send them.
"""

from __future__ import annotations

import re
from email.message import Message
from email.parser import HeaderParser

LINE_END = rb"\r*\n"


def boundary(content_type: str) -> str | None:
    """The boundary that a Content-Type header names."""
    message = Message()
    message["Content-Type"] = content_type
    found = message.get_boundary()
    return found if isinstance(found, str) else None


def parts(body: bytes, mark: str) -> list[tuple[str, bytes]]:
    """Content-Type and content of each part; what stands around them is dropped."""
    line = (
        rb"(?:\A|"
        + LINE_END
        + rb")--"
        + re.escape(mark.encode())
        + rb"(?:--)?[ \t]*(?="
        + LINE_END
        + rb"|\Z)"
    )
    found = []
    for piece in re.split(line, body)[1:]:
        head, blank, content = _cut(piece)
        if blank:
            headers = HeaderParser().parsestr(
                re.sub(LINE_END, b"\n", head).decode("utf-8", "replace").lstrip("\n")
            )
            found.append((headers.get("Content-Type", ""), content))
    return found


def _cut(piece: bytes) -> tuple[bytes, bool, bytes]:
    blank = re.search(LINE_END + LINE_END, piece)
    return (piece[: blank.start()], True, piece[blank.end() :]) if blank else (piece, False, b"")
