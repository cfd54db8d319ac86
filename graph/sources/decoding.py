"""Bytes as text: UTF-8, or the encoding that was named, or a word about which it may be."""

from __future__ import annotations

from graph.exc import InputError

_COMMON_ARABIC = frozenset("ايلمونرتبدعسةه")
_ARABIC_ENCODINGS = ("windows-1256", "iso-8859-6")
_BYTE_ORDER_MARKS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}


def decode(data: bytes, where: str, encoding: str | None = None) -> str:
    """Bytes as text: UTF-8 with or without its mark, else ``encoding``.

    InputError for nothing, for what is no text, and for other encodings, with the command that converts.
    """
    if not data.strip(b"\xef\xbb\xbf \t\r\n"):
        raise InputError(f"{where}: empty; there is nothing to read")
    looks = _BYTE_ORDER_MARKS.get(data[:2])
    if not looks and (b"\0" in data or _control_share(data) > 0.1):
        raise InputError(
            f"{where}: a binary file and no text; articles are plain text in UTF-8 (.txt, .jsonl)"
        )
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if encoding:
            return _decode_as(data, where, encoding)
        looks = looks or _arabic_encoding(data)
        name = looks or "ENCODING"
        guess = f"it looks like {looks}" if looks else "its encoding is not known"
        raise InputError(
            f"{where}: not UTF-8 (byte {error.start}); {guess}. Convert it: "
            f"iconv -f {name} -t utf-8 FILE > FILE.utf8.txt, or give --encoding {name}"
        ) from None


def _decode_as(data: bytes, where: str, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except LookupError:
        raise InputError(f"{where}: {encoding!r} is no encoding that is known here") from None
    except UnicodeDecodeError as error:
        raise InputError(f"{where}: neither UTF-8 nor {encoding} (byte {error.start})") from None


def _control_share(data: bytes) -> float:
    head = data[:8192]
    return sum(byte < 32 and byte not in b"\t\n\r\f\x1b" for byte in head) / len(head)


def _arabic_encoding(data: bytes) -> str | None:
    """The Arabic encoding under which the bytes give the commonest letters most often, or None."""
    best, share = None, 0.5
    for name in _ARABIC_ENCODINGS:
        letters = [c for c in data.decode(name, "replace") if ord(c) > 127]
        common = sum(c in _COMMON_ARABIC for c in letters) / len(letters)
        if common > share:
            best, share = name, common
    return best
