"""What a request of the SPARQL 1.1 Protocol says, in its address and its body (sections 2.1 and 2.2)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import parse_qsl

from fastapi import HTTPException, Request

FORM = "application/x-www-form-urlencoded"


@dataclass(frozen=True, slots=True)
class Operation:
    """One query or update with the graphs that the request names; None where it names none."""

    text: str
    default: tuple[str, ...] | None
    named: tuple[str, ...] | None


def operation_of(
    pairs: Sequence[tuple[str, str]], body: str | None, what: str, graphs: tuple[str, str]
) -> Operation:
    """The one operation that a request holds, of parameters and body; ``graphs`` are the names of its dataset's
    parameters. Raises HTTPException 400 where there is none, or more.
    """
    texts = [value for key, value in pairs if key == what] + ([body] if body is not None else [])
    if len(texts) != 1:
        how = "is missing" if not texts else f"is given {len(texts)} times"
        raise HTTPException(400, f"the parameter {what} {how}; exactly one is needed")
    default, named = (tuple(value for key, value in pairs if key == name) for name in graphs)
    none = not default and not named
    return Operation(texts[0], None if none else default, None if none else named)


async def posted(request: Request, what: str) -> tuple[list[tuple[str, str]], str | None]:
    """The parameters of a POST, from address and form, and the body where it is the text itself."""
    pairs = parse_qsl(request.url.query, keep_blank_values=True)
    media_type, _, parameters = request.headers.get("content-type", "").partition(";")
    media_type = media_type.strip().lower()
    direct = f"application/sparql-{what}"
    if media_type not in (FORM, direct):
        raise HTTPException(
            415, f"the Content-Type is {media_type or 'missing'}; it must be {FORM} or {direct}"
        )
    charset = parameters.lower().partition("charset=")[2].split(";")[0].strip(' "')
    if charset not in ("", "utf-8", "utf8"):
        raise HTTPException(415, f"the charset is {charset}; it must be UTF-8")
    try:
        text = (await request.body()).decode("utf-8")
    except UnicodeDecodeError as error:
        raise HTTPException(400, f"the body is not UTF-8: {error.reason} at byte {error.start}") from error
    if media_type == direct:
        return pairs, text
    return pairs + parse_qsl(text, keep_blank_values=True), None
